// Who is asked for records over the network, how that goes, and asking now.
import { useEffect, useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import type { Provider, Providers as All } from "../../api/types";
import { problemFrom, useResource } from "../../api/use";
import { Chip } from "../../parts/chip";
import { Card, Empty, Failed, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { Instant } from "../../parts/time";
import { May } from "../../parts/may";
import { plural } from "../../words";

const LOOK_AGAIN_MS = 1500;

export function Providers({ onFetched }: { onFetched: () => void }) {
  const all = useResource<All>("/feeds/providers");
  const [began, begin] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const now = all.data?.now ?? null;

  useEffect(() => {
    if (!now) {
      if (began && !all.loading) {
        begin(false);
        onFetched();
      }
      return;
    }
    begin(true);
    const again = setTimeout(all.reload, LOOK_AGAIN_MS);
    return () => clearTimeout(again);
  }, [all.data]);

  const fetchNow = async () => {
    setProblem(null);
    try {
      await post("/feeds/sync", {});
      begin(true);
      all.reload();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Card
      title="Providers"
      note={all.data && how(all.data)}
      flush
      actions={
        all.data &&
        all.data.fetches !== "never" && (
          <May act="POST /feeds/sync" says="Fetch now">
            <button type="button" class="btn" disabled={now !== null} onClick={() => void fetchNow()}>
              {now ? "Fetching" : "Fetch now"}
            </button>
          </May>
        )
      }
    >
      <div role="status" class={now ? "record soft" : ""}>
        {now && (now.provider ? `${now.provider}: ${plural(now.documents, "document")}, now ${now.url}` : "It begins.")}
      </div>
      {problem && <Failed problem={problem} />}
      <Ready of={all}>{(data) => (data.fetches === "never" ? <Never /> : <Rows rows={data.items} />)}</Ready>
    </Card>
  );
}

function how(all: All): string {
  if (all.fetches === "never") return "This server reaches out to nobody";
  return all.every_hours === null ? "Asked when somebody says so" : `Each is asked every ${plural(all.every_hours, "hour")}, one that fails every hour`;
}

function Never() {
  return (
    <Empty title="Nothing is fetched over the network">
      <p>
        Records come from files, below. Whoever starts this server can have it ask the NVD, the CVE list, OSV, CISA and EPSS for what is new, by the clock.
      </p>
    </Empty>
  );
}

function Rows({ rows }: { rows: Provider[] }) {
  return (
    <Table
      caption="Providers"
      rows={rows}
      rowKey={(one) => one.provider}
      columns={[
        { head: "Provider", cell: (one) => <span class="strong">{one.provider}</span> },
        { head: "Address", text: true, cell: (one) => <span class="soft">{one.url}</span> },
        { head: "Asked", cell: (one) => (one.asked ? <Instant at={one.asked} /> : <span class="quiet">not yet</span>) },
        { head: "Without failure", cell: (one) => (one.done ? <Instant at={one.done} /> : <span class="quiet">not yet</span>) },
        { head: "How it goes", text: true, cell: (one) => <Goes one={one} /> },
      ]}
    />
  );
}

function Goes({ one }: { one: Provider }) {
  if (one.failure)
    return (
      <>
        <Chip tone="bad" icon="warn">
          fails
        </Chip>{" "}
        since {one.failing_since && <Instant at={one.failing_since} />}: {one.failure}
      </>
    );
  if (!one.asked) return <Chip icon="clock">not asked yet</Chip>;
  return (
    <Chip tone="good" icon="check">
      well
    </Chip>
  );
}
