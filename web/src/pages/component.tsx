// Where is it: one component, its identities, who could see it, in which releases it is, what touches it.
import { query as ask } from "../api/client";
import type { Coverage, Finding, Where } from "../api/types";
import { EVERY, useAll, useResource } from "../api/use";
import { Severity, State } from "../parts/chip";
import { Card, Empty, Facts, PageHead, Ready } from "../parts/page";
import { Fleet } from "../parts/fleet";
import { Table } from "../parts/table";
import { to } from "../router";
import type { PageProps } from "../routes";
import { called, number } from "../words";
import { Lives } from "./components/lives";
import { More } from "./findings/more";
import { severityOf } from "./findings/order";

export function ComponentPage({ params }: PageProps) {
  const id = params.component ?? "";
  const cut = id.lastIndexOf("@");
  const [name, version] = cut > 0 ? [id.slice(0, cut), id.slice(cut + 1)] : [id, ""];
  const where = useAll<Where>(name.trim() ? ask("/where", { q: name, typed: 1 }) : null, EVERY);
  const coverage = useResource<Coverage>("/coverage");
  const isSomewhere = (where.data?.items.length ?? 0) > 0; // what is nowhere has no findings, and may be no name at all
  const findings = useAll<Finding>(isSomewhere ? ask("/findings", { component: id, sort: "worst" }) : null);
  const versions = (coverage.data?.components ?? []).filter((one) => one.name === name);
  const own = versions.find((one) => (one.version ?? "") === version) ?? versions[0];
  return (
    <>
      <PageHead
        title={called(name, version)}
        crumbs={[{ href: "/components", says: "Components" }]}
        sub="Where it is, what could see it, and what touches it."
        actions={
          <a class="btn" href={ask("/findings", { component: id })}>
            Its findings
          </a>
        }
      />
      <div class="stack loose">
        <div class="grid two">
          <Card title="Where is it" note="Every version of it, in every release" flush>
            <Ready of={where}>
              {(data) => {
                const rows = [...new Map(data.items.map((one) => [`${one.device} ${one.release} ${one.component} ${one.version}`, one])).values()];
                return rows.length === 0 ? (
                  <Empty title="In no release">
                    <p>No SBOM names it by this name.</p>
                  </Empty>
                ) : (
                  <Table
                    caption="Where it is"
                    rows={rows}
                    rowKey={(one) => `${one.device} ${one.release} ${one.component} ${one.version}`}
                    on={(one) => (one.version ?? "") === version}
                    columns={[
                      { head: "Device", cell: (one) => <a href={to("devices", one.device)}>{one.device}</a> },
                      { head: "Release", cell: (one) => <a href={to("devices", one.device, "releases", one.release)}>{one.release}</a> },
                      { head: "Version", cell: (one) => <span class="num">{one.version}</span> },
                      { head: "Units", numeric: true, cell: (one) => number(one.units) },
                    ]}
                  />
                );
              }}
            </Ready>
          </Card>
          <Card title="Identities and sources" note="By which name which source could see it">
            <Ready of={coverage}>
              {() =>
                own ? (
                  <div class="stack">
                    <Facts
                      rows={[
                        ["purl", own.purl ? <code class="small">{own.purl}</code> : null],
                        ["CPE", own.cpe ? <code class="small">{own.cpe}</code> : null],
                        ["Seen", <State state={own.state} />],
                        ["Life", own.lifecycle ? <Lives of={own.lifecycle} /> : <span class="quiet">no table of life cycles knows it</span>],
                        ["Why not", own.why ? own.why : <span class="quiet">it is seen</span>],
                      ]}
                    />
                    {own.seen_by.length > 0 && (
                      <ul class="trace">
                        {own.seen_by.map((by) => (
                          <li key={by.source + by.package}>
                            <span class="strong">{by.source}</span> by {by.by} <code>{by.package}</code>
                            {by.through && <>, through {by.through}</>}: {number(by.records)} records, {number(by.ranges)} ranges
                          </li>
                        ))}
                      </ul>
                    )}
                  </div>
                ) : (
                  <p class="soft">No release has it now.</p>
                )
              }
            </Ready>
          </Card>
        </div>
        <Fleet of={name} name={name} />
        <Card title="What touches it" flush>
          <Ready of={isSomewhere || where.loading ? findings : { data: { items: [], whole: true }, problem: null }}>
            {(data) =>
              data.items.length === 0 ? (
                <Empty title="No findings">
                  <p>{own?.state === "seen" ? "Sources have records of the package, and none of their ranges holds this version." : "No source could have seen it: that is not the same as safe."}</p>
                </Empty>
              ) : (
                <>
                  <Table
                    caption="Findings of the component"
                    rows={data.items}
                    rowKey={(one) => one.vulnerability + one.device + one.release}
                    columns={[
                      { head: "Severity", cell: (one) => <Severity severity={severityOf(one)} score={one.cvss[0]?.score} /> },
                      { head: "Vulnerability", cell: (one) => <a href={to("findings", one.device, one.release, one.vulnerability)}>{one.vulnerability}</a> },
                      { head: "In", cell: (one) => `${one.device} ${one.release}` },
                      { head: "State", cell: (one) => <State state={one.state} /> },
                      { head: "Fixed in", cell: (one) => one.fixed_in.join(", ") || <span class="quiet">-</span> },
                      { head: "Why", text: true, cell: (one) => <span class="soft">{one.trace[0]}</span> },
                    ]}
                  />
                  <More of={data} what={{ component: id }} />
                </>
              )
            }
          </Ready>
        </Card>
      </div>
    </>
  );
}
