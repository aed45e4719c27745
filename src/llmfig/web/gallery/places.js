// Shows where words stand in the picture: those that were searched for, and those that are looked for here.
"use strict";

(() => {
  const viewer = window.llmfigViewer;
  if (!viewer) return;
  const { theme, shown } = window.llmfigGallery;
  const { terms, spots } = window.llmfigSearch;
  const wording = JSON.parse(document.getElementById("wording").textContent);
  const words = JSON.parse(document.getElementById("words").textContent);
  const plane = document.getElementById("plane");
  const picture = plane.querySelector("picture");
  const form = document.getElementById("find");
  const field = document.getElementById("wanted");
  const next = document.getElementById("next-place");
  const told = document.getElementById("places");
  const MARGIN = 4; // px round a word

  let found = [];
  let at = -1;

  // The words of the theme that is shown: themes may place them differently.
  function list() {
    const which = words.which[theme()] ?? words.which.find((number) => number !== null);
    return words.lists[which];
  }

  // A place as fractions of the picture, so that it stays right at any size.
  function frame([, , x, y, w, h]) {
    const size = shown(picture);
    const box = document.createElement("span");
    box.className = "place";
    box.style.left = `${((x - MARGIN) / size.width) * 100}%`;
    box.style.top = `${((y - MARGIN) / size.height) * 100}%`;
    box.style.width = `${((w + 2 * MARGIN) / size.width) * 100}%`;
    box.style.height = `${((h + 2 * MARGIN) / size.height) * 100}%`;
    return box;
  }

  function look() {
    const wanted = terms(field.value);
    found = wanted.length ? list().filter(([text, latex]) => spots(text, wanted).length || spots(latex, wanted).length) : [];
    at = -1;
    for (const old of plane.querySelectorAll(".place")) old.remove();
    plane.append(...found.map(frame));
    next.hidden = found.length === 0;
    const number = found.length;
    const phrase = number === 0 ? wording.places_none : number === 1 ? wording.places_one : wording.places_many;
    told.textContent = wanted.length ? phrase.replace("{n}", number) : "";
  }

  function step() {
    if (!found.length) return;
    at = (at + 1) % found.length;
    const [text, , x, y, w, h] = found[at];
    const size = shown(picture);
    viewer.show((x + w / 2) / size.width, (y + h / 2) / size.height);
    plane.querySelectorAll(".place").forEach((box, i) => box.classList.toggle("current", i === at));
    const values = { i: at + 1, n: found.length, text };
    told.textContent = wording.place_of.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    step();
  });
  field.addEventListener("input", look);
  document.addEventListener("llmfig:theme", look);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look);

  field.value = new URLSearchParams(location.search).get("q") || "";
  look();
})();
