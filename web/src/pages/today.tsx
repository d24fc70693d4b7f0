import { type CaseHead, isOpen } from "../api/casefile";
import type { Signal } from "../api/signal";
import type { Due, Feed, Finding } from "../api/types";
import { EVERY, useAll } from "../api/use";
import { useFresh } from "../api/fresh";
import { daysBetween } from "../dates";
import { Icon } from "../parts/icon";
import { Card, Empty, PageHead, Ready } from "../parts/page";
import { DueChip } from "../parts/time";
import { TourOffer } from "../parts/tour";
import { to } from "../router";
import type { PageProps } from "../routes";
import { useMemo } from "preact/hooks";
import { useWho } from "../session";
import { counted, plural, says } from "../words";
import { CaseClocks } from "./today/cases";
import { Changed } from "./today/drift";
import { FeedStrip, useIsOld } from "./today/feeds";
import { Decisions, Owed } from "./today/owed";
import { useWaiting, Waits } from "./today/waits";
import { Kev, Severity } from "../parts/chip";
import { May } from "../parts/may";

const MOST = 1000; // of each list that is counted here

export function Today(_: PageProps) {
  const { today, session } = useWho();
  const isOld = useIsOld();
  const due = useAll<Due>("/due", MOST);
  const undated = useAll<Due>("/due?undated=yes", MOST);
  const signals = useAll<Signal>("/signals?state=new", MOST);
  const cases = useAll<CaseHead>("/casefiles", MOST);
  const feeds = useAll<Feed>("/feeds", EVERY);
  const kev = useAll<Finding>("/findings?kev=1&status=affected&sort=worst", 200);
  useFresh(() => [due, undated, signals, cases, feeds, kev].forEach((one) => one.reload()), today);

  const roles = session?.roles ?? [];
  const owed = due.data?.items ?? [];
  const all = useMemo(() => (due.data && undated.data ? [...due.data.items, ...undated.data.items] : null), [due.data, undated.data]);
  const waiting = useWaiting(session?.user ?? "", roles, all);
  const signs = ["security", "regulatory", "reviewer", "designated_person"].some((role) => roles.includes(role));
  const isSecurity = roles.includes("security");
  const overdue = owed.filter((one) => one.due !== null && one.due < today);
  const week = owed.filter((one) => one.due !== null && one.due >= today && daysBetween(today, one.due) <= 7);
  const fresh = signals.data?.items ?? [];
  const open = cases.data?.items.filter(isOpen) ?? [];
  const old = feeds.data?.items.filter((one) => isOld(one)) ?? [];
  const inbox = (
    <Card title="New signals" flush actions={<a href="/signals">Inbox</a>}>
      <Ready of={signals}>
        {() =>
          fresh.length === 0 ? (
            <Empty title="Nothing waits for triage">
              <p>Complaints, researchers' reports, ISAO alerts and matches of feeds arrive here.</p>
            </Empty>
          ) : (
            <ul>
              {fresh.slice(0, 9).map((one) => (
                <li key={one.signal}>
                  <a class="record" href={to("signals", one.signal)}>
                    <span class="row spread">
                      <span class="chip">{says(one.kind)}</span>
                      {one.acknowledge_by && !one.acknowledged_on && <DueChip day={one.acknowledge_by} />}
                    </span>
                    <span class="soft">{one.summary}</span>
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Ready>
    </Card>
  );
  return (
    <>
      <PageHead title={`Today, ${new Date(today + "T12:00:00Z").toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })}`} sub={greeting(session?.full_name, overdue.length, week.length)} />
      <div class="stack loose">
        <TourOffer />
        <div class="grid tiles">
          <Tile href="/due" says="Overdue" count={counted(due.data, overdue.length)} tone={overdue.length ? "bad" : ""} note={overdue.length ? `the oldest by ${plural(Math.max(...overdue.map((one) => -daysBetween(today, one.due ?? today))), "day")}` : "nothing is late"} />
          <Tile href="/due?within=7d" says="Due within 7 days" count={week.length} tone={week.length ? "warn" : ""} note={week[0] ? says(week[0].kind) : "nothing this week"} />
          <Tile href="/signals?state=new" says="New signals" count={counted(signals.data)} note={fresh.length ? "to triage" : "the inbox is empty"} />
          <Tile href="/findings?kev=1&status=affected" says="Known exploited, affecting us" count={counted(kev.data)} tone={kev.data?.items.length ? "bad" : ""} note="findings on CISA's or the European list" />
          <Tile href="/sources" says="Sources with old data" count={old.length} tone={old.length ? "warn" : ""} note={`of ${feeds.data?.items.length ?? 0}`} />
        </div>
        <div class="grid main-side">
          <div class="stack loose">
            {signs && <Waits of={waiting} />}
            {roles.includes("regulatory") && all && <Decisions dues={all} />}
            {isSecurity && inbox}
            <Card title="What is owed" note="Over all casefiles and signals, the soonest first" flush actions={<a href="/due">Calendar</a>}>
              <Ready of={due}>{(data) => (data.items.length === 0 ? <NothingOwed cases={open.length} /> : <ul>{data.items.slice(0, 9).map((one) => <Owed key={`${one.kind} ${one.casefile ?? ""} ${one.signal ?? ""} ${one.due ?? ""}`} one={one} />)}</ul>)}</Ready>
            </Card>
            <Card title="Open casefiles" note="Where each stands on its 30 and 60 days" flush actions={<a href="/casefiles">All casefiles</a>}>
              <Ready of={cases}>{() => <CaseClocks cases={open} />}</Ready>
            </Card>
          </div>
          <div class="stack loose">
            {!isSecurity && inbox}
            <Changed />
            <Card title="Known to be exploited" note="In our releases, affected, the worst first" flush actions={<a href="/findings?kev=1">All</a>}>
              <Ready of={kev}>
                {(data) => (
                  <ul>
                    {data.items
                      .slice(0, 6)
                      .map((one) => (
                        <li key={one.vulnerability + one.device + one.component.name}>
                          <a class="record" href={to("findings", one.device, one.release, one.vulnerability)}>
                            <span class="row spread">
                              <span class="name">{one.vulnerability}</span>
                              <span class="row">
                                <Kev lists={one.exploited_in} />
                                <Severity severity={one.cvss[0]?.severity} score={one.cvss[0]?.score} />
                              </span>
                            </span>
                            <span class="soft small">
                              {one.component.name} {one.component.version} in {one.device} {one.release}
                            </span>
                          </a>
                        </li>
                      ))}
                  </ul>
                )}
              </Ready>
            </Card>
          </div>
        </div>
        <Card title="Sources" note="How fresh each one is; what was published after its newest record is not seen" actions={<a href="/sources">Sources</a>}>
          <Ready of={feeds}>{(data) => <FeedStrip feeds={data.items} />}</Ready>
        </Card>
      </div>
    </>
  );
}

function greeting(name: string | undefined, overdue: number, week: number): string {
  const who = name ? `${name}: ` : "";
  if (overdue) return `${who}${plural(overdue, "obligation")} overdue, ${week} due within the week.`;
  return week ? `${who}nothing is overdue; ${plural(week, "obligation")} within the week.` : `${who}nothing is overdue, and nothing is due within the week.`;
}

function Tile({ href, says: what, count, note, tone = "" }: { href: string; says: string; count: string | number; note: string; tone?: string }) {
  return (
    <a class={`card tile ${tone}`} href={href}>
      <span>{what}</span>
      <b>{count}</b>
      <small>{note}</small>
    </a>
  );
}

function NothingOwed({ cases }: { cases: number }) {
  return (
    <Empty title="Nothing is owed">
      <p>
        {cases === 0 ? "No casefile is open. A casefile starts its clocks on the day a vulnerability was learned of." : `${plural(cases, "casefile")} open, and nothing with a day is left to do.`}
      </p>
      <May act="POST /casefiles">
        <a class="btn" href="/casefiles?new=1">
          <Icon name="plus" size={16} /> Open a casefile
        </a>
      </May>
    </Empty>
  );
}
