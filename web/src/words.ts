// What the screen says for a word of the data. A word that is not listed is shown as it is, with spaces.
const WORDS: Record<string, string> = {
  acknowledge_reporter: "Acknowledge the report",
  communicate: "Tell customers and users",
  plan_remediation: "Find interim controls and plan the remediation",
  distribute_fix: "Distribute a fix",
  report_806: "Report to FDA (806)",
  amend_806: "Amend the 806 report",
  record_806_20: "Make the record of 806.20",
  share_isao: "Share with the ISAO",
  periodic_report: "Periodic report",
  evaluate_premarket: "Evaluate premarket submission",
  update_out_of_cycle: "Update out of cycle",
  reassess: "Assess again",
  mdr_5_day: "5-day device report",
  mdr_30_day: "30-day device report",
  decide_mdr: "Decide: a reportable event?",
  sign: "Sign",
  mdr_rationale: "why it is not reportable",
  mdr_item: "item of a device report",
  b3: "B3 date of the event",
  b5: "B5 description",
  b6: "B6 tests and laboratory data",
  b7: "B7 other relevant history",
  d2a: "D2a common device name",
  d2b: "D2b product code",
  d3: "D3 manufacturer",
  d4: "D4 lot and serial number",
  d4_expires: "D4 expiration date",
  d5: "D5 operator of the device",
  d6: "D6 implanted on",
  d7: "D7 explanted on",
  d8: "D8 reprocessed single-use device",
  d9: "D9 reprocessor",
  d10: "D10 available for evaluation",
  d11: "D11 concomitant products",
  e1: "E1 initial reporter",
  e2: "E2 health professional",
  e3: "E3 occupation",
  e4: "E4 also sent to FDA",
  g1: "G1 contact office",
  g2: "G2 telephone",
  g3: "G3 report source",
  g4: "G4 date received",
  g5: "G5 510(k) or PMA",
  g9: "G9 report number",
  h2: "H2 type of follow-up",
  h3: "H3 evaluation, or why none",
  h4: "H4 manufacture date",
  h5: "H5 labeled for single use",
  h8: "H8 initial use or reuse",
  h9: "H9 806 report number",
  h10: "H10 additional information",
  medical_judgment: "medical judgment (803.20(c)(2))",
  criteria_not_met: "the criteria are not met",
  mdr_summary: "Summary report of the quarter",
  supplement_mdr: "Supplement a device report",
  share_with_other_applicant: "Share with the other applicant",
  update_regular_cycle: "Update on the regular cycle",
  submit_item: "Submit an item of the 806 report",
  reassess_changed: "Assess again: something changed",
  keep_record_806_20: "Record of 806.20",
  keep_event_file: "File of the event (803.18)",
  keep_casefile: "The casefile",
  no_serious_events: "No death or serious injury",
  day30: "Day 30: told and planned",
  day60: "Day 60: fixed",
  isao: "the ISAO",
  fda: "FDA",
  file: "the file",
  in_scope: "in scope",
  c: "controlled",
  not_available: "not available",
  platform_not_in_sbom: "platform not in SBOM",
  researcher_report: "researcher's report",
  isao_alert: "ISAO alert",
  feed_match: "match in a feed",
  not_ours: "not ours",
  clock_decision: "clock decision",
  premarket_evaluation: "premarket evaluation",
  effectiveness_check: "effectiveness check",
  response: "answer of a consignee",
  no_answer: "no answer",
  report_item: "item of the 806 report",
  periodic_item: "point of the periodic report",
  "510k": "510(k)",
  pma: "PMA",
  denovo: "De Novo",
  hde: "HDE",
  exempt: "exempt",
  not_served: "no source serves it",
  not_matchable: "nothing to look up",
  no_records: "no record of it",
  user_community: "user community",
  udi_di: "UDI-DI",
  tlp: "TLP",
  cve_request: "CVE request",
};

export function says(word: string | null | undefined): string {
  if (!word) return "not stated";
  return WORDS[word] ?? word.replaceAll("_", " ");
}

// A component as people read it, and as the API and the address of its page take it; some have no version.
export function called(name: string, version: string | null): string {
  return version ? `${name} ${version}` : name;
}

export function exactly(name: string, version: string | null): string {
  return version ? `${name}@${version}` : name;
}

export function title(word: string | null | undefined): string {
  const text = says(word);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// The four conditions of the discretion: "isao" is one of them, and somebody who is told.
export function conditionSays(id: string): string {
  return id === "isao" ? "Active in an ISAO" : title(id);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

// Of a list as far as it was read: "200+" where there is more.
export function counted(list: { items: unknown[]; whole: boolean } | null, count = list?.items.length ?? 0): string {
  return number(count) + (list && !list.whole ? "+" : "");
}

// Groups of three, parted by a thin space: the same in every language.
export function number(value: number | null | undefined): string {
  if (value === null || value === undefined) return "-";
  const text = String(Math.abs(value));
  const [whole, part] = text.split(".");
  const grouped = (whole ?? "").replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return (value < 0 ? "\u2212" : "") + grouped + (part ? `.${part}` : "");
}

export const TIERS: Record<string, string> = {
  A: "exact package and version",
  B: "exact CPE name with version",
  C: "through an alias",
  D: "version not confirmed",
  E: "name only, a hint",
};

export const JUSTIFICATIONS = [
  "component_not_present",
  "vulnerable_code_not_present",
  "vulnerable_code_not_in_execute_path",
  "vulnerable_code_cannot_be_controlled_by_adversary",
  "inline_mitigations_already_exist",
];

export const SEVERITIES = ["critical", "high", "medium", "low", "none", "unscored"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const HARM_LEVELS = ["negligible", "minor", "serious", "critical", "catastrophic"] as const;
export const EXPLOITABILITY_LEVELS = ["low", "medium", "high"] as const;
