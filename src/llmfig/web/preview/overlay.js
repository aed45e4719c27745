"use strict";
// What is laid over a picture: frames, anchors, tracks, findings, and what the pointer is on.

import { shape } from "./dom.js";
import { border, dots, frame, path } from "./geometry.js";

const LETTERS = 11; // px of the screen
const SIDES = ["top", "right", "bottom", "left"];
const CORNERS = ["center", "top_left", "top_right", "bottom_left", "bottom_right"];

export class Overlay {
  constructor() {
    this.base = shape("g");
    this.marks = shape("g");
    this.svg = shape("svg", { class: "overlay", "aria-hidden": "true" }, this.base, this.marks);
    this.details = null;
    this.scale = 1;
  }

  /** The details of the picture below, null while they are not known. */
  lay(details, { width, height }) {
    this.details = details;
    this.width = width;
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  }

  /** Draws the overlays that are asked for; `scale` is px of the screen for one of the figure. */
  show(overlays, scale) {
    this.scale = scale;
    const layers = { tracks: tracksLayer, elements: elementsLayer, anchors: anchorsLayer, checks: checksLayer };
    const wanted = this.details ? Object.keys(layers).filter((name) => overlays.includes(name)) : [];
    this.base.replaceChildren(...wanted.flatMap((name) => layers[name](this.details, this)));
  }

  /** Marks the element under the pointer and the chosen one, by id. */
  mark(hovered, chosen, overlays) {
    const found = [];
    for (const id of new Set([chosen, hovered])) {
      const element = this.details?.byId.get(id);
      if (!element) continue;
      found.push(...outlined(element, id === chosen ? "chosen" : "hover"));
      if (overlays.includes("tracks")) found.push(...this.gaps(element));
      if (overlays.includes("anchors")) found.push(...this.named(element));
      if (id === hovered) found.push(this.title(element));
    }
    this.marks.replaceChildren(...found);
  }

  /** What an element is called, over its frame, or where there is room. */
  title(element) {
    const [x, y, w, h] = element.frame;
    const name = nameOf(element);
    const room = this.width - x - (name.length * LETTERS * 0.6) / this.scale;
    const above = y > (LETTERS * 1.5) / this.scale;
    const at = [room > 0 ? x : Math.min(x + w, this.width), above ? y : y + h];
    return this.label(name, at, "name", above ? -5 : LETTERS + 3, room > 0 ? "start" : "end");
  }

  /** Words at a point, as large as ever whatever the zoom. */
  label(text, [x, y], look, up = -3, anchor = "start") {
    const size = LETTERS / this.scale;
    const place = { x, y: y + up / this.scale, "font-size": size, "stroke-width": size / 4, "text-anchor": anchor };
    return shape("text", { class: look, ...place }, text);
  }

  /** The widths of the gaps of a container, with what its author asked for where that is less. */
  gaps(element) {
    const found = [];
    for (const { way, gap, spans } of this.details.tracks.get(element.id) ?? []) {
      for (const [from, to] of between(spans)) {
        const [x, y, w, h] = element.frame;
        const middle = way === "column" ? [(from + to) / 2, y + h / 2] : [x + w / 2, (from + to) / 2];
        const asked = Math.abs(to - from - gap) > 0.5 ? ` (${short(gap)} asked)` : "";
        found.push(this.label(short(to - from) + asked, middle, way, 4, "middle"));
      }
    }
    return found;
  }

  /** The names of what can be pointed at of an element. Corners are left out: their names lie on those of the sides. */
  named(element) {
    const found = [];
    for (const [name, place] of Object.entries(this.details.places[element.id] ?? {})) {
      if (CORNERS.includes(name)) continue;
      found.push(this.label(name, place, "anchor", LETTERS + 3));
    }
    return found;
  }
}

/** How an element is called where there is little room. */
export function nameOf(element) {
  const { kind, said, first } = element;
  if (said) return `${kind} “${said.length > 32 ? said.slice(0, 31) + "…" : said}”`;
  return first ? `${kind} (“${first.length > 20 ? first.slice(0, 19) : first}” …)` : kind;
}

/** The gaps between tracks: pairs of px. */
export function between(spans) {
  return spans.slice(1).map((span, i) => [spans[i][1], span[0]]).filter(([from, to]) => to - from > 0.01);
}

export function short(number) {
  return String(Math.round(number * 10) / 10);
}

/** The outline of an element, with the room for its words when it is the chosen one. */
function outlined(element, look) {
  const d = path(element.route ? [element.route] : border(element));
  const found = [shape("path", { class: "halo", d }), shape("path", { class: element.route ? `${look} line` : look, d })];
  if (look === "chosen" && element.inner) found.push(shape("path", { class: "inner", d: path([frame(element, element.inner)]) }));
  return found;
}

function elementsLayer(details) {
  const seen = details.elements.filter((e) => !e.decor && e.kind !== "figure");
  const boxes = seen.filter((e) => !e.route && e.frame[2] > 0 && e.frame[3] > 0).flatMap(border);
  const wires = seen.filter((e) => e.route).map((e) => e.route);
  return [
    shape("path", { class: "elements", d: path(boxes) }),
    shape("path", { class: "wires", d: path(wires) }),
  ];
}

function anchorsLayer(details, { scale }) {
  const points = [];
  const parts = [];
  for (const [id, places] of Object.entries(details.places)) {
    const element = details.byId.get(id);
    const holder = details.elements[element?.in];
    // Nobody points at the words of a box, which stands for them, nor at the label of a connector.
    if (!element || element.decor || holder?.inner || ["label", "tag"].includes(holder?.kind)) continue;
    for (const [name, place] of Object.entries(places)) {
      if (place.length === 4) parts.push(frame({ frame: place }));
      else if (SIDES.includes(name) ? !element.clear : !CORNERS.includes(name)) points.push(place);
    }
  }
  const size = Math.max(2, Math.min(6, 8 * scale));
  const dot = (found, look, width) => shape("path", { class: look, d: dots(found), "stroke-width": width });
  const ends = details.elements.flatMap((e) => e.ends ?? []);
  return [
    shape("path", { class: "parts", d: path(parts) }),
    dot(points, "dots", size * 0.7),
    dot(ends, "dots around", size + 3),
    dot(ends, "dots", size),
  ];
}

function tracksLayer(details) {
  const found = [];
  for (const way of ["row", "column"]) {
    const lines = [];
    const axes = [];
    const gaps = [];
    for (const [id, ways] of details.tracks) {
      const element = details.byId.get(id);
      if (!element) continue;
      const [x, y, w, h] = element.frame;
      const across = (at) => (way === "column" ? [[at, y], [at, y + h]] : [[x, at], [x + w, at]]);
      for (const { spans } of ways.filter((one) => one.way === way)) {
        for (const [from, to, axis] of spans) {
          lines.push(across(from), across(to));
          axes.push(across(axis));
        }
        for (const [from, to] of between(spans)) gaps.push([...across(from), ...across(to).reverse(), across(from)[0]]);
      }
    }
    found.push(
      shape("path", { class: `${way}-gaps`, d: path(gaps) }),
      shape("path", { class: `${way}s`, d: path(lines) }),
      shape("path", { class: `${way}s axes`, d: path(axes) }),
    );
  }
  return found;
}

function checksLayer(details, overlay) {
  const found = [];
  details.findings.forEach((finding, i) => {
    const element = details.byId.get(finding.target) ?? details.elements[0];
    const lines = element.route ? [element.route] : border(element);
    const allowed = finding.allowed !== null;
    found.push(shape("path", { class: allowed ? "findings allowed" : "findings", d: path(lines) }));
    if (!allowed) found.push(overlay.label(`${i + 1} ${finding.rule}`, lines[0][0], "finding"));
  });
  return found;
}
