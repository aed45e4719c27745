// What matches a query, and how well. Knows nothing of the page, but for how to load the index.
"use strict";

window.llmfigSearch = (() => {
  const LANGUAGES = ["en", "zh"];
  const CLUSTERS = /\P{M}\p{M}*|\p{M}+/gu;
  const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
  // How much a match tells, by where it is. A title says more than text inside of a figure.
  const WORTH = { title: 100, id: 60, words: 30, latex: 20, alt: 10, chapter: 5 };
  const AROUND = 60; // characters of a snippet on either side of what was found

  let index = null;
  let loading = null;

  // Characters as they are compared, remembered: a text of a thousand characters has only some dozens.
  const known = new Map();

  // One character with its marks as it is compared: compatible characters are one (full width, letters of formulas),
  // so are capitals. Through capitals, so that ß, ς and ﬁ are what they are in any other place.
  function plain(cluster) {
    let found = known.get(cluster);
    if (found === undefined) {
      found = Array.from(cluster.normalize("NFKC").toUpperCase(), (capital) => capital.toLowerCase()).join("");
      found = found.replace(/\s+/gu, " ");
      known.set(cluster, found);
    }
    return found;
  }

  // A text as it is compared, with one space for many and none beside hanzi; and for each of its characters the place
  // in the text that it comes from, with the text's length in the end.
  function fold(text) {
    let folded = "";
    const from = [];
    let at = 0;
    let last = "";
    let space = -1; // where a space was met that may still turn out not to count
    for (const cluster of text.match(CLUSTERS) || []) {
      const found = plain(cluster);
      if (found === " ") {
        if (space < 0) space = at;
      } else {
        if (space >= 0 && last && !WIDE.test(last) && !WIDE.test(found)) {
          folded += " ";
          from.push(space);
        }
        space = -1;
        last = found;
        folded += found;
        for (let i = 0; i < found.length; i += 1) from.push(at);
      }
      at += cluster.length;
    }
    from.push(text.length);
    return { text: folded, from };
  }

  // The words of a query, folded.
  function terms(query) {
    return [...new Set(query.split(/\s+/u).map((word) => fold(word).text).filter(Boolean))];
  }

  // Where terms stand in a text: [start, end) in characters of the text, in order, without overlaps.
  function spots(text, wanted) {
    const folded = fold(text);
    const found = [];
    for (const term of wanted) {
      for (let i = folded.text.indexOf(term); i >= 0; i = folded.text.indexOf(term, i + term.length)) {
        found.push([folded.from[i], end(folded, i + term.length, text.length)]);
      }
    }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const apart = [];
    for (const spot of found) {
      const last = apart[apart.length - 1];
      if (last && spot[0] < last[1]) last[1] = Math.max(last[1], spot[1]);
      else apart.push(spot);
    }
    return apart;
  }

  // Where the character ends that the last matching unit comes from.
  function end(folded, after, length) {
    const last = folded.from[after - 1];
    let i = after;
    while (i < folded.from.length && folded.from[i] === last) i += 1;
    return i < folded.from.length ? folded.from[i] : length;
  }

  // A text cut to what surrounds the first match: { text, spots } with the spots in the cut text.
  function snippet(text, wanted) {
    const all = spots(text, wanted);
    const first = all.length ? all[0] : [0, 0];
    const start = whole(text, first[0] > AROUND ? first[0] - AROUND : 0);
    const stop = whole(text, Math.min(text.length, first[1] + AROUND));
    const head = start > 0 ? "…" : "";
    const tail = stop < text.length ? "…" : "";
    const inside = all.filter((spot) => spot[0] >= start && spot[1] <= stop);
    const moved = inside.map((spot) => spot.map((i) => i - start + head.length));
    return { text: head + text.slice(start, stop) + tail, spots: moved };
  }

  // A place that does not divide a character of two units.
  function whole(text, i) {
    return /[\udc00-\udfff]/.test(text.charAt(i)) ? i - 1 : i;
  }

  function load(data) {
    index = data.figures.map((figure, order) => ({
      order,
      figure,
      chapter: data.chapters[figure.chapter],
      fields: LANGUAGES.map((_, side) => ({
        title: [fold(figure.title[side]).text],
        id: [fold(figure.path).text, fold(figure.path.replaceAll("_", " ")).text],
        words: figure.words[side].map((word) => fold(word).text),
        latex: figure.latex[side].map((source) => fold(source).text),
        alt: [fold(figure.alt[side]).text],
        chapter: [fold(data.chapters[figure.chapter][side]).text],
      })),
    }));
  }

  // The best place of one term in one language of a figure: { worth, field, which }.
  function best(fields, term) {
    let found = null;
    for (const [field, worth] of Object.entries(WORTH)) {
      fields[field].forEach((text, which) => {
        const at = text.indexOf(term);
        if (at < 0) return;
        // Whole texts and beginnings of words say more than a match in the middle of one.
        const start = at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]);
        const score = worth * (text === term ? 1.5 : start ? 1.2 : 1);
        if (!found || score > found.worth) found = { worth: score, field, which };
      });
    }
    return found;
  }

  // How a figure answers a query in one language: the sum over all terms, and where the most telling one is.
  function judge(entry, side, wanted, phrase) {
    const matches = wanted.map((term) => best(entry.fields[side], term));
    if (matches.some((match) => !match)) return null;
    const together = wanted.length > 1 && best(entry.fields[side], phrase);
    if (together) matches.unshift(together);
    const score = matches.reduce((sum, match) => sum + match.worth, 0);
    // A reader who sees the title needs to be shown where else the query stands.
    const shown = matches.find((match) => match.field !== "title") || matches[0];
    return { entry, side, score, shown };
  }

  // The text that a match is in, as the author wrote it.
  function source(entry, side, match) {
    const { figure, chapter } = entry;
    switch (match.field) {
      case "title": return "";
      case "id": return figure.path;
      case "words": return figure.words[side][match.which];
      case "latex": return figure.latex[side][match.which];
      case "alt": return figure.alt[side];
      default: return chapter[side];
    }
  }

  // The figures that answer a query, best first. One that answers in the reader's language is shown in that one,
  // also when it would answer better in the other; terms may be spread over both.
  function find(query, lang) {
    const wanted = terms(query);
    if (!index || !wanted.length) return [];
    const own = LANGUAGES.indexOf(lang);
    const phrase = fold(query).text;
    const hits = [];
    for (const entry of index) {
      const hit = judge(entry, own, wanted, phrase) || judge(entry, 1 - own, wanted, phrase) || mixed(entry, own, wanted);
      if (hit) hits.push(hit);
    }
    hits.sort((a, b) => b.score - a.score || a.entry.order - b.entry.order);
    return hits.map((hit) => ({
      path: hit.entry.figure.path,
      lang: LANGUAGES[hit.side],
      title: hit.entry.figure.title[hit.side],
      chapter: hit.entry.chapter[own],
      themes: hit.entry.figure.themes[hit.side],
      field: hit.shown.field,
      snippet: snippet(source(hit.entry, hit.side, hit.shown), wanted),
      titleSpots: spots(hit.entry.figure.title[hit.side], wanted),
      score: hit.score,
    }));
  }

  function mixed(entry, own, wanted) {
    const matches = wanted.map((term) => best(entry.fields[own], term) || best(entry.fields[1 - own], term));
    if (matches.some((match) => !match)) return null;
    const score = matches.reduce((sum, match) => sum + match.worth, 0) / 2;
    const shown = wanted.map((term) => best(entry.fields[own], term)).find((match) => match);
    return shown ? { entry, side: own, score, shown } : null;
  }

  // The index comes with the first search: pages that nobody searches from stay small.
  function ready() {
    loading ||= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${document.documentElement.dataset.up}assets/search-index.js`;
      script.addEventListener("load", () => (index ? resolve() : reject(new Error("empty index"))));
      script.addEventListener("error", () => reject(new Error("no index")));
      document.head.append(script);
    });
    return loading;
  }

  return { load, ready, find, terms, spots, fold };
})();
