// One version in the field: its components, which sources could see them, its findings, what changed from another.
import { part, query as ask } from "../../api/client";
import type { Coverage, Finding, Release as Row } from "../../api/types";
import { EVERY, useAll, useResource } from "../../api/use";
import { Kev, Severity, State } from "../../parts/chip";
import { Card, Empty, PageHead, Ready, Tabs } from "../../parts/page";
import { Nowhere } from "../../parts/nowhere";
import { Silence } from "../../parts/silence";
import { Table } from "../../parts/table";
import { to, withQuery } from "../../router";
import type { PageProps } from "../../routes";
import { counted, number, says } from "../../words";
import { Bar } from "../casefile/rollout";
import { More } from "../findings/more";
import { severityOf } from "../findings/order";
import { Fact } from "./device";
import { SbomDiff } from "./diff";
import { ComponentTable } from "../components/list";
import { Lots } from "./lots";
import { SbomCheck } from "./sbomcheck";

export function ReleasePage({ params, query }: PageProps) {
  const device = params.device ?? "";
  const version = params.release ?? "";
  const base = `/devices/${part(device)}/releases/${part(version)}`;
  const tab = query.get("tab") ?? "components";
  const coverage = useResource<Coverage>(`${base}/coverage`);
  const findings = useAll<Finding>(ask("/findings", { device, release: version, sort: "worst" }));
  const releases = useAll<Row>(`/devices/${part(device)}/releases`, EVERY);
  const row = releases.data?.items.find((one) => one.version === version);
  const totals = coverage.data?.totals;
  const tabs: [string, string, string | number | undefined][] = [
    ["components", "SBOM", totals?.components],
    ["findings", "Findings", findings.data ? counted(findings.data) : undefined],
    ["check", "Check", undefined],
    ["diff", "Diff", undefined],
    ["lots", "Field units", undefined],
  ];
  if (!tabs.some(([id]) => id === tab)) return <Nowhere crumbs={[{ href: base, says: `${device} ${version}` }]} />;
  return (
    <>
      <PageHead
        title={`${device} ${version}`}
        crumbs={[
          { href: "/devices", says: "Devices" },
          { href: to("devices", device), says: device },
          { href: to("devices", device, "releases", version), says: version },
        ]}
        sub={row?.released_on ? `Released on ${row.released_on}` : undefined}
      />
      <div class="stack loose">
        <div class="grid tiles">
          <Fact says="Components" value={number(totals?.components)} note="named by the SBOM" />
          <Fact says="Can be matched" value={totals ? `${totals.matchable_percent} %` : "-"} note="name something that can be looked up" />
          <Fact says="Seen by a source" value={number(totals?.seen)} note={totals ? `${totals.not_served} of kinds no source serves` : ""} />
          <Fact says="Units" value={number(row?.units)} note={row ? `${number(row.units_held)} with consignees` : ""} />
        </div>
        <div>
          <Tabs label="Of this release" tabs={tabs.map(([id, words, count]) => ({ href: withQuery({ tab: id === "components" ? null : id }), says: words, on: tab === id, ...(count === undefined ? {} : { count }) }))} />
          {tab === "components" && (
            <Card flush>
              <Ready of={coverage}>{(data) => <ComponentTable rows={data.components} />}</Ready>
            </Card>
          )}
          {tab === "findings" && (
            <Card flush>
              <Ready of={findings}>
                {(data) =>
                  data.items.length === 0 ? (
                    <Empty title="No findings">
                      <Silence unseen={totals?.not_matchable} />
                    </Empty>
                  ) : (
                    <>
                      <Table
                        caption="Findings of the release"
                        rows={data.items}
                        rowKey={(one) => one.vulnerability + one.component.name}
                        columns={[
                          { head: "Severity", cell: (one) => <Severity severity={severityOf(one)} score={one.cvss[0]?.score} /> },
                          { head: "Vulnerability", cell: (one) => <a href={to("findings", one.device, one.release, one.vulnerability)}>{one.vulnerability}</a> },
                          { head: "KEV", cell: (one) => <Kev lists={one.exploited_in} /> },
                          { head: "Component", cell: (one) => `${one.component.name} ${one.component.version}` },
                          { head: "State", cell: (one) => <State state={one.state} /> },
                          { head: "What", text: true, cell: (one) => <span class="soft">{one.summary}</span> },
                        ]}
                      />
                      <More of={data} what={{ device, release: version }} />
                    </>
                  )
                }
              </Ready>
            </Card>
          )}
          {tab === "check" && <SbomCheck base={base} by={query.get("require") ?? ""} />}
          {tab === "diff" && <SbomDiff device={device} version={version} releases={releases.data?.items ?? []} against={query.get("against") ?? ""} />}
          {tab === "lots" && <Lots device={device} version={version} />}
        </div>
      </div>
    </>
  );
}

export function CoverageBar({ totals }: { totals: Coverage["totals"] }) {
  const parts: [string, number, string][] = [
    ["seen", totals.seen, "fill-good"],
    ["no_records", totals.no_records, "fill-none"],
    ["not_served", totals.not_served, "fill-medium"],
    ["not_matchable", totals.not_matchable, "fill-critical"],
  ];
  if (totals.components === 0) return <Bar part={0} />;
  let at = 0;
  return (
    <div class="stack tight">
      <span class="bar" role="img" aria-label={parts.map(([word, count]) => `${count} ${says(word)}`).join(", ")}>
        <svg viewBox={`0 0 ${totals.components} 8`} preserveAspectRatio="none" aria-hidden="true">
          {parts.map(([word, count, fill]) => {
            const from = at;
            at += count;
            return <rect key={word} class={fill} x={from} width={count} height="8" />;
          })}
        </svg>
      </span>
      <div class="row wrap">
        {parts.map(([word, count]) => (
          <a key={word} href={withQuery({ state: word })} class="row small">
            <State state={word} /> <span class="num">{number(count)}</span>
          </a>
        ))}
      </div>
    </div>
  );
}
