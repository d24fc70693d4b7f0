// Signals of what the program has seen itself: findings that appeared, one a vulnerability, none twice.
import { useState } from "preact/hooks";
import { post } from "../../api/client";
import { problemFrom } from "../../api/use";
import { useToast } from "../../parts/toast";
import { plural } from "../../words";

export function FromFindings({ onDone }: { onDone: () => void }) {
  const tell = useToast();
  const [busy, work] = useState(false);
  const make = async () => {
    work(true);
    try {
      const { data } = await post<{ signals: number[]; passed_over: number }>("/signals/from-findings", {});
      tell(data.signals.length ? `${plural(data.signals.length, "signal")} made of findings` : "No finding is new: each has a signal or a casefile");
      onDone();
    } catch (refused) {
      const problem = problemFrom(refused);
      tell(problem.detail || problem.title);
    } finally {
      work(false);
    }
  };
  return (
    <button type="button" class="btn" disabled={busy} onClick={() => void make()}>
      Make signals of new findings
    </button>
  );
}
