import { part, query as ask } from "../../api/client";
import { EVERY, useAll } from "../../api/use";
import { Card, Empty, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { number } from "../../words";

interface Lot {
  number: number;
  lot: string;
  release: string;
  serial_from?: string | null;
  serial_to?: string | null;
  manufactured_on?: string | null;
  expires_on?: string | null;
  quantity?: number | null;
}

export function Lots({ device, version }: { device: string; version: string }) {
  const lots = useAll<Lot>(ask(`/devices/${part(device)}/lots`, { release: version }), EVERY);
  return (
    <Card flush title="Lots" note="Which units went out with this release">
      <Ready of={lots}>
        {(data) => {
          const rows = data.items.filter((one) => one.release === version);
          return rows.length === 0 ? (
            <Empty title="No lot is stated">
              <p>A lot says which units run this release, by their serial numbers.</p>
            </Empty>
          ) : (
            <Table
              caption="Lots"
              rows={rows}
              rowKey={(one) => one.number}
              columns={[
                { head: "Lot", cell: (one) => <code>{one.lot}</code> },
                { head: "Serial numbers", cell: (one) => <span class="num">{one.serial_from ? `${one.serial_from} to ${one.serial_to}` : "-"}</span> },
                { head: "Made", cell: (one) => one.manufactured_on ?? "-" },
                { head: "Expires", cell: (one) => one.expires_on ?? "-" },
                { head: "Units", numeric: true, cell: (one) => number(one.quantity) },
              ]}
            />
          );
        }}
      </Ready>
    </Card>
  );
}
