"use strict";
// Everything that comes from articles is set as text, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
const row = (cells, tag = "td") => make("tr", {}, ...cells.map((cell) => make(tag, {}, String(cell))));

byId("summary").textContent = `overall ${data.overall.toFixed(4)} over ${data.articles.length} articles`;
byId("scores").append(
  row(["measure", "precision", "recall", "F1", "95 %", "macro F1", "gold", "found"], "th"),
  ...data.measures.map((m) => row([m.name, m.precision.toFixed(3), m.recall.toFixed(3), m.f1.toFixed(3),
    `${m.interval[0].toFixed(3)}–${m.interval[1].toFixed(3)}`, m.macro_f1.toFixed(3), m.gold, m.predicted])),
);
byId("confusion").append(
  row(["gold ↓ found →", ...data.confusion.kinds], "th"),
  ...data.confusion.rows.map((cells, i) => row([data.confusion.kinds[i], ...cells])),
);

const drawChart = () => {
  const svgNames = "http://www.w3.org/2000/svg";
  const shape = (tag, attributes, text) => {
    const element = document.createElementNS(svgNames, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const left = 190, width = 500, step = 24;
  const svg = shape("svg", { width: left + width + 70, height: data.measures.length * step + 10, role: "img" });
  svg.append(shape("title", {}, "F1 by measure with bootstrap intervals"));
  data.measures.forEach((m, i) => {
    const y = i * step + 6, middle = y + 8;
    svg.append(shape("text", { x: 0, y: y + 13 }, m.name),
      shape("rect", { class: "bar", x: left, y, width: Math.max(1, m.f1 * width), height: 16 }),
      shape("line", { class: "whisker", x1: left + m.interval[0] * width, x2: left + m.interval[1] * width, y1: middle, y2: middle }),
      shape("text", { x: left + width + 12, y: y + 13 }, m.f1.toFixed(3)));
  });
  byId("chart").append(svg);
};
drawChart();

// A text with its marks: cut at every boundary, each piece carries the classes of the marks that cover it.
const marked = (text, marks) => {
  const characters = Array.from(text); // offsets count code points
  const cuts = [...new Set([0, characters.length, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  const box = make("div", { class: "text" });
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const covering = marks.filter((mark) => mark.start <= cuts[i] && cuts[i + 1] <= mark.end);
    const piece = characters.slice(cuts[i], cuts[i + 1]).join("");
    if (covering.length === 0) { box.append(piece); continue; }
    const classes = covering.flatMap((mark) => (mark.optional ? [mark.kind, "optional"] : [mark.kind]));
    box.append(make("span", { class: classes.join(" "), title: covering.map((mark) => mark.label).join("\n"),
      "data-start": cuts[i], "data-end": cuts[i + 1] }, piece));
  }
  return box;
};

const errors = [];
data.articles.forEach((article) => {
  const gold = make("div", {}, make("h4", {}, "gold"), marked(article.text, article.gold));
  const found = make("div", {}, make("h4", {}, "found"), marked(article.text, article.found));
  const list = make("ul", { class: "errors" });
  const box = make("article", {}, make("h3", {}, article.id), make("div", { class: "sides" }, gold, found), list);
  article.errors.forEach((error) => {
    const place = (error.gold ?? error.found)[0];
    const item = make("li", { "data-kind": error.kind, "data-cause": error.cause },
      `${error.kind}: ${error.cause}: ${error.detail}`);
    const entry = { ...error, item, gold, found, goldSpan: error.gold, foundSpan: error.found, place };
    item.addEventListener("click", () => show(errors.filter(wanted).indexOf(entry)));
    errors.push(entry);
    list.append(item);
  });
  byId("articles").append(box);
});

const fill = (select, values) => select.append(...["all", ...values].map((value) => make("option", { value }, value)));
fill(byId("kind"), [...new Set(errors.map((error) => error.kind))].sort());
fill(byId("cause"), [...new Set(errors.map((error) => error.cause))].sort());
const wanted = (error) => ["kind", "cause"].every((key) => ["all", error[key]].includes(byId(key).value));

let current = -1;
const highlight = (side, span) => {
  if (!span) return;
  side.querySelectorAll("[data-start]").forEach((piece) => {
    if (Number(piece.dataset.start) < span[1] && span[0] < Number(piece.dataset.end)) piece.classList.add("current");
  });
};
const show = (index) => {
  const list = errors.filter(wanted);
  document.querySelectorAll(".current").forEach((element) => element.classList.remove("current"));
  errors.forEach((error) => { error.item.hidden = !wanted(error); });
  current = list.length === 0 ? -1 : (index + list.length) % list.length;
  byId("position").textContent = list.length === 0 ? "no such error" : `${current + 1} of ${list.length}`;
  if (current < 0) return;
  const error = list[current];
  error.item.classList.add("current");
  highlight(error.gold, error.goldSpan);
  highlight(error.found, error.foundSpan);
  error.item.scrollIntoView({ block: "nearest" });
  (document.querySelector(".text .current") ?? error.item).scrollIntoView({ block: "center" });
};
const refilter = () => { current = -1; show(0); };
byId("kind").addEventListener("change", refilter);
byId("cause").addEventListener("change", refilter);
byId("next").addEventListener("click", () => show(current + 1));
byId("previous").addEventListener("click", () => show(current - 1));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.tagName === "SELECT") return;
  if (event.key === "j") show(current + 1);
  if (event.key === "k") show(current - 1);
});
byId("position").textContent = `${errors.length} errors`;
