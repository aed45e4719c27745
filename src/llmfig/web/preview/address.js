"use strict";
// What the page shows, as its address says it: a reload, a bookmark and a second window show the same.

export const LANGS = ["en", "zh"];
export const OVERLAYS = ["elements", "anchors", "tracks", "checks"];
const ZOOM = { least: 0.05, most: 8 };

/** The state that an address stands for; `start` is what it leaves open. */
export function read(hash, start) {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const several = (name) => (asked.get(name) ?? "").split(",").filter(Boolean);
  const langs = LANGS.filter((lang) => several("lang").includes(lang));
  const themes = several("theme");
  return {
    figure: asked.get("figure") || start.figure,
    themes: themes.length ? [...new Set(themes)] : start.themes,
    langs: langs.length ? langs : start.langs,
    show: OVERLAYS.filter((name) => several("show").includes(name)),
    zoom: zoomOf(asked.get("zoom")),
    stack: asked.get("stack") === "1",
    list: asked.has("list") ? asked.get("list") !== "0" : window.innerWidth > 900,
  };
}

/** The address of a state. */
export function write(state) {
  const found = new URLSearchParams({
    figure: state.figure,
    theme: state.themes.join(","),
    lang: state.langs.join(","),
    show: state.show.join(","),
    zoom: state.zoom === "fit" ? "fit" : String(Math.round(state.zoom * 1000) / 1000),
    stack: state.stack ? "1" : "0",
    list: state.list ? "1" : "0",
  });
  return "#" + found.toString().replaceAll("%2F", "/").replaceAll("%2C", ",");
}

/** A zoom within what can be shown. */
export function bounded(zoom) {
  return Math.min(ZOOM.most, Math.max(ZOOM.least, zoom));
}

function zoomOf(text) {
  const number = Number.parseFloat(text);
  return Number.isFinite(number) && number > 0 ? bounded(number) : "fit";
}
