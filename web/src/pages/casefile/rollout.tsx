// How far a fix has got in the field.
import { useList } from "../../api/use";
import { Card } from "../../parts/page";
import { Table } from "../../parts/table";
import { number as digits } from "../../words";

interface Progress {
  release: string;
  available_on: string | null;
  target: number;
  known: number;
  done: number;
  days_50: number | null;
  days_90: number | null;
  days_100: number | null;
}

export function Rollout({ number }: { number: number }) {
  const rows = useList<Progress>(`/casefiles/${number}/progress`).data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <Card title="How far the fix has got" note="Units done of those that are to get it; days from its distribution" flush>
      <Table
        caption="Progress of the fix"
        rows={rows}
        rowKey={(one) => one.release}
        columns={[
          { head: "Release", cell: (one) => <span class="strong">{one.release}</span> },
          { head: "", spoken: "Share", cell: (one) => <Bar part={one.target ? one.done / one.target : 0} /> },
          { head: "Done", numeric: true, cell: (one) => digits(one.done) },
          { head: "Target", numeric: true, cell: (one) => digits(one.target) },
          { head: "Days to 50 %", numeric: true, cell: (one) => digits(one.days_50) },
          { head: "90 %", numeric: true, cell: (one) => digits(one.days_90) },
          { head: "100 %", numeric: true, cell: (one) => digits(one.days_100) },
        ]}
      />
    </Card>
  );
}

export function Bar({ part, words }: { part: number; words?: string }) {
  const percent = Math.round(Math.max(0, Math.min(1, part)) * 100);
  return (
    <span class="bar" role="img" aria-label={words ?? `${percent} %`}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="fill-accent" width={percent} height="8" />
      </svg>
    </span>
  );
}
