// The advisory of a casefile: a draft is made and tested by itself; issuing is an act of its own.
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import type { Casefile } from "../../api/casefile";
import { problemFrom } from "../../api/use";
import { Icon } from "../../parts/icon";
import { Card, Failed } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { to } from "../../router";

export function Advisory({ file, onDone }: { file: Casefile; onDone: () => void }) {
  const tell = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const issue = async () => {
    setBusy(true);
    try {
      await post(`/casefiles/${file.casefile.number}/advisory`, { issue: true });
      tell("The advisory is issued; nothing was sent.");
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
    setBusy(false);
  };
  return (
    <Card
      title="Security advisory"
      note="CSAF 2.0, made of this file and held to the mandatory tests before it is written"
      actions={
        <>
          <a class="btn small" href={to("publish", file.casefile.number)}>
            <Icon name="publish" size={14} /> Preview
          </a>
          <button type="button" class="btn small" disabled={busy} onClick={() => void issue()}>
            Issue a version
          </button>
        </>
      }
    >
      {problem ? <Failed problem={problem} /> : <p class="soft small">Issuing gives it its number and version and keeps what was said; it is refused under embargo. Nothing leaves the house by itself.</p>}
    </Card>
  );
}
