// A signal and its entries, as /api/v1/signals has them.
import type { Facts } from "./types";

// What somebody hands in; what the program makes of findings is a kind of its own.
export const KINDS_IN = ["complaint", "researcher_report", "isao_alert", "service_record", "supplier_advisory", "returned_unit", "other"];
export const KINDS = ["feed_match", ...KINDS_IN];

export interface Signal {
  signal: number;
  kind: string;
  state: string;
  received: string;
  received_at: string;
  received_on: string;
  received_by: string;
  source: string;
  summary: string;
  reference: string;
  tlp: string | null;
  vulnerability: string | null;
  devices: string[];
  casefiles: number[];
  triaged_on: string | null;
  reason: string;
  duplicate_of: number | null;
  acknowledge_by: string | null;
  acknowledged_on: string | null;
  overdue: boolean;
  embargo_until: string | null;
  under_embargo: boolean;
  mdr_rationale?: { entry: number; waits: string | null; signatures: { name: string; full_name: string; meaning: string; at: string; holds: boolean }[] } | null;
  entries?: SignalEntry[];
}

export interface SignalEntry {
  entry: number;
  kind: string;
  at: string;
  who: string;
  personal: boolean;
  content: Facts;
}
