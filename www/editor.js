// The editor of the page: CodeMirror with Python, and with the machine's marks over the text.
//
// Tab indents; Escape and then Tab leaves the editor. The page is told of the reader's edits
// only, never of a text that it has put there itself.
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { Annotation, EditorState } from "@codemirror/state";
import { EditorView, drawSelection, keymap, lineNumbers } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";
import { marks, setMarks } from "./editor/marks.js";
import { rail } from "./editor/rail.js";

const fromPage = Annotation.define();

const ink = tagHighlighter([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], class: "k" },
  { tag: [tags.definitionKeyword, tags.moduleKeyword], class: "k" },
  { tag: tags.function(tags.definition(tags.variableName)), class: "d" },
  { tag: tags.definition(tags.className), class: "d" },
  { tag: [tags.string, tags.special(tags.string)], class: "s" },
  { tag: tags.comment, class: "c" },
]);

export function mount(host, onEdit, onRail) {
  const heard = EditorView.updateListener.of((update) => {
    const own = update.transactions.some((transaction) => transaction.annotation(fromPage));
    if (update.docChanged && !own) onEdit(update.state.doc.toString());
  });
  const extensions = [
    marks,
    rail(onRail),
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    indentUnit.of("    "),
    EditorState.tabSize.of(4),
    python(),
    syntaxHighlighting(ink),
    keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap]),
    EditorView.contentAttributes.of({
      "aria-label": "Program. Escape, then Tab, leaves the editor.",
      // Contenteditable alone is no stop for some assistive tools.
      tabindex: "0",
      "data-testid": "program",
    }),
    heard,
  ];
  const view = new EditorView({ parent: host, extensions });
  let revealed = null;
  return {
    show(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        annotations: fromPage.of(true),
      });
    },
    mark(value) {
      const effects = [setMarks.of(value)];
      const { reveal } = value;
      if (reveal && reveal !== revealed && !view.hasFocus && reveal <= view.state.doc.lines) {
        const { from } = view.state.doc.line(reveal);
        effects.push(EditorView.scrollIntoView(from, { y: "nearest", yMargin: 40 }));
      }
      revealed = reveal;
      view.dispatch({ effects });
    },
    focus: () => view.focus(),
  };
}
