"use strict";
// The page: keeps its state in its address, listens to the server, and shows what that tells.

import { LANGS, OVERLAYS, read, write } from "./address.js";
import { Contents } from "./contents.js";
import { byId, el } from "./dom.js";
import { failureCard, same } from "./failure.js";
import { listen } from "./keys.js";
import { Plate } from "./plate.js";
import { Server } from "./server.js";
import { elementPanel, findingsPanel } from "./side.js";
import { editorLink } from "./source.js";
import { fitting, scrollTogether, stepped } from "./zoom.js";

const start = JSON.parse(byId("start").textContent);
let state = read(location.hash, start);
let plates = [];
let themes = [];
let scale = 1;
let hovered = null;
let chosen = null; // { id, plate }
let sideTold = "";
const contents = new Contents((key) => write({ ...state, figure: key }));

// State ---------------------------------------------------------------------------------------------------------------

/** Takes over a change of the state; another figure is a step that the browser's Back undoes. */
function go(change) {
  const next = { ...state, ...change };
  const address = write(next);
  if (address === write(state)) return;
  if (next.figure !== state.figure) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  adopt(next);
}

function adopt(next) {
  const before = state;
  state = next;
  const other = state.figure !== before.figure;
  if (other) {
    chosen = null;
    if (window.innerWidth <= 900 && before.list) {
      state = { ...state, list: false }; // it lies over the pictures
      history.replaceState(null, "", write(state));
    }
  }
  if (other || String(state.themes) !== String(before.themes) || String(state.langs) !== String(before.langs)) connect();
  drawBar();
  drawOverlays();
  arrange();
}

window.addEventListener("popstate", () => adopt(read(location.hash, start)));

// Server --------------------------------------------------------------------------------------------------------------

const server = new Server({ contents: takeContents, plate: takePlate, lost: (is) => (byId("lost").hidden = !is) });

/** Asks the server for what this state shows. */
function connect({ again = false } = {}) {
  lay();
  server.ask(state, again);
}

function takeContents(told) {
  contents.take(told.chapters);
  themes = told.themes;
  contents.mark(state.figure);
  drawBar();
}

async function takePlate(data) {
  const plate = plates.find((one) => one.lang === data.lang && one.theme === data.theme);
  if (!plate || data.figure !== state.figure) return;
  await plate.take(data);
  if (plate.data === data && !data.drawing) say(data);
}

function say(data) {
  const figure = contents.find(state.figure);
  const failed = plates.some((plate) => plate.data?.failure);
  document.title = `${failed ? "✗ " : ""}${figure?.id ?? state.figure} · llmfig preview`;
  byId("status").textContent = data.failure ? "" : `${data.lang === "en" ? "English" : "Chinese"} picture drawn`;
}

// Pictures ------------------------------------------------------------------------------------------------------------

/** New places for the pictures of this state; those that stay keep what they show until there is news. */
function lay() {
  const kept = plates.filter((plate) => plate.figure === state.figure);
  plates = state.themes.flatMap((theme) =>
    state.langs.map((lang) => kept.find((one) => one.lang === lang && one.theme === theme) ?? place(lang, theme)),
  );
  byId("plates").replaceChildren(...plates.map((plate) => plate.node));
  scrollTogether(plates.map((plate) => plate.pane));
  hovered = null;
  drawCommon();
  drawSide();
}

function place(lang, theme) {
  const plate = new Plate(lang, theme, { hover, choose: pick, enter, changed, wheel });
  plate.figure = state.figure;
  observer.observe(plate.pane);
  return plate;
}

const observer = new ResizeObserver(() => arrange());

/** Something of a picture is another. */
function changed() {
  arrange();
  drawCommon();
  drawOverlays();
  drawCount();
}

/** Gives all pictures their places and one scale. */
function arrange() {
  const beside = state.langs.length > 1 ? state.langs.length : Math.min(state.themes.length, 2);
  byId("plates").style.setProperty("--columns", state.stack ? 1 : beside);
  scale = state.zoom === "fit" ? fitting(plates) : state.zoom;
  for (const plate of plates) {
    if (plate.scale === scale && plate.fitted === String(plate.size)) continue;
    plate.fitted = String(plate.size);
    plate.zoom(scale);
    plate.overlay.show(state.show, scale);
    mark(plate);
  }
  byId("zoom-value").textContent = `${Math.round(scale * 100)}%`;
}

/** One message where the same is wrong with all pictures. */
function drawCommon() {
  const failures = plates.map((plate) => (plate.node.classList.contains("failed") ? plate.data.failure : null));
  const all = failures.length > 1 && failures.every((failure) => failure && same(failure, failures[0]));
  byId("common").hidden = !all;
  byId("common").replaceChildren(...(all ? [failureCard(failures[0])] : []));
  for (const plate of plates) plate.card.hidden = all || !plate.node.classList.contains("failed");
}

function drawOverlays() {
  for (const plate of plates) {
    plate.overlay.show(state.show, plate.scale);
    mark(plate);
  }
  drawSide();
}

function mark(plate) {
  plate.overlay.mark(hovered, chosen?.id, state.show);
}

/** The same element in all pictures: ids do not depend on the language. */
function hover(id) {
  if (id === hovered) return;
  hovered = id;
  plates.forEach(mark);
}

function pick(id, plate, open) {
  chosen = id === null ? null : { id, plate };
  plates.forEach(mark);
  drawSide();
  const element = chosen && plate.details?.byId.get(id);
  if (open && element?.source) openInEditor(plate.details, element.source);
}

/** Chooses by the keyboard, which then is at the details. */
function enter(id, plate) {
  pick(id, plate, false);
  byId("side").querySelector("button")?.focus();
}

function openInEditor(details, [file, line]) {
  el("a", { href: editorLink(details.files[file].path, line) }).click();
}

// Side ----------------------------------------------------------------------------------------------------------------

function drawSide() {
  const waits = (one) => one.data?.picture && !one.data.failure && !one.details;
  if (chosen && plates.some(waits)) return; // what there is to say of the new picture is on its way
  const told = [chosen?.id, plates.indexOf(chosen?.plate), state.show.includes("checks"), ...plates.map((plate) => (plate.data?.failure ? "" : plate.details?.digest))].join();
  if (told === sideTold) return; // what has the focus keeps it
  sideTold = told;
  const focused = byId("side").contains(document.activeElement);
  const plate = chosen && (plates.includes(chosen.plate) ? chosen.plate : plates.find((one) => one.details?.byId.has(chosen.id)));
  const element = plate?.details?.byId.get(chosen.id);
  const calls = { choose: (id) => pick(id, plate ?? plates.find((one) => one.details?.byId.has(id)), false), hover, close: () => pick(null, null, false) };
  const parts = [];
  if (element) parts.push(elementPanel(plate.details, element, calls));
  if (state.show.includes("checks")) parts.push(findingsPanel(plates, calls));
  const side = byId("side");
  side.hidden = parts.length === 0;
  side.replaceChildren(...parts);
  if (focused && element) side.querySelector("h2 button").focus();
}

// Bar -----------------------------------------------------------------------------------------------------------------

function drawBar() {
  const figure = contents.find(state.figure);
  byId("chapter").textContent = figure ? figure.chapter.en : "";
  byId("name").textContent = figure ? figure.id : state.figure;
  contents.mark(state.figure);
  byId("list").hidden = !state.list;
  byId("list-toggle").setAttribute("aria-expanded", state.list);
  for (const button of byId("langs").children) button.setAttribute("aria-pressed", state.langs.includes(button.dataset.lang));
  for (const button of byId("overlays").children) button.setAttribute("aria-pressed", state.show.includes(button.dataset.show));
  byId("zoom-fit").setAttribute("aria-pressed", state.zoom === "fit");
  byId("stack").setAttribute("aria-pressed", state.stack);
  const all = [...new Set([...themes, ...state.themes])];
  byId("themes").replaceChildren(...all.map(themeButton));
  drawCount();
}

function themeButton(theme) {
  const focused = document.activeElement?.dataset?.theme === theme;
  const button = el("button", { "data-theme": theme, "aria-pressed": String(state.themes.includes(theme)), title: `${theme} (t)`, click: () => toggleTheme(theme) }, el("bdi", {}, theme));
  if (focused) queueMicrotask(() => button.focus());
  return button;
}

function drawCount() {
  const count = plates.reduce((sum, plate) => sum + (plate.data?.failure ? 0 : plate.data?.findings ?? 0), 0);
  byId("count").textContent = count;
  byId("count").hidden = count === 0;
}

/** A list with or without one of its members, never empty, in the order of `all`. */
function toggled(list, member, all) {
  const next = all.filter((one) => (one === member ? !list.includes(one) : list.includes(one)));
  return next.length ? next : list;
}

function toggleTheme(theme) {
  go({ themes: toggled(state.themes, theme, [...new Set([...themes, ...state.themes])]) });
}

function toggleOverlay(name) {
  go({ show: OVERLAYS.filter((one) => (one === name ? !state.show.includes(one) : state.show.includes(one))) });
}

function cycle(list, all) {
  const at = list.length > 1 ? -1 : all.indexOf(list[0]);
  return at + 1 < all.length ? [all[at + 1]] : all;
}

function zoomBy(up) {
  go({ zoom: stepped(scale, up) });
}

/** Zooms about the point under the pointer. */
function wheel(plate, event) {
  event.preventDefault();
  const box = plate.sheet.getBoundingClientRect();
  const [x, y] = [(event.clientX - box.left) / plate.scale, (event.clientY - box.top) / plate.scale];
  zoomBy(event.deltaY < 0);
  const now = plate.sheet.getBoundingClientRect();
  plate.pane.scrollLeft += now.left + x * plate.scale - event.clientX;
  plate.pane.scrollTop += now.top + y * plate.scale - event.clientY;
}

function search() {
  go({ list: true });
  byId("search").focus();
  byId("search").select();
}

byId("langs").addEventListener("click", (event) => {
  const { lang } = event.target.closest("button").dataset;
  go({ langs: toggled(state.langs, lang, LANGS) });
});
byId("overlays").addEventListener("click", (event) => toggleOverlay(event.target.closest("button").dataset.show));
byId("list-toggle").addEventListener("click", () => go({ list: !state.list }));
byId("previous").addEventListener("click", () => go({ figure: contents.beside(-1) }));
byId("next").addEventListener("click", () => go({ figure: contents.beside(1) }));
byId("zoom-out").addEventListener("click", () => zoomBy(false));
byId("zoom-in").addEventListener("click", () => zoomBy(true));
byId("zoom-full").addEventListener("click", () => go({ zoom: 1 }));
byId("zoom-fit").addEventListener("click", () => go({ zoom: "fit" }));

byId("stack").addEventListener("click", () => go({ stack: !state.stack }));

listen([
  [["n"], "next figure", () => go({ figure: contents.beside(1) })],
  [["p"], "previous figure", () => go({ figure: contents.beside(-1) })],
  [["l"], "one language, the other, both", () => go({ langs: cycle(state.langs, LANGS) })],
  [["t"], "one theme, the next, ..., all of them", () => go({ themes: cycle(state.themes, themes) })],
  [["1"], "frames of the elements", () => toggleOverlay("elements")],
  [["2"], "anchors and parts", () => toggleOverlay("anchors")],
  [["3"], "tracks and gaps", () => toggleOverlay("tracks")],
  [["4"], "findings of the checks", () => toggleOverlay("checks")],
  [["+", "="], "larger", () => zoomBy(true)],
  [["-"], "smaller", () => zoomBy(false)],
  [["0"], "actual size", () => go({ zoom: 1 })],
  [["f"], "fit into the window", () => go({ zoom: "fit" })],
  [["v"], "side by side, or one below the other", () => go({ stack: !state.stack })],
  [["s"], "list of figures", () => go({ list: !state.list })],
  [["/"], "search", search],
  [["o"], "open the chosen element in the editor", () => chosen && pick(chosen.id, chosen.plate, true)],
  [["r"], "draw again", () => connect({ again: true })],
  [["Esc"], "close the details", () => pick(null, null, false)],
  [["?"], "this list", () => byId("help").showModal()],
]);

document.fonts.ready.then(() => document.documentElement.classList.add("fonts"));
connect();
drawBar();
