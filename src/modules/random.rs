//! `_random.Random`: the Mersenne Twister's methods (Modules/_randommodule.c).
//!
//! An unseeded generator takes its seed from the world: a run repeats itself.

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::random::Twister;
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};
use malachite_bigint::{BigInt, Sign};
use num_traits::Signed;

/// Methods of `Random`.
pub const TABLES: Tables = Tables {
    methods: natives![
        "Random.__init__" => seed,
        "Random.seed" => seed,
        "Random.random" => random,
        "Random.getrandbits" => getrandbits,
        "Random.getstate" => getstate,
        "Random.setstate" => setstate,
    ],
    statics: natives!["Random.__new__" => new],
    ..NONE
};

/// Fills the module `_random`.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    vm.set_name(dict, &"Random".into(), Value::Obj(ty::RANDOM));
    Ok(())
}

fn new(vm: &mut Vm, args: Args) -> Res {
    match args.get(0) {
        Value::Obj(class) if vm.is_class(args.get(0)) => {
            let twister = Twister::from_key(&digits(&BigInt::from(vm.world.seed)));
            Ok(vm.new_instance(class, Data::Random(Cow::new(twister))))
        }
        _ => Err(vm.type_error("Random.__new__(X): X is not a type object")),
    }
}

fn this(vm: &mut Vm, args: Args) -> Res<Id> {
    match args.get(0) {
        Value::Obj(id) if matches!(vm.heap.get(id).data, Data::Random(_)) => Ok(id),
        _ => Err(vm.type_error("descriptor requires a '_random.Random' object")),
    }
}

fn twister(vm: &mut Vm, id: Id) -> &mut Twister {
    match &mut vm.heap.get_mut(id).data {
        Data::Random(twister) => twister,
        other => panic!("internal error: {other:?} is no generator"),
    }
}

/// The 32-bit digits of a number's absolute value, lowest first; at least one.
fn digits(n: &BigInt) -> Vec<u32> {
    let (_, digits) = n.abs().to_u32_digits();
    if digits.is_empty() { vec![0] } else { digits }
}

fn seed(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, args)?;
    let value = args.get(1).or(Value::None);
    let number = match vm.as_big(value) {
        Some(n) => n,
        None if value.is_none() => BigInt::from(vm.world.seed),
        None => BigInt::from(vm.hash(value)?),
    };
    *twister(vm, id) = Twister::from_key(&digits(&number));
    Ok(Value::None)
}

fn random(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, args)?;
    Ok(Value::Float(twister(vm, id).next_f64()))
}

fn getrandbits(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, args)?;
    if args.pos.len() != 2 {
        let given = args.pos.len() - 1;
        return Err(vm.type_error(format!("Random.getrandbits() takes exactly one argument ({given} given)")));
    }
    let k = vm.as_index(args.pos[1])?;
    if k < 0 {
        return Err(vm.value_error("number of bits must be non-negative"));
    }
    if k > 64_000_000 {
        return Err(Fail::Raise(vm.exception(ty::MEMORY_ERROR, vec![])));
    }
    if k <= 32 {
        let bits = if k == 0 { 0 } else { twister(vm, id).next_u32() >> (32 - k) };
        return Ok(Value::Int(i64::from(bits)));
    }
    let mut left = k;
    let mut words = Vec::new();
    while left > 0 {
        let word = twister(vm, id).next_u32();
        words.push(if left < 32 { word >> (32 - left) } else { word });
        left -= 32;
    }
    Ok(vm.int(BigInt::from_slice(Sign::Plus, &words)))
}

fn getstate(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, args)?;
    let words: Vec<Value> = match &vm.heap.get(id).data {
        Data::Random(twister) => twister.words().map(|word| Value::Int(i64::from(word))).collect(),
        _ => Vec::new(),
    };
    Ok(vm.tuple(words))
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let id = this(vm, args)?;
    let items = match vm.data(args.get(1)) {
        Some(Data::Tuple(items)) => items.clone(),
        _ => return Err(vm.type_error("state vector must be a tuple")),
    };
    if items.len() != 625 {
        return Err(vm.value_error("state vector is the wrong size"));
    }
    let mut words = [0u32; 624];
    for (word, item) in words.iter_mut().zip(items.iter()) {
        match vm.as_i64(*item).and_then(|n| u32::try_from(n).ok()) {
            Some(n) => *word = n,
            None => return Err(vm.type_error("an integer is required")),
        }
    }
    match vm.as_i64(items[624]) {
        Some(at @ 0..=624) => *twister(vm, id) = Twister::from_words(words, at as usize),
        _ => return Err(vm.value_error("invalid state")),
    }
    Ok(Value::None)
}
