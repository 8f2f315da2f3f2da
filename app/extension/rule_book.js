// SPDX-License-Identifier: MIT
// How do the rules get into the browser? As dynamic ones: they hold from the first moment of the next start.

import { bundlesFor } from "./rules.js";

/** Browsers take 1000 rules with regular expressions (declarativeNetRequest); what is beyond is left to the tabs. */
const MOST_REGEX_RULES = 900;
const TRIES = 3;

/** Make the browser's rules those that hold doorkeeper's doors. */
export async function holdDoors(doorkeeper, pageUrl) {
  const rules = (await supported(bundlesFor(doorkeeper, pageUrl))).map((rule, at) => ({ ...rule, id: at + 1 }));
  for (let left = TRIES; left > 0; left -= 1) {
    const removeRuleIds = (await chrome.declarativeNetRequest.getDynamicRules()).map((rule) => rule.id);
    if (removeRuleIds.length === 0 && rules.length === 0) {
      return;
    }
    try {
      await chrome.declarativeNetRequest.updateDynamicRules({ removeRuleIds, addRules: rules });
      return;
    } catch (error) {
      if (left === 1) {
        console.error("Rideau: the browser refused the rules; the tabs are watched all the same.", error);
      } // else: the background page of private windows may have written at the same moment
    }
  }
}

async function supported(bundles) {
  const found = [];
  let count = 0;
  for (const bundle of bundles) {
    const rules = await Promise.all(bundle.map(fitting));
    const regexes = rules.filter((rule) => rule?.condition.regexFilter).length;
    if (rules.every((rule) => rule !== null) && count + regexes <= MOST_REGEX_RULES) {
      found.push(...rules);
      count += regexes;
    }
  }
  return found;
}

/** Return rule as the browser takes it, or null where its regular expression is too much even when shorter. */
async function fitting({ shorter, ...rule }) {
  if (rule.condition.regexFilter === undefined) {
    return rule;
  }
  for (const regexFilter of [rule.condition.regexFilter, shorter]) {
    const question = { regex: regexFilter, isCaseSensitive: Boolean(rule.condition.isUrlFilterCaseSensitive) };
    if (regexFilter !== undefined && (await chrome.declarativeNetRequest.isRegexSupported(question)).isSupported) {
      return { ...rule, condition: { ...rule.condition, regexFilter } };
    }
  }
  return null;
}
