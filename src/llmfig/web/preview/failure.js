"use strict";
// What went wrong, in place of a picture.

import { el, words } from "./dom.js";
import { excerpt, where } from "./source.js";

const HEADS = { figure: "Not drawn", crash: "Not drawn", bug: "A bug of llmfig" };

export function failureCard(failure) {
  const [first, lines] = failure.excerpt;
  return el(
    "div",
    { class: "failure", role: "alert" },
    el("h2", {}, HEADS[failure.kind]),
    el("p", { class: "what" }, words(failure.what)),
    where(failure),
    excerpt(first, lines, failure.line),
    failure.fix ? el("p", { class: "fix" }, el("strong", {}, "Fix: "), words(failure.fix)) : null,
    failure.trace ? el("pre", { class: "trace", tabindex: "0", role: "group", "aria-label": "Traceback" }, failure.trace) : null,
  );
}

/** Whether two failures say the same. */
export function same(a, b) {
  return a.what === b.what && a.path === b.path && a.line === b.line && a.fix === b.fix;
}
