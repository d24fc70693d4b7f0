import { useEffect, useMemo, useState } from "preact/hooks";
import { query as ask } from "../../api/client";
import type { Finding } from "../../api/types";
import { problemFrom, usePages } from "../../api/use";
import { useKeys } from "../../keys";
import { Icon } from "../../parts/icon";
import { Empty, Failed, Loading, PageHead } from "../../parts/page";
import { Silence } from "../../parts/silence";
import { useToast } from "../../parts/toast";
import { VTable } from "../../parts/vtable";
import { May, useMay } from "../../parts/may";
import { whose } from "../../permitted";
import { go, setQuery, to } from "../../router";
import type { PageProps } from "../../routes";
import { number, plural } from "../../words";
import { COLUMNS } from "./columns";
import { DecideDialog, type Decision } from "./decide";
import { Filters, Views } from "./filters";
import { Groups } from "./groups";
import type { Grouping } from "./order";
import { TracePanel } from "./trace";
import { exportFindings } from "./export";
import { undo } from "./undo";

const ASKED = ["device", "release", "vulnerability", "component", "status", "severity", "kev"];
// Some columns make room for the panel.
const FEWER = COLUMNS.filter((column) => !["published", "tier", "epss", "state"].includes(column.key));
const GROUPED_MOST = 5000; // rows that are grouped in the page; more is a question of its own

export function Findings({ params, query }: PageProps) {
  const tell = useToast();
  const group = (query.get("group") ?? "") as Grouping | "";
  const asked = Object.fromEntries(ASKED.map((name) => [name, query.get(name)]));
  const sort = query.get("sort") ?? "worst";
  const pages = usePages<Finding>(ask("/findings", { ...asked, sort }), 1000);
  const [at, setAt] = useState(-1);
  const [picked, setPicked] = useState<ReadonlySet<Finding>>(new Set());
  const [deciding, setDeciding] = useState<{ findings: Finding[]; start: Decision } | null>(null);
  const [lastMade, setLastMade] = useState<number[]>([]);
  const [turn, again] = useState(0);
  const canDecide = useMay()("POST /statements");
  const opened = params.vulnerability ? { device: params.device ?? "", release: params.release ?? "", vulnerability: params.vulnerability } : null;
  // An address leads to its row, as far as the list has been read.
  const openedAt = opened ? pages.rows.findIndex((one) => one.device === opened.device && one.release === opened.release && one.vulnerability === opened.vulnerability) : -1;
  useEffect(() => {
    if (at < 0 && openedAt >= 0) setAt(openedAt);
  }, [openedAt]);
  const search = location.search;
  const [exporting, setExporting] = useState(false);
  const take = async () => {
    setExporting(true);
    await exportFindings(ask("/findings", asked)).catch((why: unknown) => tell(problemFrom(why).detail));
    setExporting(false);
  };

  const open = (one: Finding) => go(to("findings", one.device, one.release, one.vulnerability) + search);
  const close = () => go("/findings" + search);
  const turnPick = (one: Finding) => setPicked((old) => new Set(old.has(one) ? [...old].filter((other) => other !== one) : [...old, one]));
  const chosen = useMemo(() => (picked.size ? [...picked] : pages.rows[at] ? [pages.rows[at]] : []), [picked, at, pages.rows]);
  const decide = (status: string, justification = "") => {
    if (!canDecide) return tell(`Findings are decided by ${whose("POST /statements")}.`);
    if (chosen.length) setDeciding({ findings: chosen, start: { status, justification } });
  };
  const step = (by: number) => {
    const next = Math.max(0, Math.min(pages.count - 1, at + by));
    setAt(next);
    const row = pages.rows[next];
    if (opened && row) go(to("findings", row.device, row.release, row.vulnerability) + search, true);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    x: () => pages.rows[at] && turnPick(pages.rows[at]),
    e: () => pages.rows[at] && open(pages.rows[at]),
    Enter: () => pages.rows[at] && open(pages.rows[at]),
    Escape: () => (opened ? close() : setPicked(new Set())),
    a: () => decide("affected"),
    n: () => decide("not_affected"),
    f: () => decide("not_affected", "component_not_present"),
    u: () => void undo(lastMade, tell).then(() => (setLastMade([]), pages.reload(), again((n) => n + 1))),
  });

  if (group && !pages.whole && pages.rows.length < GROUPED_MOST) pages.want(pages.rows.length + 1000);
  return (
    <>
      <PageHead
        title={opened ? `${opened.vulnerability} in ${opened.device}` : "Findings"}
        sub="Every vulnerability that touches a component of a release, with the comparison that says so."
        actions={
          <>
            <button type="button" class="btn" disabled={exporting} onClick={() => void take()}>
              <Icon name="down" size={16} /> {exporting ? "Gathering" : "CSV"}
            </button>
            <a class="btn" href="/components">
              What no source can see
            </a>
          </>
        }
      />
      <div class={opened ? "grid main-side" : ""}>
        <div class="stack">
          <Views query={query} />
          <section class="card" aria-label="Findings">
            <div class="tools">
              <Filters query={query} />
              <span class="count" role="status">
                {pages.loading ? "" : pages.isKnown ? plural(pages.count, "finding") : `more than ${plural(pages.rows.length, "finding")}`}
              </span>
            </div>
            {pages.problem ? (
              <>
                <Failed problem={pages.problem} again={pages.reload} />
                {sort !== "place" && (
                  <p class="tools">
                    <button type="button" class="btn small" onClick={() => setQuery({ sort: "place" })}>
                      In the order of devices
                    </button>
                  </p>
                )}
              </>
            ) : pages.loading ? (
              <Loading what="Reading findings" />
            ) : pages.count === 0 ? (
              <NoFindings filtered={ASKED.some((name) => query.has(name))} />
            ) : group ? (
              <>
                <Groups rows={pages.rows} by={group} />
                {!pages.whole && <p class="quiet small tools">Grouped: the first {number(pages.rows.length)} of {number(pages.count)} findings. Filter to see the rest.</p>}
              </>
            ) : (
              <VTable
                caption="Findings"
                columns={opened ? FEWER : COLUMNS}
                least={opened ? "44rem" : "69rem"}
                rows={pages.rows}
                count={pages.count}
                want={pages.want}
                at={at}
                onAt={setAt}
                onOpen={open}
                picked={(one) => picked.has(one)}
                onPick={turnPick}
                sorted={sort}
                onSort={(word: string) => setQuery({ sort: sort === word ? null : word })}
              />
            )}
            {pages.warnings.length > 0 && (
              <details class="tools small">
                <summary>What this list cannot show: {pages.warnings[0]}</summary>
                <ul>
                  {pages.warnings.slice(1).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </details>
            )}
            {picked.size > 0 && (
              <div class="bulk" role="region" aria-label="With what is picked">
                <span class="strong">{plural(picked.size, "finding")} picked</span>
                <May act="POST /statements" says="Decide">
                  <button type="button" class="btn small" onClick={() => decide("affected")}>
                    Affected <kbd>a</kbd>
                  </button>
                  <button type="button" class="btn small" onClick={() => decide("not_affected")}>
                    Not affected <kbd>n</kbd>
                  </button>
                  <button type="button" class="btn small" onClick={() => decide("under_investigation")}>
                    Investigate
                  </button>
                </May>
                <button type="button" class="btn small plain" onClick={() => setPicked(new Set())}>
                  Pick none
                </button>
              </div>
            )}
          </section>
        </div>
        {opened && <TracePanel {...opened} turn={turn} onClose={close} onDecide={(findings) => setDeciding({ findings, start: { status: "", justification: "" } })} />}
      </div>
      {deciding && (
        <DecideDialog
          {...deciding}
          onClose={() => setDeciding(null)}
          onDone={(made) => {
            setDeciding(null);
            setLastMade(made);
            setPicked(new Set());
            pages.reload();
            again((n) => n + 1);
          }}
        />
      )}
    </>
  );
}

function NoFindings({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Empty title="No finding fits these filters">
      <p>Nothing listed is no proof of nothing there: components that no source can see have no findings.</p>
      <div class="row wrap">
        <a class="btn" href="/findings">
          All findings
        </a>
        <a class="btn" href="/components">
          What no source can see
        </a>
      </div>
    </Empty>
  ) : (
    <Empty title="No findings yet">
      <Silence />
      <p>A finding needs two things: the SBOM of a release, and vulnerability records. Matching runs by itself after each import.</p>
      <div class="row wrap">
        <a class="btn" href="/devices">
          Give a release its SBOM
        </a>
        <a class="btn" href="/sources?import=1">
          Import records
        </a>
      </div>
    </Empty>
  );
}
