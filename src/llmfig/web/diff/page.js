"use strict";
// The page that compares two revisions. All text reaches the page through textContent; pictures are blobs in <img>.

const report = JSON.parse(document.getElementById("report").textContent);
const view = { mode: "three", fit: "crop", lang: "both" };
const cards = []; // what is shown, in order: { node, load, viewers }
const root = document.documentElement;

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") node.className = value;
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((c) => c !== null && c !== undefined));
  return node;
}

const blobs = new Map();

// The address of an embedded file: base64 of a PNG, or of an SVG that is packed with gzip.
function address(id) {
  if (!blobs.has(id)) blobs.set(id, unpack(document.getElementById(id).textContent, id.startsWith("svg")));
  return blobs.get(id);
}

async function unpack(text, packed) {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  if (!packed) return URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const svg = await new Response(stream).arrayBuffer();
  return URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
}

// One figure in one language: its pictures, moved and zoomed together.
class Viewer {
  constructor(lang, picture, title) {
    this.picture = picture;
    this.title = title;
    this.width = Math.max(picture.before?.size[0] ?? 0, picture.after?.size[0] ?? 0);
    this.height = Math.max(picture.before?.size[1] ?? 0, picture.after?.size[1] ?? 0);
    this.place = { scale: 1, x: 0, y: 0 };
    this.share = 0.5;
    this.marks = [];
    this.panels = make("div", { class: "panels" });
    this.slider = make("input", {
      class: "slider", type: "range", min: 0, max: 100, value: 50,
      oninput: () => { this.share = this.slider.value / 100; this.mix(); },
    });
    const name = lang === "en" ? "English" : "中文";
    this.node = make("figure", { class: `lang ${lang}` },
      make("figcaption", {}, picture.same ? `${name} (unchanged)` : name), this.panels, this.slider);
    this.resized = new ResizeObserver(() => this.frame());
  }

  // Builds the panels of the present mode.
  build() {
    this.resized.disconnect();
    clearInterval(this.blinking);
    const { before, after, difference } = this.picture;
    const both = before && after && !this.picture.same;
    const mode = both ? view.mode : "three";
    this.mode = mode;
    let stages;
    if (mode === "three") {
      stages = this.picture.same ? [["after", [after.svg]]]
        : both ? [["before", [before.svg]], ["after", [after.svg]], ...(difference ? [["difference", [difference]]] : [])]
        : [[before ? "before" : "after", [(before ?? after).svg]]];
    } else {
      stages = [[{ swipe: "before | after", onion: "before over after", blink: "before and after in turn" }[mode], [after.svg, before.svg]]];
    }
    this.stages = stages.map(([name, sources]) => this.stage(name, sources));
    this.panels.replaceChildren(...this.stages.map((s) => s.panel));
    this.slider.hidden = mode !== "swipe" && mode !== "onion";
    this.slider.setAttribute("aria-label", mode === "swipe" ? "How far the picture before reaches" : "How strong the picture before is");
    if (mode === "blink") {
      let on = true;
      this.blinking = setInterval(() => { on = !on; this.share = on ? 1 : 0; this.mix(); }, 700);
    }
    for (const s of this.stages) this.resized.observe(s.node);
    this.fit();
    this.mix();
  }

  stage(name, sources) {
    const node = make("div", { class: "stage", tabindex: 0, role: "group", "aria-label": `${this.title}: ${name}` });
    const images = sources.filter(Boolean).map((source, i) => {
      const image = make("img", { alt: i || sources.length === 1 ? `${this.title}, ${name}` : "", draggable: "false" });
      address(source).then((url) => { image.src = url; });
      node.append(image);
      return image;
    });
    if (!images.length) node.append(make("div", { class: "empty" }, "not drawn"));
    const panel = make("div", { class: `panel ${name}` }, make("div", { class: "what" }, name), node);
    this.listen(node);
    return { name, node, images, panel };
  }

  listen(node) {
    node.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return; // the page scrolls
      event.preventDefault();
      const box = node.getBoundingClientRect();
      this.zoom(Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    node.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      node.setPointerCapture(event.pointerId);
      const start = { x: event.clientX - this.place.x, y: event.clientY - this.place.y };
      const move = (e) => { this.place.x = e.clientX - start.x; this.place.y = e.clientY - start.y; this.draw(); };
      node.addEventListener("pointermove", move);
      node.addEventListener("pointerup", () => node.removeEventListener("pointermove", move), { once: true });
    });
    node.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] }[event.key];
      if (!step) return;
      event.preventDefault();
      this.place.x += step[0];
      this.place.y += step[1];
      this.draw();
    });
    node.addEventListener("dblclick", () => this.zoom(2));
  }

  region() {
    const whole = [0, 0, this.width, this.height];
    return view.fit === "crop" && this.picture.crop ? this.picture.crop : whole;
  }

  // The stage gets the shape of what it shows, within reason.
  fit() {
    const [, , w, h] = this.region();
    const shape = Math.min(Math.max(w / Math.max(h, 1), 0.6), 4);
    // Wide parts stand below each other, narrow ones beside each other, so that all are about as large.
    const across = shape > 1.9 ? 1 : shape > 0.9 ? 2 : 3;
    this.panels.style.setProperty("--panels", Math.min(across, this.stages.length));
    for (const s of this.stages) s.node.style.aspectRatio = shape;
    this.frame();
  }

  frame(region = this.region()) {
    const node = this.stages?.[0]?.node;
    if (!node?.clientWidth) return;
    const [x, y, w, h] = region;
    const scale = Math.min(node.clientWidth / Math.max(w, 1), node.clientHeight / Math.max(h, 1));
    this.place = { scale, x: (node.clientWidth - w * scale) / 2 - x * scale, y: (node.clientHeight - h * scale) / 2 - y * scale };
    this.draw();
  }

  zoom(by, cx = this.stages[0].node.clientWidth / 2, cy = this.stages[0].node.clientHeight / 2) {
    const scale = Math.min(Math.max(this.place.scale * by, 0.02), 20);
    const factor = scale / this.place.scale;
    this.place = { scale, x: cx - (cx - this.place.x) * factor, y: cy - (cy - this.place.y) * factor };
    this.draw();
  }

  draw() {
    const { scale, x, y } = this.place;
    const sizes = { before: this.picture.before?.size, after: this.picture.after?.size };
    for (const s of this.stages) {
      s.images.forEach((image, i) => {
        const which = s.name === "difference" ? null : s.images.length === 2 ? (i ? "before" : "after") : s.name;
        const [w, h] = (which && sizes[which]) || [this.width, this.height];
        const [dx, dy] = which === "before" ? this.picture.drift : [0, 0];
        // Sized and not only scaled, so that the browser draws the outlines anew and they stay sharp.
        image.style.width = `${w * scale}px`;
        image.style.height = `${h * scale}px`;
        image.style.transform = `translate(${x + dx * scale}px, ${y + dy * scale}px)`;
      });
      s.node.querySelectorAll(".mark").forEach((m) => m.remove());
      if (s.name === "difference") continue;
      const side = s.name === "before" ? 0 : 1;
      for (const pair of this.marks) {
        if (!pair[side]) continue;
        const [mx, my, mw, mh] = this.moved(pair[side], side);
        const box = make("div", { class: "mark" });
        Object.assign(box.style, {
          width: `${mw * scale + 8}px`, height: `${mh * scale + 8}px`,
          transform: `translate(${x + mx * scale - 4}px, ${y + my * scale - 4}px)`,
        });
        s.node.append(box);
      }
    }
    this.mix();
  }

  // Swipe and onion skin: how the picture before lies over the one after.
  mix() {
    const [s] = this.stages;
    if (this.mode === "three" || s.images.length !== 2) return;
    const [, over] = s.images;
    if (this.mode !== "swipe") {
      over.style.opacity = this.share;
      over.style.clipPath = "";
      return;
    }
    const at = s.node.clientWidth * this.share;
    over.style.opacity = 1;
    over.style.clipPath = `inset(0 ${Math.max(0, over.width - (at - this.place.x))}px 0 0)`;
    s.handle ??= s.node.appendChild(make("div", { class: "handle" }));
    s.handle.style.left = `${at}px`;
  }

  // A frame in the coordinates of the picture after, to which the one before is moved.
  moved([x, y, w, h], side) {
    const [dx, dy] = side === 0 ? this.picture.drift : [0, 0];
    return [x + dx, y + dy, w, h];
  }

  // Shows the places of one change in both pictures; `pairs` are its frames before and after.
  point(pairs) {
    this.marks = pairs;
    const frames = pairs.flatMap((pair) => pair.map((f, side) => f && this.moved(f, side)).filter(Boolean));
    if (!frames.length) return this.frame();
    const left = Math.min(...frames.map((f) => f[0])), top = Math.min(...frames.map((f) => f[1]));
    const w = Math.max(...frames.map((f) => f[0] + f[2])) - left, h = Math.max(...frames.map((f) => f[1] + f[3])) - top;
    const room = Math.max(60, 0.3 * Math.max(w, h));
    return this.frame([left - room, top - room, w + 2 * room, h + 2 * room]);
  }
}

function place(source) {
  return source ? make("code", {}, make("bdi", {}, source)) : null;
}

function changeLine(change, viewers) {
  const langs = Object.keys(change.frames);
  const say = make("button", {
    title: "Show the place",
    onclick: () => {
      for (const lang of langs) viewers[lang]?.point(change.frames[lang]);
      document.getElementById("status").textContent = change.words;
    },
  }, change.words);
  const tags = langs.length === 1 ? make("span", { class: "tags" }, langs[0] === "en" ? "English only" : "Chinese only") : null;
  return make("li", { class: change.minor ? "minor" : null }, say, tags, place(change.source));
}

function card(entry) {
  const viewers = {};
  const langs = make("div", { class: "langs" });
  for (const lang of ["en", "zh"]) {
    const picture = entry.langs[lang];
    if (!picture || (!picture.before && !picture.after)) continue;
    viewers[lang] = new Viewer(lang, picture, entry.title[lang === "en" ? 0 : 1]);
    langs.append(viewers[lang].node);
  }
  const faults = entry.faults.map((f) => make("div", { class: "faults" },
    make("p", {}, make("strong", {}, f.where, ": "), f.what), place(f.source)));
  const level = entry.inGroup ? "h3" : "h2";
  const node = make("section", { class: "card", id: entry.anchor, "aria-label": entry.name },
    make(level, {}, make("span", { class: `badge ${entry.kind}` }, entry.kind), make("bdi", {}, entry.title[0]),
      make("bdi", { lang: "zh" }, entry.title[1]), make("span", { class: "name" }, make("bdi", {}, entry.name))),
    ...faults, langs,
    entry.together ? make("p", { class: "together" }, make("bdi", {}, entry.together)) : null,
    entry.changes.length ? make("ul", { class: "changes" }, ...entry.changes.map((c) => changeLine(c, viewers))) : null);
  const item = { entry, node, viewers: Object.values(viewers), built: false };
  cards.push(item);
  seen.observe(node);
  return node;
}

// Pictures are unpacked when their card comes near.
const seen = new IntersectionObserver((entries) => {
  for (const e of entries) {
    const item = e.isIntersecting && cards.find((c) => c.node === e.target);
    if (item && !item.built) build(item);
  }
}, { rootMargin: "600px" });

function build(item) {
  item.built = true;
  for (const viewer of item.viewers) viewer.build();
}

function group(entry) {
  const list = make("div");
  const details = make("details", {
    ontoggle: () => { if (details.open && !list.childElementCount) list.append(...entry.cards.map(card)); },
  }, make("summary", {}, `Show all ${entry.cards.length} figures`), list);
  const node = make("section", { class: "group", id: entry.anchor, "aria-label": entry.title },
    make("h2", {}, make("span", { class: "badge" }, "together"), make("bdi", {}, entry.title)),
    make("ul", { class: "words" }, ...entry.words.map((w) => make("li", {}, make("bdi", {}, w)))),
    make("div", { class: "example" }, card(entry.example)), entry.cards.length ? details : null);
  return node;
}

let current = -1;

function go(index) {
  const open = cards.filter((c) => c.node.isConnected && !c.node.hidden);
  if (!open.length) return;
  current = Math.min(Math.max(index, 0), open.length - 1);
  const { node, entry } = open[current];
  for (const c of cards) c.node.classList.toggle("current", c.node === node);
  for (const link of document.querySelectorAll("#list a")) {
    const here = link.getAttribute("href") === `#${entry.anchor}`;
    if (here) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  node.scrollIntoView({ block: "start" });
  document.getElementById("status").textContent = `${entry.name}, ${current + 1} of ${open.length}`;
}

function set(key, value) {
  view[key] = value;
  for (const button of document.querySelectorAll(`button[data-${key}]`)) {
    button.setAttribute("aria-pressed", String(button.dataset[key] === value));
  }
  if (key === "lang") root.dataset.show = value;
  for (const item of cards) {
    if (!item.built) continue;
    for (const viewer of item.viewers) {
      viewer.marks = [];
      if (key === "mode") viewer.build();
      else viewer.fit();
    }
  }
}

const cycle = (key, values) => set(key, values[(values.indexOf(view[key]) + 1) % values.length]);

document.addEventListener("keydown", (event) => {
  if (event.target.matches("input[type=search]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const keys = {
    j: () => go(current + 1), k: () => go(current - 1),
    1: () => set("mode", "three"), 2: () => set("mode", "swipe"), 3: () => set("mode", "onion"), 4: () => set("mode", "blink"),
    c: () => cycle("fit", ["crop", "whole"]), l: () => cycle("lang", ["both", "en", "zh"]),
    "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: () => set("fit", view.fit),
    "?": () => document.getElementById("help").showModal(),
  };
  const act = keys[event.key];
  if (!act || document.getElementById("help").open) return;
  event.preventDefault();
  act();
});

function zoom(by) {
  const open = cards.filter((c) => c.node.isConnected && !c.node.hidden);
  for (const viewer of open[Math.max(current, 0)]?.viewers ?? []) viewer.zoom(by);
}

function fill() {
  const main = document.getElementById("cards");
  const list = document.getElementById("list");
  const part = (name) => list.append(make("li", { class: "part" }, name));
  const link = (anchor, title, name) => list.append(make("li", { "data-find": `${title} ${name}`.toLowerCase() },
    make("a", { href: `#${anchor}`, onclick: (event) => { event.preventDefault(); go(visible(anchor)); } },
      make("bdi", {}, title), " ", make("small", {}, make("bdi", {}, name)))));
  let kind = "";
  for (const entry of report.cards) {
    if (entry.kind !== kind) part((kind = entry.kind));
    main.append(card(entry));
    link(entry.anchor, entry.title[0], entry.name);
  }
  if (report.groups.length) part("together");
  for (const entry of report.groups) {
    main.append(group(entry));
    link(entry.example.anchor, entry.title, `${entry.cards.length + 1} figures`);
  }
}

function visible(anchor) {
  return cards.filter((c) => c.node.isConnected && !c.node.hidden).findIndex((c) => c.entry.anchor === anchor);
}

for (const button of document.querySelectorAll("header button[data-mode], header button[data-fit], header button[data-lang]")) {
  const [key, value] = Object.entries(button.dataset)[0];
  button.addEventListener("click", () => set(key, value));
}
document.getElementById("help-open").addEventListener("click", () => document.getElementById("help").showModal());
document.getElementById("filter").addEventListener("input", (event) => {
  const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const li of document.querySelectorAll("#list li[data-find]")) li.hidden = !words.every((w) => li.dataset.find.includes(w));
});
fill();
for (const [key, value] of Object.entries(view)) set(key, value);
