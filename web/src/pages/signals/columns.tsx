import type { Signal } from "../../api/signal";
import { Chip, State } from "../../parts/chip";
import { DueChip } from "../../parts/time";
import type { VColumn } from "../../parts/vtable";
import { to } from "../../router";
import { says } from "../../words";

export const COLUMNS: VColumn<Signal>[] = [
  { key: "signal", head: "No.", width: "2.5rem", numeric: true, cell: (one) => one.signal },
  { key: "received", head: "Received", width: "5.25rem", cell: (one) => <span class="num">{one.received_on}</span> },
  { key: "kind", head: "Kind", width: "7.75rem", cell: (one) => says(one.kind) },
  { key: "what", head: "What", width: "minmax(13rem, 3fr)", cell: (one) => <What of={one} /> },
  { key: "tlp", head: "TLP", width: "4rem", cell: (one) => (one.tlp ? <Chip>{one.tlp}</Chip> : <span class="quiet">-</span>) },
  { key: "about", head: "About", width: "minmax(8.5rem, 1.2fr)", cell: (one) => <About of={one} /> },
  { key: "state", head: "State", width: "10rem", cell: (one) => <Stands of={one} /> },
  { key: "acknowledge", head: "Acknowledge", width: "7.25rem", cell: (one) => <Acknowledge of={one} /> },
];

function What({ of: one }: { of: Signal }) {
  const from = [one.source, one.reference].filter(Boolean).join(" · ");
  return (
    <span class="row vt-line">
      {one.under_embargo && (
        <Chip tone="warn" icon="lock">
          embargo
        </Chip>
      )}
      <a class="clip" href={to("signals", one.signal)} title={one.summary}>
        {one.summary}
      </a>
      <span class="quiet clip least">{from}</span>
    </span>
  );
}

function About({ of: one }: { of: Signal }) {
  return (
    <span class="row vt-line">
      {one.vulnerability && (
        <a href={to("vulnerabilities", one.vulnerability)}>
          {one.vulnerability}
        </a>
      )}
      <span class="soft clip">{one.devices.join(", ")}</span>
    </span>
  );
}

function Stands({ of: one }: { of: Signal }) {
  return (
    <span class="row vt-line">
      <State state={one.state} />
      {one.casefiles.map((number) => (
        <a key={number} class="small" href={to("casefiles", number)}>
          casefile {number}
        </a>
      ))}
    </span>
  );
}

function Acknowledge({ of: one }: { of: Signal }) {
  if (one.acknowledged_on) return <span class="quiet">done {one.acknowledged_on}</span>;
  return one.acknowledge_by ? <DueChip day={one.acknowledge_by} /> : <span class="quiet">nobody to</span>;
}
