"use strict";
// What the server tells, for as long as somebody looks at the page.

const RETRY = 1000; // ms until a server that ended is looked for again
const HIDDEN = 10 * 60 * 1000; // ms after which a page that nobody sees lets go of the server

export class Server {
  /** @param listeners `contents(data)`, `plate(data)`, `lost(is)` when the server ended and when it is back */
  constructor(listeners) {
    Object.assign(this, { listeners, events: null, address: "", retry: 0, sleep: 0 });
    document.addEventListener("visibilitychange", () => this.seen());
  }

  /** Asks for what a state shows; `again` draws it again, whether it is out of date or not. */
  ask({ figure, themes, langs }, again) {
    const asked = new URLSearchParams({ figure });
    for (const theme of themes) asked.append("theme", theme);
    for (const lang of langs) asked.append("lang", lang);
    this.address = `/events?${asked}`;
    this.connect(again ? "&again=1" : "");
  }

  connect(more = "") {
    this.disconnect();
    this.events = new EventSource(this.address + more);
    this.events.addEventListener("open", () => this.listeners.lost(false));
    this.events.addEventListener("error", () => this.lost());
    for (const name of ["contents", "plate"]) {
      this.events.addEventListener(name, (event) => this.listeners[name](JSON.parse(event.data)));
    }
  }

  disconnect() {
    clearTimeout(this.retry);
    this.events?.close();
    this.events = null;
  }

  /** The server ended, or the computer was asleep. */
  lost() {
    this.listeners.lost(true);
    this.disconnect();
    this.retry = setTimeout(() => this.connect(), RETRY);
  }

  seen() {
    clearTimeout(this.sleep);
    if (document.hidden) this.sleep = setTimeout(() => this.disconnect(), HIDDEN);
    else if (!this.events) this.connect();
  }
}
