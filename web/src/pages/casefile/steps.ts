// The way of a casefile, and which kinds of record are made on each step of it.
import { type CaseRecord, type Casefile, fileIsOpen } from "../../api/casefile";

export interface Step {
  id: string;
  says: string;
  asks: string;
  kinds: string[];
}

export const STEPS: Step[] = [
  { id: "overview", says: "Overview", asks: "Where it stands", kinds: [] },
  { id: "signal", says: "Signal", asks: "What came in, and when", kinds: ["vulnerability", "renaming", "signal"] },
  { id: "triage", says: "Triage", asks: "Which releases have it", kinds: ["finding", "ssvc"] },
  { id: "assess", says: "Assess", asks: "How bad could it be", kinds: ["rubric", "assessment"] },
  { id: "decide", says: "Decide", asks: "What the rules conclude", kinds: ["clock_decision", "premarket_evaluation"] },
  { id: "mitigate", says: "Mitigate", asks: "Controls, plan, fix", kinds: ["control", "plan", "fix", "distribution", "installation"] },
  { id: "notify", says: "Notify", asks: "Whom we tell, and what", kinds: ["communication", "correction", "extension", "report_item", "report", "advisory", "periodic_item", "periodic_report"] },
  { id: "verify", says: "Verify", asks: "Did it work", kinds: ["validation", "response", "effectiveness_check", "event", "mdr_rationale", "mdr_item", "supplement"] },
  { id: "close", says: "Close", asks: "What is left, who signs", kinds: ["attachment", "closure", "reopening"] },
];

export type Progress = "done" | "alarm" | "todo";

export function standing(file: Casefile, kind: string): CaseRecord[] {
  return file.records.filter((one) => one.kind === kind && one.replaced_by === null);
}

// By the validations on record of a fix, the last of which passed; without any by the day that the fix states.
export function isValidated(file: Casefile): boolean {
  const all = standing(file, "validation").sort((a, b) => String(a.more.on).localeCompare(String(b.more.on)) || a.number - b.number);
  const last = new Map(all.map((one) => [one.more.fix, one.more.result]));
  if (last.size > 0) return [...last.values()].includes("pass");
  return standing(file, "fix").some((fix) => fix.facts.validated_on);
}

// How far a step is: alarm where something of it is late, done where what it is for is there.
export function progressOf(file: Casefile, step: string): Progress {
  const has = (kind: string) => standing(file, kind).length > 0;
  const late = (kinds: string[]) => file.determination.obligations.some((one) => kinds.includes(one.kind) && one.state === "overdue");
  const d = file.determination;
  switch (step) {
    case "signal":
      return has("vulnerability") || has("signal") ? "done" : "todo";
    case "triage":
      return has("finding") ? "done" : "todo";
    case "assess":
      return late(["reassess"]) || file.since_assessment.length > 0 ? "alarm" : has("assessment") ? "done" : "todo";
    case "decide":
      return d.final && d.risk !== "undetermined" ? "done" : "todo";
    case "mitigate":
      return late(["distribute_fix"]) ? "alarm" : has("fix") || (has("control") && d.risk_after === "controlled") ? "done" : "todo";
    case "notify":
      return late(["communicate", "share_isao", "report_806", "amend_806"]) ? "alarm" : has("communication") ? "done" : "todo";
    case "verify":
      return isValidated(file) ? "done" : "todo";
    case "close":
      return !fileIsOpen(file) ? "done" : file.casefile.closed_on ? "alarm" : "todo";
    default:
      return "todo";
  }
}
