import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { post, query as ask, type Problem } from "../api/client";
import type { CaseHead, Casefile } from "../api/casefile";
import type { Device } from "../api/types";
import { EVERY, problemFrom, useAll, useResource } from "../api/use";
import { Chip, State } from "../parts/chip";
import { Dialog } from "../parts/dialog";
import { SelectField, TextField } from "../parts/fields";
import { Icon } from "../parts/icon";
import { MiniClock } from "../parts/lanes";
import { Card, Empty, Failed, PageHead, Ready } from "../parts/page";
import { useRows } from "../parts/rows";
import { showRow, useSome } from "../parts/table";
import { DueChip } from "../parts/time";
import { May } from "../parts/may";
import { go, setQuery, to } from "../router";
import type { PageProps } from "../routes";
import { useToday } from "../session";
import { says } from "../words";

const AT_ONCE = 50; // each is read by itself, for its clocks

// The newest first.
export function Casefiles({ query }: PageProps) {
  const shown = query.get("show") ?? "open";
  const cases = useAll<CaseHead>(ask("/casefiles", { state: shown === "all" ? null : shown }), EVERY);
  const rows = useMemo(() => [...(cases.data?.items ?? [])].reverse(), [cases.data]);
  const { some, more } = useSome(rows, AT_ONCE);
  const box = useRef<HTMLDivElement>(null);
  const open = (one: CaseHead | undefined) => one && go(to("casefiles", one.casefile));
  const cursor = useRows(some, (one) => one.casefile, (one) => ({ e: () => open(one), Enter: () => open(one) }));
  useEffect(() => showRow(box.current), [cursor.at]);
  return (
    <>
      <PageHead
        title="Casefiles"
        sub="One vulnerability in one device, from signal to closure: its clocks, its evidence, what was decided, and why."
        actions={
          <May act="POST /casefiles" says="Open a casefile">
            <button type="button" class="btn main-act" onClick={() => setQuery({ new: "1" })}>
              <Icon name="plus" size={16} /> Open a casefile
            </button>
          </May>
        }
      />
      <div class="stack">
        <nav class="pills" aria-label="Which casefiles">
          {["open", "closed", "all"].map((word) => (
            <a key={word} href={`/casefiles?show=${word}`} aria-current={shown === word ? "page" : undefined}>
              {word === "open" ? "Open" : word === "closed" ? "Closed" : "All"}
            </a>
          ))}
        </nav>
        <Card flush>
          <Ready of={cases}>
            {() =>
              rows.length === 0 ? (
                <Empty title={shown === "closed" ? "No casefile has been closed" : "No casefile is open"}>
                  <p>A casefile is opened from a finding, from a signal, or here. Its 30 and 60 days count from the day the vulnerability was learned of.</p>
                </Empty>
              ) : (
                <>
                  <div class="table-wrap" ref={box} tabIndex={0} role="group" aria-label="Casefiles">
                    <table class="table">
                      <caption class="hidden-visually">Casefiles</caption>
                      <thead>
                        <tr>
                          {["No.", "Casefile", "Device", "Risk", "30 and 60 days", "Next", "806 report"].map((head) => (
                            <th key={head} scope="col">
                              {head}
                            </th>
                          ))}
                        </tr>
                      </thead>
                      <tbody>
                        {some.map((one) => (
                          <CaseRow key={one.casefile} head={one} on={one === cursor.row} />
                        ))}
                      </tbody>
                    </table>
                  </div>
                  {more}
                </>
              )
            }
          </Ready>
        </Card>
      </div>
      {query.has("new") && <May act="POST /casefiles"><OpenDialog query={query} onClose={() => setQuery({ new: null, device: null, vulnerability: null, release: null, signal: null })} /></May>}
    </>
  );
}

function CaseRow({ head, on }: { head: CaseHead; on: boolean }) {
  const today = useToday();
  const { data } = useResource<Casefile>(`/casefiles/${head.casefile}`);
  const next = (data?.determination.obligations ?? []).filter((one) => one.due && one.state !== "met").sort((a, b) => (a.due ?? "").localeCompare(b.due ?? ""))[0];
  return (
    <tr class={on ? "on" : ""}>
      <td class="num">{head.casefile}</td>
      <td class="text">
        <a href={to("casefiles", head.casefile)}>{head.title || head.vulnerability}</a>
        <br />
        <span class="quiet">{head.vulnerability}</span>
      </td>
      <td>
        <a href={to("devices", head.device)}>{head.device}</a>
      </td>
      <td>{data && <State state={data.determination.risk} />}</td>
      <td>
        {data?.clock ? (
          <>
            <MiniClock clock={data.clock} conditions={data.determination.conditions} />
            <span class="quiet tiny num">day {data.clock.day}</span>
          </>
        ) : (
          <span class="quiet">no clock runs</span>
        )}
      </td>
      <td>
        {head.reopened && (
          <p class="tiny">
            <Chip tone="bad">reopened</Chip> <span class="quiet">closed {head.closed_on}</span>
          </p>
        )}
        {head.closed_on && !head.reopened ? (
          <span class="quiet">closed {head.closed_on}</span>
        ) : next ? (
          <>
            <DueChip day={next.due} />
            <br />
            <span class="soft tiny">{says(next.kind)}</span>
          </>
        ) : (
          data && <span class="quiet">nothing with a day</span>
        )}
      </td>
      <td>{data && (data.determination.report_806_due && data.determination.report_806_due >= today ? <State state="required" /> : <State state={data.determination.report_806} />)}</td>
    </tr>
  );
}

function OpenDialog({ query, onClose }: { query: URLSearchParams; onClose: () => void }) {
  const today = useToday();
  const devices = useAll<Device>("/devices", EVERY);
  const [form, set] = useState({
    device: query.get("device") ?? "",
    vulnerability: query.get("vulnerability") ?? "",
    title: "",
    learned_on: today,
    release: query.get("release") ?? "",
    why: "",
  });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tried, setTried] = useState(false);
  const signal = query.get("signal");
  const change = (some: Partial<typeof form>) => set((old) => ({ ...old, ...some }));
  const open = async () => {
    setTried(true);
    if (!signal && (!form.device || !form.vulnerability)) return;
    const { learned_on, ...rest } = form;
    const given: Record<string, unknown> = Object.fromEntries(Object.entries(rest).filter(([, value]) => value));
    if (signal) given.signals = [Number(signal)];
    else given.facts = { learned_on };
    try {
      const { data } = await post<{ casefile: number }>("/casefiles", given);
      go(to("casefiles", data.casefile));
    } catch (why) {
      setProblem(problemFrom(why));
    }
  };
  return (
    <Dialog
      title={signal ? `Open a casefile from signal ${signal}` : "Open a casefile"}
      note="The clocks start with the day of learning. It is hard to move later: that takes a reason, and stays visible."
      onClose={onClose}
      onSubmit={() => void open()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Leave it
          </button>
          <button type="submit" class="btn main-act">
            Open it
          </button>
        </>
      }
    >
      <div class="form">
        <SelectField label="Device" required none="Choose a device" words={(devices.data?.items ?? []).map((one) => one.name)} says={(word) => word} value={form.device} wrong={tried && !form.device && !signal ? "Say which device." : undefined} onInput={(device) => change({ device })} />
        <div class="pair">
          <TextField label="Vulnerability" required value={form.vulnerability} placeholder="CVE-2026-1234, or a name of your own" wrong={tried && !form.vulnerability && !signal ? "Say which vulnerability." : undefined} onInput={(vulnerability) => change({ vulnerability })} />
          <TextField label="Release" value={form.release} hint="With it, its findings go into the file." onInput={(release) => change({ release })} />
        </div>
        <TextField label="Title" value={form.title} onInput={(words) => change({ title: words })} />
        {!signal && <TextField label="Learned of on" type="date" required value={form.learned_on} hint="Day 0: the earliest day on which anybody in the firm received it." onInput={(learned_on) => change({ learned_on })} />}
        {(form.why || problem?.field === "why") && <TextField label="Why the day is later" required value={form.why} hint="Kept in the trail." onInput={(why) => change({ why })} />}
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}
