// Which releases of which devices have it, and what sources say.
import type { Casefile } from "../../api/casefile";
import { useResource } from "../../api/use";
import { Kev, Severity, State, Tier } from "../../parts/chip";
import { Card, Ready } from "../../parts/page";
import { TierLegend } from "../../parts/legend";
import { Table } from "../../parts/table";
import { to } from "../../router";
import { Epss } from "../findings/columns";
import { severityOf } from "../findings/order";
import { called } from "../../words";

interface Siblings {
  casefiles: { casefile: number; vulnerability: string; device: string; risk: string; closed_on: string | null }[];
  without_casefile: string[] | { device: string }[];
  places: { device: string; release: string; component: string; version: string; state: string; casefile: number | null }[];
}

export function Triage({ file }: { file: Casefile }) {
  const siblings = useResource<Siblings>(`/casefiles/${file.casefile.number}/siblings`);
  return (
    <>
      <Card title="Findings when the file was opened" note="As they were that day, with the comparison" actions={file.findings.length > 0 && <TierLegend />} flush>
        {file.findings.length === 0 ? (
          <p class="record soft">The file was opened without a release, so no finding was copied into it.</p>
        ) : (
          file.findings.map((one) => (
            <article class="record" key={`${one.record} ${one.release} ${one.component.name}`}>
              <div class="row wrap">
                <span class="strong">
                  {one.component.name} {one.component.version}
                </span>
                <span class="quiet">in {one.release}</span>
                <Severity severity={severityOf(one)} score={one.cvss[0]?.score} />
                <Kev lists={one.exploited_in ?? (one.kev ? ["kev"] : [])} />
                <Tier tier={one.tier} />
                <State state={one.state} />
                <span class="quiet tiny">
                  EPSS <Epss value={one.epss} />
                </span>
              </div>
              <p class="soft">{one.summary}</p>
              <ul class="trace">
                {one.trace.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </article>
          ))
        )}
      </Card>
      <Card title="Everywhere else" note="The same vulnerability in all devices, as the store knows it now" flush>
        <Ready of={siblings}>
          {(data) => (
            <Table
              caption="Places of the vulnerability"
              rows={data.places}
              rowKey={(one) => `${one.device} ${one.release} ${one.component}`}
              columns={[
                { head: "Device", cell: (one) => <a href={to("devices", one.device)}>{one.device}</a> },
                { head: "Release", cell: (one) => one.release },
                { head: "Component", cell: (one) => called(one.component, one.version) },
                { head: "State", cell: (one) => <State state={one.state} /> },
                {
                  head: "Casefile",
                  cell: (one) =>
                    one.casefile ? (
                      <a href={to("casefiles", one.casefile)}>Casefile {one.casefile}</a>
                    ) : (
                      <a href={`/casefiles?new=1&device=${encodeURIComponent(one.device)}&vulnerability=${encodeURIComponent(file.casefile.vulnerability)}&release=${encodeURIComponent(one.release)}`}>Open one</a>
                    ),
                },
              ]}
            />
          )}
        </Ready>
      </Card>
    </>
  );
}
