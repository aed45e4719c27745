"use strict";
// Lines of an author's file: the link that opens them, an excerpt, the copy button.

import { el } from "./dom.js";

const AROUND = 3; // lines before and after the one that is meant

/** The address that opens a line in VS Code. */
export function editorLink(path, line) {
  const parts = path.replace(/^\//, "").split("/").map((part) => encodeURIComponent(part).replaceAll("%3A", ":"));
  return `vscode://file/${parts.join("/")}:${line}`;
}

/** A file and a line, to be opened or copied. */
export function where({ name, path, line }) {
  const told = `${name}:${line}`;
  const copy = el("button", { type: "button" }, "Copy");
  copy.addEventListener("click", () => copied(copy, told));
  return el("div", { class: "where" }, el("a", { href: editorLink(path, line), title: "Open in VS Code" }, told), copy);
}

async function copied(button, text) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Not allowed";
  }
  setTimeout(() => (button.textContent = "Copy"), 1500);
}

/** Lines with their numbers; `meant` is marked. */
export function excerpt(first, all, meant) {
  const lines = outdented(all);
  const rows = lines.map((text, i) => {
    const number = first + i;
    const row = el("span", { class: number === meant ? "meant" : null }, el("i", {}, number), text || " ");
    return row;
  });
  // A line may be wider than its place, which then scrolls, and so must take the keyboard's focus.
  return lines.length ? el("pre", { class: "lines", tabindex: "0", role: "group", "aria-label": "Source", dir: "ltr" }, ...rows) : null;
}

/** Lines without the indentation that all of them have. */
function outdented(lines) {
  const depths = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  return lines.map((line) => line.slice(Math.min(...depths)));
}

/** The lines of a whole text round one of them. */
export function excerptOf(text, line) {
  const first = Math.max(1, line - AROUND);
  return excerpt(first, text.split("\n").slice(first - 1, line + AROUND), line);
}
