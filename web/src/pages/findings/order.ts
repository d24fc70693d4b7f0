import type { CaseHead } from "../../api/casefile";
import type { ComponentName, Finding } from "../../api/types";
import { called, SEVERITIES, type Severity } from "../../words";

export function scoreOf(finding: Pick<Finding, "cvss">): number | null {
  return finding.cvss[0]?.score ?? null;
}

export function severityOf(finding: Pick<Finding, "cvss">): Severity {
  const word = finding.cvss[0]?.severity as Severity | undefined;
  return word && SEVERITIES.includes(word) ? word : "unscored";
}

// The product that a component is of, as an alias rule takes it: a package URL without version and qualifiers, or the
// part, vendor and product of a CPE name; empty where it has neither.
export function productName(component: Pick<ComponentName, "purl" | "cpe">): string {
  if (component.purl) return component.purl.replace(/[?#].*$/, "").replace(/@[^/@]*$/, "");
  return component.cpe ? component.cpe.split(":").slice(0, 5).join(":") : "";
}

export function worstFirst(findings: readonly Finding[]): Finding[] {
  const weight = (one: Finding) => (one.exploited_in.length ? 1000 : 0) + (scoreOf(one) ?? 0) * 10 + (one.epss ?? 0);
  return [...findings].sort((a, b) => weight(b) - weight(a) || a.vulnerability.localeCompare(b.vulnerability));
}

export type Grouping = "vulnerability" | "component" | "device" | "casefile";

export interface Group {
  key: string;
  rows: Finding[];
  severity: Severity;
  exploited_in: string[];
  epss: number | null;
  devices: number;
}

// Of a finding: the number of its casefile, which may have been opened under any name of the vulnerability; or nothing.
export type CaseOf = (finding: Finding) => number | undefined;

export function caseOf(cases: readonly CaseHead[]): CaseOf {
  const numbers = new Map(cases.map((head) => [`${head.device}\n${head.vulnerability.toUpperCase()}`, head.casefile]));
  return (one) => [one.vulnerability, ...one.aliases].map((name) => numbers.get(`${one.device}\n${name.toUpperCase()}`)).find((number) => number !== undefined);
}

export function groupKey(finding: Finding, by: Grouping, caseIs: CaseOf = () => undefined): string {
  if (by === "casefile") {
    const number = caseIs(finding);
    return number === undefined ? "in no casefile" : `casefile ${number}`;
  }
  if (by === "vulnerability") return finding.vulnerability;
  if (by === "component") return called(finding.component.name, finding.component.version);
  return `${finding.device} ${finding.release}`;
}

// Groups with what is worst in each, the worst group first.
export function groupBy(findings: readonly Finding[], by: Grouping, caseIs?: CaseOf): Group[] {
  const found = new Map<string, Finding[]>();
  for (const one of findings) {
    const key = groupKey(one, by, caseIs);
    const rows = found.get(key);
    if (rows) rows.push(one);
    else found.set(key, [one]);
  }
  const groups = [...found].map(([key, rows]) => {
    const worst = worstFirst(rows)[0];
    return {
      key,
      rows,
      severity: rows.reduce<Severity>((old, one) => (SEVERITIES.indexOf(severityOf(one)) < SEVERITIES.indexOf(old) ? severityOf(one) : old), "unscored"),
      exploited_in: [...new Set(rows.flatMap((one) => one.exploited_in))].sort(),
      epss: rows.reduce<number | null>((old, one) => (one.epss !== null && one.epss > (old ?? -1) ? one.epss : old), null),
      devices: new Set(rows.map((one) => one.device)).size,
      points: worst ? (worst.exploited_in.length ? 1000 : 0) + (scoreOf(worst) ?? 0) : 0,
    };
  });
  return groups.sort((a, b) => b.points - a.points || b.rows.length - a.rows.length || a.key.localeCompare(b.key));
}
