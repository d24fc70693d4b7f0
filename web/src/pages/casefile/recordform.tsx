// A draft of a record: kept in this tab alone, for who wrote it, until it is sent, with its reason. Nothing is saved by itself.
import { useLayoutEffect, useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import type { CaseRecord, Casefile } from "../../api/casefile";
import { problemFrom } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { ChoiceField, SeveralField, TextField } from "../../parts/fields";
import { Failed, Notice } from "../../parts/page";
import { RiskMatrix } from "../../parts/matrix";
import { useToast } from "../../parts/toast";
import { useToday, useWho } from "../../session";
import { title } from "../../words";
import { bodyOf, formText, type Field, type Kind } from "./kinds";

type Form = Record<string, string>;

interface Props {
  file: Casefile;
  kind: Kind;
  amends: CaseRecord | null;
  onClose: () => void;
  onDone: () => void;
}

export function RecordForm({ file, kind, amends, onClose, onDone }: Props) {
  const tell = useToast();
  const today = useToday();
  const who = useWho().session?.user ?? "";
  const key = `aftercare.draft.${who}.${file.casefile.number}.${kind.id}.${amends?.number ?? "new"}`;
  const [form, set] = useState<Form>(() => draft(key) ?? startOf(kind, amends, today));
  const [why, setWhy] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tried, setTried] = useState(false);
  useLayoutEffect(() => sessionStorage.setItem(key, JSON.stringify(form)), [key, form]);

  const missing = (field: Field) => (tried && field.required && !(form[field.key] ?? "").trim() ? "This is needed." : undefined);
  const send = async () => {
    setTried(true);
    if (kind.fields.some((field) => field.required && !(form[field.key] ?? "").trim())) return;
    const body: Record<string, unknown> = { ...bodyOf(kind, form) };
    if (amends) body.amends = amends.number;
    if (why.trim()) body.why = why.trim();
    try {
      await post(`/casefiles/${file.casefile.number}/records/${kind.id}`, body);
      sessionStorage.removeItem(key);
      tell(`Casefile ${file.casefile.number}: ${title(kind.id).toLowerCase()} recorded`);
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  const forget = () => {
    sessionStorage.removeItem(key);
    onClose();
  };
  return (
    <Dialog
      title={amends ? `Amend record ${amends.number}` : kind.add}
      note={`Casefile ${file.casefile.number}, ${file.casefile.vulnerability} in ${file.device.name}. A record is never changed: a later one may take its place.`}
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <button type="button" class="btn plain" onClick={forget}>
            Throw the draft away
          </button>
          <button type="submit" class="btn main-act">
            Record it
          </button>
        </>
      }
    >
      <div class="form">
        {kind.id === "assessment" && (
          <RiskMatrix
            cells={file.matrix}
            here={{ exploitability: form.exploitability ?? "", severity: form.severity ?? "" }}
            after={{ exploitability: form.exploitability_after ?? "", severity: form.severity_after ?? "" }}
            onPick={(place) => set((old) => ({ ...old, ...place }))}
          />
        )}
        {kind.fields.map((field) => (
          <OneField key={field.key} field={field} value={form[field.key] ?? ""} wrong={missing(field)} onInput={(value) => set((old) => ({ ...old, [field.key]: value }))} />
        ))}
        <TextField label="Why" value={why} onInput={setWhy} hint="For the audit trail: needed where a signed record is replaced, a day moves later, or it lies more than 7 days back." />
        {kind.signed && (
          <Notice icon="pen">
            <p>It is to be signed: by its author, then by a second person.</p>
          </Notice>
        )}
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}

function OneField({ field, value, wrong, onInput }: { field: Field; value: string; wrong: string | undefined; onInput: (value: string) => void }) {
  const common = { label: field.says, hint: field.hint, wrong, required: field.required ?? false };
  switch (field.kind) {
    case "answer":
      return <ChoiceField {...common} words={["yes", "no"]} value={value} onInput={onInput} />;
    case "judged":
      return <ChoiceField {...common} words={["yes", "no", "unknown"]} value={value} onInput={onInput} />;
    case "choice":
      return <ChoiceField {...common} words={field.words ?? []} value={value} onInput={onInput} />;
    case "several":
      return <SeveralField {...common} words={field.words ?? []} value={value.split("\n").filter(Boolean)} onInput={(words) => onInput(words.join("\n"))} />;
    case "day":
      return <TextField {...common} type="date" value={value} onInput={onInput} />;
    case "number":
      return <TextField {...common} type="number" value={value} onInput={onInput} />;
    default:
      return <TextField {...common} long={field.kind === "long" || field.kind === "lines"} value={value} onInput={onInput} />;
  }
}

function startOf(kind: Kind, amends: CaseRecord | null, today: string): Form {
  const stands = { ...amends?.facts, ...amends?.more } as Record<string, unknown>;
  return Object.fromEntries(kind.fields.map((field) => [field.key, amends ? formText(stands[field.key]) : field.key === "on" ? today : ""]));
}

function draft(key: string): Form | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") as Form | null;
  } catch {
    return null;
  }
}
