// How old what is open is: casefiles by days since they were learned of.
import { useEffect, useState } from "preact/hooks";
import { get } from "../../api/client";
import type { CaseHead, Casefile } from "../../api/casefile";
import { daysBetween } from "../../dates";
import { Bars } from "../../parts/bars";
import { Chart } from "../../parts/chart";
import { useToday } from "../../session";
import { plural } from "../../words";

const BANDS: [string, number, number, string][] = [
  ["up to 30 days", 0, 30, "fill-good"],
  ["31 to 60 days", 31, 60, "fill-medium"],
  ["61 to 90 days", 61, 90, "fill-high"],
  ["over 90 days", 91, 100_000, "fill-critical"],
];
const MOST = 100; // casefiles that are read for it

export function Backlog({ heads }: { heads: CaseHead[] }) {
  const today = useToday();
  const [ages, set] = useState<number[]>([]);
  const asked = heads.slice(0, MOST).map((one) => one.casefile).join(",");
  useEffect(() => {
    const stop = new AbortController();
    const numbers = asked ? asked.split(",") : [];
    void Promise.all(numbers.map((number) => get<Casefile>(`/casefiles/${number}`, stop.signal).then(({ data }) => learned(data), () => null))).then((days) => {
      if (!stop.signal.aborted) set(days.filter((day): day is string => day !== null).map((day) => daysBetween(day, today)));
    });
    return () => stop.abort();
  }, [asked, today]);
  const rows = BANDS.map(([says, least, most, fill]) => {
    const value = ages.filter((age) => age >= least && age <= most).length;
    return { says, value, words: String(value), fill };
  });
  return (
    <Chart title="Backlog by age" note={`${plural(heads.length, "open casefile")}, by days since learned of${heads.length > MOST ? `; the first ${MOST}` : ""}`} name={`backlog-${today}`} cells={[["age", "casefiles"], ...rows.map((row) => [row.says, row.value])]}>
      <Bars label="Open casefiles by age" rows={rows} />
    </Chart>
  );
}

function learned(file: Casefile): string | null {
  const day = file.records.find((one) => one.kind === "vulnerability" && one.replaced_by === null)?.facts.learned_on;
  return typeof day === "string" ? day.slice(0, 10) : (file.clock?.day0 ?? null);
}
