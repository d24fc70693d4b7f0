// The address is the state: every view, filter and opened row has one, and copying it shares what is seen.
import { useEffect, useState } from "preact/hooks";

export interface Place {
  path: string;
  query: URLSearchParams;
}

const listeners = new Set<() => void>();

export function place(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

function tell(): void {
  for (const listener of [...listeners]) listener();
}

export function go(to: string, replace = false): void {
  if (to === location.pathname + location.search) return;
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  tell();
}

// The same place with some of its filters another; null takes one away.
export function withQuery(changes: Record<string, string | null>, at: Place = place()): string {
  const query = new URLSearchParams(at.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return at.path + (text ? `?${text}` : "");
}

export function setQuery(changes: Record<string, string | null>): void {
  go(withQuery(changes), true);
}

export function usePlace(): Place {
  const [now, set] = useState(place);
  useEffect(() => {
    const moved = () => set(place());
    listeners.add(moved);
    addEventListener("popstate", moved);
    return () => {
      listeners.delete(moved);
      removeEventListener("popstate", moved);
    };
  }, []);
  return now;
}

// "/devices/:device" against "/devices/Example%20Pump": { device: "Example Pump" }; null where it does not fit.
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.replace(/\/$/, "").split("/");
  if (wanted.length !== given.length && pattern !== "/") return null;
  if (pattern === "/") return path === "/" || path === "" ? {} : null;
  const found: Record<string, string> = {};
  for (let i = 0; i < wanted.length; i++) {
    const want = wanted[i] ?? "";
    const have = given[i] ?? "";
    if (want.startsWith(":")) found[want.slice(1)] = decode(have);
    else if (want !== have) return null;
  }
  return found;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// "/devices/" + each part, escaped.
export function to(...parts: (string | number)[]): string {
  return "/" + parts.map((part) => encodeURIComponent(String(part))).join("/");
}

// Plain clicks on links of this site stay in the page; every other click is the browser's.
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return;
  if (link.origin !== location.origin || link.pathname.startsWith("/api/") || link.dataset.leave !== undefined) return;
  if (link.getAttribute("href")?.startsWith("#")) return;
  event.preventDefault();
  go(link.pathname + link.search);
  document.getElementById("main")?.scrollTo(0, 0);
}
