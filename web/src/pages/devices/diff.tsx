import { part, query as ask } from "../../api/client";
import type { Release } from "../../api/types";
import { useResource } from "../../api/use";
import { Chip } from "../../parts/chip";
import { Card, Empty, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { setQuery } from "../../router";
import { says } from "../../words";

interface Side {
  name: string;
  version: string;
  supplier: string | null;
  support: string | null;
  end_of_support: string | null;
  identity: string | null;
}

export interface Diff {
  added: Side[];
  removed: Side[];
  changed: { what: string[]; from: Side; to: Side }[];
}

interface Line {
  kind: "added" | "removed" | "changed";
  name: string;
  before: string;
  after: string;
  note: string;
}

function noteOf(what: string[], from: Side, to: Side): string {
  return what
    .filter((word) => word !== "version")
    .map((word) => `${says(word)}: ${from[word as keyof Side] ?? "not stated"} → ${to[word as keyof Side] ?? "not stated"}`)
    .join("; ");
}

export function linesOf(diff: Diff): Line[] {
  return [
    ...diff.changed.map((one): Line => ({ kind: "changed", name: one.to.name, before: one.from.version, after: one.to.version, note: noteOf(one.what, one.from, one.to) })),
    ...diff.added.map((one): Line => ({ kind: "added", name: one.name, before: "", after: one.version, note: one.identity ?? "" })),
    ...diff.removed.map((one): Line => ({ kind: "removed", name: one.name, before: one.version, after: "", note: one.identity ?? "" })),
  ];
}

const TONES = { added: "good", removed: "bad", changed: "info" } as const;
const MARKS = { added: "plus", removed: "cross", changed: "pen" } as const;

export function SbomDiff({ device, version, releases, against }: { device: string; version: string; releases: Release[]; against: string }) {
  const others = releases.filter((one) => one.version !== version && one.sbom);
  const other = against || others[0]?.version || "";
  const diff = useResource<Diff>(other ? ask(`/devices/${part(device)}/releases/${part(version)}/sbom/diff`, { against: other }) : null);
  if (others.length === 0)
    return (
      <Card>
        <Empty title="There is no other release with an SBOM">
          <p>When the device has two, what was added, removed and changed between them stands here.</p>
        </Empty>
      </Card>
    );
  return (
    <Card
      title={`From ${other} to ${version}`}
      flush
      actions={
        <select class="input small narrow" aria-label="Compared with" value={other} onChange={(event) => setQuery({ against: event.currentTarget.value })}>
          {others.map((one) => (
            <option key={one.version} value={one.version}>
              {one.version}
            </option>
          ))}
        </select>
      }
    >
      <Ready of={diff}>
        {(data) => (
          <Table
            caption="What is different"
            rows={linesOf(data)}
            rowKey={(one, i) => `${one.name} ${i}`}
            columns={[
              { head: "", spoken: "What", cell: (one) => <Chip tone={TONES[one.kind]} icon={MARKS[one.kind]}>{one.kind}</Chip> },
              { head: "Component", text: true, cell: (one) => one.name },
              { head: "Before", cell: (one) => <span class="num">{one.before || "-"}</span> },
              { head: "Now", cell: (one) => <span class="num">{one.after || "-"}</span> },
              { head: "More", text: true, cell: (one) => <span class="quiet">{one.note}</span> },
            ]}
          />
        )}
      </Ready>
    </Card>
  );
}
