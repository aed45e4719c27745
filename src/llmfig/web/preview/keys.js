"use strict";
// Keys, and the dialog that lists them.

import { byId, el } from "./dom.js";

/** Listens for keys. `actions` is a list of [keys, what it does, function]. */
export function listen(actions) {
  byId("keys").replaceChildren(
    ...actions.flatMap(([keys, what]) => [el("dt", {}, ...keys.flatMap((key, i) => [i ? " " : null, el("kbd", {}, key)])), el("dd", {}, what)]),
  );
  const found = new Map(actions.flatMap(([keys, , action]) => keys.map((key) => [key === "Esc" ? "Escape" : key, action])));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, dialog[open]");
    const action = found.get(event.key);
    if (!action || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    action();
  });
  byId("help-open").addEventListener("click", () => byId("help").showModal());
}
