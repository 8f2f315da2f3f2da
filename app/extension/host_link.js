// SPDX-License-Identifier: MIT
// How is Rideau on this computer spoken to? Its native messaging host, found again with patience when it is gone.

const HOST = "app.rideau.host";
const FIRST_WAIT = 5;
const LONGEST_WAIT = 300;
/** Browsers wake nobody earlier by an alarm; shorter waits hold only while the background page lives. */
const SHORTEST_ALARM = 30;
const ANSWER_MS = 20000;
export const AGAIN = "again";

export class HostLink {
  /** hello() gives the first message; onHeard(message) and onLost(problem) are told what happens. */
  constructor({ hello, onHeard, onLost }) {
    this.hello = hello;
    this.onHeard = onHeard;
    this.onLost = onLost;
    this.port = null;
    this.waiting = new Map();
    this.asked = 0;
  }

  /** Connect unless connected, or unless the patience after the last failure is not over yet. */
  async connect({ isPatient }) {
    const { retryAt = 0 } = await chrome.storage.session.get("retryAt");
    if (this.port !== null || (isPatient && Date.now() < retryAt)) {
      return;
    }
    this.port = chrome.runtime.connectNative(HOST);
    this.port.onMessage.addListener((message) => this._heard(message));
    this.port.onDisconnect.addListener((port) => this._ended(port));
    this.say(this.hello());
  }

  /** Say message; false where nobody listens. */
  say(message) {
    if (this.port === null) {
      return false;
    }
    try {
      this.port.postMessage(message);
    } catch (error) {
      return false; // it has just ended, and we are about to be told
    }
    return true;
  }

  /** Say message with an id and resolve to the answer {ok, said, key, wait}; said is "" where none comes.

   With a key, the same is to be asked again with it, wait seconds later, to be done.
   */
  async ask(message) {
    this.asked += 1;
    const id = this.asked;
    if (!this.say({ ...message, id })) {
      return { ok: false, said: "" };
    }
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      setTimeout(() => this._answer({ id, ok: false, said: "" }), ANSWER_MS);
    });
  }

  _heard(message) {
    if (message.type === "answer") {
      this._answer(message);
    } else if (message.type === "gone") {
      this.port?.disconnect();
      this._lost("");
    } else {
      chrome.storage.session.set({ failures: 0, retryAt: 0 });
      chrome.alarms.clear(AGAIN);
      this.onHeard(message);
    }
  }

  _ended(port) {
    const error = chrome.runtime.lastError || port.error; // read, or Chromium complains
    if (this.port === port) {
      this._lost(error ? error.message : "");
    }
  }

  async _lost(problem) {
    this.port = null;
    for (const id of [...this.waiting.keys()]) {
      this._answer({ id, ok: false, said: "" });
    }
    this.onLost(problem);
    const { failures = 0 } = await chrome.storage.session.get("failures");
    const wait = waitAfter(failures);
    await chrome.storage.session.set({ failures: failures + 1, retryAt: Date.now() + wait * 1000 });
    setTimeout(() => this.connect({ isPatient: false }), wait * 1000);
    chrome.alarms.create(AGAIN, { delayInMinutes: Math.max(wait, SHORTEST_ALARM) / 60 });
  }

  _answer({ id, ok, said, key, wait }) {
    const resolve = this.waiting.get(id);
    this.waiting.delete(id);
    if (resolve !== undefined) {
      resolve({ ok: ok === true, said: String(said || ""), key: String(key || ""), wait: Number(wait) || 0 });
    }
  }
}

/** Tell whether the browser says that there is no host (any more): Rideau was taken away, rather than ended or killed. */
export function isTakenAway(problem) {
  return /host not found|no such native application/i.test(problem);
}

/** Return how many seconds to wait after so many failures in a row: 5 s, twice as long each time, at most 5 minutes. */
export function waitAfter(failures) {
  return Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT);
}
