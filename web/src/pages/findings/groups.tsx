import { useMemo } from "preact/hooks";
import type { CaseHead } from "../../api/casefile";
import type { Finding } from "../../api/types";
import { EVERY, useAll } from "../../api/use";
import { Kev, Severity } from "../../parts/chip";
import { Failed, Loading } from "../../parts/page";
import { Table } from "../../parts/table";
import { to, withQuery } from "../../router";
import { exactly, number, title } from "../../words";
import { Epss } from "./columns";
import { caseOf, groupBy, type Group, type Grouping } from "./order";

// Where a group leads: the same filters and the group as a further one.
function inside(group: Group, by: Grouping): string {
  const first = group.rows[0];
  if (by === "casefile") return group.key.startsWith("casefile ") ? to("casefiles", group.key.slice("casefile ".length)) : withQuery({ group: null });
  if (by === "vulnerability") return to("vulnerabilities", group.key);
  if (by === "component") return withQuery({ group: null, component: first ? exactly(first.component.name, first.component.version) : null });
  return withQuery({ group: null, device: first?.device ?? null, release: first?.release ?? null });
}

export function Groups({ rows, by }: { rows: Finding[]; by: Grouping }) {
  const cases = useAll<CaseHead>(by === "casefile" ? "/casefiles" : null, EVERY);
  const groups = useMemo(() => groupBy(rows, by, cases.data ? caseOf(cases.data.items) : undefined), [rows, by, cases.data]);
  if (by === "casefile" && cases.data === null) return cases.problem ? <Failed problem={cases.problem} again={cases.reload} /> : <Loading what="Reading casefiles" />;
  return (
    <Table
      caption={`Findings by ${by}`}
      rows={groups}
      rowKey={(group) => group.key}
      columns={[
        { head: "Worst", cell: (group) => <Severity severity={group.severity} /> },
        { head: by === "device" ? "Device and release" : title(by), cell: (group) => <a class="nowrap" href={inside(group, by)}>{group.key}</a> },
        { head: "KEV", cell: (group) => <Kev lists={group.exploited_in} /> },
        { head: "EPSS, highest", numeric: true, cell: (group) => <Epss value={group.epss} /> },
        { head: "Findings", numeric: true, cell: (group) => number(group.rows.length) },
        { head: "Devices", numeric: true, cell: (group) => number(group.devices) },
        { head: "What", text: true, cell: (group) => <span class="soft">{by === "vulnerability" ? group.rows[0]?.summary : [...new Set(group.rows.map((one) => one.vulnerability))].slice(0, 4).join(", ") + (group.rows.length > 4 ? " ..." : "")}</span> },
      ]}
    />
  );
}
