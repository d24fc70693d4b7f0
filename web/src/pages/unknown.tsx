// A vulnerability that no source here knows: how old they are, and what one can do.
import { part } from "../api/client";
import type { Feed } from "../api/types";
import { EVERY, useAll } from "../api/use";
import { Chip } from "../parts/chip";
import { Card, Empty, PageHead, Ready } from "../parts/page";
import { Table } from "../parts/table";
import { Instant } from "../parts/time";
import { May } from "../parts/may";
import { number } from "../words";
import { useIsOld } from "./today/feeds";

export function UnknownVulnerability({ id }: { id: string }) {
  const isOld = useIsOld();
  const feeds = useAll<Feed>("/feeds", EVERY);
  return (
    <>
      <PageHead title={id} crumbs={[{ href: "/findings", says: "Findings" }]} sub="No source here knows it." />
      <div class="stack loose">
        <Card>
          <Empty title="Not in any record that was imported">
            <p>That says nothing of your devices: it may be newer than the records below, be known by another name, or not be published yet.</p>
            <div class="row wrap">
              <May act="POST /feeds/import">
                <a class="btn main-act" href="/sources?import=1">
                  Import newer records
                </a>
              </May>
              <May act="POST /signals">
                <a class="btn" href={`/signals?new=1&vulnerability=${part(id)}`}>
                  Record a signal of it
                </a>
              </May>
              <May act="POST /casefiles">
                <a class="btn" href={`/casefiles?new=1&vulnerability=${part(id)}`}>
                  Open a casefile all the same
                </a>
              </May>
            </div>
          </Empty>
        </Card>
        <Card title="As of when" note="What was published after a source's newest record is not seen" flush>
          <Ready of={feeds}>
            {(data) =>
              data.items.length === 0 ? (
                <Empty title="Nothing has been imported">
                  <p>Without records no vulnerability is known. Files are enough; no network is needed.</p>
                </Empty>
              ) : (
                <Table
                  caption="Sources"
                  rows={data.items}
                  rowKey={(one) => one.source}
                  columns={[
                    { head: "Source", cell: (one) => <span class="strong">{one.source}</span> },
                    { head: "Records", numeric: true, cell: (one) => number(one.records) },
                    { head: "Newest record", cell: (one) => (one.newest ? <Instant at={one.newest} /> : <span class="quiet">its records carry no date</span>) },
                    { head: "Last import", cell: (one) => <Instant at={one.imported} /> },
                    { head: "", spoken: "Age", cell: (one) => (one.off ? <Chip tone="high" icon="warn">turned off</Chip> : isOld(one) && <Chip tone="warn" icon="clock">old</Chip>) },
                  ]}
                />
              )
            }
          </Ready>
        </Card>
      </div>
    </>
  );
}
