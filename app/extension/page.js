// SPDX-License-Identifier: MIT
// What does somebody see who comes to a closed site, and how does the tab become that site again?
//
// The page's own address carries the site's, whole, after its "#": so it knows its way back after a restart, too.

import { addressOf, Doorkeeper, profileOf } from "./decide.js";
import { endOf, NOTHING, remembered } from "./memory.js";
import { speaking } from "./words.js";

const LIFT_MS = 400;
/** Going back in the tab's history must show within this, or the address is opened instead. */
const BACK_MS = 600;
/** A site that is open yet leads back here so often, so fast, is not gone to again by itself. */
const MOST_RETURNS = 3;
const RETURNS_WITHIN_MS = 10000;

const at = (id) => document.getElementById(id);
const url = location.hash.slice(1);
const isSite = addressOf(url) !== null && /^https?:/i.test(url);
const isRedirected = performance.getEntriesByType("navigation")[0]?.type === "navigate";

let memory = NOTHING;
let speech = speaking("", navigator.language);
let key = null;
/** Counts what was asked for and called off: a wait that is not the latest is over. */
let turn = 0;
let isLeaving = false;
let arrival = null;
/** The network that a breath is asked for; null for none. */
let asked = null;

if (window.top === window) {
  start();
}

async function start() {
  addEventListener("hashchange", () => location.reload());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  at("leave").addEventListener("click", closeTab);
  at("back").addEventListener("click", () => history.back());
  at("never-mind").addEventListener("click", hideWayIn);
  at("way-in").addEventListener("submit", ask);
  at("breath").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!at("go-in").disabled) {
      goIn();
    }
  });
  at("urgent").addEventListener("click", goIn);
  at("way-in").addEventListener("keydown", (event) => event.key === "Escape" && hideWayIn());
  chrome.storage.onChanged.addListener((_, area) => area === "local" && refresh());
  if (isSite) {
    arrival = tellArrival();
  }
  await refresh();
}

/** Learn how we came here: behind a page that we took the place of lies that page itself, as it was left. */
async function tellArrival() {
  const known = await tell({ type: "shown", url, isNavigation: isRedirected });
  const { wasSent, hasPageBehind } = known || { wasSent: false, hasPageBehind: false };
  if (wasSent || isRedirected) {
    history.replaceState({ hasPageBehind }, ""); // kept over a reload
    at("back").hidden ||= hasPageBehind; // it would only lead to the closed page
  }
  return { wasSent };
}

/** Resolve to what the background answers; null where it is away, or about to be. */
async function tell(message) {
  try {
    return await chrome.runtime.sendMessage(message);
  } catch (error) {
    return null;
  }
}

async function refresh() {
  memory = await remembered();
  speech = speaking(memory.state?.board?.language, navigator.language);
  document.documentElement.lang = speech.language;
  const doorkeeper = keeper();
  const network = isSite ? doorkeeper.closedPage(url) : null;
  if (network !== null) {
    showClosed(network, doorkeeper);
  } else if (isSite) {
    goToSite();
  } else {
    showNothing();
  }
  show("settings", speech.say("settings"));
}

function keeper() {
  return new Doorkeeper(memory.state || {}, profileOf(memory.profile, memory.state?.profile));
}

function showClosed(network, doorkeeper) {
  const { say } = speech;
  const name = doorkeeper.nameOf(network);
  sessionStorage.removeItem("returns");
  const sign = memory.state.signs?.[network] || {};
  const board = memory.state.board || {};
  const isBreath = doorkeeper.breath.has(network) && !memory.lost && Boolean(board.breath);
  document.title = isBreath && sign.title ? sign.title : say("title", { name });
  show("board", name);
  show("tag", say(isBreath ? "tagOfBreath" : "tag"));
  showSentences(at("title"), sign.title || say("closed", { name }));
  show("why", sign.why || board.headline);
  show("return", board.opening && !sign.title ? say("againAt", { name, opening: board.opening }) : say("again", { name }));
  show("tip-title", say("moment"));
  show("tip", board.tip);
  at("tip-card").hidden = !board.tip;
  show("address", url.replace(/^https?:\/\//, ""));
  at("address").title = url;
  show("leave", say("leave"));
  show("back", say("back"));
  at("back").hidden = history.length < 2 || Boolean(history.state?.hasPageBehind);
  showLost(say);
  showKeys(isBreath ? {} : board, say);
  showBreath(isBreath ? board.breath : null, network);
  document.querySelector(".shop").classList.toggle("is-breath", isBreath);
  document.querySelector(".shop").dataset.shutter = "down";
}

/** Show text so that its lines end where its sentences do, if there is room. */
function showSentences(element, text) {
  if (element.textContent === text) {
    return;
  }
  const pieces = text.split(/(?<=[.!?])( +)/).map((piece) => {
    const span = document.createElement("span");
    span.className = piece.trim() ? "sentence" : "";
    span.textContent = piece;
    return span;
  });
  element.replaceChildren(...pieces);
}

function showLost(say) {
  const end = endOf(memory);
  const isKnown = memory.lost && end !== Infinity;
  const until = isKnown ? momentOf(end) : "";
  show("lost", memory.lost ? say(isKnown ? "lostUntil" : "lost", { until }) : "");
}

/** Return a day and time as people say them: the locale's clock in English, "lundi 9 h 30" in French. */
function momentOf(instant) {
  const moment = { weekday: "long", hour: "numeric", minute: "2-digit" };
  const format = new Intl.DateTimeFormat(languageTag(), moment);
  if (speech.language !== "fr") {
    return format.format(instant);
  }
  const { weekday, hour, minute } = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${weekday} ${Number(hour)}\u202fh${minute === "00" ? "" : `\u202f${minute}`}`;
}

/** Return the browser's own variety of the language, for the locale's clock; or the plain language. */
function languageTag() {
  return navigator.languages.find((tag) => tag.slice(0, 2) === speech.language) || speech.language;
}

/** Ask for a breath before the way in, whose way out has the keyboard; null for a door that no breath opens. */
function showBreath(breath, network) {
  const isNew = breath !== null && asked !== network;
  asked = breath === null ? null : network;
  at("breath").hidden = breath === null;
  if (breath === null) {
    return;
  }
  show("leave", breath.leave);
  show("wish-label", breath.what_for);
  show("go-in", breath.go_in);
  show("urgent", breath.urgent);
  show("return", "");
  if (isNew) {
    at("go-in").disabled = true;
    at("leave").focus({ preventScroll: true });
    at("breathing").style.animationDuration = `${breath.seconds}s`;
    setTimeout(() => (at("go-in").disabled = asked !== network), breath.seconds * 1000);
  }
}

async function goIn() {
  say("asking");
  const answer = await tell({ type: "enter", network: asked, reason: at("wish").value.trim() });
  at("said").textContent = answer?.said && !answer.ok ? answer.said : speech.say(answer?.ok ? "opening" : "noAnswer");
}

/** Show the ways in that the lock level leaves, or why there is none; without Rideau nobody could turn the key. */
function showKeys(board, say) {
  const keys = memory.lost ? [] : board.keys || [];
  const buttons = keys.map((each) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = say("key", { label: each.label });
    button.setAttribute("aria-expanded", String(key !== null && key.minutes === each.minutes));
    button.setAttribute("aria-controls", "way-in");
    button.addEventListener("click", () => showWayIn(each, button));
    return button;
  });
  if (at("keys").textContent !== buttons.map((button) => button.textContent).join("")) {
    at("keys").replaceChildren(...buttons);
  }
  if (keys.length === 0) {
    hideWayIn();
  }
  show("no-key", keys.length === 0 && !memory.lost ? board.no_key : "");
  show("reason-label", say("reason"));
  show("reason-hint", say("reasonHint"));
  show("never-mind", say("cancel"));
}

function showWayIn(chosen, button) {
  key = { ...chosen, button };
  button.setAttribute("aria-expanded", "true");
  show("ask", chosen.label);
  at("said").textContent = "";
  at("way-in").hidden = false;
  at("reason").focus();
  at("way-in").scrollIntoView({ block: "nearest" });
}

function hideWayIn() {
  const button = key?.button;
  key = null;
  turn += 1;
  at("ask").disabled = false;
  at("way-in").hidden = true;
  button?.setAttribute("aria-expanded", "false");
  button?.focus();
}

async function ask(event) {
  event.preventDefault();
  const reason = at("reason").value.trim();
  if (!reason) {
    say("reasonMissing");
    at("reason").focus();
    return;
  }
  say("asking");
  at("ask").disabled = true;
  turn += 1;
  const mine = turn;
  const wish = { type: "open", minutes: key.minutes, reason };
  let answer = await tell(wish);
  if (answer?.key && mine === turn) {
    await countDown(answer.wait, () => mine === turn);
    answer = mine === turn ? await tell({ ...wish, key: answer.key }) : answer;
  }
  if (mine !== turn) {
    return; // left closed; a key that nobody turns lapses by itself
  }
  at("ask").disabled = false;
  show("ask", key.label);
  at("said").textContent = answer?.said || speech.say(answer?.ok ? "opening" : "noAnswer");
}

/** Count down on the button, as long as it is wanted. It is said aloud once: each second would talk over everything. */
async function countDown(seconds, isWanted) {
  const end = performance.now() + seconds * 1000;
  at("said").textContent = speech.say("turning", { time: lengthOf(seconds) });
  at("never-mind").focus();
  for (let left = seconds; left > 0 && isWanted(); left = (end - performance.now()) / 1000) {
    show("ask", speech.say("turningNow", { time: lengthOf(left) }));
    await new Promise((resolve) => setTimeout(resolve, (left % 1 || 1) * 1000));
  }
}

/** Return so many seconds as people say them. */
function lengthOf(seconds) {
  const whole = Math.ceil(seconds);
  if (whole < 100) {
    return speech.say("seconds", { count: whole });
  }
  return speech.say("minutes", { count: Math.floor(whole / 60), seconds: whole % 60 });
}

function say(word) {
  at("said").textContent = speech.say(word);
}

/** Lift the shutter and give the tab back; where nobody looks, at once. */
async function goToSite() {
  if (isLeaving) {
    return;
  }
  isLeaving = true;
  const { wasSent } = await arrival;
  if (!wasSent && isReturningInCircles()) {
    showStuck();
    return;
  }
  const shop = document.querySelector(".shop");
  if (shop.dataset.shutter === "down" && !document.hidden) {
    say("opening");
    shop.dataset.shutter = "lifting";
    await new Promise((resolve) => setTimeout(resolve, LIFT_MS));
  }
  if (keeper().closedPage(url) !== null) {
    isLeaving = false; // it closed again meanwhile
    return;
  }
  if (history.state?.hasPageBehind) {
    history.replaceState(null, "");
    history.back();
    await new Promise((resolve) => setTimeout(resolve, BACK_MS));
  }
  location.replace(url);
}

function isReturningInCircles() {
  const now = Date.now();
  const past = JSON.parse(sessionStorage.getItem("returns") || "[]").filter((each) => now - each < RETURNS_WITHIN_MS);
  sessionStorage.setItem("returns", JSON.stringify([...past, now]));
  return past.length >= MOST_RETURNS;
}

function showStuck() {
  show("title", speech.say("stuck"));
  show("by-hand-link", url);
  at("by-hand-link").href = url;
  at("by-hand").hidden = false;
  document.querySelector(".front").hidden = true;
  at("actions").hidden = true;
}

function showNothing() {
  document.title = "Rideau";
  show("board", "Rideau");
  show("title", speech.say("nothing"));
  show("why", speech.say("nothingWhy"));
  at("actions").hidden = true;
}

/** Close this tab; the last one of a window makes room for an empty one, or the window would go with it. */
async function closeTab() {
  const tab = await chrome.tabs.getCurrent();
  const neighbours = await chrome.tabs.query({ windowId: tab.windowId });
  if (neighbours.length === 1) {
    await chrome.tabs.create({ windowId: tab.windowId });
  }
  await chrome.tabs.remove(tab.id);
}

function show(id, text) {
  const element = at(id);
  element.hidden = !text;
  if (element.textContent !== (text || "")) {
    element.textContent = text || "";
  }
}
