"use strict";
// The panel at the side: what was clicked, and what the checks found.

import { el, words } from "./dom.js";
import { nameOf, short } from "./overlay.js";
import { excerptOf, where } from "./source.js";

const ANCHORS = ["top", "right", "bottom", "left", "center", "top_left", "top_right", "bottom_left", "bottom_right"];

/** What there is to say of one element. `choose(id)` and `hover(id)` are called for others that are named here. */
export function elementPanel(details, element, { choose, hover, close }) {
  const chip = (other) => pick(nameOf(other), other.id, choose, hover);
  const holders = [];
  for (let at = element.in; at >= 0; at = details.elements[at].in) holders.unshift(details.elements[at]);
  const own = details.elements.indexOf(element);
  const held = details.elements.filter((other) => other.in === own);
  return el(
    "section",
    { "aria-label": "Element" },
    el("h2", {}, el("span", { class: "kind" }, element.kind), el("bdi", {}, element.said.slice(0, 80)), el("button", { type: "button", "aria-label": "Close the details", click: close }, "×")),
    source(details, element.source),
    facts(element),
    chips("Stands in", holders.map(chip)),
    chips("Holds", held.map(chip)),
    reach(details, element),
  );
}

function source(details, place) {
  if (!place) return null;
  const { name, path, text } = details.files[place[0]];
  return el("div", {}, where({ name, path, line: place[1] }), text ? excerptOf(text, place[1]) : null);
}

function facts(element) {
  const [x, y, w, h] = element.frame.map(short);
  const rows = [
    ["id", element.id],
    ["frame", `${w} × ${h} at ${x}, ${y} px`],
    ["role", element.role],
    ["text", element.text],
    ["LaTeX", element.latex],
    ["turned", element.turns ? `${element.turns.reduce((sum, [degrees]) => sum + degrees, 0)}°` : null],
    ["ends", element.ends ? element.ends.map(([ex, ey, target]) => `${target ?? "free"} at ${short(ex)}, ${short(ey)}`).join(" → ") : null],
  ];
  return el("dl", {}, ...rows.filter(([, value]) => value).flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, words(value))]));
}

/** Anchors and parts: what is written behind the element to point at them. */
function reach(details, element) {
  const places = Object.entries(details.places[element.id] ?? {});
  const told = ([name, place]) => el("li", {}, el("code", { title: place.map(short).join(", ") + " px" }, name));
  const parts = places.filter(([name]) => !ANCHORS.includes(name));
  const anchors = places.filter(([name]) => ANCHORS.includes(name));
  return el("div", {}, ...[["Parts", parts], ["Anchors", anchors]].map(([head, found]) => chips(head, found.map(told))));
}

function chips(head, items) {
  return items.length ? el("div", {}, el("h3", {}, head), el("ul", { class: "chips" }, ...items)) : null;
}

function pick(name, id, choose, hover) {
  const listeners = { click: () => choose(id), pointerenter: () => hover(id), pointerleave: () => hover(null), focus: () => hover(id), blur: () => hover(null) };
  return el("li", {}, el("button", { type: "button", ...listeners }, words(name)));
}

/** What the checks say of the pictures: a list for each. */
export function findingsPanel(plates, { choose, hover }) {
  const lists = plates.filter((plate) => plate.details && !plate.data.failure).map((plate) => findings(plate, choose, hover));
  return el("section", { "aria-label": "Checks" }, el("h2", {}, "Checks"), ...(lists.length ? lists : [el("p", {}, "Nothing is drawn yet.")]));
}

function findings({ details, data, node }, choose, hover) {
  const numbered = details.findings.map((finding, i) => [finding, i + 1]);
  const wrong = numbered.filter(([finding]) => finding.allowed === null);
  const allowed = numbered.filter(([finding]) => finding.allowed !== null);
  const entry = (pair) => told(details, pair, choose, hover);
  return el(
    "div",
    {},
    el("h3", {}, node.getAttribute("aria-label")),
    details.trouble ? el("p", {}, words(details.trouble)) : null,
    wrong.length ? el("ol", {}, ...wrong.map(entry)) : el("p", {}, data.findings ? "" : "Nothing is wrong."),
    allowed.length ? el("details", {}, el("summary", {}, `${allowed.length} allowed by the author`), el("ol", { class: "allowed" }, ...allowed.map(entry))) : null,
  );
}

function told(details, [finding, number], choose, hover) {
  const target = finding.target;
  const listeners = target ? { click: () => choose(target), pointerenter: () => hover(target), pointerleave: () => hover(null) } : { disabled: true };
  const place = finding.source && { ...details.files[finding.source[0]], line: finding.source[1] };
  return el(
    "li",
    {},
    el("button", { type: "button", class: "rule", ...listeners }, el("span", {}, number), el("b", {}, finding.rule)),
    el("p", {}, words(finding.message)),
    finding.allowed === null ? el("p", { class: "fix" }, el("strong", {}, "Fix: "), words(finding.fix)) : el("p", {}, "Allowed: ", words(finding.allowed)),
    place ? where(place) : null,
  );
}
