// The large picture: zoom and move by wheel, fingers, mouse, buttons and keys.
"use strict";

window.llmfigViewer = (() => {
  const stage = document.getElementById("stage");
  if (!stage) return null;
  const plane = document.getElementById("plane");
  const picture = plane.querySelector("picture");
  const tells = document.getElementById("zoom");
  const wording = JSON.parse(document.getElementById("wording").textContent);
  const STEP = 1.3;
  const CLOSEST = 8; // pixels of the screen for one px of the figure, at most
  const PAN = 60; // px that an arrow key moves
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  // The picture fits its stage by style; `scale` is on top of that, `x` and `y` move it from where it fits, in px.
  let scale = 1;
  let x = 0;
  let y = 0;
  const fingers = new Map();

  // The stage inside of its border, and where the picture is in it when all of it is shown: in the middle.
  function places() {
    // By style: to the fraction of a pixel, and whatever the picture has been zoomed to.
    const [w, h] = ["width", "height"].map((side) => parseFloat(getComputedStyle(plane)[side]));
    const [width, height] = [stage.clientWidth, stage.clientHeight];
    return { width, height, w, h, left: (width - w) / 2, top: (height - h) / 2 };
  }

  // Pixels of the screen for one px of the figure when all of it is shown.
  function fit() {
    return places().w / window.llmfigGallery.shown(picture).width;
  }

  function most() {
    return Math.max(4, CLOSEST / fit());
  }

  // How far the picture may be moved along one axis: not so far that a side comes off the edge of the stage.
  function held(value, room, start, size) {
    if (scale === 1) return 0;
    if (size * scale <= room) return (room - size * scale) / 2 - start;
    return Math.min(-start, Math.max(room - size * scale - start, value));
  }

  function draw() {
    plane.style.transform = scale === 1 ? "" : `translate(${x}px, ${y}px) scale(${scale})`;
    const percent = Math.round(scale * fit() * 100);
    tells.textContent = `${percent} %`;
    tells.setAttribute("aria-label", wording.zoom_is.replace("{n}", percent));
    stage.classList.toggle("zoomed", scale > 1);
  }

  // Puts the picture where it is asked to be, as far as it may go.
  function place(nextScale, nextX, nextY) {
    const at = places();
    scale = Math.min(most(), Math.max(1, nextScale));
    x = held(nextX, at.width, at.left, at.w);
    y = held(nextY, at.height, at.top, at.h);
    draw();
  }

  // Zooms so that the point of the picture under (cx, cy), in px of the stage, stays there.
  function zoom(to, cx = stage.clientWidth / 2, cy = stage.clientHeight / 2) {
    const at = places();
    const next = Math.min(most(), Math.max(1, to));
    const ratio = next / scale;
    place(next, cx - at.left - (cx - at.left - x) * ratio, cy - at.top - (cy - at.top - y) * ratio);
  }

  function reset() {
    place(1, 0, 0);
  }

  function pan(dx, dy) {
    place(scale, x + dx, y + dy);
  }

  // Shows a part of the picture, given in fractions of it, in the middle and large enough to be read.
  function show(u, v) {
    plane.classList.toggle("gliding", !still.matches);
    const at = places();
    const next = Math.min(most(), Math.max(scale, 1 / fit()));
    place(next, at.width / 2 - at.left - u * at.w * next, at.height / 2 - at.top - v * at.h * next);
  }

  function point(event) {
    const frame = stage.getBoundingClientRect();
    return [event.clientX - frame.left - stage.clientLeft, event.clientY - frame.top - stage.clientTop];
  }

  const full = document.querySelector('[data-zoom="full"]');
  const tools = {
    in: () => zoom(scale * STEP),
    out: () => zoom(scale / STEP),
    fit: reset,
    actual: () => zoom(1 / fit()),
    full: () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()),
  };
  const keys = {
    "+": tools.in,
    "=": tools.in,
    "-": tools.out,
    0: tools.fit,
    1: tools.actual,
    ArrowLeft: () => pan(PAN, 0),
    ArrowRight: () => pan(-PAN, 0),
    ArrowUp: () => pan(0, PAN),
    ArrowDown: () => pan(0, -PAN),
  };

  if (!document.fullscreenEnabled) full.hidden = true;
  for (const button of document.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", tools[button.dataset.zoom]);
  }

  stage.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    // Arrows scroll the page as long as there is nothing to move.
    if (!act || event.ctrlKey || event.metaKey || event.altKey || (event.key.startsWith("Arrow") && scale === 1)) return;
    event.preventDefault();
    act();
  });

  // A page must scroll under the wheel: it zooms with Ctrl (which is also what a touchpad's pinch says it is), in full
  // screen, or once the reader has clicked on the picture.
  stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && document.activeElement !== stage && document.fullscreenElement !== stage) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
    const speed = event.ctrlKey && Math.abs(event.deltaY) < 40 ? 0.01 : 0.0015;
    zoom(scale * Math.exp(-event.deltaY * lines * speed), ...point(event));
  }, { passive: false });

  stage.addEventListener("dblclick", (event) => {
    if (scale > 1) reset();
    else zoom(Math.max(2, 1 / fit()), ...point(event));
  });

  stage.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    plane.classList.remove("gliding");
    fingers.set(event.pointerId, point(event));
    if (scale > 1 || fingers.size > 1) stage.setPointerCapture(event.pointerId);
  });

  stage.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = point(event);
    fingers.set(event.pointerId, now);
    if (fingers.size === 1) {
      if (scale > 1) pan(now[0] - before[0], now[1] - before[1]);
      return;
    }
    const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
    const spread = Math.hypot(now[0] - other[0], now[1] - other[1]);
    const earlier = Math.hypot(before[0] - other[0], before[1] - other[1]);
    if (earlier > 0) zoom((scale * spread) / earlier, (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
    pan((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
  });

  for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) {
    stage.addEventListener(name, (event) => fingers.delete(event.pointerId));
  }

  const again = () => place(scale, x, y);
  new ResizeObserver(again).observe(stage);
  document.addEventListener("llmfig:theme", again);
  return { show, reset, state: () => ({ scale, x, y }) };
})();
