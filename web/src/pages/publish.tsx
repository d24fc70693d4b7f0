// What leaves the house: the advisory of a casefile, drafted and tested; VEX; and any advisory held to CSAF 2.0.
import { useState } from "preact/hooks";
import { post, query as ask, type Problem } from "../api/client";
import type { CaseHead } from "../api/casefile";
import { problemFrom, useList } from "../api/use";
import { Drop } from "../parts/drop";
import { Icon } from "../parts/icon";
import { Card, Empty, Failed, Loading, PageHead, Ready } from "../parts/page";
import { Table } from "../parts/table";
import { setQuery, to } from "../router";
import type { PageProps } from "../routes";
import { Faults, type Tests } from "./publish/faults";
import { Preview } from "./publish/preview";

export function Publish({ params, query }: PageProps) {
  const cases = useList<CaseHead>("/casefiles?limit=500");
  const number = params.number ?? "";
  return (
    <>
      <PageHead title="Publish" sub="Advisories and VEX: made of casefiles, held to the tests of the standard, and issued by a person." crumbs={number ? [{ href: "/publish", says: "Publish" }] : undefined} />
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
          <Card title="What everybody can read" note="Advisories that were issued with TLP CLEAR, as a CSAF provider serves them">
            <div class="row wrap">
              <a class="btn" href="/advisories/" target="_blank" rel="noreferrer">
                <Icon name="out" size={16} /> Published advisories
              </a>
              <a class="btn" href="/.well-known/security.txt" target="_blank" rel="noreferrer">
                <Icon name="out" size={16} /> security.txt
              </a>
              <a class="btn" href="/disclose" target="_blank" rel="noreferrer">
                <Icon name="out" size={16} /> Disclosure form
              </a>
            </div>
          </Card>
          <Check />
        </div>
      </div>
    </>
  );
}

function Check() {
  const [state, set] = useState<{ name: string; tests: Tests | null; problem: Problem | null } | null>(null);
  const check = async (file: File) => {
    set({ name: file.name, tests: null, problem: null });
    try {
      const { data } = await post<Tests>(ask("/csaf/check", { file: file.name, level: "informative" }), new Blob([file], { type: "application/json" }));
      set({ name: file.name, tests: data, problem: null });
    } catch (refused) {
      set({ name: file.name, tests: null, problem: problemFrom(refused) });
    }
  };
  return (
    <Card title="Check an advisory" note="Yours or anybody's, against CSAF 2.0: schema, mandatory and optional tests">
      <div class="stack">
        <Drop says="Drop a CSAF document here" accept=".json,application/json" onFile={(file) => void check(file)} />
        {state?.problem && <Failed problem={state.problem} />}
        {state && !state.tests && !state.problem && <Loading what="Testing" />}
        {state?.tests && <Faults name={state.name} tests={state.tests} />}
      </div>
    </Card>
  );
}
