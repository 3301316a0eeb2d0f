//! Checks of the arguments of native functions, worded as CPython's argument clinic words them.

use super::super::Vm;
use super::super::native::{Args, Res};
use super::super::value::Value;

impl Vm {
    /// A method without arguments besides `self` ("str.upper() takes no arguments (1 given)").
    pub fn no_args(&mut self, name: &str, args: &Args) -> Res {
        self.no_keywords(name, args)?;
        match args.pos.len() {
            1 => Ok(args.pos[0]),
            n => Err(self.type_error(format!("{name}() takes no arguments ({} given)", n.saturating_sub(1)))),
        }
    }
    /// A method with exactly one argument besides `self`.
    pub fn one_arg(&mut self, name: &str, args: &Args) -> Res<(Value, Value)> {
        self.no_keywords(name, args)?;
        match args.pos {
            [this, only] => Ok((*this, *only)),
            _ => {
                let n = args.pos.len().saturating_sub(1);
                Err(self.type_error(format!("{name}() takes exactly one argument ({n} given)")))
            }
        }
    }
    /// A function with exactly one argument.
    pub fn only_arg(&mut self, name: &str, args: &Args) -> Res {
        self.no_keywords(name, args)?;
        match args.pos {
            [only] => Ok(*only),
            _ => {
                Err(self
                    .type_error(format!("{name}() takes exactly one argument ({} given)", args.pos.len())))
            }
        }
    }
    /// A special method with `count` arguments besides `self` ("expected 1 argument, got 0").
    pub fn slot_args(&mut self, name: &str, args: &Args, count: usize) -> Res<()> {
        self.no_keywords(name, args)?;
        let given = args.pos.len().saturating_sub(1);
        if args.pos.is_empty() {
            return Err(self.type_error(format!("descriptor '{name}' needs an argument")));
        }
        if given != count {
            let s = if count == 1 { "" } else { "s" };
            return Err(self.type_error(format!("expected {count} argument{s}, got {given}")));
        }
        Ok(())
    }
    /// Fails if there are keyword arguments.
    pub fn no_keywords(&mut self, name: &str, args: &Args) -> Res<()> {
        if args.kw.is_empty() {
            Ok(())
        } else {
            Err(self.type_error(format!("{name}() takes no keyword arguments")))
        }
    }
    /// Positional arguments only, besides `self` where `this` is 1: "find expected at least 1 argument, got 0".
    pub fn arity(&mut self, name: &str, args: &Args, this: usize, min: usize, max: usize) -> Res<()> {
        self.no_keywords(name, args)?;
        let given = args.pos.len().saturating_sub(this);
        let (bound, word) = match given {
            n if n < min => (min, if min == max { "" } else { "at least " }),
            n if n > max => (max, if min == max { "" } else { "at most " }),
            _ => return Ok(()),
        };
        let s = if bound == 1 { "" } else { "s" };
        Err(self.type_error(format!("{name} expected {word}{bound} argument{s}, got {given}")))
    }
    /// Arguments by position or name, `Null` where absent. The first `required` must be there; the first
    /// `positional` have no keyword.
    pub fn params<const N: usize>(
        &mut self,
        name: &str,
        args: &Args,
        this: usize,
        names: [&str; N],
        required: usize,
        positional: usize,
    ) -> Res<[Value; N]> {
        let mut out = [Value::Null; N];
        let given = args.pos.get(this..).unwrap_or(&[]);
        if given.len() + args.kw.len() > N {
            let n = given.len() + args.kw.len();
            let (most, s) =
                (if required == N { "exactly" } else { "at most" }, if N == 1 { "" } else { "s" });
            return Err(self.type_error(format!("{name}() takes {most} {N} argument{s} ({n} given)")));
        }
        out[..given.len()].copy_from_slice(given);
        for (key, value) in args.kw {
            match names.iter().position(|n| *n == key.as_str()).filter(|at| *at >= positional) {
                Some(at) if at < given.len() => {
                    let place = at + 1;
                    return Err(self.type_error(format!(
                        "argument for {name}() given by name ('{key}') and position ({place})"
                    )));
                }
                Some(at) => out[at] = *value,
                None => {
                    return Err(
                        self.type_error(format!("{name}() got an unexpected keyword argument '{key}'"))
                    );
                }
            }
        }
        if let Some(at) = out[..required].iter().position(|v| v.is_null()) {
            if at < positional {
                let s = if required == 1 { "" } else { "s" };
                return Err(self.type_error(format!(
                    "{name}() takes at least {required} positional argument{s} ({} given)",
                    given.len()
                )));
            }
            let (missing, place) = (names[at], at + 1);
            return Err(
                self.type_error(format!("{name}() missing required argument '{missing}' (pos {place})"))
            );
        }
        Ok(out)
    }
}
