// The search field of every page: results while typing, all of it by keyboard.
"use strict";

(() => {
  const { remember, theme } = window.llmfigGallery;
  const search = window.llmfigSearch;
  const root = document.documentElement;
  const wording = JSON.parse(document.getElementById("wording").textContent);
  const form = document.getElementById("search");
  const field = document.getElementById("query");
  const panel = document.getElementById("results");
  const list = document.getElementById("hits");
  const told = document.getElementById("told");
  const announced = document.getElementById("announced");
  const MOST = 50; // results that are shown; more say only how many there are
  const CODES = { en: "en", zh: "zh-CN" };
  const NAMES = { en: "English", zh: "中文" };
  let saying = 0;
  let returning = false; // whether the field gets the focus back because the results are closed

  // Text with the spots that match marked.
  function marked(text, spots) {
    const parts = document.createDocumentFragment();
    let at = 0;
    for (const [start, end] of spots) {
      parts.append(text.slice(at, start));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      parts.append(mark);
      at = end;
    }
    parts.append(text.slice(at));
    return parts;
  }

  function element(name, className, ...content) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...content);
    return made;
  }

  function address(path) {
    return path.split("/").map(encodeURIComponent).join("/");
  }

  function small(hit) {
    const shown = hit.themes.includes(theme()) ? theme() : hit.themes[0];
    const frame = element("span", "thumbnail");
    if (shown === undefined) return frame;
    const image = document.createElement("img");
    const name = encodeURIComponent(JSON.parse(root.dataset.themes)[shown]);
    image.loading = "lazy";
    image.alt = "";
    image.src = `${root.dataset.up}thumbnails/${name}/${hit.lang}/${address(hit.path)}.png`;
    frame.append(image);
    return frame;
  }

  function item(hit, query) {
    const title = element("bdi", "name", marked(hit.title, hit.titleSpots));
    const where = element("span", "where", element("bdi", "", hit.chapter));
    if (hit.lang !== root.dataset.lang) where.append(" · ", element("span", "tongue", NAMES[hit.lang]));
    const words = element("span", "words", title, where);
    title.lang = CODES[hit.lang];
    if (hit.field !== "title" && hit.field !== "chapter") {
      const snippet = element("bdi", `snippet ${hit.field}`, marked(hit.snippet.text, hit.snippet.spots));
      snippet.lang = CODES[hit.lang];
      words.append(snippet);
    }
    const link = element("a", "hit", small(hit), words);
    link.href = `${root.dataset.up}${hit.lang}/${address(hit.path)}.html?q=${encodeURIComponent(query)}`;
    return element("li", "", link);
  }

  function phrase(number) {
    if (number === 0) return wording.found_none;
    return number === 1 ? wording.found_one : wording.found_many.replace("{n}", number);
  }

  // Said after a pause, so that a screen reader does not talk into the typing.
  function announce(text) {
    clearTimeout(saying);
    saying = setTimeout(() => { announced.textContent = text; }, 400);
  }

  function close() {
    panel.hidden = true;
    announce("");
  }

  function keep(query) {
    const url = new URL(location.href);
    if (query) url.searchParams.set("q", query);
    else url.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", url);
    } catch { /* a page that was opened as a file, in some browsers */ }
  }

  async function update() {
    const query = field.value.trim();
    if (!query) {
      list.replaceChildren();
      close();
      return;
    }
    try {
      await search.ready();
    } catch {
      told.textContent = wording.search_failed;
      panel.hidden = false;
      return;
    }
    if (query !== field.value.trim()) return; // typed on while the index came
    const hits = search.find(query, root.dataset.lang);
    list.replaceChildren(...hits.slice(0, MOST).map((hit) => item(hit, query)));
    panel.hidden = false;
    panel.scrollTop = 0;
    told.textContent = phrase(hits.length);
    announce(told.textContent);
  }

  function move(event) {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 };
    if (event.key === "Escape") {
      returning = true;
      field.focus();
      returning = false;
      close();
    } else if (!panel.hidden && links.length && (event.key === "ArrowDown" || event.key === "ArrowUp" || at >= 0)) {
      const to = steps[event.key];
      if (to === undefined) return;
      if (to < 0) field.focus();
      else links[Math.min(to, links.length - 1)].focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await update();
    const first = list.querySelector("a");
    if (first) first.click();
  });
  form.addEventListener("keydown", move);
  field.addEventListener("input", () => {
    if (root.dataset.page === "index") keep(field.value.trim());
    update();
  });
  field.addEventListener("focus", () => {
    search.ready().catch(() => {}); // told when something is searched for
    if (panel.hidden && !returning && field.value.trim()) update();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) close();
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
  document.addEventListener("llmfig:theme", () => { if (!panel.hidden) update(); });
  document.addEventListener("keydown", (event) => {
    const busy = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || busy || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked;
    // On the page of a figure the query shows its places there; results are one key away.
    if (root.dataset.page === "index") update();
    else search.ready().catch(() => {});
  }
  remember("language", root.dataset.lang);
})();
