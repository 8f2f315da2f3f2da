// SPDX-License-Identifier: MIT
// Which open tabs show a closed page, and how does each become Rideau's page? It goes back by itself (page.js).

export const PAGE = chrome.runtime.getURL("page.html");
/** A tab on its way to the page is not sent again for this long, unless it shows another page meanwhile. */
const ON_ITS_WAY_MS = 2000;
/** One who came by two ways at once, the browser's rule and our own hand, wanted in once. */
const ONE_ATTEMPT_MS = 2000;

/** Return the address of the page that stands in for url, as the browser will write it. */
export function pageFor(url) {
  return new URL(`${PAGE}#${url}`).href;
}

export class Tabs {
  constructor() {
    /** By tab id: {target, at, isCommitted, isAttempt}, for tabs we sent to the page. */
    this.sent = new Map();
    /** By tab id: {url, at}, who wanted where last. */
    this.attempts = new Map();
  }

  /** Send every open tab that shows, or is loading, what doorkeeper closes; sleeping ones are caught when they wake. */
  async sweep(doorkeeper) {
    const tabs = await chrome.tabs.query({});
    await Promise.all(tabs.filter((tab) => !tab.discarded).map((tab) => this.see(tab, doorkeeper, { isAttempt: false })));
  }

  /** Send tab to the page if doorkeeper closes what it shows. */
  async see(tab, doorkeeper, { isAttempt }) {
    const url = [tab.url, tab.pendingUrl].find((each) => doorkeeper.closedPage(each) !== null);
    const target = pageFor(url);
    if (url === undefined || this._isOnItsWay(tab.id, target)) {
      return;
    }
    const isCommitted = url === tab.url && (tab.pendingUrl || url) === url;
    this.sent.set(tab.id, { target, at: Date.now(), isCommitted, isAttempt });
    try {
      await chrome.tabs.update(tab.id, { url: target });
    } catch (error) {
      this.sent.delete(tab.id); // closed meanwhile, or not ours to change
    }
  }

  /** Return {isAttempt, hasPageBehind} for the page of url that arrived in tab: how it came there; null where not by us. */
  arrived(tab, url) {
    const sent = this.sent.get(tab.id);
    this.sent.delete(tab.id);
    if (sent === undefined || sent.target !== pageFor(url)) {
      return null;
    }
    return { isAttempt: sent.isAttempt, hasPageBehind: sent.isCommitted };
  }

  /** Tell whether the wish to go to url in tab is a new one, and remember it. */
  isNewAttempt(tab, url) {
    const last = this.attempts.get(tab.id);
    this.attempts.set(tab.id, { url, at: Date.now() });
    return last === undefined || last.url !== url || Date.now() - last.at >= ONE_ATTEMPT_MS;
  }

  forget(tabId) {
    this.sent.delete(tabId);
    this.attempts.delete(tabId);
  }

  _isOnItsWay(tabId, target) {
    const sent = this.sent.get(tabId);
    return sent !== undefined && sent.target === target && Date.now() - sent.at < ON_ITS_WAY_MS;
  }
}
