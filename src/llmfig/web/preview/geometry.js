"use strict";
// Where the elements of a picture lie, in px of the figure, and which one is under a point.

const GROUND = ["figure", "page"]; // what everything lies on
const REACH = 6; // px of the screen from a connector at which it still counts as hit

/** Corners of an element as it lies on the page: its outline, or its frame. A list of closed lines. */
export function border(element) {
  const lines = element.outline ?? [corners(element.frame)];
  return element.turns ? lines.map((line) => line.map((p) => turned(p, element.turns))) : lines;
}

/** The frame of an element as it lies on the page: one closed line. */
export function frame(element, rect = element.frame) {
  const line = corners(rect);
  return element.turns ? line.map((p) => turned(p, element.turns)) : line;
}

export function corners([x, y, w, h]) {
  return [[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]];
}

/** A point after rotations, the innermost last in the list, each [degrees, x, y of the centre]. */
function turned(point, turns) {
  return turns.reduceRight(([x, y], [degrees, cx, cy]) => {
    const a = (degrees * Math.PI) / 180;
    const [dx, dy] = [x - cx, y - cy];
    return [cx + dx * Math.cos(a) - dy * Math.sin(a), cy + dx * Math.sin(a) + dy * Math.cos(a)];
  }, point);
}

/** The innermost element under a point: the smallest that holds it; a connector near it comes before what is larger. */
export function hit(elements, point, scale) {
  let best = null;
  let least = Infinity;
  for (const element of elements) {
    if (GROUND.includes(element.kind)) continue;
    const size = element.route ? reached(element, point, scale) : held(element, point);
    if (size < Infinity && size <= least) [best, least] = [element, size];
  }
  return best;
}

/** The area of an element that holds a point; infinite when it does not. */
function held(element, point) {
  const [, , w, h] = element.frame;
  if (w <= 0 || h <= 0) return Infinity;
  return border(element).some((line) => inside(line, point)) ? w * h : Infinity;
}

/** For connectors: small when the point lies on the line, so that only words on it come first. */
function reached(element, point, scale) {
  const near = REACH / scale;
  let distance = Infinity;
  for (let i = 1; i < element.route.length; i++) {
    distance = Math.min(distance, apart(point, element.route[i - 1], element.route[i]));
  }
  return distance <= near ? near * near * 40 : Infinity;
}

function apart([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return Math.hypot(x - ax - dx * t, y - ay - dy * t);
}

function inside(line, [x, y]) {
  let odd = false;
  for (let i = 1; i < line.length; i++) {
    const [[ax, ay], [bx, by]] = [line[i - 1], line[i]];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
  }
  return odd;
}

/** The path data of lines. */
export function path(lines) {
  return lines.map((line) => "M" + line.map(([x, y]) => `${x} ${y}`).join("L")).join("");
}

/** The path data of dots: lines without length, drawn with round ends. */
export function dots(points) {
  return points.map(([x, y]) => `M${x} ${y}h0`).join("");
}
