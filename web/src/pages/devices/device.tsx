import { useState } from "preact/hooks";
import { part, post, put, query as ask, type Problem } from "../../api/client";
import { type CaseHead, isOpen } from "../../api/casefile";
import type { DeviceProfile, Finding, Release } from "../../api/types";
import { EVERY, problemFrom, useAll, useResource } from "../../api/use";
import { Chip } from "../../parts/chip";
import { Drop } from "../../parts/drop";
import { TextField } from "../../parts/fields";
import { Card, Empty, Failed, Loading, PageHead, Ready } from "../../parts/page";
import { FailedPage } from "../../parts/nowhere";
import { Table } from "../../parts/table";
import { useToast } from "../../parts/toast";
import { May, useMay } from "../../parts/may";
import { setQuery, to } from "../../router";
import type { PageProps } from "../../routes";
import { counted, number, plural, title } from "../../words";
import { countOf } from "./count";
import { Value } from "../casefile/record";
import { STATED, StateDevice } from "./state";

const COUNTED = 5000; // findings that are counted here
const APART = new Set(["id", "name", "releases", "consignees", "units_shipped", "units_returned"]);

export function DevicePage({ params, query }: PageProps) {
  const name = params.device ?? "";
  const may = useMay()("PATCH /devices/{device}");
  const device = useResource<DeviceProfile>(`/devices/${part(name)}`);
  const releases = useAll<Release>(`/devices/${part(name)}/releases`, EVERY);
  const findings = useAll<Finding>(ask("/findings", { device: name, status: "affected" }), COUNTED);
  const cases = useAll<CaseHead>(ask("/casefiles", { device: name }), EVERY);
  if (device.problem) return <FailedPage title={name} crumbs={[{ href: "/devices", says: "Devices" }]} problem={device.problem} again={device.reload} />;
  if (!device.data) return <Loading what="Reading the device" />;
  const one = device.data;
  const stated = Object.entries(one).filter(([key, value]) => !APART.has(key) && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0));
  const unstated = Object.entries(one).filter(([key, value]) => !APART.has(key) && (value === null || value === "" || (Array.isArray(value) && value.length === 0)));
  const own = (cases.data?.items ?? []).filter((head) => head.device === name);
  const affected = findings.data ? countOf(findings.data) : () => "-";
  return (
    <>
      <PageHead
        title={one.name}
        crumbs={[
          { href: "/devices", says: "Devices" },
          { href: to("devices", one.name), says: one.name },
        ]}
        sub={String(one.intended_use ?? one.common_name ?? "")}
        actions={
          <a class="btn" href={ask("/findings", { device: name })}>
            Its findings
          </a>
        }
      />
      <div class="stack loose">
        <div class="grid tiles">
          <Fact says="Units shipped" value={number(one.units_shipped)} note={`${number(one.units_returned)} returned`} />
          <Fact says="Consignees" value={number(one.consignees)} note="whom a communication must reach" href={`/consignees?device=${part(name)}`} />
          <Fact says="Affected findings" value={findings.data ? counted(findings.data) : "-"} note="over all releases" href={ask("/findings", { device: name, status: "affected" })} />
          <Fact says="Open casefiles" value={number(own.filter(isOpen).length)} note={plural(own.length, "casefile")} href="/casefiles" />
        </div>
        <Card title="Releases" note="A release is what its SBOM says" flush>
          <Ready of={releases}>
            {(data) =>
              data.items.length === 0 ? (
                <Empty title="No release is in the field">
                  <p>Drop an SBOM here and name the version it describes: CycloneDX, SPDX, SWID or CSV.</p>
                </Empty>
              ) : (
                <Table
                  caption="Releases"
                  rows={data.items}
                  rowKey={(row) => row.id}
                  columns={[
                    { head: "Version", cell: (row) => <a href={to("devices", name, "releases", row.version)}>{row.version}</a> },
                    { head: "Released", cell: (row) => <span class="num">{row.released_on ?? "-"}</span> },
                    { head: "Units", numeric: true, cell: (row) => number(row.units) },
                    { head: "In lots", numeric: true, cell: (row) => number(row.units_in_lots) },
                    { head: "With consignees", numeric: true, cell: (row) => number(row.units_held) },
                    { head: "SBOM", cell: (row) => (row.sbom ? <Chip tone="good" icon="check">there</Chip> : <Chip tone="bad" icon="cross">missing: it has no findings for that reason alone</Chip>) },
                    { head: "Affected", numeric: true, cell: (row) => <a href={ask("/findings", { device: name, release: row.version, status: "affected" })}>{affected(row.version, () => true)}</a> },
                    { head: "Known exploited", numeric: true, cell: (row) => affected(row.version, (finding) => finding.exploited_in.length > 0) },
                  ]}
                />
              )
            }
          </Ready>
        </Card>
        <div class="grid two">
          <Card title="What is stated" note="What reports and rules know of the device" actions={<StateIt />}>
            <dl class="facts">
              {stated.map(([key, value]) => [
                <dt key={key}>{title(key)}</dt>,
                <dd key={`${key} is`}>
                  <Value value={value} />
                </dd>,
              ])}
            </dl>
          </Card>
          <div class="stack">
            <Card title="Import an SBOM" note="One import is one transaction; matching follows by itself">
              <May act="PUT /devices/{device}/releases/{release}/sbom" says="Import an SBOM">
                <SbomDrop device={name} onDone={() => (releases.reload(), findings.reload(), device.reload())} />
              </May>
            </Card>
            <Card title="Casefiles" flush={own.length > 0}>
              {own.length === 0 ? (
                <p class="soft">None.</p>
              ) : (
                <ul>
                  {own.map((head) => (
                    <li key={head.casefile}>
                      <a class="record" href={to("casefiles", head.casefile)}>
                        <span class="name">{head.title || head.vulnerability}</span>
                        <span class="quiet small">
                          casefile {head.casefile}, {head.vulnerability}
                          {head.closed_on && `, closed ${head.closed_on}`}
                        </span>
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
            {unstated.length > 0 && (
              <Card title="Not stated yet" note="Unknown to reports and rules; an 806 report says so of what it needs">
                <ul class="row wrap soft">
                  {unstated.map(([key]) => (
                    <li key={key}>{may && key in STATED ? <a href={`${to("devices", one.name)}?state=${key}`}>{title(key).toLowerCase()}</a> : title(key).toLowerCase()}</li>
                  ))}
                </ul>
              </Card>
            )}
          </div>
        </div>
      </div>
      {query.has("state") && may && (
        <StateDevice
          device={one}
          etag={device.etag}
          first={query.get("state") ?? ""}
          onClose={() => setQuery({ state: null })}
          onDone={() => {
            setQuery({ state: null });
            device.reload();
          }}
        />
      )}
    </>
  );
}

function StateIt() {
  return (
    <May act="PATCH /devices/{device}" says="State or change it">
      <button type="button" class="btn small" onClick={() => setQuery({ state: "1" })}>
        State or change it
      </button>
    </May>
  );
}

export function Fact({ says, value, note, href }: { says: string; value: string; note: string; href?: string }) {
  const inner = (
    <>
      <span>{says}</span>
      <b>{value}</b>
      <small>{note}</small>
    </>
  );
  return href ? (
    <a class="card tile" href={href}>
      {inner}
    </a>
  ) : (
    <div class="card tile">{inner}</div>
  );
}

function SbomDrop({ device, onDone }: { device: string; onDone: () => void }) {
  const tell = useToast();
  const [version, setVersion] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (file: File) => {
    if (!version.trim()) return setProblem({ status: 0, title: "Which version does it describe?", detail: "Name the release first." });
    setBusy(true);
    setProblem(null);
    try {
      await post(`/devices/${part(device)}/releases`, { version: version.trim() }).catch(() => undefined);
      await put(ask(`/devices/${part(device)}/releases/${part(version.trim())}/sbom`, { file: file.name }), file);
      tell(`${device} ${version}: its SBOM is imported, and matched`);
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
    setBusy(false);
  };
  return (
    <div class="stack">
      <TextField label="Version" value={version} onInput={setVersion} hint="Of the release that the SBOM describes; a release that is not there yet is added." />
      <Drop says={busy ? "Importing and matching" : "Drop an SBOM here"} hint="CycloneDX, SPDX, SWID tags, CSV" onFile={(file) => void take(file)} />
      {problem && <Failed problem={problem} />}
    </div>
  );
}
