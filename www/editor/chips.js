// The badges of the actors: one letter, one shape and one hue each, as in the rest of the page.
const NS = "http://www.w3.org/2000/svg";

const SHAPES = {
  ring: ["circle", { cx: 10, cy: 10, r: 8.2 }, 10, 14, 10.5],
  circle: ["circle", { cx: 10, cy: 10, r: 9 }, 10, 14.1, 11.5],
  square: ["rect", { x: 1.6, y: 1.6, width: 16.8, height: 16.8, rx: 3 }, 10, 14.1, 11.5],
  triangle: ["path", { d: "M10 1.2 19.2 17.9H.8Z" }, 10, 16.1, 10.5],
  diamond: ["path", { d: "M10 .9 19.1 10 10 19.1.9 10Z" }, 10, 13.9, 10.5],
  hexagon: ["path", { d: "M5.6 2.1H14.4L19 10 14.4 17.9H5.6L1 10Z" }, 10, 14.1, 11.5],
  pennant: ["path", { d: "M1.7 2.4H12.4L18.9 10 12.4 17.6H1.7Z" }, 8.6, 14.1, 11],
  cross: [
    "path",
    { d: "M6.2 1.4H13.8V6.2H18.6V13.8H13.8V18.6H6.2V13.8H1.4V6.2H6.2Z" },
    10,
    14,
    11,
  ],
  arch: ["path", { d: "M2 18.2V9.6a8 8 0 0 1 16 0V18.2Z" }, 10, 14.9, 11.5],
};

export const node = (name, attributes) => {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

export function chip({ class: hue, letter, shape }, size = 14) {
  const svg = node("svg", {
    class: `chip ${hue}`,
    width: size,
    height: size,
    viewBox: "0 0 20 20",
    "aria-hidden": "true",
  });
  const [name, attributes, x, y, fontSize] = SHAPES[shape];
  const text = node("text", { x, y, "font-size": fontSize });
  text.textContent = letter;
  svg.append(node(name, attributes), text);
  return svg;
}
