// A closed casefile whose facts turn out to be wrong is opened again, with the reason.
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import { type Casefile } from "../../api/casefile";
import { problemFrom } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { TextField } from "../../parts/fields";
import { Failed } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";

export function Reopen({ file, onDone }: { file: Casefile; onDone: () => void }) {
  const tell = useToast();
  const [asked, ask] = useState(false);
  const [why, say] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const reopen = async () => {
    try {
      await post(`/casefiles/${file.casefile.number}/reopening`, { why });
      tell(`Casefile ${file.casefile.number} is open again`);
      ask(false);
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <>
      <p>
        <May act="POST /casefiles/{casefile}/reopening" says="Open it again">
          <button type="button" class="btn" onClick={() => ask(true)}>
            Open it again
          </button>
        </May>
      </p>
      {asked && (
        <Dialog
          title={`Open casefile ${file.casefile.number} again`}
          onClose={() => ask(false)}
          onSubmit={() => void reopen()}
          foot={
            <>
              <button type="button" class="btn" onClick={() => ask(false)}>
                Leave it closed
              </button>
              <button type="submit" class="btn main-act">
                Open it again
              </button>
            </>
          }
        >
          <div class="form">
            <p>The closing stays on record. What is owed counts from its own days again, and may be overdue at once.</p>
            <TextField label="Which facts turned out to be wrong" required value={why} onInput={say} />
            {problem && <Failed problem={problem} />}
          </div>
        </Dialog>
      )}
    </>
  );
}
