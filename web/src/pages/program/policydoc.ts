// The policy as an editor has it: answers as text, the matrix as cells.
import type { Matrix } from "../../api/casefile";
import type { PolicyQuestion } from "../../api/types";
import { EXPLOITABILITY_LEVELS, HARM_LEVELS } from "../../words";

const CELLS = ["C", "C*", "U*", "U"];

// "low C C C* U* U; medium ..." as the list of questions tells it.
export function matrixOf(answer: string): Matrix {
  const found: Matrix = {};
  for (const line of answer.split(";")) {
    const [level, ...cells] = line.trim().split(/\s+/);
    if (level) found[level] = Object.fromEntries(HARM_LEVELS.map((harm, i) => [harm, cells[i] ?? ""]));
  }
  return found;
}

export function nextCell(cell: string): string {
  return CELLS[(CELLS.indexOf(cell) + 1) % CELLS.length] ?? "C";
}

// Why a matrix would be refused: more of either never turns uncontrolled into controlled, and the guidance names four cells.
export function wrongInMatrix(cells: Matrix): string | null {
  const rank = (e: string, h: string) => CELLS.indexOf(cells[e]?.[h] ?? "C") >> 1;
  for (const [i, exploitability] of EXPLOITABILITY_LEVELS.entries())
    for (const [j, harm] of HARM_LEVELS.entries()) {
      const here = rank(exploitability, harm);
      const right = HARM_LEVELS[j + 1];
      const up = EXPLOITABILITY_LEVELS[i + 1];
      if (right && rank(exploitability, right) < here) return `${exploitability} and ${right} is controlled, though ${harm} is not: more harm cannot be less of a risk.`;
      if (up && rank(up, harm) < here) return `${up} and ${harm} is controlled, though ${exploitability} is not: what is easier to exploit cannot be less of a risk.`;
      if (harm === "negligible" && here === 1) return "Negligible harm is controlled: the guidance says so.";
      if (exploitability === "medium" && (harm === "critical" || harm === "catastrophic") && here === 0) return `Medium and ${harm} is uncontrolled: the guidance says so.`;
    }
  return null;
}

// The values that a question takes, as docs/man/decide.md has them; free text where there is no list.
export const VALUES: Record<string, string[]> = {
  clock_start: ["receipt", "confirmation", "triage"],
  roll: ["none", "back", "forward"],
  reclassification: ["decide", "literal", "restart"],
  initiation: ["communication_or_fix", "fix", "decision"],
  count_initiation_day: ["false", "true"],
  late_report: ["at_once", "from_loss"],
  serious_event: ["confirmed", "suspected"],
  record_806_20_for_routine: ["true", "false"],
  report_number_sequence: ["running", "single_series", "yearly", "daily"],
  report_number_date: ["plain", "padded"],
  registration_digits: ["7", "7_or_10"],
  two_approvers_on_borderline: ["true", "false"],
  long_term_control_counts: ["true", "false"],
  event_after_closure: ["reopen", "ignore"],
  user_community: ["list_and_advisory", "direct_accounts"],
  mdr_covers_correction: ["ask", "file_both"],
  periodic_report_follows: ["pathway"],
};

const TEXTS = new Set(["registration_digits"]);

function valueOf(key: string, answer: string): unknown {
  if (key === "matrix") return matrixOf(answer);
  if (TEXTS.has(key)) return answer;
  if (answer === "true" || answer === "false") return answer === "true";
  if (/^\d+$/.test(answer)) return Number(answer);
  if (answer.startsWith("[")) return JSON.parse(answer) as unknown;
  return answer;
}

// The document to import: what differs from the defaults, under its version.
export function policyDocument(questions: PolicyQuestion[], answers: Record<string, string>, version: string): Record<string, unknown> {
  const document: Record<string, unknown> = { version };
  for (const question of questions) {
    const answer = answers[question.key] ?? question.answer;
    if (answer !== question.default) document[question.key] = valueOf(question.key, answer);
  }
  return document;
}

export function matrixText(cells: Matrix): string {
  return EXPLOITABILITY_LEVELS.map((level) => [level, ...HARM_LEVELS.map((harm) => cells[level]?.[harm] ?? "")].join(" ")).join("; ");
}
