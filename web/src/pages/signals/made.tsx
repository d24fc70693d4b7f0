// Signals of what the program has seen itself: findings that appeared, one a vulnerability, none twice. What would be made
// is shown first.
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import { problemFrom } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { Failed } from "../../parts/page";
import { Table } from "../../parts/table";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";
import { number, plural } from "../../words";

interface Made {
  signals: number[];
  passed_over: number;
  would_make?: number;
  would?: { vulnerability: string; summary: string; received: string; devices: string[] }[];
}

export function FromFindings({ onDone }: { onDone: () => void }) {
  const tell = useToast();
  const [busy, work] = useState(false);
  const [draft, setDraft] = useState<Made | null>(null);
  const look = async () => {
    work(true);
    try {
      const { data } = await post<Made>("/signals/from-findings", { dry_run: true });
      if (data.would_make) setDraft(data);
      else tell("No finding is new: each has a signal or a casefile");
    } catch (refused) {
      const problem = problemFrom(refused);
      tell(problem.detail || problem.title);
    } finally {
      work(false);
    }
  };
  return (
    <>
      <May act="POST /signals/from-findings">
        <button type="button" class="btn" disabled={busy} onClick={() => void look()}>
          Make signals of new findings
        </button>
      </May>
      {draft && (
        <Preview
          of={draft}
          onClose={() => setDraft(null)}
          onDone={() => {
            setDraft(null);
            onDone();
          }}
        />
      )}
    </>
  );
}

function Preview({ of: draft, onClose, onDone }: { of: Made; onClose: () => void; onDone: () => void }) {
  const tell = useToast();
  const [busy, work] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const count = draft.would_make ?? 0;
  const rows = draft.would ?? [];
  const make = async () => {
    work(true);
    try {
      const { data } = await post<Made>("/signals/from-findings", {});
      tell(`${plural(data.signals.length, "signal")} made of findings`);
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
      work(false);
    }
  };
  return (
    <Dialog
      title={`Make ${plural(count, "signal")}`}
      note="One a vulnerability, for all devices that have it. Each is received when the import was that brought it, and waits to be triaged."
      onClose={onClose}
      onSubmit={() => void make()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Leave it
          </button>
          <button type="submit" class="btn main-act" disabled={busy}>
            {`Make ${plural(count, "signal")}`}
          </button>
        </>
      }
    >
      <div class="stack tight">
        <p class="soft">
          {draft.passed_over > 0 && `${plural(draft.passed_over, "finding")} passed over, with a signal or a casefile already. `}
          {count > rows.length && `The first ${number(rows.length)} of ${number(count)}:`}
        </p>
        <Table
          caption="What would be made"
          rows={rows}
          rowKey={(one) => one.vulnerability}
          columns={[
            { head: "What", text: true, cell: (one) => one.summary },
            { head: "Devices", text: true, cell: (one) => <span class="soft">{one.devices.join(", ")}</span> },
            { head: "Received", cell: (one) => <span class="num">{one.received.slice(0, 10)}</span> },
          ]}
        />
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}
