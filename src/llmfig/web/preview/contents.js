"use strict";
// The list of figures, by chapter, with a search.

import { byId, el, words } from "./dom.js";

export class Contents {
  /** @param address gives the address of a figure by its key */
  constructor(address) {
    Object.assign(this, { address, chapters: [], shown: null });
    this.search = byId("search");
    this.search.addEventListener("input", () => this.draw());
    this.search.addEventListener("keydown", (event) => {
      if (event.key === "Enter") byId("chapters").querySelector("a")?.click();
      if (event.key === "Escape") {
        this.search.value = "";
        this.draw();
      }
    });
  }

  take(chapters) {
    this.chapters = chapters;
    const focused = document.activeElement?.dataset?.key;
    this.draw();
    this.reveal();
    [...byId("chapters").querySelectorAll("a")].find((link) => link.dataset.key === focused)?.focus();
  }

  /** Marks the figure that is shown; the links lead to the others as they would be shown. */
  mark(key) {
    const other = key !== this.shown;
    this.shown = key;
    for (const link of byId("chapters").querySelectorAll("a")) {
      link.setAttribute("href", this.address(link.dataset.key));
      if (link.dataset.key === key) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (other) this.reveal();
  }

  reveal() {
    byId("chapters").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  /** All figures in reading order. */
  get figures() {
    return this.chapters.flatMap((chapter) => chapter.figures.map((figure) => ({ ...figure, chapter })));
  }

  find(key) {
    return this.figures.find((figure) => figure.key === key);
  }

  /** The key of the figure `step` places on from the one that is shown. */
  beside(step) {
    const keys = this.figures.map((figure) => figure.key);
    const at = keys.indexOf(this.shown);
    return keys[(Math.max(at, step > 0 ? -1 : 0) + step + keys.length) % keys.length];
  }

  draw() {
    const asked = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const holds = (chapter, figure) => {
      const text = [figure.key, figure.en, figure.zh, chapter.en, chapter.zh].join(" ").toLowerCase();
      return asked.every((word) => text.includes(word));
    };
    const found = this.chapters
      .map((chapter) => [chapter, chapter.figures.filter((figure) => holds(chapter, figure))])
      .filter(([, figures]) => figures.length);
    byId("chapters").replaceChildren(...found.flatMap(([chapter, figures]) => this.chapter(chapter, figures)));
    byId("none").hidden = found.length > 0;
  }

  chapter(chapter, figures) {
    const names = chapter.en === chapter.zh ? [words(chapter.en)] : [words(chapter.en), " · ", el("bdi", { lang: "zh" }, chapter.zh)];
    return [el("h2", {}, ...names), el("ul", {}, ...figures.map((figure) => el("li", {}, this.link(figure))))];
  }

  link(figure) {
    const current = figure.key === this.shown ? "page" : null;
    const title = figure.broken ? el("small", { class: "broken" }, "cannot be loaded") : figure.zh ? el("small", { lang: "zh" }, words(figure.zh)) : null;
    return el("a", { href: this.address(figure.key), "data-key": figure.key, "aria-current": current }, words(figure.id), title);
  }
}
