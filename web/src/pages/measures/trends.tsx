// M1 and M2 over the last quarters: one question to the server each.
import { useEffect, useState } from "preact/hooks";
import { get, query as ask } from "../../api/client";
import type { Metrics } from "../../api/types";
import { addDays, nextMonth } from "../../dates";
import { Columns } from "../../parts/bars";
import { Chart } from "../../parts/chart";

interface Quarter {
  says: string;
  from: string;
  to: string;
}

const COUNT = 6;

// The quarters that end with the one that a day lies in, the oldest first; the last one goes to that day.
export function quartersTo(day: string): Quarter[] {
  const month = Number(day.slice(5, 7));
  let start = `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, "0")}`;
  const found: Quarter[] = [];
  for (let to = day; found.length < COUNT; ) {
    const quarter = Math.floor((Number(start.slice(5, 7)) - 1) / 3) + 1;
    found.unshift({ says: `Q${quarter} ${start.slice(0, 4)}`, from: `${start}-01`, to });
    to = addDays(`${start}-01`, -1);
    start = nextMonth(start, -3);
  }
  return found;
}

export function Trends({ until }: { until: string }) {
  const [rows, set] = useState<{ says: string; data: Metrics | null }[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    void Promise.all(quartersTo(until).map((one) => get<Metrics>(ask("/metrics", { from: one.from, to: one.to, only: "patching", format: "json" }), stop.signal).then(({ data }) => ({ says: one.says, data }), () => ({ says: one.says, data: null })))).then((all) => {
      if (!stop.signal.aborted) set(all);
    });
    return () => stop.abort();
  }, [until]);
  if (rows.length === 0) return null;
  const m1 = rows.map((one) => ({ says: one.says, value: one.data?.findings[0]?.m1b ?? null }));
  const m2 = rows.map((one) => ({ says: one.says, value: one.data?.findings[0]?.m2.median ?? null }));
  return (
    <div class="grid two">
      <Chart title="M1b by quarter" note="Patched or controlled of those identified in the quarter" name="m1b-quarters" cells={[["quarter", "percent"], ...m1.map((one) => [one.says, one.value])]}>
        <Columns label="M1b by quarter" points={m1} unit=" %" most={100} />
      </Chart>
      <Chart title="M2 by quarter" note="Median days from identified to patched" name="m2-quarters" cells={[["quarter", "days"], ...m2.map((one) => [one.says, one.value])]}>
        <Columns label="M2 by quarter" points={m2} unit=" d" />
      </Chart>
    </div>
  );
}
