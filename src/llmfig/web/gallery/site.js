// What all pages do: switch theme and language, go to the neighbours by key, copy code.
"use strict";

(() => {
  const { choose, chosen, remember } = window.llmfigGallery;
  const wording = JSON.parse(document.getElementById("wording").textContent);
  const themes = document.getElementById("theme");

  themes.value = chosen() >= 0 ? String(chosen()) : "";
  themes.addEventListener("change", () => choose(themes.value === "" ? -1 : Number(themes.value)));

  // The other language shows the same place: the same search, the same part of the page.
  for (const link of document.querySelectorAll("[data-language]")) {
    link.addEventListener("click", () => {
      remember("language", link.dataset.language);
      const target = new URL(link.href);
      target.search = location.search;
      target.hash = location.hash;
      link.href = target.href;
    });
  }

  document.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    const busy = event.target.closest("input, select, textarea, pre, #stage, #search");
    if (!way || busy || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const link = document.querySelector(`a[rel="${way}"]`);
    if (link) link.click();
  });

  async function copy(button) {
    const code = button.parentElement.querySelector("code");
    const before = button.textContent;
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = wording.copied;
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = wording.copy_failed;
    }
    setTimeout(() => { button.textContent = before; }, 2500);
  }

  for (const button of document.querySelectorAll(".copy")) button.addEventListener("click", () => copy(button));
})();
