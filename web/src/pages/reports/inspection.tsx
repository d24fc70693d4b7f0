// An inspection package: which casefiles, and the archive that verifies without the store.
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import type { CaseHead } from "../../api/casefile";
import { problemFrom } from "../../api/use";
import { TextField } from "../../parts/fields";
import { MadeBefore, useJob } from "../../parts/job";
import { Card, Empty, Failed } from "../../parts/page";
import { May } from "../../parts/may";
import { plural } from "../../words";

export function Inspection({ cases }: { cases: CaseHead[] }) {
  const [chosen, choose] = useState<number[]>([]);
  const [why, setWhy] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { follow, view, shown } = useJob(() => setBusy(false), "files", "inspection.export");
  const turn = (one: number) => choose((old) => (old.includes(one) ? old.filter((n) => n !== one) : [...old, one]));
  const make = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { data } = await post<{ job: number }>("/inspections", { casefiles: [...chosen].sort((a, b) => a - b), ...(why.trim() ? { why: why.trim() } : {}) });
      follow(data.job);
    } catch (refused) {
      setProblem(problemFrom(refused));
      setBusy(false);
    }
  };
  if (cases.length === 0)
    return (
      <Card title="Inspection package">
        <Empty title="No casefile yet" />
      </Card>
    );
  return (
    <div class="stack loose">
      <Card title="Inspection package" note="For people, for machines, and with all that is needed to verify it. The audit trail keeps its SHA-256; other entries of the trail stay in the house.">
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen.length) void make();
          }}
        >
          <fieldset class="field">
            <legend>Casefiles</legend>
            <div class="stack tight">
              {cases.map((one) => (
                <label class="check" key={one.casefile}>
                  <input type="checkbox" checked={chosen.includes(one.casefile)} onChange={() => turn(one.casefile)} />
                  <span>
                    {one.casefile} {one.title || one.vulnerability} <span class="quiet">{one.device}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <TextField label="Why" value={why} placeholder="the inspection it is for" onInput={setWhy} />
          <div class="row">
            <May act="POST /inspections" says="Make a package">
              <button type="submit" class="btn main-act" disabled={busy || chosen.length === 0}>
                {chosen.length ? `Package of ${plural(chosen.length, "casefile")}` : "Choose casefiles"}
              </button>
            </May>
          </div>
          {problem && <Failed problem={problem} />}
          {view}
        </form>
      </Card>
      <MadeBefore key={String(busy)} kind="inspection.export" shown={shown} title="Packages of yours" />
    </div>
  );
}
