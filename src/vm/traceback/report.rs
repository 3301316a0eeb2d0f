//! A whole exception as text: its chain, its notes, its group.
//!
//! After Lib/traceback.py of CPython 3.13, `TracebackException` and its `format`. Exceptions that were seen
//! already are left out, so that circular chains end; nesting of groups is cut at CPython's depth.

use super::super::object::Data;
use super::super::value::{PyStr, Value};
use super::super::{Vm, ty};
use super::entries::{Detail, format_entries};

const GROUP_WIDTH_MAX: usize = 15;
const GROUP_DEPTH_MAX: usize = 10;
/// Groups within groups may hold the same group many times over: beyond this many it is not looked into.
const NODES_MAX: usize = 10_000;

/// What Python code found out about an exception: its `str()` and the text of its notes.
#[derive(Clone)]
pub(super) struct Words {
    /// The exception.
    pub exc: Value,
    /// `str(exc)`.
    pub text: PyStr,
    /// Its notes as text, if it has any.
    pub notes: Vec<PyStr>,
}

/// An exception and what is shown with it, by place in the plan.
#[derive(Clone)]
struct Node {
    exc: Value,
    cause: Option<usize>,
    context: Option<usize>,
    group: Option<Vec<usize>>,
}

/// Text in the making.
struct Report<'a> {
    vm: &'a mut Vm,
    words: &'a [Words],
    nodes: Vec<Node>,
    out: String,
    depth: usize,
    need_close: bool,
}

impl Vm {
    /// The text of an uncaught exception, with what Python said about each exception involved.
    pub(super) fn report(&mut self, exc: Value, words: &[Words]) -> String {
        let nodes = self.plan(exc);
        let mut report = Report { vm: self, words, nodes, out: String::new(), depth: 0, need_close: false };
        report.chain(0);
        report.out
    }

    /// Which exceptions are shown, each once.
    fn plan(&self, exc: Value) -> Vec<Node> {
        let mut nodes = vec![Node { exc, cause: None, context: None, group: None }];
        let mut queue = vec![0];
        while let Some(at) = queue.pop() {
            let Some(Data::Exception(data)) = self.data(nodes[at].exc) else { continue };
            let (cause, context, suppress) = (data.cause, data.context, data.suppress);
            let add = |exc: Value, nodes: &mut Vec<Node>| {
                nodes.push(Node { exc, cause: None, context: None, group: None });
                nodes.len() - 1
            };
            let known = |exc: Value, nodes: &[Node]| exc.is_none() || nodes.iter().any(|n| n.exc.is(exc));
            if !known(cause, &nodes) {
                nodes[at].cause = Some(add(cause, &mut nodes));
            }
            if nodes[at].cause.is_none() && !suppress && !known(context, &nodes) {
                nodes[at].context = Some(add(context, &mut nodes));
            }
            if self.is_instance(nodes[at].exc, ty::BASE_EXCEPTION_GROUP) && nodes.len() < NODES_MAX {
                let members = self.group_members(nodes[at].exc);
                let group: Vec<usize> = members.into_iter().map(|exc| add(exc, &mut nodes)).collect();
                nodes[at].group = Some(group);
            }
            queue.extend(nodes[at].cause);
            queue.extend(nodes[at].context);
            queue.extend(nodes[at].group.clone().unwrap_or_default());
        }
        nodes
    }

    /// `module.qualname` of an exception's class, as tracebacks show it.
    pub(super) fn exception_type_name(&self, exc: Value) -> String {
        let class = self.class(self.class_of(exc));
        let module = class.dict.get(&"__module__".into()).and_then(|module| self.as_str(module));
        match module.as_deref() {
            Some("builtins" | "__main__") | None => class.qualname.to_string(),
            Some(module) => format!("{module}.{}", class.qualname.as_str()),
        }
    }
}

impl Report<'_> {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    fn emit(&mut self, text: &str) {
        self.emit_with(text, '|');
    }

    /// Writes lines, within a group behind its margin.
    fn emit_with(&mut self, text: &str, margin: char) {
        let indent = self.indent();
        for line in text.split_inclusive('\n') {
            self.out.push_str(&indent);
            if self.depth > 0 {
                self.out.push(margin);
                self.out.push(' ');
            }
            self.out.push_str(line);
        }
    }

    fn chain(&mut self, first: usize) {
        let mut chain = Vec::new();
        let mut at = Some(first);
        while let Some(node) = at {
            let Node { exc, cause, context, .. } = self.nodes[node].clone();
            let suppress = matches!(self.vm.data(exc), Some(Data::Exception(data)) if data.suppress);
            let (message, next) = match (cause, context) {
                (Some(cause), _) => (
                    "\nThe above exception was the direct cause of the following exception:\n\n",
                    Some(cause),
                ),
                (None, Some(context)) if !suppress => (
                    "\nDuring handling of the above exception, another exception occurred:\n\n",
                    Some(context),
                ),
                _ => ("", None),
            };
            chain.push((message, node));
            at = next;
        }
        for (message, node) in chain.into_iter().rev() {
            self.emit(message);
            self.one(node);
        }
    }

    fn one(&mut self, node: usize) {
        let Node { exc, group, .. } = self.nodes[node].clone();
        let Some(Data::Exception(data)) = self.vm.data(exc) else { return };
        let entries = self.vm.entries(data.traceback);
        let stack = format_entries(&entries, Detail::Carets);
        let Some(group) = group else {
            if !entries.is_empty() {
                self.emit("Traceback (most recent call last):\n");
                self.emit(&stack);
            }
            let only = self.exception_only(exc);
            self.emit(&only);
            return;
        };
        if self.depth > GROUP_DEPTH_MAX {
            self.emit(&format!("... (max_group_depth is {GROUP_DEPTH_MAX})\n"));
            return;
        }
        let top = self.depth == 0;
        self.depth += usize::from(top);
        if !entries.is_empty() {
            self.emit_with(
                "Exception Group Traceback (most recent call last):\n",
                if top { '+' } else { '|' },
            );
            self.emit(&stack);
        }
        let only = self.exception_only(exc);
        self.emit(&only);
        self.members(&group);
        if top {
            self.depth = 0;
        }
    }

    fn members(&mut self, group: &[usize]) {
        let shown = if group.len() <= GROUP_WIDTH_MAX { group.len() } else { GROUP_WIDTH_MAX + 1 };
        self.need_close = false;
        for (at, &member) in group.iter().take(shown).enumerate() {
            let last = at + 1 == shown;
            if last {
                // A nested group may write the closing line first.
                self.need_close = true;
            }
            let cut = at >= GROUP_WIDTH_MAX;
            let title = if cut { "...".to_string() } else { (at + 1).to_string() };
            let corner = if at == 0 { "+-" } else { "  " };
            let indent = self.indent();
            self.out.push_str(&format!("{indent}{corner}+---------------- {title} ----------------\n"));
            self.depth += 1;
            if cut {
                let more = group.len() - GROUP_WIDTH_MAX;
                let plural = if more > 1 { "s" } else { "" };
                self.emit(&format!("and {more} more exception{plural}\n"));
            } else {
                self.chain(member);
            }
            if last && self.need_close {
                let indent = self.indent();
                self.out.push_str(&format!("{indent}+------------------------------------\n"));
                self.need_close = false;
            }
            self.depth -= 1;
        }
    }

    /// The last lines: type, message, notes.
    fn exception_only(&mut self, exc: Value) -> String {
        let words = self.words.iter().find(|words| words.exc.is(exc)).cloned();
        let words = words.unwrap_or_else(|| self.vm.plain_words(exc));
        let mut out = self.vm.final_lines(exc, &words.text);
        for note in &words.notes {
            for line in note.split('\n') {
                out.push_str(line);
                out.push('\n');
            }
        }
        out
    }
}
