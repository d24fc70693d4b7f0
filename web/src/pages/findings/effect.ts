// What a decision would do, told before it is made.
import { type CaseHead, isOpen } from "../../api/casefile";
import { query } from "../../api/client";
import type { Finding } from "../../api/types";
import { exactly, plural } from "../../words";
import { caseOf } from "./order";

export interface Effect {
  takes: Finding[]; // a decision is made on each; of those that would make the same one, the first
  excluded: Finding[]; // they reach what an open casefile runs its clocks on
  says: string;
}

export type Reach = (one: Finding) => readonly Finding[];

// By which name of the component a decision is made, and what it reaches is looked up.
export function componentOf(one: Finding): string {
  return one.component.purl ?? exactly(one.component.name, one.component.version);
}

// Where the findings stand that a decision of this scope holds for; null: it is this one alone.
export function reachPath(one: Finding, scope: string): string | null {
  if (scope === "finding") return null;
  return query("/findings", { vulnerability: one.vulnerability, device: scope === "device" ? one.device : null, component: scope === "portfolio" ? null : componentOf(one) });
}

const placeOf = (one: Finding) => JSON.stringify([one.device, one.release, one.vulnerability, one.component.name, one.component.version]);
const isOne = (count: number, one: string, more: string) => `${count} more ${count === 1 ? one : more}`;

// A decision spares the casefiles that are open: of several none is settled, and one by itself settles its own device alone.
export function effectOf(findings: readonly Finding[], cases: readonly CaseHead[], status: string, scope = "finding", reach: Reach = (one) => [one]): Effect {
  const running = caseOf(cases.filter(isOpen));
  const hasClock = (one: Finding) => running(one) !== undefined;
  const alone = findings.length === 1;
  const met = (one: Finding) => (status === "affected" ? [] : reach(one).filter((other) => hasClock(other) && !(alone && other.device === one.device)));
  const excluded = findings.filter((one) => met(one).length > 0);
  const kept = findings.filter((one) => !excluded.includes(one));
  const made = (one: Finding) => reachPath(one, scope) ?? placeOf(one);
  const takes = kept.filter((one, i) => kept.findIndex((other) => made(other) === made(one)) === i);
  const reached = [...new Map(takes.flatMap((one) => [one, ...reach(one)]).map((one) => [placeOf(one), one])).values()];
  const parts = [reached.length ? `${plural(reached.length, "finding")} in ${plural(new Set(reached.map((one) => one.device)).size, "device")}, ${plural(new Set(reached.map((one) => one.vulnerability)).size, "vulnerability", "vulnerabilities")}` : "Nothing is decided"];
  const settled = status === "affected" ? [] : [...new Set(reached.map(running).filter((number) => number !== undefined))];
  if (settled.length) parts.push(`casefile ${settled.join(", ")} is open on it, and its clocks run on`);
  const own = excluded.filter(hasClock);
  const far = excluded.filter((one) => !hasClock(one));
  if (own.length) parts.push(`${isOne(own.length, "has", "have")} a casefile with running clocks and ${own.length === 1 ? "is" : "are"} left out`);
  if (far.length) {
    const others = [...new Set(far.flatMap(met).map((one) => `${one.device} (casefile ${running(one)})`))];
    parts.push(`${isOne(far.length, "is", "are")} left out, since it would be decided for ${others.join(", ")} too, whose clocks run`);
  }
  return { takes, excluded, says: parts.join("; ") };
}

// Why the form cannot be sent yet, field by field.
export function wrongIn(form: { status: string; justification: string; impact: string; action: string; reason: string }): Record<string, string> {
  const wrong: Record<string, string> = {};
  if (!form.status) wrong.status = "Say what is decided.";
  if (form.status === "not_affected" && !form.justification && !form.impact.trim()) wrong.justification = "Not affected needs a justification, or an impact statement that says why.";
  if (!form.reason.trim()) wrong.reason = "The reason goes into the audit trail.";
  return wrong;
}
