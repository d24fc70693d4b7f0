// One box for a CVE, a component, a purl, a UDI, a casefile: what it can be is asked of several places at once.
import { query as ask } from "../api/client";
import type { CaseHead } from "../api/casefile";
import type { Signal } from "../api/signal";
import type { CoverageComponent, Coverage, Device, Finding, Where } from "../api/types";
import { useAll, useResource } from "../api/use";
import { State } from "../parts/chip";
import { Card, Empty, Loading, PageHead } from "../parts/page";
import { Table } from "../parts/table";
import { to } from "../router";
import type { PageProps } from "../routes";
import { called, exactly, number, plural } from "../words";

const VULNERABILITY = /^(cve-\d{4}-\d{4,}|ghsa(-[a-z0-9]{4}){3}|[a-z]+-\d{4}-\d+)$/i;

function has(text: string | null | undefined, words: string): boolean {
  return (text ?? "").toLowerCase().includes(words);
}

const LOOKED_THROUGH = 10000; // of each list

export function Search({ query }: PageProps) {
  const words = (query.get("q") ?? "").trim();
  const low = words.toLowerCase();
  const isVulnerability = VULNERABILITY.test(words);
  const devices = useAll<Device>("/devices", LOOKED_THROUGH);
  const cases = useAll<CaseHead>("/casefiles", LOOKED_THROUGH);
  const signals = useAll<Signal>("/signals", LOOKED_THROUGH);
  const coverage = useResource<Coverage>("/coverage");
  const where = useAll<Where>(words ? ask("/where", { q: words }) : null, LOOKED_THROUGH);
  const findings = useAll<Finding>(isVulnerability ? ask("/findings", { vulnerability: words.toUpperCase() }) : null);

  const number_ = Number(low.replace(/^(casefile|case|#)\s*/, ""));
  const foundCases = (cases.data?.items ?? []).filter((one) => one.casefile === number_ || has(one.title, low) || has(one.vulnerability, low) || has(one.device, low));
  const foundDevices = (devices.data?.items ?? []).filter((one) => [one.name, one.common_name, one.udi_di, one.product_code].some((text) => has(text, low)));
  const foundSignals = (signals.data?.items ?? []).filter((one) => [one.summary, one.reference, one.vulnerability].some((text) => has(text, low)));
  const foundComponents = (coverage.data?.components ?? []).filter((one) => [one.name, one.purl, one.cpe].some((text) => has(text, low)));
  const places = where.data?.items ?? [];
  const total = foundCases.length + foundDevices.length + foundSignals.length + foundComponents.length + places.length;
  const busy = [devices, cases, signals, coverage, findings].some((one) => one.loading) || (where.loading && words !== "");
  return (
    <>
      <PageHead title={words ? `“${words}”` : "Search"} sub={isVulnerability && !busy && findings.data ? <>Are we affected? <a href={to("vulnerabilities", words.toUpperCase())}>{plural(findings.data.items.filter((one) => one.state === "affected").length, "affected finding")}</a></> : busy ? "Looking" : plural(total, "result")} />
      {busy && <Loading what="Looking" />}
      {!busy && total === 0 && (
        <Card>
          <Empty title={isVulnerability ? "No record in the store is about it" : "Nothing fits"}>
            <p>{isVulnerability ? "That is not the same as unaffected: records may be older than the news, and components that name nothing cannot be matched." : "Names of components, devices, casefiles and signals are looked through, and purls, CPE names, UDIs and vulnerabilities."}</p>
            <div class="row wrap">
              <a class="btn" href="/sources">
                How fresh the records are
              </a>
              <a class="btn" href="/components?state=not_matchable">
                What cannot be matched
              </a>
            </div>
          </Empty>
        </Card>
      )}
      {!busy && (
        <div class="stack loose">
          {places.length > 0 && <Places rows={places} />}
          {foundCases.length > 0 && (
            <Card title="Casefiles" flush>
              <ul>
                {foundCases.slice(0, 20).map((one) => (
                  <li key={one.casefile}>
                    <a class="record" href={to("casefiles", one.casefile)}>
                      <span class="name">{one.title || one.vulnerability}</span>
                      <span class="quiet small">
                        casefile {one.casefile}, {one.vulnerability} in {one.device}
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {foundDevices.length > 0 && (
            <Card title="Devices" flush>
              <ul>
                {foundDevices.slice(0, 20).map((one) => (
                  <li key={one.id}>
                    <a class="record" href={to("devices", one.name)}>
                      <span class="name">{one.name}</span>
                      <span class="quiet small">
                        {one.common_name} · UDI-DI {one.udi_di ?? "not stated"}
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {foundComponents.length > 0 && <FoundComponents rows={foundComponents} />}
          {foundSignals.length > 0 && (
            <Card title="Signals" flush>
              <ul>
                {foundSignals.slice(0, 20).map((one) => (
                  <li key={one.signal}>
                    <a class="record" href={to("signals", one.signal)}>
                      <span class="name">{one.summary}</span>
                      <span class="quiet small">signal {one.signal}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      )}
    </>
  );
}

function Places({ rows }: { rows: Where[] }) {
  return (
    <Card title="Where it is" note={plural(rows.length, "place")} flush>
      <Table
        caption="Where it is"
        rows={rows}
        rowKey={(_, i) => i}
        columns={[
          { head: "Device", cell: (one) => <a href={one.vulnerability ? to("findings", one.device, one.release, one.vulnerability) : to("devices", one.device, "releases", one.release)}>{`${one.device} ${one.release}`}</a> },
          { head: "Units", numeric: true, cell: (one) => number(one.units) },
          { head: "Component", cell: (one) => <a href={to("components", exactly(one.component, one.version))}>{called(one.component, one.version)}</a> },
          { head: "State", cell: (one) => (one.state ? <State state={one.state} /> : "") },
          { head: "Why", text: true, cell: (one) => <span class="soft">{one.trace ?? ""}</span> },
        ]}
      />
    </Card>
  );
}

function FoundComponents({ rows }: { rows: CoverageComponent[] }) {
  return (
    <Card title="Components" flush>
      <Table
        caption="Components"
        rows={rows}
        rowKey={(_, i) => i}
        columns={[
          { head: "Component", cell: (one) => <a href={to("components", exactly(one.name, one.version))}>{called(one.name, one.version)}</a> },
          { head: "Releases", numeric: true, cell: (one) => number(one.releases) },
          { head: "Seen", cell: (one) => <State state={one.state} /> },
          { head: "Identity", text: true, cell: (one) => <code class="tiny">{one.purl ?? one.cpe ?? "none"}</code> },
        ]}
      />
    </Card>
  );
}
