// Every source in one queue. Triage is a word and a reason; several at once where the reason is the same.
import { useState } from "preact/hooks";
import type { Signal } from "../../api/signal";
import { useList } from "../../api/use";
import { Chip, State } from "../../parts/chip";
import { Icon } from "../../parts/icon";
import { Card, Empty, PageHead, Ready } from "../../parts/page";
import { useRows } from "../../parts/rows";
import { DueChip } from "../../parts/time";
import { go, setQuery, to } from "../../router";
import type { PageProps } from "../../routes";
import { plural, says, title } from "../../words";
import { FromFindings } from "./made";
import { NewSignal } from "./newsignal";
import { TriageDialog } from "./triagedialog";

const STATES = ["new", "accepted", "duplicate", "not_ours", "false"];

export function Signals({ query }: PageProps) {
  const signals = useList<Signal>("/signals?limit=500");
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const [triage, setTriage] = useState<{ signals: Signal[]; state: string } | null>(null);
  const state = query.get("state") ?? "";
  const kind = query.get("kind") ?? "";
  const all = signals.data?.items ?? [];
  const shown = all.filter((one) => (!state || one.state === state) && (!kind || one.kind === kind)).sort((a, b) => b.received_at.localeCompare(a.received_at));
  const turn = (one: Signal) => setPicked((old) => new Set(old.has(one.signal) ? [...old].filter((n) => n !== one.signal) : [...old, one.signal]));
  const chosen = (row: Signal | undefined) => (picked.size ? all.filter((one) => picked.has(one.signal)) : row ? [row] : []);
  const ask = (row: Signal | undefined, word: string) => {
    const those = chosen(row);
    if (those.length) setTriage({ signals: those, state: word });
  };
  const rows = useRows(shown, (one) => one.signal, (row) => ({
    x: () => row && turn(row),
    e: () => row && go(to("signals", row.signal)),
    Enter: () => row && go(to("signals", row.signal)),
    a: () => ask(row, "accepted"),
    d: () => ask(row, "duplicate"),
    n: () => ask(row, "not_ours"),
    f: () => ask(row, "false"),
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
            <button type="button" class="btn main-act" onClick={() => setQuery({ new: "1" })}>
              <Icon name="plus" size={16} /> Record a signal
            </button>
          </>
        }
      />
      <div class="stack">
        <nav class="pills" aria-label="Which signals">
          <a href="/signals" aria-current={state === "" ? "page" : undefined}>
            All {all.length}
          </a>
          {STATES.map((word) => (
            <a key={word} href={`/signals?state=${word}`} aria-current={state === word ? "page" : undefined}>
              {title(word)} {all.filter((one) => one.state === word).length}
            </a>
          ))}
        </nav>
        <Card flush>
          <Ready of={signals}>
            {() =>
              shown.length === 0 ? (
                <Empty title={state === "new" ? "Everything is triaged" : "No signal here"}>
                  <p>Signals come by the public form, from imports of feeds and advisories, and by hand. Each is kept, whether or not anything comes of it.</p>
                </Empty>
              ) : (
                <div class="table-wrap" tabIndex={0} role="group" aria-label="Signals">
                  <table class="table">
                    <caption class="hidden-visually">Signals</caption>
                    <thead>
                      <tr>
                        <th scope="col">
                          <span class="hidden-visually">Picked</span>
                        </th>
                        {["No.", "Received", "Kind", "What", "About", "State", "Acknowledge"].map((head) => (
                          <th key={head} scope="col">
                            {head}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {shown.map((one, i) => (
                        <tr key={one.signal} class={i === rows.at || picked.has(one.signal) ? "on" : ""} onClick={() => rows.setAt(i)}>
                          <td>
                            <input type="checkbox" aria-label={`Pick signal ${one.signal}`} checked={picked.has(one.signal)} onChange={() => turn(one)} />
                          </td>
                          <td class="num">{one.signal}</td>
                          <td class="num nowrap">{one.received_on}</td>
                          <td class="nowrap">{says(one.kind)}</td>
                          <td class="text">
                            <a href={to("signals", one.signal)}>{one.summary}</a>
                            <br />
                            <span class="quiet">
                              {one.source}
                              {one.reference && ` · ${one.reference}`} {one.tlp && <Chip>TLP {one.tlp}</Chip>} {one.under_embargo && <Chip tone="warn" icon="lock">embargo</Chip>}
                            </span>
                          </td>
                          <td>
                            {one.vulnerability && <a href={to("vulnerabilities", one.vulnerability)}>{one.vulnerability}</a>} <span class="soft">{one.devices.join(", ")}</span>
                          </td>
                          <td>
                            <State state={one.state} />
                            {one.casefiles.map((number) => (
                              <a key={number} class="tiny nowrap" href={to("casefiles", number)}>
                                {" "}
                                casefile {number}
                              </a>
                            ))}
                          </td>
                          <td>{one.acknowledged_on ? <span class="quiet nowrap">done {one.acknowledged_on}</span> : one.acknowledge_by ? <DueChip day={one.acknowledge_by} /> : <span class="quiet">nobody to</span>}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              )
            }
          </Ready>
          {picked.size > 0 && (
            <div class="bulk" role="region" aria-label="With what is picked">
              <span class="strong">{plural(picked.size, "signal")} picked</span>
              {["accepted", "duplicate", "not_ours", "false"].map((word) => (
                <button key={word} type="button" class="btn small" onClick={() => ask(undefined, word)}>
                  {title(word)}
                </button>
              ))}
              <button type="button" class="btn small plain" onClick={() => setPicked(new Set())}>
                Pick none
              </button>
            </div>
          )}
        </Card>
        <p class="quiet tiny">
          <kbd>j</kbd> <kbd>k</kbd> move, <kbd>x</kbd> pick, <kbd>e</kbd> open, <kbd>a</kbd> accepted, <kbd>d</kbd> duplicate, <kbd>n</kbd> not ours, <kbd>f</kbd> false
        </p>
      </div>
      {query.has("new") && <NewSignal vulnerability={query.get("vulnerability") ?? ""} onClose={() => setQuery({ new: null, vulnerability: null })} onDone={signals.reload} />}
      {triage && (
        <TriageDialog
          {...triage}
          onClose={() => setTriage(null)}
          onDone={() => {
            setTriage(null);
            setPicked(new Set());
            signals.reload();
          }}
        />
      )}
    </>
  );
}
