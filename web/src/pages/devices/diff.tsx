import { part } from "../../api/client";
import type { Release } from "../../api/types";
import { usePages } from "../../api/use";
import { Chip } from "../../parts/chip";
import { Card, Empty, Failed, Loading } from "../../parts/page";
import { Table } from "../../parts/table";
import { setQuery } from "../../router";
import { says } from "../../words";

interface Side {
  name: string;
  version: string | null;
  purl: string | null;
  cpe: string | null;
  supplier: string | null;
  support: string | null;
  end_of_support: string | null;
}

interface Line {
  kind: "added" | "removed" | "changed";
  name: string;
  before: string;
  after: string;
  note: string;
}

const TOLD = ["supplier", "support", "end_of_support"] as const;

// What two releases call the same: the package without its version, else the name.
function keyOf(one: Side): string {
  const purl = one.purl?.split(/[@?#]/)[0];
  return purl ?? one.name.toLowerCase();
}

function noteOf(from: Side, to: Side): string {
  return TOLD.filter((word) => from[word] !== to[word])
    .map((word) => `${says(word)}: ${from[word] ?? "not stated"} → ${to[word] ?? "not stated"}`)
    .join("; ");
}

export function linesOf(before: readonly Side[], after: readonly Side[]): Line[] {
  const old = new Map(before.map((one) => [keyOf(one), one]));
  const now = new Map(after.map((one) => [keyOf(one), one]));
  const lines: Line[] = [];
  for (const [key, to] of now) {
    const from = old.get(key);
    if (!from) lines.push({ kind: "added", name: to.name, before: "", after: to.version ?? "", note: to.purl ?? to.cpe ?? "" });
    else if (from.version !== to.version || noteOf(from, to)) lines.push({ kind: "changed", name: to.name, before: from.version ?? "", after: to.version ?? "", note: noteOf(from, to) });
  }
  for (const [key, from] of old) if (!now.has(key)) lines.push({ kind: "removed", name: from.name, before: from.version ?? "", after: "", note: from.purl ?? from.cpe ?? "" });
  return lines.sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name));
}

const TONES = { added: "good", removed: "bad", changed: "info" } as const;
const MARKS = { added: "plus", removed: "cross", changed: "pen" } as const;

export function SbomDiff({ device, version, releases, against }: { device: string; version: string; releases: Release[]; against: string }) {
  const others = releases.filter((one) => one.version !== version && one.sbom);
  const other = against || others[0]?.version || "";
  const path = (release: string) => (release ? `/devices/${part(device)}/releases/${part(release)}/sbom/components` : null);
  const before = usePages<Side>(path(other), 1000);
  const after = usePages<Side>(path(version), 1000);
  before.want(before.rows.length);
  after.want(after.rows.length);
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
      {before.problem ?? after.problem ? (
        <Failed problem={before.problem ?? after.problem ?? { status: 0, title: "", detail: "" }} />
      ) : !before.whole || !after.whole ? (
        <Loading what="Reading both SBOMs" />
      ) : (
          <Table
            caption="What is different"
            rows={linesOf(before.rows, after.rows)}
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
    </Card>
  );
}
