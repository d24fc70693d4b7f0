// What each kind of record takes, as docs/man/casefile.md has it: a row a field. "facts" goes into the document that the
// rules judge, "more" is for people.
export type FieldKind = "day" | "answer" | "judged" | "words" | "long" | "number" | "choice" | "several" | "lines";

export interface Field {
  key: string;
  says: string;
  kind: FieldKind;
  more?: boolean;
  words?: string[];
  hint?: string;
  required?: boolean;
}

export interface Kind {
  id: string;
  says: string;
  add: string; // what the button says
  why: string; // when there is none yet
  one?: boolean; // each further record amends the one before
  fields: Field[];
  signed?: boolean;
}

const TEXT: Field = { key: "text", says: "In words", kind: "long", more: true };
const ON: Field = { key: "on", says: "On", kind: "day", required: true };
const HARM = ["none", "negligible", "minor", "serious", "critical", "catastrophic"];
const LEVELS = ["low", "medium", "high"];

// Those of docs/man/reports.md.
const MDR_ITEMS = ["b3", "b5", "b6", "b7", "d2a", "d2b", "d3", "d4", "d4_expires", "d5", "d6", "d7", "d8", "d9", "d10", "d11", "e1", "e2", "e3", "e4", "g1", "g2", "g3", "g4", "g5", "g9", "h2", "h3", "h4", "h5", "h8", "h9", "h10"];

export const KINDS: Kind[] = [
  {
    id: "vulnerability", says: "The vulnerability itself", add: "State what is known", why: "When it was learned of starts the clocks.", one: true,
    fields: [
      { key: "learned_on", says: "Learned of on", kind: "day", hint: "Day 0 of the 30 and 60 days. A later day takes a reason." },
      { key: "affects_safety_or_essential_performance", says: "Does it affect safety or essential performance?", kind: "answer" },
      { key: "confidentiality_only", says: "Is confidentiality all it touches?", kind: "answer" },
      { key: "exploited", says: "Is it exploited?", kind: "answer" },
      { key: "kev_listed", says: "Is it listed in KEV?", kind: "answer" },
      { key: "vex", says: "Is the device affected?", kind: "choice", words: ["affected", "not_affected", "fixed", "under_investigation"] },
      { key: "vex_justification", says: "Justification, if not", kind: "words" },
      { key: "vex_reviewed_by", says: "Reviewed by", kind: "words" },
    ],
  },
  {
    id: "assessment", says: "Assessments", add: "Assess", why: "Nobody has judged yet how readily it can be exploited here, and how badly a patient could be hurt.", signed: true,
    fields: [
      ON,
      { key: "exploitability", says: "Exploitability in this device", kind: "choice", words: LEVELS, required: true },
      { key: "severity", says: "Severity of patient harm", kind: "choice", words: HARM, required: true },
      { key: "exploitability_after", says: "Exploitability with controls", kind: "choice", words: LEVELS },
      { key: "severity_after", says: "Severity with controls", kind: "choice", words: HARM },
      { key: "rationale", says: "Rationale", kind: "long", required: true, hint: "A borderline cell of the matrix needs it, and two approvers." },
      { key: "approvers", says: "Approvers", kind: "lines", hint: "A name a line. In a store with users they are those who sign." },
      { key: "hazardous_situation", says: "Hazardous situation", kind: "long", more: true },
      { key: "cvss_vector", says: "CVSS vector of record", kind: "words", more: true, hint: "With the environmental metrics of this device." },
      { key: "cvss_rationale", says: "Why not the rubric's vector", kind: "words", more: true },
      { key: "cvss_vector_after", says: "CVSS vector with controls", kind: "words", more: true },
    ],
  },
  { id: "clock_decision", says: "Clock decision", add: "Decide on the clock", why: "Needed where a vulnerability became uncontrolled later (policy A3).", one: true, signed: true, fields: [ON, { key: "choice", says: "The clock", kind: "choice", words: ["literal", "restart"], required: true }, TEXT] },
  {
    id: "communication", says: "Communications to customers and users", add: "Record a communication", why: "By day 30 customers and the user community are told: impact, efforts, controls, and the fix or strategy.",
    fields: [
      ON,
      { key: "to", says: "To", kind: "several", words: ["customers", "user_community"], required: true },
      { key: "describes_impact", says: "Describes the impact?", kind: "answer" },
      { key: "states_efforts", says: "States the efforts to address the risk?", kind: "answer" },
      { key: "compensating_controls", says: "Compensating controls", kind: "choice", words: ["listed", "none_available", "omitted"] },
      { key: "states_fix_or_strategy", says: "States the fix, or the strategy and that news will come?", kind: "answer" },
      { key: "isao_on", says: "Shared with the ISAO on", kind: "day" },
      { key: "isao_late_reason", says: "Why later than the communication", kind: "words" },
      { key: "recipients", says: "Recipients beside the consignees", kind: "long", more: true, hint: "Names and addresses, or how the user community was reached: item 12 of the 806 report asks for them." },
      TEXT,
    ],
  },
  {
    id: "control", says: "Compensating controls", add: "Record a control", why: "What users can do until there is a fix.",
    fields: [
      { key: "identified_on", says: "Identified on", kind: "day", required: true },
      { key: "withdrawn_on", says: "Withdrawn on", kind: "day", hint: "From when it is recommended no more." },
      { key: "long_term", says: "For the long term?", kind: "answer" },
      { key: "adds_risk", says: "Does it add risk?", kind: "answer", required: true },
      TEXT,
    ],
  },
  { id: "plan", says: "Remediation plan", add: "Record the plan", why: "By day 30 there is a plan with a reasoned timeline.", one: true, signed: true, fields: [ON, { key: "timeline_rationale", says: "Why this timeline", kind: "long", required: true }, { key: "target_days", says: "Target, in days", kind: "number", more: true }, { key: "releases", says: "Releases", kind: "lines", more: true }, TEXT] },
  {
    id: "fix", says: "Fixes", add: "Record a fix", why: "By day 60 a fix is validated and distributed, so that what risk is left is acceptable.", signed: true,
    fields: [
      { key: "kind", says: "Kind", kind: "choice", words: ["software", "workaround", "compensating_control"], required: true },
      { key: "validated_on", says: "Validated on", kind: "day", hint: "Where validations are on record, they say since when." },
      { key: "distributed_on", says: "Distributed on", kind: "day", hint: "To all that are to get it. Distributions on record tell of the rest." },
      { key: "residual_risk", says: "Risk that is left", kind: "choice", words: ["acceptable", "unacceptable", "unknown"], hint: "Until it is judged acceptable the fix does not count for day 60." },
      { key: "residual_on", says: "Judged acceptable on", kind: "day", hint: "Asked for where the risk was judged otherwise before." },
      { key: "adds_risk_known_on", says: "Known to add risk since", kind: "day" },
      TEXT,
    ],
  },
  {
    id: "event", says: "Adverse events", add: "Record an event", why: "No death, serious injury or malfunction is known.",
    fields: [
      { key: "kind", says: "Kind", kind: "choice", words: ["death", "serious_injury", "malfunction"], required: true },
      { key: "happened_on", says: "Happened on", kind: "day", hint: "If it is known. Its file is kept from then on." },
      { key: "known_on", says: "Became known on", kind: "day", required: true },
      { key: "associated", says: "Associated with the vulnerability?", kind: "judged" },
      { key: "likely_if_recurs", says: "Likely to cause harm if it recurs?", kind: "answer" },
      { key: "remedial_action_decided_on", says: "Remedial action decided on", kind: "day" },
      { key: "mdr_submitted_on", says: "Device report submitted on", kind: "day" },
      { key: "mdr_number", says: "Number of that report", kind: "words", more: true, hint: "Where it was numbered elsewhere, as 1234567-2026-00001. One that is issued here gets its number." },
      { key: "shared_on", says: "Shared on", kind: "day" },
      { key: "five_day_requested", says: "Did FDA ask in writing for a 5-day report?", kind: "answer" },
      { key: "summary_report", says: "May it be told of in a quarterly summary?", kind: "answer" },
      { key: "signal", says: "The complaint that tells of it (signal)", kind: "number", more: true },
      TEXT,
    ],
  },
  {
    id: "mdr_rationale", says: "Why it is not reportable (21 CFR 803)", add: "State why", why: "Every complaint is answered by an event above, or by why it is none. It counts once its author and a second person have signed it.",
    fields: [
      { key: "signal", says: "The complaint (signal)", kind: "number", more: true },
      { key: "event", says: "Or the event (its record)", kind: "number", more: true },
      { ...ON, more: true },
      { key: "basis", says: "Basis", kind: "choice", more: true, words: ["criteria_not_met", "medical_judgment", "erroneous_information", "other_manufacturer"], required: true },
      { key: "reason", says: "Reason", kind: "long", more: true, required: true },
      { key: "judged_by", says: "Medical judgment by", kind: "words", more: true, hint: "A person qualified for it, 803.20(c)(2)." },
      { key: "qualification", says: "Qualified as", kind: "choice", more: true, words: ["physician", "nurse", "risk_manager", "biomedical_engineer", "other"] },
      TEXT,
    ],
  },
  {
    id: "mdr_item", says: "Items of a device report", add: "State an item", why: "What the casefile, the register and the firm's profile do not know is stated here, or why it is not known.",
    fields: [
      { key: "event", says: "Event (its record)", kind: "number", more: true, required: true },
      { key: "item", says: "Items of Form FDA 3500A", kind: "several", more: true, words: MDR_ITEMS, required: true },
      { key: "text", says: "What it is, of one item", kind: "long", more: true, hint: "No names of patients." },
      { key: "reason", says: "Or why it is not known", kind: "long", more: true },
      { key: "steps", says: "And the steps taken to obtain it", kind: "long", more: true, hint: "21 CFR 803.50(b)(3)." },
    ],
  },
  {
    id: "correction", says: "Correction or removal (21 CFR 806)", add: "State the correction", why: "Nothing is stated of a correction or removal.", one: true, signed: true,
    fields: [
      { key: "kind", says: "Kind", kind: "choice", words: ["correction", "removal"] },
      { key: "initiated_on", says: "Initiated on", kind: "day", hint: "The first communication or availability of a fix counts where it is earlier." },
      { key: "stock_recovery", says: "Is it a stock recovery?", kind: "answer" },
      { key: "units_released", says: "Units released", kind: "number" },
      { key: "reported_on", says: "Reported on", kind: "day" },
      { key: "reported_under_803", says: "Reported under 803 on", kind: "day", hint: "By a device report that was required and is on file here." },
      { key: "rely_on_803", says: "Rely on that report?", kind: "answer" },
    ],
  },
  { id: "extension", says: "Extensions", add: "Record an extension", why: "The action has not been extended.", fields: [{ key: "initiated_on", says: "Initiated on", kind: "day", required: true }, { key: "amended_on", says: "Amended on", kind: "day" }, TEXT] },
  {
    id: "report_item", says: "Items of the 806 report", add: "State an item", why: "Items that the casefile does not know itself are stated here, or why they are not there yet.",
    fields: [
      { key: "item", says: "Item of 806.10(c)", kind: "choice", more: true, words: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"], required: true },
      { key: "text", says: "What it is", kind: "long", more: true },
      { key: "reason", says: "Or why it is not there", kind: "long", more: true },
      { key: "submit_on", says: "And when it will be", kind: "day", more: true },
      { key: "submitted_on", says: "FDA got it later, on", kind: "day", more: true, hint: "Of an item that the report promised." },
      { key: "not_extended", says: "Why the action is not extended", kind: "long", more: true, hint: "To what came into the register since FDA has the report." },
    ],
  },
  {
    id: "validation", says: "Validations", add: "Record a validation", why: "No fix has been validated with a record.", signed: true,
    fields: [
      { key: "fix", says: "Fix (its record)", kind: "number", more: true, required: true },
      { ...ON, more: true },
      { key: "result", says: "Result", kind: "choice", more: true, words: ["pass", "fail"], required: true },
      { key: "protocol", says: "Protocol", kind: "words", more: true },
      { key: "validated_by", says: "Validated by", kind: "words", more: true },
      { key: "evidence", says: "Evidence (digests of attachments)", kind: "lines", more: true },
      TEXT,
    ],
  },
  {
    id: "distribution", says: "Distributions", add: "Record a distribution", why: "No fix has been made available to units in the field.",
    fields: [
      { key: "fix", says: "Fix (its record)", kind: "number", more: true, required: true },
      { key: "release", says: "Release", kind: "words", more: true, required: true },
      { ...ON, more: true },
      { key: "units", says: "Units that are to get it", kind: "number", more: true, required: true },
      { key: "known_units", says: "Of these known", kind: "number", more: true },
      { key: "has_fix", says: "The release came with the fix", kind: "choice", more: true, words: ["yes", "no"] },
      { key: "to", says: "To (accounts)", kind: "lines", more: true },
      TEXT,
    ],
  },
  {
    id: "installation", says: "Installations", add: "Record installations", why: "Nothing is known of units that have it.",
    fields: [
      { key: "release", says: "Release", kind: "words", more: true, required: true },
      { ...ON, more: true },
      { key: "units", says: "Units", kind: "number", more: true, required: true },
      { key: "consignee", says: "Consignee (account)", kind: "words", more: true },
      { key: "reason", says: "Never will, because", kind: "choice", more: true, words: ["refused", "lost", "retired"] },
      TEXT,
    ],
  },
  {
    id: "effectiveness_check", says: "Effectiveness checks", add: "Record a check", why: "Nobody has been asked whether the communication arrived and was followed (21 CFR 7.42(b)(3)).",
    fields: [
      { key: "level", says: "Level", kind: "choice", more: true, words: ["A", "B", "C", "D", "E"], required: true },
      { key: "consignee", says: "Consignee (account)", kind: "words", more: true },
      { ...ON, more: true },
      { key: "result", says: "Result", kind: "choice", more: true, words: ["effective", "ineffective", "no_answer"], required: true },
      TEXT,
    ],
  },
  {
    id: "response", says: "Answers of consignees", add: "Record an answer", why: "No consignee is known to have answered the communication (21 CFR 7.53).",
    fields: [
      { key: "consignee", says: "Consignee (account)", kind: "words", more: true, required: true },
      { ...ON, more: true },
      { key: "result", says: "Answer", kind: "choice", more: true, words: ["confirmed", "bounced", "no_answer"], required: true },
      { key: "units", says: "Units on hand", kind: "number", more: true },
      TEXT,
    ],
  },
  {
    id: "premarket_evaluation", says: "Premarket evaluations", add: "Record an evaluation", why: "Whether the change needs a submission has not been evaluated.",
    fields: [
      ON,
      { key: "question", says: "What was asked", kind: "words", more: true },
      { key: "conclusion", says: "Conclusion", kind: "choice", more: true, words: ["document_to_file", "new_510k", "pma_supplement", "30_day_notice", "periodic_report", "other"], required: true },
      { key: "basis", says: "Basis", kind: "long", more: true },
      { key: "evaluated_by", says: "Evaluated by", kind: "words", more: true },
    ],
  },
  { id: "supplement", says: "Supplements to a device report", add: "Record a supplement", why: "Nothing was received that a device report did not have.", fields: [{ key: "received_on", says: "Received on", kind: "day", required: true }, { key: "submitted_on", says: "Submitted on", kind: "day" }, { key: "not_due_because", says: "Why none is due", kind: "words", hint: "In place of a day of submission." }, { key: "event", says: "Event (its record)", kind: "number", more: true }, { key: "report_number", says: "Report number", kind: "words", more: true, hint: "That of the report of the event is taken." }, TEXT] },
  {
    id: "periodic_item", says: "Points of the periodic report", add: "State a point", why: "What the casefile does not know of the eleven points is stated here: what else was modified, numbers of reports and of the recall.",
    fields: [
      { key: "item", says: "Point of the guidance, section VIII", kind: "choice", more: true, words: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"], required: true },
      { key: "text", says: "What is stated of it", kind: "long", more: true, required: true },
    ],
  },
  { id: "periodic_report", says: "Periodic report", add: "Record it", why: "The change has not been told of in a periodic report.", one: true, fields: [{ key: "reported_on", says: "Reported on", kind: "day", required: true }, TEXT] },
  {
    id: "ssvc", says: "SSVC", add: "Answer", why: "CERT/CC's questions are shown beside an assessment; they decide nothing.", one: true,
    fields: [
      { key: "exploitation", says: "Exploitation", kind: "choice", more: true, words: ["none", "public_poc", "active"] },
      { key: "automatable", says: "Automatable", kind: "choice", more: true, words: ["no", "yes"] },
      { key: "value_density", says: "Value density", kind: "choice", more: true, words: ["diffuse", "concentrated"] },
      { key: "technical_impact", says: "Technical impact", kind: "choice", more: true, words: ["partial", "total"] },
      { key: "safety_impact", says: "Safety impact", kind: "choice", more: true, words: ["negligible", "marginal", "critical", "catastrophic"] },
      { key: "exposure", says: "Exposure", kind: "choice", more: true, words: ["small", "controlled", "open"] },
      { key: "mission_impact", says: "Mission impact", kind: "choice", more: true, words: ["degraded", "mef_support_crippled", "mef_failure", "mission_failure"] },
      TEXT,
    ],
  },
];

export function kindOf(id: string): Kind | undefined {
  return KINDS.find((kind) => kind.id === id);
}

// The form's text of a value that stands, and the value of a form's text: absent where nothing is said.
export function formText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (value === true) return "yes";
  if (value === false) return "no";
  return Array.isArray(value) ? value.map(String).join("\n") : String(value);
}

export function formValue(field: Field, text: string): unknown {
  const words = text.trim();
  if (words === "") return undefined;
  if (field.kind === "answer") return words === "yes";
  if (field.kind === "judged") return words === "unknown" ? words : words === "yes";
  if (field.kind === "number") return Number(words);
  if (field.kind === "several" || field.kind === "lines")
    return words
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  return words;
}

export function bodyOf(kind: Kind, form: Record<string, string>): { facts: Record<string, unknown>; more: Record<string, unknown> } {
  const facts: Record<string, unknown> = {};
  const more: Record<string, unknown> = {};
  for (const field of kind.fields) {
    const value = formValue(field, form[field.key] ?? "");
    if (value !== undefined) (field.more ? more : facts)[field.key] = value;
  }
  return { facts, more };
}
