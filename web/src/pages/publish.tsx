// What leaves the house: the advisory of a casefile, drafted and tested; VEX; and any advisory held to CSAF 2.0.
import { useState } from "preact/hooks";
import { API, post, query as ask, type Problem } from "../api/client";
import type { CaseHead } from "../api/casefile";
import { problemFrom, useList } from "../api/use";
import { Chip } from "../parts/chip";
import { Drop } from "../parts/drop";
import { Icon } from "../parts/icon";
import { Card, Empty, Failed, Loading, PageHead, Ready } from "../parts/page";
import { Table } from "../parts/table";
import { setQuery, to } from "../router";
import type { PageProps } from "../routes";
import { Preview } from "./publish/preview";

export interface Fault {
  test?: string;
  level?: string;
  place?: string;
  path?: string;
  says?: string;
  text?: string;
  [more: string]: unknown;
}

export function Publish({ params, query }: PageProps) {
  const cases = useList<CaseHead>("/casefiles?limit=500");
  const number = params.number ?? "";
  return (
    <>
      <PageHead title="Publish" sub="Advisories and VEX are files: made here, held to the tests of the standard before they are written, and sent by nobody but you." crumbs={number ? [{ href: "/publish", says: "Publish" }] : undefined} />
      <div class="stack loose">
        {number ? (
          <Preview number={number} format={query.get("format") ?? "csaf"} onFormat={(format) => setQuery({ format })} />
        ) : (
          <Card title="Of which casefile" flush>
            <Ready of={cases}>
              {(data) =>
                data.items.length === 0 ? (
                  <Empty title="No casefile yet">
                    <p>An advisory is made of a casefile: its findings, fixes, controls and notices.</p>
                  </Empty>
                ) : (
                  <Table
                    caption="Casefiles"
                    rows={data.items}
                    rowKey={(one) => one.casefile}
                    columns={[
                      { head: "No.", numeric: true, cell: (one) => one.casefile },
                      { head: "Casefile", text: true, cell: (one) => <a href={to("publish", one.casefile)}>{one.title || one.vulnerability}</a> },
                      { head: "Vulnerability", cell: (one) => one.vulnerability },
                      { head: "Device", cell: (one) => one.device },
                      { head: "", cell: (one) => <a href={to("publish", one.casefile)}>Preview</a> },
                    ]}
                  />
                )
              }
            </Ready>
          </Card>
        )}
        <div class="grid two">
          <Card title="VEX of what is decided" note="Status, reason and remedy of each vulnerability in each release">
            <div class="row wrap">
              {["openvex", "csaf", "cyclonedx"].map((format) => (
                <a key={format} class="btn" href={API + ask("/findings", { format })} download={`findings.${format}.json`}>
                  <Icon name="down" size={16} /> {format === "openvex" ? "OpenVEX" : format === "csaf" ? "CSAF VEX" : "CycloneDX"}
                </a>
              ))}
            </div>
          </Card>
          <Check />
        </div>
      </div>
    </>
  );
}

function Check() {
  const [state, set] = useState<{ name: string; faults: Fault[] | null; problem: Problem | null } | null>(null);
  const check = async (file: File) => {
    set({ name: file.name, faults: null, problem: null });
    try {
      const { data } = await post<{ faults?: Fault[]; items?: Fault[] } | Fault[]>("/csaf/check", new Blob([file], { type: "application/json" }));
      set({ name: file.name, faults: Array.isArray(data) ? data : (data.faults ?? data.items ?? []), problem: null });
    } catch (refused) {
      set({ name: file.name, faults: null, problem: problemFrom(refused) });
    }
  };
  return (
    <Card title="Check an advisory" note="Yours or anybody's, against CSAF 2.0: schema, mandatory and optional tests">
      <div class="stack">
        <Drop says="Drop a CSAF document here" accept=".json,application/json" onFile={(file) => void check(file)} />
        {state?.problem && <Failed problem={state.problem} />}
        {state && !state.faults && !state.problem && <Loading what="Testing" />}
        {state?.faults && <Faults name={state.name} faults={state.faults} />}
      </div>
    </Card>
  );
}

export function Faults({ name, faults }: { name: string; faults: Fault[] }) {
  if (faults.length === 0)
    return (
      <p>
        <Chip tone="good" icon="check">
          {name} passes every test
        </Chip>
      </p>
    );
  return (
    <ul class="trace">
      {faults.map((fault, i) => (
        <li key={i}>
          <Chip tone={fault.level === "error" || fault.test?.startsWith("6.1") ? "bad" : "warn"}>{fault.test ?? "schema"}</Chip> {fault.says ?? fault.text ?? ""} <code class="tiny">{fault.place ?? fault.path ?? ""}</code>
        </li>
      ))}
    </ul>
  );
}
