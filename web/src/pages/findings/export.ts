// All findings that fit the filters, as a table for a spreadsheet: page after page, whatever the window shows.
import { get, query } from "../../api/client";
import type { Finding } from "../../api/types";
import { listOf, type List } from "../../api/use";
import { csv, save, type Cells } from "../../parts/chart";

const HEAD = ["device", "release", "component", "version", "vulnerability", "tier", "state", "severity", "score", "kev", "epss", "fixed in", "published", "why", "exploited in"];

export function cellsOf(findings: readonly Finding[]): Cells {
  return findings.map((one) => [
    one.device, one.release, one.component.name, one.component.version, one.vulnerability, one.tier, one.state, one.cvss[0]?.severity ?? null, one.cvss[0]?.score ?? null,
    one.kev ? "yes" : "no", one.epss, one.fixed_in.join(" "), one.published, one.trace.join("; "), one.exploited_in.join(" "),
  ]);
}

export async function exportFindings(path: string): Promise<void> {
  const cells: Cells = [HEAD];
  for (let cursor: string | null = null; ; ) {
    const { data }: { data: Finding[] | List<Finding> } = await get<Finding[] | List<Finding>>(query(path, { limit: 1000, cursor }));
    const page: List<Finding> = listOf(data);
    cells.push(...cellsOf(page.items));
    cursor = page.next ?? null;
    if (cursor === null) break;
  }
  save("findings.csv", "text/csv", csv(cells));
}
