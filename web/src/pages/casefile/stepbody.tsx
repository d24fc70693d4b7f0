// The middle of a casefile: what a step shows besides its records, then the records of its kinds.
import { API } from "../../api/client";
import { type Casefile, fileIsOpen } from "../../api/casefile";
import { Icon } from "../../parts/icon";
import { May, useMay } from "../../parts/may";
import { Card } from "../../parts/page";
import { recordAct } from "../../permitted";
import { to } from "../../router";
import { Advisory } from "./advisory";
import { Assess } from "./assess";
import { Attachments } from "./attachments";
import type { Acts } from "./casefile";
import { Close } from "./close";
import { kindOf } from "./kinds";
import { Conditions, Overview, Reasons, Verdict } from "./overview";
import { earlier, RecordView } from "./record";
import { Rollout } from "./rollout";
import { Rubric } from "./rubric";
import { standing, STEPS } from "./steps";
import { Triage } from "./triage";

interface Props {
  file: Casefile;
  step: string;
  acts: Acts;
}

// What a closed casefile still takes.
const OUTLASTING = ["event", "mdr_rationale", "mdr_item", "supplement", "periodic_item", "periodic_report"];

export function StepBody({ file, step, acts }: Props) {
  const number = file.casefile.number;
  const closed = !fileIsOpen(file);
  const found = STEPS.find((one) => one.id === step);
  if (!found) return null; // the casefile knows its steps
  return (
    <>
      {step === "overview" && <Overview file={file} />}
      {step === "triage" && <Triage file={file} />}
      {step === "assess" && <Assess file={file} />}
      {step === "decide" && (
        <>
          <Verdict file={file} />
          <Conditions file={file} />
          <Reasons file={file} />
        </>
      )}
      {step === "mitigate" && <Rollout number={number} />}
      {step === "close" && <Close file={file} onDone={acts.reload} />}
      {found.kinds.map((kind) => (
        <Records key={kind} file={file} kind={kind} acts={acts} closed={closed} />
      ))}
      {step === "assess" && <Rubric number={number} closed={closed} onDone={acts.reload} />}
      {step === "notify" && <Advisory file={file} />}
      {step === "notify" && <Drafts number={number} />}
      {step === "close" && <Attachments file={file} onDone={acts.reload} />}
    </>
  );
}

// Kinds that nobody types in: they come of other acts, and are shown where there are some.
const MADE: Record<string, string> = {
  signal: "Signals in this file",
  report: "Reports that were issued",
  advisory: "Advisories that were issued",
  closure: "Closures",
};

function Records({ file, kind, acts, closed }: { file: Casefile; kind: string; acts: Acts; closed: boolean }) {
  const form = kindOf(kind);
  const records = standing(file, kind);
  if (kind === "finding" || kind === "rubric" || kind === "attachment") return null;
  if (!form && records.length === 0) return null;
  const may = useMay()(recordAct(kind));
  const canAdd = form && (!closed || OUTLASTING.includes(kind)) && !(form.one && records.length > 0);
  return (
    <Card
      title={form?.says ?? MADE[kind] ?? kind}
      flush={records.length > 0}
      actions={
        canAdd && (
          <May act={recordAct(kind)} says={form.add}>
            <button type="button" class={records.length === 0 ? "btn small main-act" : "btn small"} onClick={() => acts.add(form)}>
              <Icon name="plus" size={14} /> {form.add}
            </button>
          </May>
        )
      }
    >
      {records.length === 0 ? (
        <p class="soft">{form?.why}</p>
      ) : (
        records.map((record) => (
          <div key={record.number}>
            {kind === "signal" && (
              <p class="record">
                <a href={to("signals", Number(record.more.signal))}>Signal {String(record.more.signal)}</a>
              </p>
            )}
            <RecordView record={record} kind={form} closed={closed && !OUTLASTING.includes(kind) && kind !== "report"} old={earlier(file.records, record)} {...(form && may ? { onAmend: () => acts.add(form, record) } : {})} {...(form || kind === "report" ? { onSign: () => acts.sign(record) } : {})} />
          </div>
        ))
      )}
    </Card>
  );
}

const DRAFTS: [string, string][] = [
  ["806", "806 report"],
  ["806-amendment", "Amendment"],
  ["806.20", "806.20 record"],
  ["notice", "Customer communication"],
  ["recipients", "Its recipients"],
  ["isao", "ISAO"],
  ["mdr", "Device report facts"],
];

function Drafts({ number }: { number: number }) {
  return (
    <Card title="Drafts" note="Made of what stands in the file now; nothing is sent">
      <div class="row wrap">
        {DRAFTS.map(([kind, words]) => (
          <span class="row" key={kind}>
            <a class="btn small" href={`${API}/casefiles/${number}/reports/${kind}?format=html`} target="_blank" rel="noreferrer">
              {words}
            </a>
            <a class="small" href={`${API}/casefiles/${number}/reports/${kind}?format=pdf`} download={`${kind}-${number}.pdf`}>
              PDF
            </a>
          </span>
        ))}
      </div>
    </Card>
  );
}
