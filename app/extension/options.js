// SPDX-License-Identifier: MIT
// Is Rideau reached, which profile is this, and what does the browser still withhold?

import { remember, remembered } from "./memory.js";
import { speaking } from "./words.js";

const at = (id) => document.getElementById(id);
const SAID = [
  ...["optionsTitle", "optionsLead", "connection", "tryAgain", "access", "accessGive", "private"],
  ...["profile", "profileLead", "profileAs", "profile_work", "profile_workWhy", "profile_personal", "profile_personalWhy"],
];
const isFirefox = location.protocol === "moz-extension:";
const ORIGINS = { origins: chrome.runtime.getManifest().host_permissions };

let speech = speaking("", navigator.language);

start();

async function start() {
  at("tryAgain").addEventListener("click", () => chrome.runtime.sendMessage({ type: "again" }));
  at("accessGive").addEventListener("click", async () => {
    await chrome.permissions.request(ORIGINS);
    await refresh();
  });
  for (const choice of document.querySelectorAll("input[name=profile]")) {
    choice.addEventListener("change", () => save(choice.value));
  }
  chrome.storage.onChanged.addListener((_, area) => area === "local" && refresh());
  chrome.permissions.onAdded.addListener(refresh);
  chrome.permissions.onRemoved.addListener(refresh);
  await refresh();
}

async function save(profile) {
  await remember({ profile });
  at("saved").textContent = speech.say("saved");
}

async function refresh() {
  const memory = await remembered();
  speech = speaking(memory.state?.board?.language, navigator.language);
  document.documentElement.lang = speech.language;
  for (const key of SAID) {
    at(key).textContent = speech.say(key);
  }
  document.title = speech.say("optionsTitle");
  at("version").textContent = speech.say("version", { version: chrome.runtime.getManifest().version });
  showConnection(memory);
  showProfile(memory);
  await showAccess();
  await showPrivate();
}

function showConnection({ state, lost, problem }) {
  const isConnected = state !== null && !lost;
  const word = isConnected ? "connected" : state === null ? "neverConnected" : "notConnected";
  mark("connection-said", isConnected, speech.say(word));
  at("phase").textContent = isConnected && state.board?.phase_name ? speech.say("phaseIs", { phase: state.board.phase_name }) : "";
  at("problem").textContent = problem;
  at("problem").hidden = state !== null || !problem;
  at("tryAgain").hidden = isConnected;
}

function showProfile({ state, profile }) {
  const said = ["work", "personal"].includes(state?.profile) ? state.profile : "none";
  at("profileAsNow").textContent = speech.say("profileAsNow", { profile: speech.say(`profile_${said}`) });
  document.querySelector(`input[name=profile][value="${profile === "work" || profile === "personal" ? profile : ""}"]`).checked = true;
}

async function showAccess() {
  const hasAccess = await chrome.permissions.contains(ORIGINS);
  mark("access-said", hasAccess, speech.say(hasAccess ? "accessYes" : "accessNo"));
  at("accessGive").hidden = hasAccess;
}

async function showPrivate() {
  const isAllowed = await chrome.extension.isAllowedIncognitoAccess();
  mark("private-said", isAllowed, speech.say(isAllowed ? "privateYes" : "privateNo"));
  at("private-how").textContent = speech.say(isFirefox ? "privateFirefox" : "privateChromium");
  at("private-how").hidden = isAllowed;
}

function mark(id, isDone, text) {
  at(id).classList.toggle("todo", !isDone);
  at(id).textContent = text;
}
