// SPDX-License-Identifier: MIT
// What does the extension keep between two lives of its background page, and which of it still holds?

/** What is kept, and what it is while nothing was heard. */
export const NOTHING = {
  /** The last state heard from Rideau, whole; null before the first. */
  state: null,
  /** The profile corrected in the options: "", "work" or "personal". */
  profile: "",
  /** Since when Rideau has not answered, in milliseconds since 1970; 0 while it does. */
  lost: 0,
  /** Why it does not answer, in the browser's words. */
  problem: "",
};

/** A state without an end is kept this long without Rideau: nothing stays closed for ever because it was deleted. */
export const LONGEST_WITHOUT_END = 24 * 3600 * 1000;

export async function remembered() {
  return { ...NOTHING, ...(await chrome.storage.local.get(Object.keys(NOTHING))) };
}

export async function remember(part) {
  await chrome.storage.local.set(part);
}

/** Return when what is kept ends if Rideau stays away, in milliseconds since 1970; Infinity while it answers. */
export function endOf(memory) {
  if (!memory.lost || memory.state === null || memory.state.doors.length === 0) {
    return Infinity;
  }
  const end = phaseEndOf(memory.state);
  return end < Infinity ? end : memory.lost + LONGEST_WITHOUT_END;
}

/** Return when Rideau means to say something else, in milliseconds since 1970; Infinity where it did not say. */
export function phaseEndOf(state) {
  return state !== null && typeof state.until === "number" ? state.until * 1000 : Infinity;
}

/** Return the state that holds at now: the one kept, or past its end the same with no door closed. */
export function inForce(memory, now) {
  return now < endOf(memory) ? memory.state : opened(memory.state);
}

/** Return state with no door closed; null where nothing was heard yet. */
export function opened(state) {
  return state === null ? null : { ...state, doors: [], closed: {}, breath: {}, limited: {} };
}
