// What is owed, to whom, by when: a list, a month, and a link for calendars.
import { API } from "../api/client";
import type { Due as Owed } from "../api/types";
import { EVERY, useAll } from "../api/use";
import { addDays, monthName, monthOf, nextMonth, weeksOf } from "../dates";
import { csv, save } from "../parts/chart";
import { State } from "../parts/chip";
import { Icon } from "../parts/icon";
import { Card, Empty, PageHead, Ready } from "../parts/page";
import { KeyTable, Table } from "../parts/table";
import { DueChip, dueTone } from "../parts/time";
import { go, to, withQuery } from "../router";
import type { PageProps } from "../routes";
import { useToday } from "../session";
import { says, title } from "../words";

function hrefOf(one: Owed): string {
  return one.casefile ? to("casefiles", one.casefile) : to("signals", one.signal ?? 0);
}

const HEADS = ["due", "state", "kind", "to", "casefile", "signal", "vulnerability", "device", "cites"];
const WITHIN: [string, string][] = [
  ["", "All"],
  ["7d", "7 days"],
  ["30d", "30 days"],
  ["60d", "60 days"],
];

export function Due({ query }: PageProps) {
  const today = useToday();
  const due = useAll<Owed>("/due", EVERY);
  const within = query.get("within") ?? "";
  const until = within ? addDays(today, Number.parseInt(within, 10)) : "9999-12-31";
  const day = query.get("day");
  const shown = (due.data?.items ?? []).filter((one) => (day ? one.due === day : (one.due ?? "9999") <= until));
  return (
    <>
      <PageHead
        title="Due"
        sub="Over all casefiles and signals, in calendar days of the firm's time zone."
        actions={
          <>
            <a class="btn" href={`${API}/due?format=ics`} download="aftercare-due.ics">
              <Icon name="due" size={16} /> Calendar file (ICS)
            </a>
            <button type="button" class="btn" onClick={() => save("due.csv", "text/csv", csv([HEADS, ...shown.map((one) => [one.due, one.state, one.kind, one.to, one.casefile ?? null, one.signal ?? null, one.vulnerability, one.device, one.cites])]))}>
              <Icon name="down" size={16} /> CSV
            </button>
          </>
        }
      />
      <div class="stack loose">
        <Ready of={due}>{(data) => <Calendar owed={data.items} month={query.get("month") ?? monthOf(today)} today={today} />}</Ready>
        <Card
          title="As a list"
          flush
          actions={
            <nav class="pills" aria-label="How far ahead">
              {day && (
                <a href={withQuery({ day: null })} aria-current="page">
                  {day} ×
                </a>
              )}
              {WITHIN.map(([word, words]) => (
                <a key={word} href={withQuery({ within: word, day: null })} aria-current={!day && within === word ? "page" : undefined}>
                  {words}
                </a>
              ))}
            </nav>
          }
        >
          <Ready of={due}>{(data) => <Lapses owed={data.items} />}</Ready>
          <Ready of={due}>
            {() =>
              shown.length === 0 ? (
                <Empty title="Nothing is owed in this time">
                  <p>Obligations come of casefiles and signals by the rules; they appear here on the day they begin.</p>
                </Empty>
              ) : (
                <KeyTable
                  caption="What is owed"
                  rows={shown}
                  rowKey={(one) => `${one.kind} ${one.to} ${one.casefile ?? ""} ${one.signal ?? ""} ${one.due ?? ""} ${one.says ?? ""}`}
                  onOpen={(one) => go(hrefOf(one))}
                  columns={[
                    { head: "Due", cell: (one) => <span class="num nowrap">{one.due ?? "no day"}</span> },
                    { head: "", cell: (one) => <DueChip day={one.due} /> },
                    {
                      head: "What",
                      cell: (one) => (
                        <>
                          <a href={hrefOf(one)}>{title(one.kind)}</a>
                          {one.says && <><br /><small class="soft">{one.says}</small></>}
                        </>
                      ),
                    },
                    { head: "To", cell: (one) => says(one.to) },
                    { head: "State", cell: (one) => <State state={one.state} /> },
                    { head: "From", cell: (one) => <span class="nowrap">{one.casefile ? `casefile ${one.casefile}` : `signal ${one.signal}`}</span> },
                    { head: "Vulnerability", cell: (one) => (one.vulnerability ? <a href={to("vulnerabilities", one.vulnerability)}>{one.vulnerability}</a> : <span class="quiet">-</span>) },
                    { head: "Device", cell: (one) => one.device },
                    { head: "Clause", cell: (one) => <span class="cite">{one.cites}</span> },
                  ]}
                />
              )
            }
          </Ready>
        </Card>
        <Undated />
        <Kept />
      </div>
    </>
  );
}

// The day on which an 806 report is due should a condition fail, of each casefile whose discretion is provisional.
function Lapses({ owed }: { owed: Owed[] }) {
  const days = new Map(owed.filter((one) => one.casefile && one.report_806_due_if_lapsed).map((one) => [one.casefile ?? 0, one.report_806_due_if_lapsed ?? ""]));
  if (days.size === 0) return null;
  return (
    <ul class="pad small soft">
      {[...days].map(([casefile, day]) => (
        <li key={casefile}>
          <a href={to("casefiles", casefile)}>Casefile {casefile}</a>: if a condition fails, the 806 report is due by <span class="num nowrap">{day}</span>
        </li>
      ))}
    </ul>
  );
}

// In no calendar either: a record of 806.20, an evaluation, an update out of cycle.
function Undated() {
  const undated = useAll<Owed>("/due?undated=yes", EVERY);
  return (
    <Card title="Owed without a day" note="As soon as possible, or before the casefile is closed" flush>
      <Ready of={undated}>
        {(data) =>
          data.items.length === 0 ? (
            <Empty title="Nothing is owed without a day" />
          ) : (
            <Table
              caption="What is owed without a day"
              rows={data.items}
              rowKey={(one, i) => `${one.kind} ${i}`}
              columns={[
                { head: "What", cell: (one) => <a href={hrefOf(one)}>{title(one.kind)}</a> },
                { head: "To", cell: (one) => says(one.to) },
                { head: "From", cell: (one) => <span class="nowrap">{one.casefile ? `casefile ${one.casefile}` : `signal ${one.signal}`}</span> },
                { head: "Vulnerability", cell: (one) => one.vulnerability },
                { head: "Device", cell: (one) => one.device },
                { head: "Clause", cell: (one) => <span class="cite">{one.cites}</span> },
              ]}
            />
          )
        }
      </Ready>
    </Card>
  );
}

// Never due, so in no calendar: records with the last day of their retention, the soonest first.
function Kept() {
  const kept = useAll<Owed>("/due?kept=yes", EVERY);
  return (
    <Card title="To be kept" note="Records and files with the last day of their retention, the soonest first; of closed casefiles too" flush>
      <Ready of={kept}>
        {(data) =>
          data.items.length === 0 ? (
            <Empty title="Nothing is to be kept" />
          ) : (
            <Table
              caption="What is to be kept"
              rows={data.items}
              rowKey={(one, i) => `${one.kind} ${i}`}
              columns={[
                { head: "Until", cell: (one) => <span class="num nowrap">{one.until ?? "not known"}</span> },
                { head: "What", cell: (one) => <a href={hrefOf(one)}>{title(one.kind)}</a> },
                { head: "From", cell: (one) => <span class="nowrap">casefile {one.casefile}</span> },
                { head: "Vulnerability", cell: (one) => one.vulnerability },
                { head: "Device", cell: (one) => one.device },
                { head: "How long", cell: (one) => one.says },
                { head: "Clause", cell: (one) => <span class="cite">{one.cites}</span> },
              ]}
            />
          )
        }
      </Ready>
    </Card>
  );
}

const IN_CELL = 4;

// Some of a day; the list below has all of it.
function OfDay({ owed, day, today }: { owed: Owed[]; day: string; today: string }) {
  const some = owed.length > IN_CELL ? owed.slice(0, IN_CELL - 1) : owed;
  return (
    <>
      {some.map((one, i) => (
        <a key={i} class={`chip ${dueTone(one.due, today) || "info"}`} href={hrefOf(one)} title={`${title(one.kind)}: ${one.vulnerability || one.device}`}>
          {title(one.kind)}
        </a>
      ))}
      {some.length < owed.length && (
        <a class="tiny" href={withQuery({ day, within: null })}>
          {`${owed.length - some.length} more`}
        </a>
      )}
    </>
  );
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function Calendar({ owed, month, today }: { owed: Owed[]; month: string; today: string }) {
  return (
    <Card
      title={monthName(month)}
      flush
      actions={
        <>
          <a class="btn small" href={withQuery({ month: nextMonth(month, -1) })} aria-label="The month before">
            ←
          </a>
          <a class="btn small" href={withQuery({ month: null })}>
            Today
          </a>
          <a class="btn small" href={withQuery({ month: nextMonth(month, 1) })} aria-label="The month after">
            →
          </a>
        </>
      }
    >
      <table class="calendar">
        <caption class="hidden-visually">{`What is due in ${monthName(month)}`}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} class={`${monthOf(day) === month ? "" : "other"} ${day === today ? "today" : ""}`}>
                  <time dateTime={day} class="num">
                    {Number(day.slice(8))}
                  </time>
                  <OfDay owed={owed.filter((one) => one.due === day)} day={day} today={today} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
