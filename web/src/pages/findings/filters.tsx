import type { Device } from "../../api/types";
import { EVERY, useAll } from "../../api/use";
import { setQuery, withQuery } from "../../router";
import { says, SEVERITIES, title } from "../../words";
import { useState } from "preact/hooks";
import { canonical, keepViews, ownViews, VIEWS } from "./views";

export function Views({ query }: { query: URLSearchParams }) {
  const [own, setOwn] = useState(ownViews);
  const now = canonical(query);
  const known = [...VIEWS, ...own];
  const isNew = now !== "" && !known.some((view) => canonical(new URLSearchParams(view.query)) === now);
  const keep = () => {
    const name = [...query.values()].map(says).join(", ");
    const views = [...own, { says: name, query: now }];
    keepViews(views);
    setOwn(views);
  };
  const drop = () => {
    const views = own.filter((view) => canonical(new URLSearchParams(view.query)) !== now);
    keepViews(views);
    setOwn(views);
  };
  return (
    <nav class="pills" aria-label="Views">
      {known.map((view) => (
        <a key={view.says + view.query} href={`/findings${view.query ? `?${view.query}` : ""}`} aria-current={canonical(new URLSearchParams(view.query)) === now ? "page" : undefined}>
          {view.says}
        </a>
      ))}
      {isNew && (
        <button type="button" onClick={keep}>
          Keep this view
        </button>
      )}
      {own.some((view) => canonical(new URLSearchParams(view.query)) === now) && (
        <button type="button" onClick={drop}>
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
