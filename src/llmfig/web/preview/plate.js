"use strict";
// One picture with its heading, its overlays and, in place of it, what went wrong.

import { el } from "./dom.js";
import { failureCard } from "./failure.js";
import { hit } from "./geometry.js";
import { Overlay } from "./overlay.js";

const NAMES = { en: "English", zh: "中文" };
const SLOW = 300; // ms after which a drawing is worth a word

export class Plate {
  /**
   * @param lang, theme what it shows
   * @param listeners `hover(id)`, `choose(id, plate, open)`, `enter(id, plate)` by the keyboard, `changed()` when
   *   picture or details are others, `wheel(plate, event)` with Ctrl held down
   */
  constructor(lang, theme, listeners) {
    Object.assign(this, { lang, theme, listeners, data: null, details: null, scale: 1 });
    this.overlay = new Overlay();
    this.image = el("img", { alt: "" });
    this.sheet = el("div", { class: "sheet", hidden: true }, this.image, this.overlay.svg);
    this.waiting = el("p", { class: "waiting" }, "Drawing …");
    this.state = el("span", { class: "state" });
    const label = `${NAMES[lang]}, ${theme}`;
    this.pane = el("div", { class: "pane", tabindex: "0", role: "group", "aria-label": `Picture: ${label}` }, this.sheet, this.waiting);
    this.card = el("div", { class: "card", hidden: true });
    this.node = el(
      "section",
      { class: "plate", "aria-label": label },
      el("header", {}, el("strong", { lang }, NAMES[lang]), el("span", { class: "soft" }, el("bdi", {}, theme)), this.state),
      this.pane,
      this.card,
    );
    this.listen();
  }

  listen() {
    const { svg } = this.overlay;
    svg.addEventListener("pointermove", (event) => this.listeners.hover(this.under(event)?.id ?? null));
    svg.addEventListener("pointerleave", () => this.listeners.hover(null));
    svg.addEventListener("click", (event) => this.listeners.choose(this.under(event)?.id ?? null, this, event.ctrlKey || event.metaKey));
    svg.addEventListener("dblclick", (event) => this.listeners.choose(this.under(event)?.id ?? null, this, true));
    this.pane.addEventListener("wheel", (event) => event.ctrlKey && this.listeners.wheel(this, event), { passive: false });
    this.pane.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !this.details) return;
      event.preventDefault(); // else it would press the button that gets the focus
      this.listeners.enter(this.details.elements[0].id, this);
    });
  }

  /** The element under the pointer. */
  under(event) {
    if (!this.details) return null;
    const box = this.sheet.getBoundingClientRect();
    const point = [(event.clientX - box.left) / this.scale, (event.clientY - box.top) / this.scale];
    return hit(this.details.elements, point, this.scale);
  }

  /** Takes over what the server tells of this picture. */
  async take(data) {
    const before = this.data;
    this.data = data;
    clearTimeout(this.timer);
    if (data.drawing) this.timer = setTimeout(() => (this.state.textContent = "drawing …"), SLOW);
    else this.settle();
    if (data.failure === null && data.picture && data.picture.src !== this.image.dataset.src) await this.change(data);
    else if (data.picture && !this.image.dataset.src) await this.change(data); // the last good one, after a reload
    if (this.data !== data) return;
    if (data.details !== before?.details || !this.details) await this.describe(data);
  }

  /** What is said when nothing is being drawn. */
  settle() {
    const { data } = this;
    const failed = data.failure !== null;
    this.node.classList.toggle("failed", failed);
    this.card.replaceChildren(...(failed ? [failureCard(data.failure)] : []));
    this.card.hidden = !failed;
    this.waiting.hidden = failed || Boolean(data.picture);
    this.state.textContent = failed ? "not drawn" : data.picture ? `${Math.round(data.seconds * 1000)} ms` : "";
    this.listeners.changed(this);
  }

  /** Shows another picture, once it can be shown at once. */
  async change(data) {
    const { src, width, height, alt } = data.picture;
    const next = el("img", { src: `/blob/${src}`, alt, "data-src": src, width, height, draggable: "false" });
    try {
      await next.decode();
    } catch {
      return; // superseded: the server no longer keeps it
    }
    if (this.data !== data && this.data.picture?.src !== src) return;
    this.image.replaceWith(next);
    this.image = next;
    this.sheet.hidden = false;
    this.waiting.hidden = true;
    if (!data.failure) {
      this.details = null; // those of the picture before
      this.overlay.lay(null, data.picture);
      delete this.node.dataset.details;
    }
    this.listeners.changed(this);
  }

  /** Fetches what can be laid over the picture. */
  async describe(data) {
    if (!data.details || data.failure) return;
    const answer = await fetch(`/blob/${data.details}`);
    if (!answer.ok || this.data?.details !== data.details) return;
    this.details = indexed(await answer.json(), data.details);
    this.overlay.lay(this.details, data.picture);
    this.node.dataset.details = data.details;
    this.listeners.changed(this);
  }

  /** Width and height of the picture, px of the figure. */
  get size() {
    return this.data?.picture ? [this.data.picture.width, this.data.picture.height] : null;
  }

  /** Shows the picture at a scale. */
  zoom(scale) {
    this.scale = scale;
    const [width, height] = this.size ?? [0, 0];
    this.sheet.style.width = `${width * scale}px`;
    this.sheet.style.height = `${height * scale}px`;
  }
}

function plain(text) {
  return (text ?? "").replace(/\s+/g, " ").trim();
}

/** Details with what looks things up in them. */
function indexed(details, digest) {
  details.digest = digest;
  details.byId = new Map(details.elements.map((element) => [element.id, element]));
  for (const element of details.elements) element.said = plain(element.text);
  for (const element of [...details.elements].reverse()) {
    const holder = details.elements[element.in];
    if (!holder || element.decor || holder.kind === "figure") continue;
    if (holder.inner && !holder.said) holder.said = element.said; // a box is called by its words,
    holder.first = element.said || element.first || holder.first; // what holds several by the first ones
  }
  details.tracks = new Map(details.tracks.map(({ id, ways }) => [id, ways]));
  return details;
}
