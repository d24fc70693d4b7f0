// A casefile: the same that `report casefile --format json` prints (docs/man/report.md).
import type { Facts, Finding } from "./types";

export interface CaseHead {
  casefile: number;
  vulnerability: string;
  device: string;
  title: string;
  closed_on: string | null;
  reopened: boolean; // closed, and an event became known since, or was missed
}

// Is it worked on? One that was closed and that an event opened again is.
export function isOpen(head: Pick<CaseHead, "closed_on" | "reopened">): boolean {
  return !head.closed_on || head.reopened;
}

export interface Signature {
  meaning: string;
  name?: string; // of the user
  full_name?: string;
  who?: string;
  at?: string;
  [more: string]: unknown;
}

export interface CaseRecord {
  number: number;
  kind: string;
  at: string;
  who: string;
  replaces: number | null;
  replaced_by: number | null;
  personal?: boolean;
  facts: Facts;
  more: Facts;
  signatures: Signature[];
}

export interface ScoreOf {
  vector: string;
  score: number;
  severity: string;
  base: number;
  environmental: number | null;
}

export interface Assessment {
  record: number;
  counts: boolean;
  on: string | null;
  exploitability: string | null;
  severity: string | null;
  cell: string | null;
  exploitability_after: string | null;
  severity_after: string | null;
  cell_after: string | null;
  rationale: string | null;
  approvers: string[];
  hazardous_situation: string | null;
  cvss: ScoreOf | null;
  cvss_after: ScoreOf | null;
}

export interface Condition {
  id: string;
  state: string;
  on: string | null;
  due: string | null;
  why: string;
}

export interface Obligation {
  kind: string;
  to: string;
  starts: string | null;
  due: string | null;
  state: string;
  met_on: string | null;
  cites: string[];
  until: string | null; // of what is kept alone
  says: string | null;
}

export interface Reason {
  rule: string;
  says: string;
  cites: string[];
  facts: string[];
}

export interface Determination {
  regime: string;
  rules_version: string;
  policy_version: string;
  today: string;
  time_zone: string;
  scope: string;
  risk: string;
  risk_after: string;
  borderline: boolean;
  final: boolean;
  day30: string | null;
  day60: string | null;
  discretion: string;
  conditions: Condition[];
  report_806: string;
  report_806_due: string | null;
  report_806_due_if_lapsed: string | null; // while the discretion is provisional
  report_806_number: string | null;
  record_806_20: boolean;
  mdr: Facts[];
  out_of_cycle_update: boolean;
  proposed_recall_class: string | null;
  retention: { rule: string; until: string | null } | null;
  reopened: boolean;
  obligations: Obligation[];
  warnings: { id: string; says: string }[];
  rationale: Reason[];
  missing: string[];
}

export type Matrix = Record<string, Record<string, string>>;

export interface TrailEntry {
  number: number;
  at: string;
  who: string;
  what: string;
  object: string;
  old: string | null;
  new: string | null;
  why: string;
  previous: string;
  digest: string;
}

export interface Casefile {
  casefile: { number: number; title: string; vulnerability: string; opened_at: string; opened_by: string; closed_on: string | null };
  device: { name: string; common_name: string | null; udi_di: string | null; class: string | null; pathway: string | null; product_code: string | null; support: string | null };
  records: CaseRecord[];
  // As they were kept: a casefile of before the European list was read says only whether CISA's has it.
  findings: (Omit<Finding, "exploited_in"> & { record: number; exploited_in?: string[] })[];
  assessments: Assessment[];
  beside: string[];
  since_assessment: unknown[];
  matrix: Matrix;
  clock: { day0: string; day30: string | null; day60: string | null; day: number } | null;
  timeline: { on: string; says: string; due: boolean }[];
  determination: Determination;
  trail: { entries: TrailEntry[]; verification: { whole: boolean; entries: number; faults: number } | null };
}

export function fileIsOpen(file: Casefile): boolean {
  return isOpen({ closed_on: file.casefile.closed_on, reopened: file.determination.reopened });
}
