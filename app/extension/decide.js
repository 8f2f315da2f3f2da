// SPDX-License-Identifier: MIT
// Which network does a URL belong to, and is it closed here? The same answers as rideau.domain (site_index, door).
// Pure: no browser, no clock. Kept to plain syntax, so that the tests can run it in QJSEngine, too.

const NOBODY = "";

/** The profiles a browser can live in, as rideau.domain.door.Profile names them. */
export const PROFILES = ["none", "work", "personal"];

/** Bytes that stand in paths unescaped, as rideau.domain.url_path has them. */
const PLAIN = new Set("/!$&'()+,;=:@-._~|[]0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

/** Return the path with each byte escaped only where it must be; an escaped slash stays one (RFC 3986, 6.2.2). */
export function normalPath(path) {
  let normal = "";
  for (let at = 0; at < path.length; at += 1) {
    const escape = /^%([0-9a-fA-F]{2})/.exec(path.slice(at, at + 3));
    if (escape === null) {
      const code = path.codePointAt(at);
      if (code > 0x7f) {
        normal += encodeURIComponent(String.fromCodePoint(code));
        at += code > 0xffff ? 1 : 0;
      } else {
        normal += normalByte(code);
      }
    } else {
      const code = parseInt(escape[1], 16);
      normal += code === 0x2f ? "%2F" : normalByte(code);
      at += 2;
    }
  }
  return normal;
}

function normalByte(code) {
  const character = String.fromCharCode(code);
  return PLAIN.has(character) ? character : "%" + (code < 16 ? "0" : "") + code.toString(16).toUpperCase();
}

/** Resolve "." and ".." (RFC 3986, 5.2.4); ".." never climbs above the root. */
export function withoutDotSegments(path) {
  if (!path.includes("/.")) {
    return path;
  }
  const kept = [];
  const segments = path.split("/").slice(1);
  for (const segment of segments) {
    if (segment === "..") {
      kept.pop();
    } else if (segment !== ".") {
      kept.push(segment);
    }
  }
  const last = segments[segments.length - 1];
  if (last === "." || last === "..") {
    kept.push("");
  }
  return "/" + kept.join("/");
}

/** Return a host as URL gives it in normal form: lower case, without the dot of the root. */
export function normalHost(host) {
  return host.toLowerCase().replace(/\.+$/, "");
}

/** Return {host, path} in normal form for the http(s) URL that a tab shows, or null: no other page is our business. */
export function addressOf(url) {
  let parsed = null;
  try {
    parsed = new URL(underlying(url));
  } catch (error) {
    return null;
  }
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") {
    return null;
  }
  return { host: normalHost(parsed.hostname), path: withoutDotSegments(normalPath(parsed.pathname)) || "/" };
}

/** Return the URL behind a view of it: its source, or the reader's view in Firefox. */
function underlying(url) {
  if (url.startsWith("view-source:")) {
    return url.slice("view-source:".length);
  }
  const reader = "about:reader?url=";
  return url.startsWith(reader) ? decodeURIComponent(url.slice(reader.length)) : url;
}

/** Tell whether path is what pattern means or lies below it; "*" stands for any run of characters. */
export function covers(pattern, path) {
  const pieces = pattern.split("*");
  const last = pieces.pop();
  const isOpenEnded = last === "" || last.endsWith("/");
  const endsWell = (end) => isOpenEnded || end === path.length || path[end] === "/";
  if (pieces.length === 0) {
    return path.startsWith(last) && endsWell(last.length);
  }
  if (!path.startsWith(pieces[0])) {
    return false;
  }
  let from = pieces[0].length;
  for (const piece of pieces.slice(1)) {
    const found = path.indexOf(piece, from); // the leftmost fit is as good as any
    if (found < 0) {
      return false;
    }
    from = found + piece.length;
  }
  for (let found = path.indexOf(last, from); found >= 0; found = path.indexOf(last, found + 1)) {
    if (endsWell(found + last.length)) {
      return true;
    }
    if (found >= path.length) {
      return false;
    }
  }
  return false;
}

/** Return ["a.b.c", "b.c", "c"]. */
export function suffixes(host) {
  const found = [];
  let rest = host;
  for (;;) {
    found.push(rest);
    const dot = rest.indexOf(".");
    if (dot < 0) {
      return found;
    }
    rest = rest.slice(dot + 1);
  }
}

/** Find the network of a host or URL: the most specific host decides, then the longest path. */
export class SiteIndex {
  /** Index doors: {network, sites, exceptions} each, in normal form. */
  constructor(doors) {
    this.hosts = new Map();
    for (const door of doors) {
      for (const site of door.sites) {
        this._addSite(door.network, site);
      }
    }
    for (const door of doors) {
      for (const exception of door.exceptions || []) {
        this._addException(door.network, exception);
      }
    }
    for (const rules of this.hosts.values()) {
      rules.paths.sort((one, other) => other.pattern.length - one.pattern.length || one.order - other.order);
    }
  }

  /** Return the id of the network that host as a whole belongs to, or null. */
  networkOfHost(host) {
    return this.resolve(host, null);
  }

  /** Return the id of the network that {host, path} belongs to, or null. */
  networkOfAddress(address) {
    return this.resolve(address.host, (pattern) => covers(pattern, address.path));
  }

  /** Return the set of networks to which only some pages of host belong; empty if one network has all. */
  pathNetworksOf(host) {
    const found = new Set();
    const excluded = new Set();
    const giving = new Set();
    let isParted = false;
    for (const rules of this.chain(host)) {
      rules.isNot.forEach((network) => excluded.add(network));
      rules.isNotPaths.forEach((away) => giving.add(away.network));
      rules.paths.filter((claim) => !excluded.has(claim.network)).forEach((claim) => found.add(claim.network));
      if (!rules.owner || excluded.has(rules.owner)) {
        continue;
      }
      const hasTheRest = !giving.has(rules.owner);
      if (isParted || !hasTheRest) {
        found.add(rules.owner);
      }
      if (hasTheRest) {
        break;
      }
      isParted = true;
    }
    return found;
  }

  /** Return what is said about host and what it is under, the most specific first. */
  chain(host) {
    return suffixes(host)
      .filter((suffix) => this.hosts.has(suffix))
      .map((suffix) => this.hosts.get(suffix));
  }

  /** Return the network that host belongs to where fits(pattern) tells which patterns hold; null asks for the whole. */
  resolve(host, fits) {
    const excluded = new Set();
    for (const rules of this.chain(host)) {
      rules.isNot.forEach((network) => excluded.add(network));
      if (fits !== null) {
        for (const away of rules.isNotPaths) {
          if (fits(away.pattern)) {
            excluded.add(away.network);
          }
        }
        for (const claim of rules.paths) {
          if (!excluded.has(claim.network) && fits(claim.pattern)) {
            return claim.network;
          }
        }
      }
      if (rules.owner && !excluded.has(rules.owner)) {
        return rules.owner;
      }
    }
    return null;
  }

  _addSite(network, site) {
    const { host, pattern } = parted(site);
    const rules = this._rulesOf(host);
    if (pattern) {
      rules.paths.push({ network, pattern, order: rules.paths.length });
    } else if (!rules.owner) {
      rules.owner = network;
    }
  }

  _addException(network, exception) {
    const { host, pattern } = parted(exception);
    const rules = this._rulesOf(host);
    if (pattern) {
      rules.isNotPaths.push({ network, pattern });
    } else {
      rules.isNot.add(network);
    }
  }

  _rulesOf(host) {
    if (!this.hosts.has(host)) {
      this.hosts.set(host, { owner: NOBODY, isNot: new Set(), paths: [], isNotPaths: [] });
    }
    return this.hosts.get(host);
  }
}

function parted(site) {
  const slash = site.indexOf("/");
  return slash < 0 ? { host: site, pattern: "" } : { host: site.slice(0, slash), pattern: site.slice(slash) };
}

/** Decide what is closed in this browser: a kept state, and the profile that counts. */
export class Doorkeeper {
  constructor(state, profile) {
    this.doors = state.doors || [];
    this.index = new SiteIndex(this.doors);
    this.closed = new Set((state.closed || {})[profile] || []);
    /** Of the closed ones those that a breath opens. */
    this.breath = new Set((state.breath || {})[profile] || []);
    /** The open ones whose use is counted. */
    this.limited = new Set((state.limited || {})[profile] || []);
  }

  /** Return the network that closes the page at url, or null. */
  closedPage(url) {
    const address = this.closed.size > 0 && url ? addressOf(url) : null;
    return address === null ? null : this.closedAddress(address);
  }

  /** Return the network that closes the page at {host, path}, or null. */
  closedAddress(address) {
    const owner = this.index.networkOfAddress(address);
    return this.closed.has(owner) ? owner : null;
  }

  /** Return the network that closes host with everything on it, or null: as the gate answers a browser with us in it. */
  closedHost(host) {
    const owner = this.index.networkOfHost(host);
    return this.closed.has(owner) && this.index.pathNetworksOf(host).size === 0 ? owner : null;
  }

  /** Return the network whose use it is to look at the page at url, where that is counted; else "". */
  countedPage(url) {
    const address = this.limited.size > 0 && url ? addressOf(url) : null;
    return address === null ? NOBODY : this.countedAddress(address);
  }

  /** Return the same of the page at {host, path}. */
  countedAddress(address) {
    const owner = this.index.networkOfAddress(address);
    return this.limited.has(owner) ? owner : NOBODY;
  }

  /** Return the name of a network as people know it. */
  nameOf(network) {
    const door = this.doors.find((each) => each.network === network);
    return (door && door.name) || network;
  }
}

/** Return the profile that counts: what was corrected in the options beats the host's word, which beats none. */
export function profileOf(corrected, said) {
  if (PROFILES.includes(corrected)) {
    return corrected;
  }
  return PROFILES.includes(said) ? said : "none";
}
