// The audit trail: every change, who and why, sealed; filtered, verified, handed over.
import { useEffect, useState } from "preact/hooks";
import { get, query as ask, type Problem } from "../api/client";
import type { TrailEntry } from "../api/casefile";
import { problemFrom, useList, usePages } from "../api/use";
import { instantText } from "../dates";
import { Icon } from "../parts/icon";
import { Empty, Failed, Loading, Notice, PageHead } from "../parts/page";
import { useRows } from "../parts/rows";
import { VTable, type VColumn } from "../parts/vtable";
import { setQuery } from "../router";
import type { PageProps } from "../routes";
import { number, plural } from "../words";
import { Entry } from "./trail/entry";

const COLUMNS: VColumn<TrailEntry>[] = [
  { key: "number", head: "No.", width: "4.5rem", numeric: true, cell: (one) => number(one.number) },
  { key: "at", head: "When", width: "10rem", cell: (one) => <time dateTime={one.at} title={one.at}>{instantText(one.at)}</time> },
  { key: "who", head: "Who", width: "8rem", cell: (one) => one.who },
  { key: "what", head: "What", width: "12rem", cell: (one) => <code>{one.what}</code> },
  { key: "object", head: "About", width: "minmax(9rem, 1fr)", cell: (one) => one.object },
  { key: "why", head: "Why", width: "minmax(12rem, 2fr)", cell: (one) => one.why || <span class="quiet">-</span> },
  { key: "digest", head: "Seal", width: "7rem", cell: (one) => <code class="quiet">{one.digest.slice(0, 10)}</code> },
];
const FILTERS: [string, string][] = [
  ["who", "Who"],
  ["what", "What, as casefile.assessment"],
  ["object", "About, as casefile 3"],
];

interface Verified {
  whole: boolean;
  entries: number;
  fault_count: number;
  faults: string[];
  records: number;
  signatures: number;
  attachments: number;
}

export function Trail({ query }: PageProps) {
  const asked = Object.fromEntries(["who", "what", "object", "from", "to"].map((name) => [name, query.get(name)]));
  const pages = usePages<TrailEntry>(ask("/trail", asked), 500);
  const open = (one: TrailEntry | undefined) => one && setQuery({ entry: String(one.number) });
  const cursor = useRows(pages.rows, (one) => one.number, (row) => ({ e: () => open(row), Enter: () => open(row), Escape: () => setQuery({ entry: null }) }));
  const [verified, setVerified] = useState<Verified | "busy" | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const verify = async () => {
    setVerified("busy");
    setProblem(null);
    try {
      setVerified((await get<Verified>("/trail/verify")).data);
    } catch (refused) {
      setVerified(null);
      setProblem(problemFrom(refused));
    }
  };
  useEffect(() => {
    if (query.has("verify")) void verify();
  }, []);
  const asks = query.get("entry");
  const near = pages.rows.find((one) => String(one.number) === asks);
  // Its address leads to an entry that stands far behind too: a page begins behind a number, the newest first.
  const far = useList<TrailEntry>(asks !== null && /^\d+$/.test(asks) && !near && !pages.loading ? ask("/trail", { limit: 1, cursor: Number(asks) + 1 }) : null);
  const opened = near ?? far.data?.items.find((one) => String(one.number) === asks);
  return (
    <>
      <PageHead
        title="Audit trail"
        sub="Every change leaves an entry: who, when, what stood before and what stands now, and why. Each seals the one before (21 CFR 11.10(e))."
        actions={
          <>
            <button type="button" class="btn main-act" disabled={verified === "busy"} onClick={() => void verify()}>
              <Icon name="check" size={16} /> {verified === "busy" ? "Verifying" : "Verify"}
            </button>
          </>
        }
      />
      <div class="stack">
        {problem && <Failed problem={problem} />}
        {verified && verified !== "busy" && (
          <Notice tone={verified.whole ? "good" : "bad"}>
            <p class="strong">{verified.whole ? "The audit trail is whole" : "The audit trail is not whole"}</p>
            <p>
              {verified.whole
                ? `${plural(verified.entries, "entry", "entries")}, ${plural(verified.records, "record")}, ${plural(verified.signatures, "signature")}, ${plural(verified.attachments, "attachment")}: everything in the store is as the entries tell.`
                : `${plural(verified.fault_count, "fault")} in ${plural(verified.entries, "entry", "entries")}.`}
            </p>
            <ul>
              {verified.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </Notice>
        )}
        <div class={opened ? "grid main-side" : ""}>
          <section class="card" aria-label="Entries">
            <form
              class="tools"
              onSubmit={(event) => {
                event.preventDefault();
                const given = new FormData(event.currentTarget);
                setQuery(Object.fromEntries([...given].map(([name, value]) => [name, String(value)])));
              }}
            >
              {FILTERS.map(([name, words]) => (
                <input key={name} class="input small narrow" name={name} aria-label={words} placeholder={words} defaultValue={query.get(name) ?? ""} />
              ))}
              <input class="input small narrow" type="date" name="from" aria-label="From" defaultValue={query.get("from") ?? ""} />
              <button type="submit" class="btn small">
                Filter
              </button>
              <span class="count">{pages.loading ? "" : pages.isKnown ? plural(pages.count, "entry", "entries") : `the newest ${number(pages.rows.length)} entries`}</span>
            </form>
            {pages.problem ? (
              <Failed problem={pages.problem} again={pages.reload} />
            ) : pages.loading ? (
              <Loading what="Reading the trail" />
            ) : pages.count === 0 ? (
              <Empty title="No entry fits">
                <p>Words are those of the trail: casefile.assessment, finding.set, sign.approval, refused.</p>
              </Empty>
            ) : (
              <VTable caption="Entries of the audit trail" columns={COLUMNS} least="60rem" rows={pages.rows} count={pages.count} want={pages.want} at={cursor.at} onAt={cursor.setAt} onOpen={open} />
            )}
          </section>
          {opened && <Entry entry={opened} onClose={() => setQuery({ entry: null })} />}
        </div>
      </div>
    </>
  );
}
