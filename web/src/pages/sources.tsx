// Sources: how fresh, how many, when they came; and the import of files, with no network.
import { useEffect, useState } from "preact/hooks";
import { post, query as ask, type Problem } from "../api/client";
import type { Feed } from "../api/types";
import { EVERY, problemFrom, useAll } from "../api/use";
import { daysBetween } from "../dates";
import { Chip } from "../parts/chip";
import { Drop } from "../parts/drop";
import { Card, Empty, Failed, Notice, PageHead, Ready } from "../parts/page";
import { useJob } from "../parts/job";
import { Table } from "../parts/table";
import { Instant } from "../parts/time";
import { May } from "../parts/may";
import type { PageProps } from "../routes";
import { useToday, useWho } from "../session";
import { number, plural } from "../words";
import { useIsOld } from "./today/feeds";
import { RefusedNames } from "./names";
import { Aliases } from "./sources/aliases";
import { Off, Turn } from "./sources/off";
import { Imports } from "./sources/imports";
import { Providers } from "./sources/providers";
import { Vex } from "./sources/vex";

export function Sources({ query }: PageProps) {
  const { session } = useWho();
  const isOld = useIsOld();
  const feeds = useAll<Feed>("/feeds", EVERY);
  useEffect(() => {
    if (query.has("import")) document.getElementById("import")?.scrollIntoView({ block: "center" });
  }, [feeds.loading]);
  const old = (feeds.data?.items ?? []).filter((one) => isOld(one));
  return (
    <>
      <PageHead
        title="Sources"
        sub="Where vulnerability records come from, and how fresh they are. What was published after a source's newest record is not seen."
        actions={
          <a class="btn" href="/components?state=not_served">
            What no source serves
          </a>
        }
      />
      <div class="stack loose">
        <Off feeds={feeds.data?.items ?? []} />
        {old.length > 0 && (
          <Notice tone="warn">
            <p class="strong">{plural(old.length, "source")} with old data</p>
            <p>Their newest record is {plural(session?.stale_after_days ?? 0, "day")} old or more: {old.map((one) => one.source).join(", ")}. Fetch or import newer records below.</p>
          </Notice>
        )}
        <Card title="Freshness" flush>
          <Ready of={feeds}>
            {(data) =>
              data.items.length === 0 ? (
                <Empty title="Nothing has been imported">
                  <p>NVD, the CVE list, OSV, CISA KEV, EPSS and CSAF are read from files, folders and archives. No network is needed.</p>
                </Empty>
              ) : (
                <Table
                  caption="Sources"
                  rows={data.items}
                  rowKey={(one) => one.source}
                  columns={[
                    { head: "Source", cell: (one) => <span class="strong">{one.source}</span> },
                    { head: "Records", numeric: true, cell: (one) => number(one.records) },
                    { head: "Newest record", cell: (one) => (one.newest ? <Instant at={one.newest} plain /> : <span class="quiet">its records carry no date</span>) },
                    { head: "Age", cell: (one) => <Age feed={one} isOld={isOld(one)} /> },
                    { head: "Imported", cell: (one) => <Instant at={one.imported} /> },
                    { head: "", spoken: "Turn off or on", cell: (one) => <Turn feed={one} onDone={feeds.reload} /> },
                  ]}
                />
              )
            }
          </Ready>
        </Card>
        <Providers onFetched={feeds.reload} />
        <Imports />
        <Vex />
        <div class="grid two">
          <Import onDone={feeds.reload} />
          <Aliases key={query.get("same")} same={query.get("same")} />
        </div>
        <RefusedNames />
      </div>
    </>
  );
}

function Age({ feed, isOld }: { feed: Feed; isOld: boolean }) {
  const today = useToday();
  if (feed.off)
    return (
      <Chip tone="high" icon="warn" title={feed.off.why}>
        turned off
      </Chip>
    );
  if (!feed.newest) return <Chip icon="help">not known</Chip>;
  const days = daysBetween(feed.newest.slice(0, 10), today);
  return isOld ? (
    <Chip tone="high" icon="warn">
      {plural(days, "day")} old
    </Chip>
  ) : (
    <Chip tone="good" icon="check">
      fresh
    </Chip>
  );
}

function Import({ onDone }: { onDone: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const job = useJob(onDone, "records", "feed.import");
  const take = async (file: File) => {
    setProblem(null);
    try {
      const { data } = await post<{ job?: number | string; says?: string }>(ask("/feeds/import", { file: file.name }), file);
      if (data.job !== undefined) job.follow(data.job);
      else onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Card title="Import records" note="One import is one transaction: all of it, or nothing" id="import">
      <div class="stack">
        <May act="POST /feeds/import" says="Import records">
          <Drop says="Drop a file of records here" hint="JSON, CSV, .gz, .zst, .zip, .tar.zst: what it is, is told from its content" onFile={(file) => void take(file)} />
        </May>
        {job.view}
        {problem && <Failed problem={problem} />}
      </div>
    </Card>
  );
}
