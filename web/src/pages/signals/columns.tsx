import type { Signal } from "../../api/signal";
import { Chip, State } from "../../parts/chip";
import { DueChip } from "../../parts/time";
import type { VColumn } from "../../parts/vtable";
import { to } from "../../router";
import { says } from "../../words";

export const COLUMNS: VColumn<Signal>[] = [
  { key: "signal", head: "No.", width: "3.5rem", numeric: true, cell: (one) => one.signal },
  { key: "received", head: "Received", width: "5.5rem", cell: (one) => <span class="num">{one.received_on}</span> },
  { key: "kind", head: "Kind", width: "8.5rem", cell: (one) => says(one.kind) },
  { key: "what", head: "What", width: "minmax(16rem, 2fr)", cell: (one) => <What of={one} /> },
  { key: "about", head: "About", width: "minmax(9rem, 1fr)", cell: (one) => <About of={one} /> },
  { key: "state", head: "State", width: "11rem", cell: (one) => <Stands of={one} /> },
  { key: "acknowledge", head: "Acknowledge", width: "7.5rem", cell: (one) => <Acknowledge of={one} /> },
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
      <span class="quiet clip">{from}</span> {one.tlp && <Chip>TLP {one.tlp}</Chip>}
    </span>
  );
}

function About({ of: one }: { of: Signal }) {
  return (
    <span class="row vt-line">
      {one.vulnerability && (
        <a class="clip" href={to("vulnerabilities", one.vulnerability)}>
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
