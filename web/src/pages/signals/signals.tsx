// Every source in one queue, the newest first. Triage is a word and a reason; several at once where the reason is the same.
import { useState } from "preact/hooks";
import { query as ask } from "../../api/client";
import { KINDS, type Signal } from "../../api/signal";
import { usePages } from "../../api/use";
import { Icon } from "../../parts/icon";
import { Empty, Failed, Loading, PageHead } from "../../parts/page";
import { useRows } from "../../parts/rows";
import { VTable } from "../../parts/vtable";
import { go, setQuery, to, withQuery } from "../../router";
import type { PageProps } from "../../routes";
import { useToast } from "../../parts/toast";
import { May, useMay } from "../../parts/may";
import { whose } from "../../permitted";
import { plural, title } from "../../words";
import { COLUMNS } from "./columns";
import { FromFindings } from "./made";
import { NewSignal } from "./newsignal";
import { componentOf } from "./groups";
import { TriageDialog } from "./triagedialog";
import { takeBack } from "./undo";

const STATES = ["new", "accepted", "duplicate", "not_ours", "false"];

export function Signals({ query }: PageProps) {
  const state = query.get("state") ?? "";
  const signals = usePages<Signal>(ask("/signals", { state, kind: query.get("kind"), overdue: query.get("overdue"), sort: "newest" }));
  const tell = useToast();
  const canTriage = useMay()("POST /signals/{signal}/triage");
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const [triage, setTriage] = useState<{ signals: Signal[]; state: string } | null>(null);
  const turn = (one: Signal) => setPicked((old) => new Set(old.has(one.signal) ? [...old].filter((n) => n !== one.signal) : [...old, one.signal]));
  const chosen = (row: Signal | undefined) => (picked.size ? signals.rows.filter((one) => picked.has(one.signal)) : row ? [row] : []);
  const decide = (row: Signal | undefined, word: string) => {
    if (!canTriage) return tell(`Signals are triaged by ${whose("POST /signals/{signal}/triage")}.`);
    const those = chosen(row);
    if (those.length) setTriage({ signals: those, state: word });
  };
  const [before, setBefore] = useState<Signal[]>([]); // those that were decided last, as they were
  const undo = () => void takeBack(before, tell).then(() => (setBefore([]), signals.reload()));
  const alike = (row: Signal | undefined) => {
    const component = row ? componentOf(row) : "";
    if (!component) return tell("This signal names no component that others could be about.");
    setPicked(new Set(signals.rows.filter((one) => componentOf(one) === component && one.state === row?.state).map((one) => one.signal)));
  };
  const open = (one: Signal | undefined) => one && go(to("signals", one.signal));
  const rows = useRows(signals.rows, (one) => one.signal, (row) => ({
    x: () => row && turn(row),
    e: () => open(row),
    Enter: () => open(row),
    a: () => decide(row, "accepted"),
    d: () => decide(row, "duplicate"),
    n: () => decide(row, "not_ours"),
    f: () => decide(row, "false"),
    c: () => alike(row),
    u: undo,
    Escape: () => setPicked(new Set()),
  }));
  return (
    <>
      <PageHead
        title="Signals"
        sub="Whatever points to a vulnerability: complaints, researchers' reports, ISAO alerts, service records, matches of feeds. The earliest receipt is the day of learning."
        actions={
          <>
            <FromFindings onDone={signals.reload} />
            <a class="btn" href="/disclose" data-leave>
              Public form
            </a>
            <May act="POST /signals" says="Record a signal">
              <button type="button" class="btn main-act" onClick={() => setQuery({ new: "1" })}>
                <Icon name="plus" size={16} /> Record a signal
              </button>
            </May>
          </>
        }
      />
      <div class="stack">
        <nav class="pills" aria-label="Which signals">
          <a href={withQuery({ state: null })} aria-current={state === "" ? "page" : undefined}>
            All
          </a>
          {STATES.map((word) => (
            <a key={word} href={withQuery({ state: word })} aria-current={state === word ? "page" : undefined}>
              {title(word)}
            </a>
          ))}
        </nav>
        <section class="card" aria-label="Signals">
          <div class="tools">
            <select class="input small narrow" aria-label="Every kind" value={query.get("kind") ?? ""} onChange={(event) => setQuery({ kind: event.currentTarget.value })}>
              <option value="">Every kind</option>
              {KINDS.map((word) => (
                <option key={word} value={word}>
                  {title(word)}
                </option>
              ))}
            </select>
            <label class="row small">
              <input type="checkbox" checked={query.get("overdue") === "1"} onChange={(event) => setQuery({ overdue: event.currentTarget.checked ? "1" : null })} />
              Acknowledgement is late
            </label>
            <span class="count" role="status">
              {signals.loading ? "" : plural(signals.count, "signal")}
            </span>
          </div>
          {signals.problem ? (
            <Failed problem={signals.problem} again={signals.reload} />
          ) : signals.loading ? (
            <Loading what="Reading signals" />
          ) : signals.count === 0 ? (
            <Empty title={state === "new" ? "Everything is triaged" : "No signal here"}>
              <p>Signals come by the public form, from imports of feeds and advisories, and by hand. Each is kept, whether or not anything comes of it.</p>
            </Empty>
          ) : (
            <VTable
              caption="Signals"
              columns={COLUMNS}
              least="69rem"
              rows={signals.rows}
              count={signals.count}
              want={signals.want}
              at={rows.at}
              onAt={rows.setAt}
              onOpen={open}
              picked={(one) => picked.has(one.signal)}
              onPick={turn}
            />
          )}
          {picked.size > 0 && (
            <div class="bulk" role="region" aria-label="With what is picked">
              <span class="strong">{plural(picked.size, "signal")} picked</span>
              <May act="POST /signals/{signal}/triage" says="Triage">
                {["accepted", "duplicate", "not_ours", "false"].map((word) => (
                  <button key={word} type="button" class="btn small" onClick={() => decide(undefined, word)}>
                    {title(word)}
                  </button>
                ))}
              </May>
              <button type="button" class="btn small plain" onClick={() => alike(signals.rows.find((one) => picked.has(one.signal)))}>
                All of its component
              </button>
              <button type="button" class="btn small plain" onClick={() => setPicked(new Set())}>
                Pick none
              </button>
            </div>
          )}
        </section>
        <p class="quiet tiny">
          <kbd>j</kbd> <kbd>k</kbd> move, <kbd>x</kbd> pick, <kbd>e</kbd> open, <kbd>a</kbd> accepted, <kbd>d</kbd> duplicate, <kbd>n</kbd> not ours, <kbd>f</kbd> false, <kbd>c</kbd> pick all about the same component, <kbd>u</kbd> take back
        </p>
      </div>
      {query.has("new") && <May act="POST /signals"><NewSignal vulnerability={query.get("vulnerability") ?? ""} onClose={() => setQuery({ new: null, vulnerability: null })} onDone={signals.reload} /></May>}
      {triage && (
        <TriageDialog
          {...triage}
          onClose={() => setTriage(null)}
          onDone={() => {
            setBefore(triage.signals);
            setTriage(null);
            setPicked(new Set());
            signals.reload();
          }}
        />
      )}
    </>
  );
}
