// Draws the machine's marks over the text: flags, cuts, hints, bytecode, messages.
//
// Nothing here takes room in a line, so text never shifts when a thread comes or goes.
import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, WidgetType, gutter } from "@codemirror/view";
import { chip } from "./chips.js";

export const setMarks = StateEffect.define();

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
};

class Drawn extends WidgetType {
  constructor(key, draw) {
    super();
    this.key = key;
    this.draw = draw;
  }
  eq(other) {
    return other.key === this.key;
  }
  toDOM() {
    return this.draw();
  }
  ignoreEvent() {
    return true;
  }
}

const drawn = (kind, data, draw) => new Drawn(kind + JSON.stringify(data), draw);

class Diamond extends GutterMarker {
  eq() {
    return true;
  }
  toDOM() {
    return element("i", "key-mark");
  }
}
const diamond = new Diamond();

const place = (doc, line, column) => {
  const row = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(row.from + column, row.to);
};

const spanOf = (doc, span) => [
  place(doc, span.line, span.column),
  place(doc, span.end_line, span.end_column),
];

const hues = (actors) => {
  const share = 100 / actors.length;
  const hue = (actor, what) =>
    actor.class === "M"
      ? { ink: "var(--ink)", soft: "var(--well)" }[what]
      : `var(--${actor.class.toLowerCase()}-${what})`;
  const stops = actors.map(
    (actor, at) => `${hue(actor, "soft")} ${at * share}% ${(at + 1) * share}%`,
  );
  const lines = actors.slice(0, 3).map((actor, at) => `0 ${2 + at * 2}px 0 ${hue(actor, "ink")}`);
  return `background:linear-gradient(90deg,${stops.join(",")});box-shadow:${lines.join(",")}`;
};

function cursorMarks(doc, cursors, here) {
  const ranges = [];
  for (const cursor of cursors) {
    const [from, to] = spanOf(doc, cursor.span);
    here.add(cursor.span.line);
    if (from < to) {
      const attributes = { style: hues(cursor.actors), "data-actors": letters(cursor.actors) };
      ranges.push(Decoration.mark({ class: "cur", attributes }).range(from, to));
    }
    const flag = () => {
      const chips = cursor.actors.map((actor) => chip(actor));
      return element("span", "flag-at", element("span", "flag", ...chips));
    };
    ranges.push(
      Decoration.widget({ widget: drawn("flag", cursor.actors, flag), side: -1 }).range(from),
    );
  }
  return ranges;
}

const letters = (actors) => actors.map((actor) => actor.letter).join("");

const cutMarks = (doc, cuts) =>
  cuts.map((cut) => {
    const draw = () => element("i", `sw ${cut.kind}`);
    return Decoration.widget({ widget: drawn("cut", cut.kind, draw), side: 1 }).range(
      place(doc, cut.line, cut.column),
    );
  });

function hintMarks(doc, hints) {
  return hints.map((hint) => {
    const draw = () => {
      const parts = hint.waits.flatMap(([actor, what]) => [
        chip(actor),
        element("span", "cd", what),
      ]);
      return element("span", "hint", ...parts);
    };
    const widget = drawn("hint", hint.waits, draw);
    return Decoration.widget({ widget, side: 2 }).range(place(doc, hint.line, Infinity));
  });
}

function byteMarks(doc, bytes) {
  return bytes.map((block) => {
    const draw = () => {
      const rows = block.rows.map(([offset, text, cut]) => {
        const parts = [element("span", "off", String(offset)), element("span", "op", text)];
        if (cut) parts.push(element("i", "sw can"));
        return element("div", "", ...parts);
      });
      return element("div", "bytes", ...rows);
    };
    const widget = drawn("bytes", block.rows, draw);
    return Decoration.widget({ widget, side: 3, block: true }).range(
      place(doc, block.line, Infinity),
    );
  });
}

function messageMarks(doc, messages) {
  const ranges = [];
  for (const message of messages) {
    let [from, to] = spanOf(doc, message.span);
    if (from >= to) {
      from = place(doc, message.span.line, 0);
      to = place(doc, message.span.line, Infinity);
    }
    if (from < to) ranges.push(Decoration.mark({ class: `msg ${message.severity}` }).range(from, to));
    const draw = () => element("span", `hint msg-words ${message.severity}`, message.message);
    const widget = drawn("message", message.message, draw);
    ranges.push(
      Decoration.widget({ widget, side: 4 }).range(place(doc, message.span.line, Infinity)),
    );
  }
  return ranges;
}

function build(doc, marks) {
  const here = new Set();
  const ranges = [
    ...cursorMarks(doc, marks.cursors, here),
    ...cutMarks(doc, marks.cuts),
    ...hintMarks(doc, marks.hints),
    ...byteMarks(doc, marks.bytes),
    ...messageMarks(doc, marks.messages),
  ];
  for (const line of here) {
    ranges.push(Decoration.line({ class: "here" }).range(place(doc, line, 0)));
  }
  const diamonds = marks.decisive.map((line) => diamond.range(place(doc, line, 0)));
  return {
    decorations: Decoration.set(ranges, true),
    diamonds: RangeSet.of(diamonds, true),
  };
}

const field = StateField.define({
  create: () => ({ decorations: Decoration.none, diamonds: RangeSet.empty }),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) return build(transaction.newDoc, effect.value);
    }
    if (!transaction.docChanged) return value;
    return {
      decorations: value.decorations.map(transaction.changes),
      diamonds: value.diamonds.map(transaction.changes),
    };
  },
  provide: (self) => EditorView.decorations.from(self, (value) => value.decorations),
});

export const marks = [
  gutter({ class: "cm-keys", markers: (view) => view.state.field(field).diamonds }),
  field,
];
