// What happened and what is due, day by day: the day of learning, day 30 and day 60, each deadline that is owed or was
// missed, what was done, and today.
import type { Casefile } from "../../api/casefile";
import { conditionSays, title } from "../../words";

export interface Moment {
  on: string;
  says: string;
  tone: "" | "due" | "bad" | "good" | "today";
  note?: string; // what became of it
}

const LATE = ["overdue", "missed", "failed"];

function learnedOn(file: Casefile): string | null {
  const record = file.records.find((one) => one.kind === "vulnerability" && one.replaced_by === null);
  return (record?.facts.learned_on as string | undefined) ?? file.clock?.day0 ?? null;
}

// Days of the clock, and what the rules say of each condition that ends there.
function clockDays(file: Casefile): Moment[] {
  if (!file.clock) return [];
  const of = (id: string, day: string | null): Moment[] => {
    if (!day) return [];
    const state = file.determination.conditions.find((one) => one.id === id)?.state;
    const tone = state === "failed" ? "bad" : state === "met" ? "good" : "due";
    return [{ on: day, says: conditionSays(id), tone, ...(state ? { note: state } : {}) }];
  };
  return [...of("day30", file.clock.day30), ...of("day60", file.clock.day60)];
}

function deadlines(file: Casefile): Moment[] {
  return file.determination.obligations.flatMap((one): Moment[] => {
    if (!one.due || (one.kind === "reassess" && one.state === "open") || (one.kind === "periodic_report" && one.state === "open")) return []; // far ahead
    if (LATE.includes(one.state)) return [{ on: one.due, says: `${title(one.kind)}: deadline`, tone: "bad", note: "missed" }];
    if (one.met_on && one.met_on > one.due) return [{ on: one.due, says: `${title(one.kind)}: deadline`, tone: "bad", note: `missed, done ${one.met_on}` }];
    return one.state === "open" ? [{ on: one.due, says: `${title(one.kind)}: due`, tone: "due" }] : [];
  });
}

export function timelineOf(file: Casefile, today: string): Moment[] {
  const learned = learnedOn(file);
  const day0 = file.clock && file.clock.day0 !== learned ? [{ on: file.clock.day0, says: "Day 0: the clock starts", tone: "" as const }] : [];
  const starts: Moment[] = learned ? [{ on: learned, says: file.clock?.day0 === learned ? "Learned of: day 0" : "Learned of", tone: "" }] : [];
  const done: Moment[] = file.timeline.filter((one) => !one.due).map((one) => ({ on: one.on, says: title(one.says), tone: "" }));
  const all: Moment[] = [...starts, ...day0, ...done, ...clockDays(file), ...deadlines(file), { on: today, says: "Today", tone: "today" }];
  return all.map((one, i) => ({ one, i })).sort((a, b) => a.one.on.localeCompare(b.one.on) || a.i - b.i).map(({ one }) => one);
}
