// What a person says of an advisory besides what the casefile tells, and its issue.
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import { problemFrom } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { SelectField, TextField } from "../../parts/fields";
import { Failed } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { JUSTIFICATIONS, title } from "../../words";

export const emptySaying = { title: "", summary: "", revision: "", cwe: "", tlp: "", status: "", fixed: "", first_fixed: "", not_affected: "", justification: "" };
export type Saying = typeof emptySaying;

const LISTS = new Set(["fixed", "not_affected"]);
const LABELS = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];

// Only what was said; versions of releases as a list.
export function givenOf(saying: Saying): Record<string, unknown> {
  const given = Object.entries(saying).filter(([, value]) => value.trim() !== "");
  return Object.fromEntries(given.map(([key, value]) => [key, LISTS.has(key) ? value.split(",").map((one) => one.trim()).filter(Boolean) : value.trim()]));
}

export function SayingFields({ saying, onSay }: { saying: Saying; onSay: (some: Partial<Saying>) => void }) {
  return (
    <>
      <TextField label="Title" value={saying.title} onInput={(value) => onSay({ title: value })} />
      <TextField label="Summary" long value={saying.summary} onInput={(summary) => onSay({ summary })} />
      <TextField label="What is new in this version" value={saying.revision} onInput={(revision) => onSay({ revision })} />
      <div class="pair">
        <TextField label="Weakness" value={saying.cwe} placeholder="CWE-79" onInput={(cwe) => onSay({ cwe })} />
        <SelectField label="May be passed on (TLP)" none="as before, else CLEAR" words={LABELS} says={(word) => word} value={saying.tlp} onInput={(tlp) => onSay({ tlp })} />
      </div>
      <div class="pair">
        <TextField label="Fixed releases" value={saying.fixed} hint="Versions, with commas between them" onInput={(fixed) => onSay({ fixed })} />
        <TextField label="First fixed release" value={saying.first_fixed} onInput={(first_fixed) => onSay({ first_fixed })} />
      </div>
      <div class="pair">
        <TextField label="Releases that are not affected" value={saying.not_affected} onInput={(not_affected) => onSay({ not_affected })} />
        <SelectField label="Why they are not" none="not stated" words={JUSTIFICATIONS} says={title} value={saying.justification} onInput={(justification) => onSay({ justification })} />
      </div>
    </>
  );
}

export function IssueDialog({ number, format, saying, onClose, onDone }: { number: string; format: string; saying: Saying; onClose: () => void; onDone: () => void }) {
  const tell = useToast();
  const [status, setStatus] = useState("final");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const issue = async () => {
    setBusy(true);
    try {
      const { data } = await post<{ id: string; version: number }>(`/casefiles/${number}/advisory`, { ...givenOf(saying), format, status });
      tell(`${data.id}, version ${data.version}, is issued`);
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title="Issue the advisory"
      note="It gets its number and version, and is kept with the casefile. With TLP CLEAR, as CSAF, everybody can read it at /advisories/ at once."
      onClose={onClose}
      onSubmit={() => void issue()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Leave it
          </button>
          <button type="submit" class="btn main-act" disabled={busy}>
            Issue
          </button>
        </>
      }
    >
      <div class="form">
        <SelectField label="Status" words={["final", "interim"]} value={status} onInput={setStatus} />
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}
