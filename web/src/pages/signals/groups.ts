// Signals by the component that they are about: what a match of feeds names is decided for all of its vulnerabilities at once.
import type { Signal } from "../../api/signal";

// "CVE-2021-31571 in FreeRTOS 10.0.1": FreeRTOS 10.0.1; "": it names none.
export function componentOf(one: Pick<Signal, "kind" | "summary" | "vulnerability">): string {
  const start = `${one.vulnerability ?? ""} in `;
  return one.kind === "feed_match" && one.vulnerability && one.summary.startsWith(start) ? one.summary.slice(start.length) : "";
}

export interface Group<T> {
  component: string; // "": those that name none
  signals: T[];
}

// The largest first; those that name none stand last.
export function byComponent<T extends Pick<Signal, "kind" | "summary" | "vulnerability">>(signals: readonly T[]): Group<T>[] {
  const groups = new Map<string, T[]>();
  for (const one of signals) {
    const component = componentOf(one);
    groups.set(component, [...(groups.get(component) ?? []), one]);
  }
  return [...groups]
    .map(([component, list]) => ({ component, signals: list }))
    .sort((a, b) => Number(a.component === "") - Number(b.component === "") || b.signals.length - a.signals.length || a.component.localeCompare(b.component));
}
