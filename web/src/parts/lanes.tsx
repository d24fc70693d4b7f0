// The clocks of a casefile as swim-lanes: one lane an obligation, from what started it to the day it is due, with the
// 30 and 60 days of the guidance and today drawn through all of them.
import type { Obligation } from "../api/casefile";
import { daysBetween, dueIn } from "../dates";
import { useToday } from "../session";
import { says, title } from "../words";
import { useWidth } from "./width";

const LANE = 30;
const HEAD = 34;
const LETTER = 6.2; // the width of one in a label, on the whole

interface Clock {
  day0: string;
  day30: string | null;
  day60: string | null;
}

export function Lanes({ clock, obligations }: { clock: Clock; obligations: Obligation[] }) {
  const today = useToday();
  const { box, width } = useWidth();
  const lanes = obligations.filter((one) => one.due !== null && one.starts !== null);
  const narrow = width < 520;
  const longest = Math.max(0, ...lanes.map((one) => title(one.kind).length));
  const left = narrow ? 8 : Math.max(190, longest * LETTER + 20);
  const right = 14;
  const days = [today, clock.day60 ?? clock.day0, ...lanes.flatMap((one) => [one.due ?? today, one.met_on ?? today])];
  const ends = Math.min(Math.max(...days.map((day) => daysBetween(clock.day0, day))) + 6, 420);
  const x = (day: string) => left + (Math.max(0, Math.min(daysBetween(clock.day0, day), ends)) / ends) * (width - left - right);
  const lane = narrow ? LANE + 14 : LANE;
  const height = HEAD + lanes.length * lane + 26;
  const marks: [string, string][] = [[clock.day0, "day 0"], [clock.day30 ?? "", "day 30"], [clock.day60 ?? "", "day 60"]];
  // A day has room for its ten signs, also at the edge.
  const anchor = (day: string, text: string) => (text === "day 0" ? "start" : x(day) > width - 36 ? "end" : "middle");
  return (
    <div class="clock" ref={box}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken(clock, lanes, today)}>
        {marks
          .filter(([day]) => day)
          .map(([day, text]) => (
            <g key={text}>
              <line class="lane-due" x1={x(day)} x2={x(day)} y1={HEAD - 6} y2={height - 22} stroke-dasharray="2 3" />
              <text class="lane-quiet" x={x(day)} y={12} text-anchor={anchor(day, text)}>
                {text}
              </text>
              <text class="lane-quiet" x={x(day)} y={25} text-anchor={anchor(day, text)}>
                {day}
              </text>
            </g>
          ))}
        {lanes.map((one, i) => {
          const y = HEAD + i * lane + (narrow ? 16 : 4);
          const from = x(one.starts ?? clock.day0);
          const due = x(one.due ?? today);
          const until = x(one.met_on ?? (today < (one.due ?? today) ? today : (one.due ?? today)));
          const tone = one.state === "met" ? "lane-met" : one.state === "overdue" || one.state === "failed" ? "lane-failed" : "lane-pending";
          return (
            <g key={`${one.kind} ${i}`}>
              <title>{`${title(one.kind)}: due ${one.due}, ${one.met_on ? `met ${one.met_on}` : dueIn(one.due ?? today, today)}`}</title>
              <text class="lane-text" x={narrow ? 8 : left - 14} y={narrow ? y - 4 : y + 14} text-anchor={narrow ? "start" : "end"}>
                {title(one.kind)}
              </text>
              <rect class="lane-track" x={from} y={y + 5} width={Math.max(3, due - from)} height={10} rx={5} />
              <rect class={tone} x={from} y={y + 5} width={Math.max(3, until - from)} height={10} rx={5} />
              {one.state === "overdue" && <rect class={tone} x={due} y={y + 8} width={Math.max(0, x(today) - due)} height={4} opacity={0.45} />}
              {one.state === "overdue" && (
                <text class="lane-late" x={Math.min(x(today), width - 72) + 6} y={y + 14}>
                  {dueIn(one.due ?? today, today)}
                </text>
              )}
              <circle class={tone} cx={due} cy={y + 10} r={5.5} stroke="var(--surface)" stroke-width={2} />
            </g>
          );
        })}
        <line class="lane-now" x1={x(today)} x2={x(today)} y1={HEAD - 4} y2={height - 20} />
        <text class="lane-strong" x={x(today)} y={height - 6} text-anchor={x(today) > width - 60 ? "end" : "middle"}>
          {`today, day ${daysBetween(clock.day0, today)}`}
        </text>
      </svg>
    </div>
  );
}

function spoken(clock: Clock, lanes: Obligation[], today: string): string {
  const each = lanes.map((one) => `${says(one.kind)} due ${one.due}, ${one.state === "met" ? `met ${one.met_on}` : dueIn(one.due ?? today, today)}`);
  return `Clocks from ${clock.day0}; today is day ${daysBetween(clock.day0, today)}. ${each.join("; ")}.`;
}

// 30 and 60 days at a glance, for lists.
export function MiniClock({ clock, conditions }: { clock: Clock; conditions: { id: string; state: string }[] }) {
  const today = useToday();
  const span = 68;
  const at = Math.max(0, Math.min(daysBetween(clock.day0, today), span));
  const x = (n: number) => 4 + (n / span) * 124;
  // Red where a day was missed, not where it merely lies behind: what was fixed in time is no alarm.
  const last = conditions.filter((one) => one.id === "day30" || one.id === "day60");
  const over = last.some((one) => one.state === "failed");
  const kept = last.length > 0 && last.every((one) => one.state === "met");
  return (
    <svg width="132" height="14" viewBox="0 0 132 14" role="img" aria-label={`day ${daysBetween(clock.day0, today)} of 60${over ? ", a day was missed" : kept ? ", both kept" : ""}`}>
      <rect class="lane-track" x="0" y="5" width="132" height="4" rx="2" />
      <rect class={over ? "lane-failed" : kept ? "lane-met" : "lane-pending"} x="0" y="5" width={x(at)} height="4" rx="2" />
      <line class="lane-due" x1={x(30)} x2={x(30)} y1="2" y2="12" />
      <line class="lane-due" x1={x(60)} x2={x(60)} y1="2" y2="12" />
      <circle class="lane-now" cx={x(at)} cy="7" r="3" fill="var(--surface)" />
    </svg>
  );
}
