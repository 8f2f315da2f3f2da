// SPDX-License-Identifier: MIT
// Does somebody look at a network that has a daily allowance? Told to Rideau at each change, and of no other network.

export class Looking {
  /** tell(network) is told what is looked at: the id of a network under an allowance, or "" for none any more. */
  constructor(tell) {
    this.tell = tell;
    this.told = "";
  }

  /** Take it that nobody was told anything. */
  forget() {
    this.told = "";
  }

  /** Tell once more what is looked at. */
  sayAgain() {
    if (this.told !== "") {
      this.tell(this.told);
    }
  }

  /** See what the focused window shows, where doorkeeper counts anything at all. */
  async look(doorkeeper) {
    const network = doorkeeper.limited.size > 0 ? doorkeeper.countedPage(await urlInFront()) : "";
    if (network !== this.told && this.tell(network)) {
      this.told = network;
    }
  }
}

/** Return the address in the active tab of the window that has the keyboard; "" where no window of this browser has. */
async function urlInFront() {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab === undefined) {
    return "";
  }
  const { focused } = await chrome.windows.get(tab.windowId).catch(() => ({ focused: false }));
  return focused ? tab.url || "" : "";
}
