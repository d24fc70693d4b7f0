import type { Finding } from "../../api/types";
import { Kev, Severity, State, Tier } from "../../parts/chip";
import { TierLegend } from "../../parts/legend";
import type { VColumn } from "../../parts/vtable";
import { to } from "../../router";
import { severityOf } from "./order";

export const COLUMNS: VColumn<Finding>[] = [
  { key: "severity", head: "Severity", width: "7rem", sort: "severity", cell: (one) => <Severity severity={severityOf(one)} score={one.cvss[0]?.score} title={one.cvss[0] ? `${one.cvss[0].source}: ${one.cvss[0].vector}` : "no source scores it"} /> },
  { key: "vulnerability", head: "Vulnerability", width: "9.25rem", cell: (one) => <a href={to("findings", one.device, one.release, one.vulnerability) + location.search}>{one.vulnerability}</a> },
  { key: "kev", head: "KEV", width: "3.75rem", cell: (one) => <Kev lists={one.exploited_in} /> },
  { key: "epss", head: "EPSS", width: "3.5rem", numeric: true, sort: "epss", cell: (one) => <Epss value={one.epss} /> },
  { key: "component", head: "Component", width: "minmax(9rem, 1.2fr)", cell: (one) => <span title={one.component.purl ?? one.component.cpe ?? ""}>{one.component.name} <span class="quiet">{one.component.version}</span></span> },
  { key: "device", head: "Device", width: "minmax(8.5rem, 1fr)", cell: (one) => <>{one.device} <span class="quiet">{one.release}</span></> },
  { key: "tier", head: "Tier", legend: () => <TierLegend />, width: "2.75rem", cell: (one) => <Tier tier={one.tier} /> },
  { key: "state", head: "State", width: "10.75rem", cell: (one) => <State state={one.state} /> },
  { key: "published", head: "Published", width: "5.5rem", numeric: true, sort: "published", cell: (one) => one.published ?? "-" },
];

export function Epss({ value }: { value: number | null }) {
  if (value === null) return <span class="quiet">-</span>;
  return (
    <span class="num" title={`EPSS ${value}: the chance of exploitation within 30 days, as FIRST estimates it`}>
      {(value * 100).toFixed(value < 0.1 ? 1 : 0)} %
    </span>
  );
}
