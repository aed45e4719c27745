"use strict";
// One scale for all pictures, and scrolling them together.

import { bounded } from "./address.js";

const STEP = 1.25;
const FULL = 1; // a picture that fits is not shown larger than it is

/** The scale at which every picture fits into its pane. */
export function fitting(plates) {
  const scales = plates.filter((plate) => plate.size).map((plate) => {
    const [width, height] = plate.size;
    return Math.min((plate.pane.clientWidth - 2) / width, (plate.pane.clientHeight - 2) / height);
  });
  return bounded(Math.min(FULL, ...scales));
}

/** The next step of the zoom. */
export function stepped(scale, up) {
  return bounded(up ? scale * STEP : scale / STEP);
}

/** Scrolls the other panes to the same share of their pictures. */
export function scrollTogether(panes) {
  let leader = null;
  for (const pane of panes) {
    pane.addEventListener("scroll", () => {
      if (leader !== null && leader !== pane) return; // it only follows
      leader = pane;
      requestAnimationFrame(() => requestAnimationFrame(() => (leader = null)));
      for (const other of panes) {
        if (other === pane) continue;
        other.scrollLeft = share(pane.scrollLeft, pane.scrollWidth - pane.clientWidth, other.scrollWidth - other.clientWidth);
        other.scrollTop = share(pane.scrollTop, pane.scrollHeight - pane.clientHeight, other.scrollHeight - other.clientHeight);
      }
    });
  }
}

function share(at, room, other) {
  return room > 0 ? (at / room) * other : 0;
}
