// SPDX-License-Identifier: MIT
// Which declarativeNetRequest rules hold the doors? Pure: a Doorkeeper in, rules out.
//
// The most specific host decides: a rule's priority grows with the labels of its host, and inside one host with the
// rank of its path. Nothing is ever caught too much: where paths are too entangled to be said in rules, the host is
// left to the tabs, which are watched anyway.

import { covers, suffixes } from "./decide.js";

/** Between the priorities of two label counts: room for the paths of one host. */
const STEP = 32;
/** More entangled paths than these on one host are left to the tabs; telling their order takes 2^n looks. */
const MOST_ENTANGLED = 10;
const ANY_PAGE = "^https?://.*$";

/**
 * Return bundles of rules without ids; rules of one bundle belong together and are installed all or none.
 *
 * Where a rule's regular expression is too long for the browser, "shorter", beside the condition, takes its place.
 */
export function bundlesFor(doorkeeper, pageUrl) {
  const verdicts = new Map();
  for (const host of doorkeeper.index.hosts.keys()) {
    if (isDomain(host)) {
      verdicts.set(host, verdictOn(doorkeeper, host));
    }
  }
  const whole = new Map();
  const bundles = [];
  for (const [host, verdict] of verdicts) {
    if (verdict.paths === null && verdict === above(host, verdicts)) {
      continue;
    }
    const key = `${base(host)} ${verdict.isClosed} ${verdict.isParted}`;
    whole.set(key, (whole.get(key) || { verdict, priority: base(host), hosts: [] }));
    whole.get(key).hosts.push(host);
    if (verdict.paths !== null) {
      bundles.push(pathRules(host, verdict, pageUrl));
    }
  }
  return [[...whole.values()].flatMap((group) => wholeRules(group, pageUrl)), ...bundles].filter((bundle) => bundle.length > 0);
}

const OPEN = { isClosed: false, isParted: false, paths: null };
const CLOSED = { isClosed: true, isParted: false, paths: null };

/** Say of a host whether its pages are closed where no path says otherwise, and the ranked paths that do. */
function verdictOn(doorkeeper, host) {
  if (doorkeeper.index.pathNetworksOf(host).size === 0) {
    return doorkeeper.closedHost(host) === null ? OPEN : CLOSED;
  }
  const isClosed = (fits) => doorkeeper.closed.has(doorkeeper.index.resolve(host, fits));
  const said = doorkeeper.index.chain(host);
  const patterns = [...new Set(said.flatMap((rules) => rules.paths.concat(rules.isNotPaths)).map((each) => each.pattern))];
  const hasExceptions = said.some((rules) => rules.isNotPaths.length > 0);
  const paths = (hasExceptions ? null : alike(patterns, isClosed)) || ranked(patterns, isClosed);
  const isBaseClosed = paths !== null && isClosed(() => false);
  const closesSomething = isBaseClosed || (paths || []).some((path) => path.isClosed);
  return closesSomething ? { isClosed: isBaseClosed, isParted: true, paths } : OPEN;
}

/** Return the patterns in any order where each alone means the same, or null; holds where none gives a path away. */
function alike(patterns, isClosed) {
  const paths = patterns.map((pattern) => ({ pattern, isClosed: isClosed((each) => each === pattern) }));
  return paths.every((path) => path.isClosed === paths[0].isClosed) ? paths : null;
}

/** Return [{pattern, isClosed}], the strongest first, so that the first that fits decides; null where no order does. */
export function ranked(patterns, isClosed) {
  if (patterns.length > MOST_ENTANGLED) {
    return null;
  }
  const alone = patterns.map((one) => isClosed((pattern) => implied(one, pattern)));
  const implications = patterns.map((one) => maskOf(patterns, (pattern) => implied(one, pattern)));
  const possible = [];
  for (let mask = 1; mask < 1 << patterns.length; mask += 1) {
    if (patterns.every((_, at) => !(mask & (1 << at)) || (implications[at] & ~mask) === 0)) {
      possible.push({ mask, isClosed: isClosed((pattern) => Boolean(mask & (1 << patterns.indexOf(pattern)))) });
    }
  }
  return ordered(patterns, alone, possible);
}

function ordered(patterns, alone, possible) {
  const found = [];
  let left = patterns.map((_, at) => at);
  let cases = possible;
  while (left.length > 0) {
    const next = left.find((at) => cases.every((each) => !(each.mask & (1 << at)) || each.isClosed === alone[at]));
    if (next === undefined) {
      return null;
    }
    found.push({ pattern: patterns[next], isClosed: alone[next] });
    left = left.filter((at) => at !== next);
    cases = cases.filter((each) => !(each.mask & (1 << next)));
  }
  return found;
}

function maskOf(patterns, holds) {
  return patterns.reduce((mask, pattern, at) => (holds(pattern) ? mask | (1 << at) : mask), 0);
}

/** Tell whether whatever fits one pattern fits the other: a "*" is taken for something that only a "*" can fit. */
function implied(one, other) {
  return one === other || covers(other, one.replace(/\*/g, "\u0000"));
}

function wholeRules({ verdict, priority, hosts }, pageUrl) {
  const requestDomains = hosts.flatMap((host) => [host, `${host}.`]).sort();
  const isClosedToParts = verdict.isClosed && !verdict.isParted;
  const main = { requestDomains, resourceTypes: ["main_frame"] };
  const parts = { requestDomains, excludedResourceTypes: ["main_frame"] };
  return [
    verdict.isClosed
      ? { priority, action: toPage(pageUrl), condition: { ...main, regexFilter: ANY_PAGE } }
      : { priority, action: { type: "allow" }, condition: main },
    { priority, action: { type: isClosedToParts ? "block" : "allow" }, condition: parts },
  ];
}

/** Return the rules for the pages and frames of a host whose paths part; a page there may load what it likes of it. */
function pathRules(host, verdict, pageUrl) {
  const here = { requestDomains: [host, `${host}.`], isUrlFilterCaseSensitive: true };
  const strangers = { ...here, resourceTypes: ["sub_frame"], excludedInitiatorDomains: [host] };
  const rules = verdict.paths.flatMap(({ pattern, isClosed }, at) => {
    const priority = base(host) + 1 + Math.min(verdict.paths.length - at, STEP - 2);
    const [regexFilter, shorter] = [true, false].map((isThorough) => pathRegex(pattern, isThorough));
    const action = isClosed ? toPage(pageUrl) : { type: "allow" };
    return [
      { priority, action, condition: { ...here, resourceTypes: ["main_frame"], regexFilter }, shorter },
      { priority, action: { type: isClosed ? "block" : "allow" }, condition: { ...strangers, regexFilter }, shorter },
    ];
  });
  if (verdict.isClosed) {
    rules.push({ priority: base(host) + 1, action: { type: "block" }, condition: strangers });
  }
  return rules;
}

function toPage(pageUrl) {
  return { type: "redirect", redirect: { regexSubstitution: `${pageUrl}#\\0` } };
}

/**
 * Return the regular expression (RE2) for whole URLs whose path is what pattern means or lies below it.
 *
 * Each byte may come escaped or as it is; a letter, digit, "-", "." or "_" only if isThorough, since that triples the
 * length and Chromium takes 2 KB compiled: some 17 such characters, or 80 plain ones.
 */
export function pathRegex(pattern, isThorough) {
  const path = pattern.split("*").map((piece) => pieceRegex(piece, isThorough)).join("[^?#]*");
  const below = pattern.endsWith("/") ? "[^?#]*" : pattern.endsWith("*") ? "" : "(?:/[^?#]*)?";
  return `^https?://[^/?#]*${path}${below}(?:[?#].*)?$`;
}

function pieceRegex(piece, isThorough) {
  let regex = "";
  for (let at = 0; at < piece.length; at += 1) {
    const isEscape = piece[at] === "%";
    const code = isEscape ? parseInt(piece.slice(at + 1, at + 3), 16) : piece.charCodeAt(at);
    at += isEscape ? 2 : 0;
    regex += byteRegex(code, isEscape, isThorough);
  }
  return regex;
}

function byteRegex(code, isEscape, isThorough) {
  const character = String.fromCharCode(code);
  const plain = character.replace(/[^a-zA-Z0-9_]/, "\\$&");
  if (!isEscape && (character === "/" || (!isThorough && /[a-zA-Z0-9._-]/.test(character)))) {
    return plain;
  }
  const escaped = "%" + [...code.toString(16).padStart(2, "0")].map(digitRegex).join("");
  const isOnlyEscaped = character === "/" || code <= 0x20 || code >= 0x7f || "%?#".includes(character);
  return isOnlyEscaped ? escaped : `(?:${plain}|${escaped})`;
}

function digitRegex(digit) {
  return /[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit;
}

function base(host) {
  return host.split(".").length * STEP;
}

function above(host, verdicts) {
  const named = suffixes(host).slice(1).find((suffix) => verdicts.has(suffix));
  return named === undefined ? OPEN : verdicts.get(named);
}

/** Tell whether browsers take host as a domain of a rule; one they do not take would cost all the others. */
function isDomain(host) {
  return /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(host) || /^\[[0-9a-f:.]+\]$/.test(host);
}
