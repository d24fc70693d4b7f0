// What leaves the house: the advisory of a casefile, drafted and tested; VEX; and any advisory held to CSAF 2.0.
import { useState } from "preact/hooks";
import { API, part, post, query as ask, type Problem } from "../api/client";
import type { CaseHead } from "../api/casefile";
import type { Device, Release } from "../api/types";
import { EVERY, problemFrom, useAll } from "../api/use";
import { Drop } from "../parts/drop";
import { SelectField } from "../parts/fields";
import { Icon } from "../parts/icon";
import { Card, Empty, Failed, Loading, PageHead, Ready } from "../parts/page";
import { Table } from "../parts/table";
import { setQuery, to } from "../router";
import type { PageProps } from "../routes";
import { Faults, type Tests } from "./publish/faults";
import { FORMATS, Preview } from "./publish/preview";

export function Publish({ params, query }: PageProps) {
  const cases = useAll<CaseHead>("/casefiles", EVERY);
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
                    <p>An advisory is made of a casefile: its findings, fixes, controls and communications.</p>
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
                <Icon name="external" size={16} /> Published advisories
              </a>
              <a class="btn" href="/.well-known/security.txt" target="_blank" rel="noreferrer">
                <Icon name="external" size={16} /> security.txt
              </a>
              <a class="btn" href="/disclose" target="_blank" rel="noreferrer">
                <Icon name="external" size={16} /> Disclosure form
              </a>
            </div>
          </Card>
          <ReleaseVex />
          <Check />
        </div>
      </div>
    </>
  );
}

function ReleaseVex() {
  const devices = useAll<Device>("/devices", EVERY);
  const [device, setDevice] = useState("");
  const [release, setRelease] = useState("");
  const releases = useAll<Release>(device ? `/devices/${part(device)}/releases` : null, EVERY);
  const versions = (releases.data?.items ?? []).filter((one) => one.sbom).map((one) => one.version);
  const address = (format: string) => ask(`${API}/devices/${part(device)}/releases/${part(release)}/findings`, { format });
  return (
    <Card title="VEX of a release" note="What is decided of every vulnerability that touches it">
      <div class="form">
        <div class="pair">
          <SelectField
            label="Device"
            none="choose one"
            words={(devices.data?.items ?? []).map((one) => one.name)}
            says={(word) => word}
            value={device}
            onInput={(name) => {
              setDevice(name);
              setRelease("");
            }}
          />
          <SelectField label="Release" none={device ? "choose one" : "of a device"} words={versions} says={(word) => word} value={release} onInput={setRelease} />
        </div>
        {device && release ? (
          <div class="row wrap">
            {FORMATS.map(([format, says]) => (
              <a key={format} class="btn" href={address(format)} download={`${device}-${release}.${format}.json`}>
                <Icon name="down" size={16} /> {says}
              </a>
            ))}
          </div>
        ) : (
          <p class="quiet">Nothing is sent; it is a file.</p>
        )}
      </div>
    </Card>
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
