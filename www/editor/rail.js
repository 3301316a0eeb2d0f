// Draws the machines of the threads beside the code: a column for each, its dots at their lines, its ways between them.
//
// The picture lies in the gutters, right of the line numbers, and scrolls with the text. Where a line stands is asked of
// the editor, so bytecode between lines moves the dots too. What the hand does there is told to the page in words.
import { ViewPlugin } from "@codemirror/view";
import { chip, node } from "./chips.js";
import { setMarks } from "./marks.js";

const KEYS = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter"]);
const CHIP = 13;

/** A way: straight to the next dot, else bent; one that comes back to its dot is a small ring beside it. */
function curve(x, from, to, bend) {
  if (from === to) return `M${x - 2} ${from - 2.5}C${x - 13} ${from - 9} ${x - 13} ${from + 9} ${x - 2} ${from + 2.5}`;
  if (bend === 0) return `M${x} ${from}V${to}`;
  const reach = x + bend * 1.33;
  return `M${x} ${from}C${reach} ${from} ${reach} ${to} ${x} ${to}`;
}

/** The point of an arrow that comes to a dot. */
function head(x, from, to, bend) {
  if (from === to) return `M${x - 3.4} ${from + 4.6}l-4.2 -.2 2.4 3.4Z`;
  if (bend === 0) return `M${x - 2.8} ${to - 8}h5.6l-2.8 4.4Z`;
  const side = Math.sign(bend);
  return `M${x + side * 3.6} ${to}l${side * 4.6} -2.9v5.8Z`;
}

const shape = (dot, y) => {
  const at = { cx: dot.x, cy: y };
  if (dot.kind === "end") return node("path", { d: `M${dot.x - 5} ${y}h10`, class: "bar" });
  if (dot.kind === "start") return node("circle", { ...at, r: 2.4, class: "start" });
  return node("circle", { ...at, r: dot.count > 1 ? 4.6 : 3.6, class: "place" });
};

function drawDot(dot, y, tall) {
  const [machine, stand] = dot.place;
  const group = node("g", { class: `stand ${dot.kind}${dot.aim ? " aim" : ""}`, "data-stand": `${machine} ${stand}` });
  if (dot.here.length) group.dataset.here = dot.here.map((badge) => badge.letter).join("");
  group.append(node("rect", { x: dot.x - 12, y: y - tall / 2, width: 24, height: tall, class: "hit" }));
  if (dot.kind === "waits") group.append(node("circle", { cx: dot.x, cy: y, r: 5.6, class: "ring" }));
  group.append(shape(dot, y));
  const shown = dot.here.slice(0, 3);
  shown.forEach((badge, at) => {
    const mark = chip(badge, CHIP);
    mark.setAttribute("x", dot.x - CHIP / 2 + (at - (shown.length - 1) / 2) * 8);
    mark.setAttribute("y", y - CHIP / 2);
    group.append(mark);
  });
  if (dot.here.length > shown.length) {
    const more = node("text", { x: dot.x + 13, y: y + 3.5, class: "more" });
    more.textContent = `+${dot.here.length - shown.length}`;
    group.append(more);
  }
  if (dot.aim) group.append(node("circle", { cx: dot.x, cy: y, r: 8, class: "aimed" }));
  return group;
}

function drawColumn(column, heightOf) {
  const group = node("g", { class: `machine ${column.class}` });
  const ys = column.dots.map(heightOf);
  for (const { from, to, bend, round } of column.bends) {
    const way = [column.x, ys[from], ys[to], bend];
    const kind = round ? "way round" : "way";
    group.append(node("path", { d: curve(...way), class: kind }));
    if (round || bend < 0) group.append(node("path", { d: head(...way), class: `${kind} head` }));
  }
  // Who stands somewhere is drawn over the dots beside it.
  const order = column.dots.map((_, at) => at).sort((a, b) => column.dots[a].here.length - column.dots[b].here.length);
  // A finger may miss a dot that has its line for itself.
  const alone = (dot) => column.dots.every((other) => other === dot || other.line !== dot.line);
  for (const at of order) group.append(drawDot(column.dots[at], ys[at], alone(column.dots[at]) ? 22 : 9));
  return group;
}

/** The place under the pointer. */
function standAt({ clientX, clientY }) {
  const hit = document.elementsFromPoint(clientX, clientY).find((element) => element.classList.contains("hit"));
  return hit?.parentNode.dataset.stand;
}

/** Whose the columns are: the first badges of each, above it. */
function drawHeads(columns) {
  return columns.map((column) => {
    const shown = column.badges.slice(0, column.threads > 3 ? 1 : 3);
    const chips = shown.map((badge) => chip(badge, 12));
    const head = document.createElement("span");
    head.style.left = `${column.x}px`;
    head.append(...chips);
    if (column.threads > shown.length) head.append(`×${column.threads}`);
    return head;
  });
}

export const rail = (tell) =>
  ViewPlugin.fromClass(
    class {
      constructor(view) {
        this.view = view;
        this.value = null;
        this.svg = node("svg", { class: "rail", tabindex: "0", role: "group", "aria-label": "Machines of the threads" });
        this.svg.setAttribute("aria-describedby", "rail-words");
        this.heads = document.createElement("div");
        this.heads.className = "rail-heads";
        let over;
        const point = (stand) => {
          if (stand === over) return;
          over = stand;
          tell(stand ? `point ${stand}` : "point");
        };
        this.svg.addEventListener("mousemove", (event) => point(standAt(event)));
        this.svg.addEventListener("mouseleave", () => point(undefined));
        // No `click` is heard of what was drawn again while the button was down, and pointing at a place draws it again.
        let down;
        this.svg.addEventListener("mousedown", (event) => {
          down = event.button === 0 ? standAt(event) : undefined;
        });
        this.svg.addEventListener("mouseup", (event) => {
          if (down && standAt(event) === down) tell(`choose ${down}`);
          down = undefined;
        });
        this.svg.addEventListener("keydown", (event) => {
          if (!KEYS.has(event.key)) return;
          event.preventDefault();
          event.stopPropagation();
          tell(`key ${event.key}`);
        });
      }

      update(update) {
        for (const transaction of update.transactions) {
          for (const effect of transaction.effects) if (effect.is(setMarks)) this.take(effect.value.rail);
        }
        if (update.docChanged) this.take(null);
        if (update.geometryChanged || update.transactions.length) this.measure();
      }

      take(value) {
        this.value = value;
        const { dom } = this.view;
        dom.classList.toggle("with-rail", Boolean(value));
        dom.style.setProperty("--rail", `${value?.width ?? 0}px`);
        if (!value) {
          this.svg.remove();
          this.heads.remove();
        }
      }

      measure() {
        if (!this.value) return;
        this.view.requestMeasure({
          key: this,
          read: (view) => {
            const { doc } = view.state;
            const top = view.documentPadding.top;
            const last = view.lineBlockAt(doc.length);
            const half = view.defaultLineHeight / 2;
            const heightOf = (dot) => {
              // Below the last line there is room for the end.
              if (dot.line > doc.lines) return top + last.bottom + half + dot.below - 4;
              return top + view.lineBlockAt(doc.line(Math.max(dot.line, 1)).from).top + half + dot.below;
            };
            return { heightOf, height: view.contentHeight };
          },
          write: ({ heightOf, height }, view) => {
            if (!this.value) return;
            const { columns, width } = this.value;
            const gutters = view.dom.querySelector(".cm-gutters");
            if (this.svg.parentNode !== gutters) gutters.append(this.svg);
            this.svg.setAttribute("width", width);
            this.svg.setAttribute("height", height);
            this.svg.replaceChildren(...columns.map((column) => drawColumn(column, heightOf)));
            if (this.heads.parentNode !== view.dom) view.dom.append(this.heads);
            this.heads.style.left = `${gutters.offsetWidth - width - 4}px`;
            this.heads.replaceChildren(...drawHeads(columns));
          },
        });
      }

      destroy() {
        this.svg.remove();
        this.heads.remove();
      }
    },
  );
