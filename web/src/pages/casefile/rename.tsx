// What was found in the house is filed under the CVE id that it was given since.
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import { type Casefile } from "../../api/casefile";
import { problemFrom } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { TextField } from "../../parts/fields";
import { Failed } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";

const CVE = /^cve-\d{4}-\d{4,}$/i;

export function hasCve(file: Casefile): boolean {
  return CVE.test(file.casefile.vulnerability);
}

export function Rename({ file, onDone }: { file: Casefile; onDone: () => void }) {
  const tell = useToast();
  const [asked, ask] = useState(false);
  const [form, set] = useState({ vulnerability: "", why: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const rename = async () => {
    try {
      const made = await post<{ vulnerability: string; vulnerability_known: boolean }>(`/casefiles/${file.casefile.number}/renaming`, form);
      tell(`Casefile ${file.casefile.number} is on ${made.data.vulnerability}${made.data.vulnerability_known ? "" : "; no record in the store is about it yet"}`);
      ask(false);
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <>
      <May act="POST /casefiles/{casefile}/renaming">
        <button type="button" class="btn" onClick={() => ask(true)}>
          It has a CVE id
        </button>
      </May>
      {asked && (
        <Dialog
          title={`File casefile ${file.casefile.number} under its CVE id`}
          onClose={() => ask(false)}
          onSubmit={() => void rename()}
          foot={
            <>
              <button type="button" class="btn" onClick={() => ask(false)}>
                Leave it as it is
              </button>
              <button type="submit" class="btn main-act">
                File it anew
              </button>
            </>
          }
        >
          <div class="form">
            <p>What the records, KEV and EPSS say of the id is then the casefile’s. {file.casefile.vulnerability} stays on record, and the title as it is.</p>
            <TextField label="CVE id" required value={form.vulnerability} placeholder="CVE-2026-12345" onInput={(vulnerability) => set((old) => ({ ...old, vulnerability }))} />
            <TextField label="Why" required value={form.why} hint="For the audit trail: who assigned it, and when." onInput={(why) => set((old) => ({ ...old, why }))} />
            {problem && <Failed problem={problem} />}
          </div>
        </Dialog>
      )}
    </>
  );
}
