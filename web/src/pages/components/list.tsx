// Components and who could see them: of one release, or of all.
import type { CoverageComponent } from "../../api/types";
import { State } from "../../parts/chip";
import { Empty } from "../../parts/page";
import { useRows } from "../../parts/rows";
import { VTable, type VColumn } from "../../parts/vtable";
import { go, to } from "../../router";
import { exactly } from "../../words";

const hrefOf = (one: CoverageComponent) => to("components", exactly(one.name, one.version));

const COLUMNS: VColumn<CoverageComponent>[] = [
  { key: "name", head: "Component", width: "minmax(10rem, 1.2fr)", cell: (one) => <a href={hrefOf(one)}>{one.name}</a> },
  { key: "version", head: "Version", width: "9rem", cell: (one) => <span class="num">{one.version}</span> },
  { key: "state", head: "Seen", width: "11rem", cell: (one) => <State state={one.state} /> },
  { key: "by", head: "By", width: "minmax(6rem, 0.6fr)", cell: (one) => <span class="soft">{[...new Set(one.seen_by.map((by) => by.source))].join(", ") || "-"}</span> },
  { key: "identity", head: "Identity", width: "minmax(14rem, 2fr)", cell: (one) => <code class="tiny" title={one.purl ?? one.cpe ?? ""}>{one.purl ?? one.cpe ?? "none"}</code> },
  { key: "why", head: "Why not", width: "minmax(12rem, 1.4fr)", cell: (one) => <span class="quiet" title={one.why ?? ""}>{one.why ?? ""}</span> },
];

export function ComponentTable({ rows }: { rows: CoverageComponent[] }) {
  const open = (one: CoverageComponent | undefined) => one && go(hrefOf(one));
  const cursor = useRows(rows, (one) => `${one.name} ${one.version} ${one.purl} ${one.cpe}`, (row) => ({ e: () => open(row), Enter: () => open(row) }));
  if (rows.length === 0)
    return (
      <Empty title="No SBOM yet">
        <p>Give the release its SBOM on the page of the device: without one it has no findings, for that reason alone.</p>
      </Empty>
    );
  return <VTable caption="Components" columns={COLUMNS} least="70rem" rows={rows} count={rows.length} at={cursor.at} onAt={cursor.setAt} onOpen={open} />;
}
