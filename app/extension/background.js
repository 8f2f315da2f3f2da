// SPDX-License-Identifier: MIT
// What does the extension do, and when? The one place that wires Rideau's word, the browser's rules and the tabs.

import { Doorkeeper, profileOf } from "./decide.js";
import { AGAIN, HostLink, isTakenAway } from "./host_link.js";
import { endOf, inForce, opened, phaseEndOf, remember, remembered } from "./memory.js";
import { holdDoors } from "./rule_book.js";
import { PAGE, Tabs } from "./tabs.js";
import { Looking } from "./looking.js";

const BOUNDARY = "boundary";

const tabs = new Tabs();
const looking = new Looking((network) => link.say({ type: "looking", network }));
const link = new HostLink({ hello, onHeard, onLost });
let memory = null;
let doorkeeper = new Doorkeeper({}, "none");
let work = wake();

async function wake() {
  memory = await remembered();
  doorkeeper = keeperOf(memory);
  await link.connect({ isPatient: true });
}

/** Do task after everything that is under way: states are enforced one after the other. */
function then(task) {
  work = work.then(task, task);
  return work;
}

function hello() {
  return { type: "hello", extension: chrome.runtime.getManifest().version, profile: memory.profile };
}

function onHeard(message) {
  if (message.type === "state") {
    then(async () => {
      looking.sayAgain(); // another keeper may be there, which knows nothing of it
      await take({ state: message, lost: 0, problem: "" });
    });
  }
}

function onLost(problem) {
  looking.forget();
  then(() => {
    const part = { lost: memory.lost || Date.now(), problem };
    return take(isTakenAway(problem) ? { ...part, state: opened(memory.state) } : part);
  });
}

/** Make part of the memory, then everything it means, so: rules first, so that a tab that goes back gets through. */
async function take(part) {
  memory = { ...memory, ...part };
  memory.state = inForce(memory, Date.now());
  doorkeeper = keeperOf(memory);
  await holdDoors(doorkeeper, PAGE);
  const { state, lost, problem } = memory; // the profile is for the options alone to write
  await remember({ state, lost, problem });
  await tabs.sweep(doorkeeper);
  await setBoundary();
  await looking.look(doorkeeper);
}

function keeperOf({ state, profile }) {
  return new Doorkeeper(state || {}, profileOf(profile, state && state.profile));
}

/** Without Rideau, what is kept ends where its phase does; with it, we are to be awake then, should we have died. */
async function setBoundary() {
  const end = Math.min(endOf(memory), phaseEndOf(memory.state));
  if (end > Date.now() && end < Infinity) {
    await chrome.alarms.create(BOUNDARY, { when: end });
  } else {
    await chrome.alarms.clear(BOUNDARY);
  }
}

/** See what the tab shows once everything under way is done: it may have gone elsewhere meanwhile, or be closed. */
async function seeTab(tabId) {
  await then(() => null);
  const tab = await chrome.tabs.get(tabId).catch(() => null);
  if (tab !== null) {
    await tabs.see(tab, doorkeeper, { isAttempt: true });
  }
}

/** Answer the page: how it came into its tab; and tell Rideau if somebody wanted in. */
async function pageShown({ url, isNavigation }, tab) {
  await then(() => null);
  const arrival = tabs.arrived(tab, url);
  const network = doorkeeper.closedPage(url);
  const isWished = arrival === null ? isNavigation : arrival.isAttempt;
  if (network !== null && isWished && tabs.isNewAttempt(tab, url)) {
    link.say({ type: "attempt", network });
  }
  return { wasSent: arrival !== null, hasPageBehind: arrival !== null && arrival.hasPageBehind };
}

async function askToOpen({ minutes, reason, key }) {
  await then(() => null);
  return link.ask({ type: "open", minutes, reason, ...(key ? { key } : {}) });
}

async function goIn({ network, reason }) {
  await then(() => null);
  return link.ask({ type: "enter", network, reason });
}

const ANSWERS = { enter: goIn, shown: pageShown, open: askToOpen, again: () => link.connect({ isPatient: false }) };

chrome.runtime.onStartup.addListener(() => then(() => link.connect({ isPatient: false })));
chrome.runtime.onInstalled.addListener(({ reason }) => then(() => welcome(reason)));
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === AGAIN) {
    then(() => link.connect({ isPatient: false }));
  } else if (alarm.name === BOUNDARY) {
    then(() => take({}));
  }
});
chrome.storage.onChanged.addListener((changes, area) => {
  const profile = area === "local" && changes.profile ? changes.profile.newValue || "" : null;
  then(async () => {
    if (profile !== null && profile !== memory.profile) {
      link.say({ type: "profile", profile });
      await take({ profile });
    }
  });
});
chrome.tabs.onUpdated.addListener((tabId, change) => {
  if (change.url !== undefined || change.status === "loading") {
    seeTab(tabId);
  }
});
for (const event of [chrome.tabs.onActivated, chrome.tabs.onUpdated, chrome.tabs.onRemoved, chrome.windows?.onFocusChanged]) {
  event?.addListener(() => then(() => looking.look(doorkeeper)));
}
chrome.tabs.onReplaced.addListener((tabId) => seeTab(tabId));
chrome.tabs.onRemoved.addListener((tabId) => tabs.forget(tabId));
chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const answer = sender.id === chrome.runtime.id && Object.hasOwn(ANSWERS, message.type) ? ANSWERS[message.type] : null;
  if (answer === null) {
    return false;
  }
  answer(message, sender.tab).then(respond, () => respond(null)); // a page that waits for ever stays closed for ever
  return true;
});

/** Show the options once where something is left to do: a permission that the browser did not give by itself. */
async function welcome(reason) {
  const { host_permissions: origins } = chrome.runtime.getManifest();
  if (reason === "install" && !(await chrome.permissions.contains({ origins }))) {
    await chrome.runtime.openOptionsPage();
  }
  await link.connect({ isPatient: false });
}
