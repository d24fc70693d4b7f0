import { query as ask } from "../api/client";
import { EVERY, useAll } from "../api/use";
import { Chip } from "../parts/chip";
import { Card, Empty, Notice, PageHead, Ready } from "../parts/page";
import { Table } from "../parts/table";
import type { PageProps } from "../routes";
import { number, plural, says } from "../words";

interface Consignee {
  account: string;
  name: string;
  role: string;
  contact: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
  domestic: boolean;
  units: number;
  shipments: { shipment: string; device: string; release: string; lot: string; quantity: number }[];
}

export function Consignees({ query }: PageProps) {
  const device = query.get("device");
  const found = useAll<Consignee>(ask("/consignees", { device }), EVERY);
  return (
    <>
      <PageHead title="Consignees" crumbs={[{ href: "/devices", says: "Devices" }]} sub="Who received which units: whom a communication must reach." />
      <div class="stack">
        <Notice icon="lock">
          <p>Names, addresses and telephone numbers are personal data: shown here, and in no report but those that ask for them.</p>
        </Notice>
        <Card flush>
          <Ready of={found}>
            {(data) => {
              const rows = data.items.filter((one) => !device || one.shipments.some((shipment) => shipment.device === device));
              return rows.length === 0 ? (
                <Empty title="No consignee is known">
                  <p>A list of shipments says who received how many of which release, lot and serial number.</p>
                </Empty>
              ) : (
                <>
                  <p class="tools small soft">{data.whole ? "" : "of the first "}{plural(rows.length, "consignee")}, {plural(rows.reduce((sum, one) => sum + one.units, 0), "unit")}</p>
                  <Table
                    caption="Consignees"
                    rows={rows}
                    rowKey={(one) => one.account}
                    columns={[
                      { head: "Account", cell: (one) => <code>{one.account}</code> },
                      { head: "Name", text: true, cell: (one) => <span class="strong">{one.name}</span> },
                      { head: "Role", cell: (one) => says(one.role) },
                      { head: "Place", cell: (one) => [one.city, one.region, one.country].filter(Boolean).join(", ") },
                      { head: "", cell: (one) => (one.domestic ? "" : <Chip>foreign</Chip>) },
                      { head: "Devices", cell: (one) => [...new Set(one.shipments.map((shipment) => `${shipment.device} ${shipment.release}`))].join(", ") },
                      { head: "Units", numeric: true, cell: (one) => number(one.units) },
                    ]}
                  />
                </>
              );
            }}
          </Ready>
        </Card>
      </div>
    </>
  );
}
