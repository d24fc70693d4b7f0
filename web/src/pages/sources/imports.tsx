// What the last imports passed over: a bad record is told of, never dropped in silence.
import type { Coverage } from "../../api/types";
import { useResource } from "../../api/use";
import { Chip } from "../../parts/chip";
import { Card, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { Instant } from "../../parts/time";
import { number } from "../../words";

export function Imports() {
  const coverage = useResource<Coverage>("/coverage");
  return (
    <Card title="Last imports" note="By kind of feed; a bad record is passed over and counted, the rest is taken" flush>
      <Ready of={coverage}>
        {(data) =>
          data.imports.length === 0 ? (
            <p class="record soft">Nothing has been imported yet.</p>
          ) : (
            <Table
              caption="Last imports"
              rows={data.imports}
              rowKey={(one) => one.feed}
              columns={[
                { head: "Kind", cell: (one) => <span class="strong">{one.feed}</span> },
                { head: "When", cell: (one) => <Instant at={one.imported} /> },
                { head: "Passed over", numeric: true, cell: (one) => (one.skipped ? <Chip tone="warn" icon="warn">{number(one.skipped)}</Chip> : "0") },
                { head: "Why, the last of them", text: true, cell: (one) => (one.last_reasons.length ? <ul>{one.last_reasons.map((line) => <li key={line}>{line}</li>)}</ul> : <span class="quiet">-</span>) },
              ]}
            />
          )
        }
      </Ready>
    </Card>
  );
}
