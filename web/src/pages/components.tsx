// The matchability ledger: which sources could have seen which component, and why not.
import { useMemo } from "preact/hooks";
import type { Coverage } from "../api/types";
import { useResource } from "../api/use";
import { csv, save } from "../parts/chart";
import { Icon } from "../parts/icon";
import { Card, Empty, PageHead, Ready } from "../parts/page";
import { setQuery, withQuery } from "../router";
import type { PageProps } from "../routes";
import { number, plural, title } from "../words";
import { Fact } from "./devices/device";
import { ComponentTable } from "./components/list";
import { CoverageBar } from "./devices/release";

const STATES = ["seen", "no_records", "not_served", "not_matchable"];

export function Components({ query }: PageProps) {
  const coverage = useResource<Coverage>("/coverage");
  const state = query.get("state") ?? "";
  const words = (query.get("q") ?? "").toLowerCase();
  const rows = useMemo(
    () => (coverage.data?.components ?? []).filter((one) => (!state || one.state === state) && (!words || `${one.name} ${one.version ?? ""} ${one.purl ?? ""} ${one.cpe ?? ""}`.toLowerCase().includes(words))),
    [coverage.data, state, words],
  );
  return (
    <>
      <PageHead
        title="Components"
        sub="Silence about a component must not look like safety: here is which source could see it, and which could not and why."
        actions={
          <button type="button" class="btn" onClick={() => save("coverage.csv", "text/csv", csv([["component", "version", "purl", "cpe", "releases", "state", "why"], ...rows.map((one) => [one.name, one.version, one.purl, one.cpe, one.releases, one.state, one.why])]))}>
            <Icon name="down" size={16} /> CSV
          </button>
        }
      />
      <Ready of={coverage}>
        {(data) => (
          <div class="stack loose">
            <div class="grid tiles">
              <Fact says="Components" value={number(data.totals.components)} note="distinct, over all releases" />
              <Fact says="Can be matched" value={`${data.totals.matchable_percent} %`} note="name something that can be looked up" />
              <Fact says="Seen by a source" value={number(data.totals.seen)} note="some record is about the package" />
              <Fact says="Name nothing" value={number(data.totals.not_matchable)} note="no purl, no CPE" href="/components?state=not_matchable" />
            </div>
            <Card title="Who could see what">
              <CoverageBar totals={data.totals} />
            </Card>
            <Card flush>
              <div class="tools">
                <input class="input small narrow" type="search" aria-label="Filter components" placeholder="Filter by name, purl, CPE" value={query.get("q") ?? ""} onInput={(event) => setQuery({ q: event.currentTarget.value })} />
                <nav class="pills" aria-label="State">
                  <a href={withQuery({ state: null })} aria-current={state === "" ? "page" : undefined}>
                    All
                  </a>
                  {STATES.map((word) => (
                    <a key={word} href={withQuery({ state: word })} aria-current={state === word ? "page" : undefined}>
                      {title(word)}
                    </a>
                  ))}
                </nav>
                <span class="count">{plural(rows.length, "component")}</span>
              </div>
              {rows.length === 0 && data.components.length > 0 ? (
                <Empty title="No component fits">
                  <p>Of {plural(data.components.length, "component")} none has these words and this state.</p>
                </Empty>
              ) : (
                <ComponentTable rows={rows} />
              )}
            </Card>
          </div>
        )}
      </Ready>
    </>
  );
}
