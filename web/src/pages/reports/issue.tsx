// A report is issued: complete, with its number, and its file kept with the casefile.
import { useState } from "preact/hooks";
import { API, post, type Problem } from "../../api/client";
import { problemFrom } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { SelectField, TextField } from "../../parts/fields";
import { Icon } from "../../parts/icon";
import { Failed, Notice } from "../../parts/page";
import { to } from "../../router";

interface Issued {
  record: number;
  number: string | null;
  file: string;
  sha256: string;
  waits: string | null;
  embargoes: { signal: number; until: string }[];
}

export function IssueReport({ kind, says, casefile, event, onClose, onDone }: { kind: string; says: string; casefile: string; event: number | undefined; onClose: () => void; onDone: () => void }) {
  const [form, set] = useState({ format: "pdf", paper: "letter", why: "" });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [issued, setIssued] = useState<Issued | null>(null);
  const issue = async () => {
    if (issued) return onClose();
    setBusy(true);
    setProblem(null);
    try {
      const { why, ...rest } = form;
      setIssued((await post<Issued>(`/casefiles/${casefile}/reports/${kind}`, { ...rest, ...(event ? { event } : {}), ...(why.trim() ? { why: why.trim() } : {}) })).data);
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
    setBusy(false);
  };
  return (
    <Dialog
      title={`Issue the ${says}`}
      note={kind === "806.20" ? "The record is kept for its author and the designated person to sign. Where the rules ask for a report it is refused." : kind === "mdr" ? "The facts are kept for their author and a second person to sign, under the number of the report, which is given once. While an item is neither stated nor explained it is refused. Nothing is sent: that FDA has the report is recorded at the event." : "It takes the next number, which is given once. Nothing is sent: that FDA has it is recorded in the casefile."}
      onClose={onClose}
      onSubmit={() => void issue()}
      foot={
        issued ? (
          <button type="submit" class="btn main-act">
            Done
          </button>
        ) : (
          <>
            <button type="button" class="btn" onClick={onClose}>
              Leave it
            </button>
            <button type="submit" class="btn main-act" disabled={busy}>
              Issue
            </button>
          </>
        )
      }
    >
      {issued ? (
        <Notice tone={issued.embargoes.length ? "warn" : "good"}>
          {issued.embargoes.map((one) => (
            <p key={one.signal}>
              <a href={to("signals", one.signal)}>Signal {one.signal}</a> is under embargo until {one.until}: not to be told outside but to whom it is owed.
            </p>
          ))}
          <p class="strong">Issued{issued.number && `: ${issued.number}`}</p>
          <p>
            <a class="btn small" href={`${API}/casefiles/${casefile}/attachments/${issued.record}`} download={issued.file}>
              <Icon name="down" size={14} /> {issued.file}
            </a>
          </p>
          <p class="tiny soft">SHA-256 {issued.sha256}</p>
          <p>
            It is record {issued.record} of <a href={to("casefiles", casefile)}>casefile {casefile}</a>
            {issued.waits ? `, to be signed there: ${issued.waits}.` : "."}
          </p>
        </Notice>
      ) : (
        <div class="form">
          <div class="pair">
            <SelectField label="As" words={["pdf", "html", "json", "csv"]} says={(word) => word.toUpperCase()} value={form.format} onInput={(format) => set((old) => ({ ...old, format }))} />
            <SelectField label="Paper" words={["letter", "a4"]} says={(word) => (word === "a4" ? "A4" : "Letter")} value={form.paper} onInput={(paper) => set((old) => ({ ...old, paper }))} />
          </div>
          <TextField label="Why" value={form.why} onInput={(why) => set((old) => ({ ...old, why }))} />
          {problem && <Failed problem={problem} />}
        </div>
      )}
    </Dialog>
  );
}
