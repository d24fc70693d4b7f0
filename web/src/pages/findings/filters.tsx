import type { Device } from "../../api/types";
import { EVERY, problemFrom, useAll } from "../../api/use";
import { useToast } from "../../parts/toast";
import { setQuery, withQuery } from "../../router";
import { says, SEVERITIES, title } from "../../words";
import { useEffect } from "preact/hooks";
import { canonical, takeKeptHere, useOwnViews, VIEWS, type View } from "./views";

export function Views({ query }: { query: URLSearchParams }) {
  const { own, keep, drop } = useOwnViews();
  const tell = useToast();
  const now = canonical(query);
  const isNow = (view: View) => canonical(new URLSearchParams(view.query)) === now;
  const known = [...VIEWS, ...own];
  const current = own.find(isNow);
  const isNew = now !== "" && !known.some(isNow);
  const change = (made: Promise<void>) => void made.catch((why: unknown) => tell(problemFrom(why).detail || "The view could not be kept."));
  useEffect(() => {
    for (const view of takeKeptHere()) change(keep(view));
  }, []);
  return (
    <nav class="pills" aria-label="Views">
      {known.map((view) => (
        <a key={view.says + view.query} href={`/findings${view.query ? `?${view.query}` : ""}`} aria-current={isNow(view) ? "page" : undefined}>
          {view.says}
        </a>
      ))}
      {isNew && (
        <button type="button" onClick={() => change(keep({ says: [...query.values()].map(says).join(", "), query: now }))}>
          Keep this view
        </button>
      )}
      {current && (
        <button type="button" onClick={() => change(drop(current))}>
          Forget this view
        </button>
      )}
    </nav>
  );
}

const STATES = ["affected", "not_affected", "fixed", "under_investigation", "platform_not_in_sbom"];

export function Filters({ query }: { query: URLSearchParams }) {
  const devices = useAll<Device>("/devices", EVERY);
  const pick = (name: string, words: readonly string[], all: string) => (
    <select class="input small narrow" aria-label={all} value={query.get(name) ?? ""} onChange={(event) => setQuery({ [name]: event.currentTarget.value })}>
      <option value="">{all}</option>
      {words.map((word) => (
        <option key={word} value={word}>
          {name === "device" ? word : title(word)}
        </option>
      ))}
    </select>
  );
  return (
    <>
      {pick("device", (devices.data?.items ?? []).map((one) => one.name), "Every device")}
      {pick("status", STATES, "Every state")}
      {pick("severity", SEVERITIES, "Every severity")}
      <label class="row small">
        <input type="checkbox" checked={query.get("kev") === "1"} onChange={(event) => setQuery({ kev: event.currentTarget.checked ? "1" : null })} />
        Known exploited
      </label>
      {["component", "release", "vulnerability"].map((name) => {
        const value = query.get(name);
        return value ? (
          <a key={name} class="chip accent" href={withQuery({ [name]: null })} title="Take this filter away">
            {name} {value} ×
          </a>
        ) : null;
      })}
      <select class="input small narrow" aria-label="Grouped by" value={query.get("group") ?? ""} onChange={(event) => setQuery({ group: event.currentTarget.value })}>
        <option value="">Not grouped</option>
        <option value="vulnerability">By vulnerability</option>
        <option value="component">By component</option>
        <option value="device">By device</option>
        <option value="casefile">By casefile</option>
      </select>
    </>
  );
}
