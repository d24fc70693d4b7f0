// Which reports are owed, and of which casefile: what is due says it, with a day or without one.
import type { Due } from "../../api/types";

const OF_KIND: Record<string, string[]> = {
  "806": ["report_806"],
  "806-amendment": ["amend_806"],
  "806.20": ["record_806_20"],
  notice: ["communicate"],
  recipients: ["communicate"],
  isao: ["share_isao"],
  mdr: ["mdr_5_day", "mdr_30_day", "mdr_summary", "supplement_mdr"],
  periodic: ["periodic_report"],
};

// Reports that the rules ask for; of the others nobody can say that they are not required.
export function isAsked(kind: string): boolean {
  return kind in OF_KIND;
}

// The most urgent first; what has no day comes last.
export function owedOf(kind: string, due: Due[]): Due[] {
  const kinds = OF_KIND[kind] ?? [];
  return due.filter((one) => one.casefile !== undefined && kinds.includes(one.kind)).sort((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999"));
}
