// A casefile: its head, the steps on the left, evidence in the middle, what happened on the right.
import { useState } from "preact/hooks";
import { API } from "../../api/client";
import { type CaseRecord, type Casefile as File, fileIsOpen } from "../../api/casefile";
import { useResource } from "../../api/use";
import { Chip, State } from "../../parts/chip";
import { Icon } from "../../parts/icon";
import { Loading, PageHead } from "../../parts/page";
import { FailedPage, Nowhere } from "../../parts/nowhere";
import { DueChip } from "../../parts/time";
import { to } from "../../router";
import type { PageProps } from "../../routes";
import { says } from "../../words";
import { Activity } from "./activity";
import type { Kind } from "./kinds";
import { RecordForm } from "./recordform";
import { SignDialog } from "./sign";
import { hasCve, Rename } from "./rename";
import { progressOf, STEPS } from "./steps";
import { StepBody } from "./stepbody";

export interface Acts {
  add: (kind: Kind, amends?: CaseRecord) => void;
  sign: (record: CaseRecord) => void;
  reload: () => void;
}

export function Casefile({ params }: PageProps) {
  const number = params.number ?? "";
  const step = params.step ?? "overview";
  const file = useResource<File>(`/casefiles/${encodeURIComponent(number)}`);
  const [form, setForm] = useState<{ kind: Kind; amends: CaseRecord | null } | null>(null);
  const [signing, setSigning] = useState<CaseRecord | null>(null);
  const reload = () => {
    setForm(null);
    setSigning(null);
    file.reload();
  };
  if (!STEPS.some((one) => one.id === step)) return <Nowhere crumbs={[{ href: to("casefiles", number), says: `Casefile ${number}` }]} />;
  if (file.problem) return <FailedPage title={`Casefile ${number}`} crumbs={[{ href: "/casefiles", says: "Casefiles" }]} problem={file.problem} again={file.reload} />;
  if (!file.data) return <Loading what="Reading the casefile" />;
  const acts: Acts = { add: (kind, amends) => setForm({ kind, amends: amends ?? null }), sign: setSigning, reload: file.reload };
  return (
    <>
      <Head file={file.data} onDone={file.reload} />
      <div class="case-body">
        <Stepper file={file.data} step={step} />
        <div class="stack loose">
          <StepBody file={file.data} step={step} acts={acts} />
        </div>
        <Activity file={file.data} />
      </div>
      {form && <RecordForm file={file.data} kind={form.kind} amends={form.amends} onClose={() => setForm(null)} onDone={reload} />}
      {signing && <SignDialog file={file.data} record={signing} onClose={() => setSigning(null)} onDone={reload} />}
    </>
  );
}

function Head({ file, onDone }: { file: File; onDone: () => void }) {
  const { casefile: head, device, determination: d } = file;
  const next = d.obligations.filter((one) => one.due && one.state !== "met").sort((a, b) => (a.due ?? "").localeCompare(b.due ?? ""))[0];
  return (
    <>
      <PageHead
        title={head.title || head.vulnerability}
        crumbs={[
          { href: "/casefiles", says: "Casefiles" },
          { href: to("casefiles", head.number), says: `Casefile ${head.number}` },
        ]}
        sub={
          <>
            <a href={to("vulnerabilities", head.vulnerability)}>{head.vulnerability}</a> in <a href={to("devices", device.name)}>{device.name}</a>, {device.common_name ?? "device"}
          </>
        }
        actions={
          <>
            {!hasCve(file) && <Rename file={file} onDone={onDone} />}
            <a class="btn" href={`${API}/casefiles/${head.number}/report?format=html`} target="_blank" rel="noreferrer">
              <Icon name="reports" size={16} /> Report
            </a>
            <a class="btn" href={`${API}/casefiles/${head.number}/report?format=pdf`} download={`casefile-${head.number}.pdf`}>
              <Icon name="down" size={16} /> PDF
            </a>
          </>
        }
      />
      <div class="row wrap case-line-head">
        <State state={d.risk} large />
        {file.clock && (
          <Chip large icon="clock">
            day {file.clock.day} since {file.clock.day0}
          </Chip>
        )}
        {next && (
          <span class="row">
            <span class="soft">Next: {says(next.kind)}</span> <DueChip day={next.due} />
          </span>
        )}
        {head.closed_on && (
          <Chip large tone={fileIsOpen(file) ? "bad" : "good"} icon={fileIsOpen(file) ? "warn" : "lock"}>
            closed {head.closed_on}
            {fileIsOpen(file) && ", reopened"}
          </Chip>
        )}
        <span class="quiet small">opened by {head.opened_by}</span>
      </div>
    </>
  );
}

function Stepper({ file, step }: { file: File; step: string }) {
  return (
    <nav class="steps" aria-label="Steps of the casefile">
      {STEPS.map((one, i) => {
        const state = progressOf(file, one.id);
        const word = state === "done" ? "done" : state === "alarm" ? "late or to be looked at again" : "";
        return (
          <a key={one.id} href={one.id === "overview" ? to("casefiles", file.casefile.number) : to("casefiles", file.casefile.number, one.id)} class={state} aria-current={one.id === step ? "step" : undefined}>
            <span class="dot">
              {state === "done" ? <Icon name="check" size={13} /> : state === "alarm" ? "!" : i === 0 ? "·" : i}
              <span class="hidden-visually">{word}</span>
            </span>
            <span>
              {one.says}
              <small>{one.asks}</small>
            </span>
          </a>
        );
      })}
    </nav>
  );
}
