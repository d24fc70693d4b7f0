// Measures of the programme over a period, with their definitions, and what they rest on.
import { API, query as ask } from "../api/client";
import { type CaseHead, isOpen } from "../api/casefile";
import type { Finding, Metrics } from "../api/types";
import { EVERY, useAll, useResource } from "../api/use";
import { addDays } from "../dates";
import { Bars } from "../parts/bars";
import { Chart, csv, save } from "../parts/chart";
import { Icon } from "../parts/icon";
import { Card, PageHead, Ready } from "../parts/page";
import { Scatter } from "../parts/scatter";
import { Table } from "../parts/table";
import { setQuery } from "../router";
import type { PageProps } from "../routes";
import { useToday } from "../session";
import { Backlog } from "./measures/backlog";
import { Edition } from "./measures/edition";
import { Trends } from "./measures/trends";
import { number } from "../words";

export function Measures({ query }: PageProps) {
  const today = useToday();
  const from = query.get("from") ?? `${today.slice(0, 4)}-01-01`;
  const until = query.get("to") ?? today;
  const metrics = useResource<Metrics>(ask("/metrics", { from, to: until, format: "json" }));
  const findings = useAll<Finding>(ask("/findings", { status: "affected", sort: "worst" }));
  const cases = useAll<CaseHead>("/casefiles?state=open", EVERY);
  return (
    <>
      <PageHead
        title="Measures"
        sub="How much of what was identified is patched, how fast, how far in the field: each with its definition and what it rests on."
        actions={
          <>
            <input class="input narrow" type="date" aria-label="From" value={from} onChange={(event) => setQuery({ from: event.currentTarget.value })} />
            <input class="input narrow" type="date" aria-label="To" value={until} onChange={(event) => setQuery({ to: event.currentTarget.value })} />
            <a class="btn" href={API + ask("/metrics", { from, to: until, format: "pdf" })} download={`measures-${from}-${until}.pdf`}>
              <Icon name="down" size={16} /> PDF
            </a>
          </>
        }
      />
      <div class="stack loose">
        <Ready of={metrics}>{(data) => <Main data={data} />}</Ready>
        <Trends until={until} />
        <div class="grid two">
          <Ready of={cases}>{(data) => <Backlog heads={data.items.filter(isOpen)} />}</Ready>
          <Ready of={metrics}>{(data) => <Clocks data={data} />}</Ready>
        </div>
        <Ready of={findings}>
          {(data) => (
            <Chart
              title="How likely against how bad"
              note={`Affected findings by CVSS and EPSS${data.whole ? "" : `, the worst ${number(data.items.length)}`}; a ring marks what is known to be exploited`}
              name={`epss-cvss-${addDays(today, 0)}`}
              cells={[["vulnerability", "component", "version", "cvss", "epss", "kev"], ...data.items.map((one) => [one.vulnerability, one.component.name, one.component.version, one.cvss[0]?.score ?? null, one.epss, one.exploited_in.length ? "yes" : "no"])]}
            >
              <Scatter findings={data.items} />
            </Chart>
          )}
        </Ready>
        <Ready of={metrics}>{(data) => <Programme data={data} />}</Ready>
        <Edition from={from} until={until} />
      </div>
    </>
  );
}

function percent(value: number | null): string {
  return value === null ? "n/a" : `${value} %`;
}

function Main({ data }: { data: Metrics }) {
  const all = data.findings[0];
  if (!all) return null;
  const rows = [
    { says: "M1 patched", value: all.m1, words: percent(all.m1) },
    { says: "M1b or controlled", value: all.m1b, words: percent(all.m1b) },
    { says: "M1 flow", value: all.m1_flow, words: percent(all.m1_flow) },
    { says: "Units patched by the plan's day", value: data.rate, words: percent(data.rate) },
  ];
  const days = [
    { says: "M2 to patched, mean", value: all.m2.mean, words: all.m2.mean === null ? "n/a" : `${all.m2.mean} days` },
    { says: "M2 median", value: all.m2.median, words: all.m2.median === null ? "n/a" : `${all.m2.median} days` },
    { says: "M2 median, open ones counted", value: all.m2_estimate, words: all.m2_estimate !== null ? `${all.m2_estimate} days` : all.identified ? "not reached" : "n/a" },
    { says: "M3 to the field, mean", value: data.m3.mean, words: data.m3.mean === null ? "n/a" : `${data.m3.mean} days` },
    { says: "Oldest that is open", value: all.oldest ?? null, words: all.oldest === undefined ? "none" : `${all.oldest} days` },
  ];
  return (
    <div class="grid two">
      <Chart title="Patched of those identified" note={`${all.identified} identified, ${all.patched} patched, ${all.open} open`} name={`m1-${data.from}-${data.to}`} cells={[["measure", "percent"], ...rows.map((row) => [row.says, row.value])]}>
        <Bars label="Shares" rows={rows} most={100} />
      </Chart>
      <Chart title="How long it takes" note={`M2 over ${all.m2.n}, M3 over ${data.m3.n} updates`} name={`m2-m3-${data.from}-${data.to}`} cells={[["measure", "days"], ...days.map((row) => [row.says, row.value])]}>
        <Bars label="Days" rows={days} />
      </Chart>
    </div>
  );
}

function Clocks({ data }: { data: Metrics }) {
  const rows = data.programme
    .filter((one) => one.id === "K3")
    .map((one) => {
      const value = Number.parseFloat(one.value);
      return { says: one.name, value: Number.isNaN(value) ? null : value, words: one.value.replace(".0 %", " %") };
    });
  return (
    <Chart title="K3, clocks that were kept" note={data.programme.filter((one) => one.id === "K3").map((one) => one.basis).join("; ")} name={`k3-${data.from}-${data.to}`} cells={[["measure", "percent"], ...rows.map((row) => [row.says, row.value])]}>
      <Bars label="Clocks kept" rows={rows} most={100} />
    </Chart>
  );
}

function Programme({ data }: { data: Metrics }) {
  const cells = [["id", "measure", "value", "basis"], ...data.programme.map((one) => [one.id, one.name, one.value, one.basis])];
  return (
    <div class="grid main-side">
      <Card
        title="All measures"
        flush
        actions={
          <button type="button" class="btn small plain" onClick={() => save(`programme-${data.from}-${data.to}.csv`, "text/csv", csv(cells))}>
            <Icon name="down" size={14} /> CSV
          </button>
        }
      >
        <Table
          caption="Measures of the programme"
          rows={data.programme}
          rowKey={(one) => one.id + one.name}
          columns={[
            { head: "", cell: (one) => <span class="quiet">{one.id}</span> },
            { head: "Measure", cell: (one) => one.name },
            { head: "Value", numeric: true, cell: (one) => <span class={one.value.startsWith("n/a") ? "quiet" : "strong"}>{one.value}</span> },
            { head: "Rests on", text: true, cell: (one) => <span class="soft">{one.basis}</span> },
          ]}
        />
      </Card>
      <Card title="Definitions">
        <dl class="stack tight small">
          {data.definitions.map((one) => (
            <div key={one.id}>
              <dt class="strong">
                {one.id} {one.name}
              </dt>
              <dd class="soft">{one.says}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  );
}
