// Runs before anything is shown: what the reader has chosen, and pictures in the theme that goes with it.
"use strict";

window.llmfigGallery = (() => {
  const root = document.documentElement;
  const themes = JSON.parse(root.dataset.themes);
  const DARK = "(prefers-color-scheme: dark)";

  // A browser may refuse to remember anything; then the choice lasts as long as the page.
  function recall(key) {
    try {
      return localStorage.getItem(`llmfig.gallery.${key}`);
    } catch {
      return null;
    }
  }

  function remember(key, value) {
    try {
      if (value === null) localStorage.removeItem(`llmfig.gallery.${key}`);
      else localStorage.setItem(`llmfig.gallery.${key}`, value);
    } catch { /* see above */ }
  }

  let chosen = themes.indexOf(recall("theme")); // -1: as the page is, light or dark

  // The number of the theme that is shown.
  function theme() {
    if (chosen >= 0) return chosen;
    return Number(matchMedia(DARK).matches ? root.dataset.dark : root.dataset.light);
  }

  // What a picture shows on light and on dark pages. One that is missing in the theme that is chosen stays as it was.
  function variants(picture) {
    const all = JSON.parse(picture.dataset.variants);
    const one = chosen >= 0 && all[chosen];
    const light = one || all[root.dataset.light] || all.find((variant) => variant);
    return { light, dark: one || all[root.dataset.dark] || light };
  }

  // The picture that is shown: { src, width, height }, the size in px of the figure.
  function shown(picture) {
    return variants(picture)[matchMedia(DARK).matches ? "dark" : "light"];
  }

  function dress(picture) {
    const { light, dark } = variants(picture);
    const image = picture.querySelector("img");
    const source = picture.querySelector("source");
    source.srcset = dark.src;
    image.src = light.src;
    for (const [element, variant] of [[source, dark], [image, light]]) {
      element.width = variant.width;
      element.height = variant.height;
    }
  }

  function show() {
    if (chosen >= 0) root.dataset.theme = String(chosen);
    else delete root.dataset.theme;
  }

  function choose(number) {
    chosen = number;
    remember("theme", number >= 0 ? themes[number] : null);
    show();
    for (const picture of document.querySelectorAll("picture[data-variants]")) dress(picture);
    document.dispatchEvent(new Event("llmfig:theme"));
  }

  // Pictures are dressed as the parser makes them, so that no other theme flashes up first.
  function dressWhatComes() {
    const watch = new MutationObserver((records) => {
      for (const record of records) {
        for (const node of record.addedNodes) {
          const picture = node.nodeName === "IMG" && node.closest("picture[data-variants]");
          if (picture) dress(picture);
        }
      }
    });
    watch.observe(root, { childList: true, subtree: true });
    document.addEventListener("DOMContentLoaded", () => watch.disconnect());
  }

  // The way in: on to the language that was chosen before, or that the browser prefers.
  function enter() {
    const asked = [recall("language"), ...(navigator.languages || [])].filter(Boolean);
    const first = asked.map((code) => code.toLowerCase().split("-")[0]).find((code) => code === "en" || code === "zh");
    location.replace(`${first || "en"}/index.html`);
  }

  root.classList.add("scripted");
  show();
  if (chosen >= 0) dressWhatComes();
  if (!root.dataset.lang) enter();
  return { remember, theme, shown, choose, chosen: () => chosen };
})();
