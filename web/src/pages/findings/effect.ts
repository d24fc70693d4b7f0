// What a decision would do, told before it is made.
import { type CaseHead, isOpen } from "../../api/casefile";
import type { Finding } from "../../api/types";
import { plural } from "../../words";
import { caseOf } from "./order";

export interface Effect {
  takes: Finding[];
  excluded: Finding[]; // an open casefile runs its clocks on them
  says: string;
}

export function effectOf(findings: readonly Finding[], cases: readonly CaseHead[], status: string): Effect {
  const running = caseOf(cases.filter(isOpen));
  const hasClock = (one: Finding) => running(one) !== undefined;
  const spares = status !== "affected";
  const excluded = spares && findings.length > 1 ? findings.filter(hasClock) : [];
  const takes = findings.filter((one) => !excluded.includes(one));
  const devices = new Set(takes.map((one) => one.device)).size;
  const vulnerabilities = new Set(takes.map((one) => one.vulnerability)).size;
  const parts = [`${plural(takes.length, "finding")} in ${plural(devices, "device")}, ${plural(vulnerabilities, "vulnerability", "vulnerabilities")}`];
  if (excluded.length) parts.push(`${excluded.length} more ${excluded.length === 1 ? "has" : "have"} a casefile with running clocks and ${excluded.length === 1 ? "is" : "are"} left out`);
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
