// One box for a CVE, a component, a purl, a UDI, a casefile: what it can be is asked of several places at once.
import { query as ask } from "../api/client";
import type { Finding, Found, Where } from "../api/types";
import { useAll, useList, useResource } from "../api/use";
import { State } from "../parts/chip";
import { Card, Empty, Loading, PageHead } from "../parts/page";
import { Table } from "../parts/table";
import { to } from "../router";
import type { PageProps } from "../routes";
import { called, exactly, number, plural } from "../words";

const VULNERABILITY = /^(cve-\d{4}-\d{4,}|ghsa(-[a-z0-9]{4}){3}|[a-z]+-\d{4}-\d+)$/i;

const LEAST = 2; // letters that the server wants
const PLACES = 200; // that are shown; the vulnerability or the component has all

export function Search({ query }: PageProps) {
  const words = (query.get("q") ?? "").trim();
  const isVulnerability = VULNERABILITY.test(words);
  const found = useResource<Found>(words.length >= LEAST ? ask("/search", { q: words }) : null);
  const where = useList<Where>(words ? ask("/where", { q: words, typed: 1, limit: PLACES }) : null);

  const { devices = [], casefiles = [], signals = [], components = [] } = found.data ?? {};
  const places = where.data?.items ?? [];
  const findings = useAll<Finding>(isVulnerability && places.length > 0 ? ask("/findings", { vulnerability: words.toUpperCase() }) : null);
  const told = where.data?.count ?? places.length;
  const total = casefiles.length + devices.length + signals.length + components.length + told;
  const busy = found.loading || findings.loading || (where.loading && words !== "");
  return (
    <>
      <PageHead title={words ? `“${words}”` : "Search"} sub={isVulnerability && !busy && findings.data ? <>Are we affected? <a href={to("vulnerabilities", words.toUpperCase())}>{plural(findings.data.items.filter((one) => one.state === "affected").length, "affected finding")}</a></> : busy ? "Looking" : plural(total, "result")} />
      {busy && <Loading what="Looking" />}
      {!busy && total === 0 && (
        <Card>
          <Empty title={isVulnerability ? "No record in the store is about it" : "Nothing fits"}>
            <p>{isVulnerability ? "That is not the same as unaffected: records may be older than the news, and components that name nothing cannot be matched." : "Names of components, devices, casefiles and signals are looked through, and purls, CPE names, UDIs and vulnerabilities."}</p>
            {(where.data?.warnings ?? []).map((one) => (
              <p key={one} class="soft">
                {one}
              </p>
            ))}
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
          {places.length > 0 && <Places rows={places} count={told} />}
          {casefiles.length > 0 && (
            <Card title="Casefiles" flush>
              <ul>
                {casefiles.map((one) => (
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
          {devices.length > 0 && (
            <Card title="Devices" flush>
              <ul>
                {devices.map((one) => (
                  <li key={one.id}>
                    <a class="record" href={to("devices", one.name)}>
                      <span class="name">{one.name}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {components.length > 0 && <Components rows={components} />}
          {signals.length > 0 && (
            <Card title="Signals" flush>
              <ul>
                {signals.map((one) => (
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

function Places({ rows, count }: { rows: Where[]; count: number }) {
  return (
    <Card title="Where it is" note={count > rows.length ? `The first ${number(rows.length)} of ${plural(count, "place")}` : plural(count, "place")} flush>
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

function Components({ rows }: { rows: Found["components"] }) {
  return (
    <Card title="Components" flush>
      <ul>
        {rows.map((one) => (
          <li key={one.id}>
            <a class="record" href={to("components", exactly(one.name, one.version ?? ""))}>
              <span class="name">{called(one.name, one.version ?? "")}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
