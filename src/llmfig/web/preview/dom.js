"use strict";
// Building the page. Whatever an author wrote comes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes (null and false: none, functions: listeners) and children (strings become text). */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same in an SVG picture. */
export function shape(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** An author's words: set apart from the direction of what stands round them. */
export function words(text) {
  return el("bdi", {}, text);
}

export function byId(id) {
  return document.getElementById(id);
}
