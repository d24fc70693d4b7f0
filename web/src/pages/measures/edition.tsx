// A numbered edition of the measures: the file is handed over, and its SHA-256 stays in the audit trail.
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import { problemFrom } from "../../api/use";
import { MadeBefore, useJob } from "../../parts/job";
import { Card, Failed } from "../../parts/page";
import { May } from "../../parts/may";

export function Edition({ from, until }: { from: string; until: string }) {
  const [busy, work] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { follow, view, shown } = useJob(() => work(false), "files", "metrics.issue");
  const issue = async () => {
    work(true);
    setProblem(null);
    try {
      const { data } = await post<{ job: number }>("/metrics", { from, to: until, format: "pdf" });
      follow(data.job);
    } catch (refused) {
      setProblem(problemFrom(refused));
      work(false);
    }
  };
  return (
    <div class="stack loose">
      <Card title="Issue an edition" note={`Of ${from} to ${until}, as a PDF. Each edition has its number; figures that change later make another one.`}>
        <div class="stack">
          <div class="row">
            <May act="POST /metrics" says="Issue it">
              <button type="button" class="btn" disabled={busy} onClick={() => void issue()}>
                Issue it
              </button>
            </May>
          </div>
          {problem && <Failed problem={problem} />}
          {view}
        </div>
      </Card>
      <MadeBefore key={String(busy)} kind="metrics.issue" shown={shown} title="Editions of yours" />
    </div>
  );
}
