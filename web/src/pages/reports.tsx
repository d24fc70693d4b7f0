// Drafts of everything that is handed over, made of what stands now: looked at here, taken along as PDF.
import { useState } from "preact/hooks";
import { API, part, query as ask } from "../api/client";
import type { CaseHead, Casefile } from "../api/casefile";
import type { Device, Due } from "../api/types";
import { EVERY, useAll, useResource } from "../api/use";
import { Chip } from "../parts/chip";
import { Icon, type IconName } from "../parts/icon";
import { Nowhere } from "../parts/nowhere";
import { Card, Empty, Loading, Notice, PageHead, Ready } from "../parts/page";
import { DueChip } from "../parts/time";
import { May } from "../parts/may";
import { setQuery, to, withQuery } from "../router";
import type { PageProps } from "../routes";
import { useToday } from "../session";
import { title } from "../words";
import { standing } from "./casefile/steps";
import { Inspection } from "./reports/inspection";
import { IssueReport } from "./reports/issue";
import { DocumentView, type ReportDocument } from "./reports/document";
import { isAsked, owedOf } from "./reports/owed";

interface Kind {
  id: string;
  says: string;
  what: string;
  of: "casefile" | "device" | "period" | "casefiles";
  icon: IconName;
}

export const KINDS: Kind[] = [
  { id: "casefile", says: "Casefile", what: "Everything in it, what the rules say of it, and its audit trail.", of: "casefile", icon: "casefiles" },
  { id: "806", says: "806 report", what: "Correction or removal, 21 CFR 806.10, item by item.", of: "casefile", icon: "reports" },
  { id: "806-amendment", says: "806 amendment", what: "What is new, item 2, and the items that say something else than what was issued last.", of: "casefile", icon: "pen" },
  { id: "806.20", says: "806.20 record", what: "A correction or removal that is not reported, with its justification.", of: "casefile", icon: "lock" },
  { id: "notice", says: "Customer communication", what: "To customers and users, its four required contents checked.", of: "casefile", icon: "message" },
  { id: "recipients", says: "Recipients", what: "Whom the communication must reach, from where units went.", of: "casefile", icon: "devices" },
  { id: "isao", says: "ISAO", what: "What an ISAO is told of the vulnerability, and the communications.", of: "casefile", icon: "signals" },
  { id: "mdr", says: "Device report facts", what: "By the blocks of Form FDA 3500A.", of: "casefile", icon: "warn" },
  { id: "periodic", says: "Periodic report", what: "The cybersecurity section, 21 CFR 814.84.", of: "device", icon: "due" },
  { id: "inspection", says: "Inspection package", what: "Complete copies of casefiles with their trail, which anybody can verify.", of: "casefiles", icon: "lock" },
  { id: "metrics", says: "Measures", what: "Of the programme over a period.", of: "period", icon: "metrics" },
];

// Those that get a number or are signed: their file is kept with the casefile.
const ISSUED = ["806", "806-amendment", "806.20", "mdr"];

export function Reports({ params, query }: PageProps) {
  const today = useToday();
  const [issuing, setIssuing] = useState(false);
  const cases = useAll<CaseHead>("/casefiles", EVERY);
  const devices = useAll<Device>("/devices", EVERY);
  const dated = useAll<Due>("/due", EVERY);
  const undated = useAll<Due>("/due?undated=yes", EVERY);
  const due = dated.data && undated.data ? [...dated.data.items, ...undated.data.items] : null;
  const kind = KINDS.find((one) => one.id === params.kind);
  const owed = kind && due ? owedOf(kind.id, due) : [];
  // The one that is owed first, unless another is asked for; not before it is known which that is.
  const casefile = query.get("casefile") ?? (due || dated.problem || undated.problem ? String(owed[0]?.casefile ?? cases.data?.items[0]?.casefile ?? "") : "");
  const device = query.get("device") ?? owed[0]?.device ?? devices.data?.items[0]?.name ?? "";
  const asked = owed.find((one) => (kind?.of === "device" ? one.device === device : String(one.casefile) === casefile));
  const [from, until] = [query.get("from") ?? `${today.slice(0, 4)}-01-01`, query.get("to") ?? today];
  const isMdr = kind?.id === "mdr";
  const file = useResource<Casefile>(isMdr && casefile ? `/casefiles/${casefile}` : null);
  const events = isMdr && file.data ? standing(file.data, "event") : [];
  const chosen = events.find((one) => String(one.number) === query.get("event")) ?? events[0];
  const event = chosen ? String(chosen.number) : undefined;
  const address = (format: string) => {
    if (!kind) return "";
    if (kind.id === "casefile") return ask(`${API}/casefiles/${casefile}/report`, { format });
    if (kind.of === "casefile") return ask(`${API}/casefiles/${casefile}/reports/${kind.id}`, { format, event });
    return kind.of === "device" ? ask(`${API}/devices/${part(device)}/periodic-report`, { from, to: until, format }) : ask(`${API}/metrics`, { from, to: until, format });
  };
  const isReady = kind && kind.of !== "casefiles" && (kind.of !== "casefile" || casefile) && (kind.of !== "device" || device);
  const waits = (due === null && !dated.problem && !undated.problem && kind?.of === "casefile") || (isMdr && Boolean(casefile) && !file.data && !file.problem);
  const preview = useResource<ReportDocument>(isReady && !waits && kind.id !== "casefile" && kind.id !== "metrics" ? address("json").slice(API.length) : null);
  if (params.kind && !kind) return <Nowhere crumbs={[{ href: "/reports", says: "Reports" }]} />;
  return (
    <>
      <PageHead title="Reports" sub="Each is made of what stands in the store now. Nothing is sent from here; pages read and print without script, PDFs are tagged." />
      <div class="stack loose">
        <ul class="grid tiles">
          {KINDS.map((one) => (
            <li key={one.id}>
              <a class={`card tile report-tile ${kind?.id === one.id ? "on" : ""}`} href={`/reports/${one.id}${location.search}`} aria-current={kind?.id === one.id ? "page" : undefined}>
                <span class="row strong">
                  <Icon name={one.icon} /> {one.says}
                </span>
                <small>{one.what}</small>
                {due && owedOf(one.id, due)[0] && one.id !== "recipients" && <OwedTail owed={owedOf(one.id, due)} />}
              </a>
            </li>
          ))}
        </ul>
        {!kind ? null : kind.of === "casefiles" ? (
          <Ready of={cases}>{(data) => <Inspection cases={data.items} />}</Ready>
        ) : (
          <Card
            title={kind.says}
            note={kind.what}
            flush
            actions={
              <>
                {kind.of === "casefile" && (
                  <select class="input small narrow" aria-label="Casefile" value={casefile} onChange={(event) => setQuery({ casefile: event.currentTarget.value })}>
                    {owed.length > 0 && <optgroup label="It is owed">{options((cases.data?.items ?? []).filter((one) => owed.some((other) => other.casefile === one.casefile)))}</optgroup>}
                    <optgroup label={isAsked(kind.id) ? "It is not owed" : "All"}>{options((cases.data?.items ?? []).filter((one) => !owed.some((other) => other.casefile === one.casefile)))}</optgroup>
                  </select>
                )}
                {events.length > 0 && (
                  <select class="input small narrow" aria-label="Event" value={event} onChange={(change) => setQuery({ event: change.currentTarget.value })}>
                    {events.map((one) => (
                      <option key={one.number} value={one.number}>
                        {`${one.number}  ${title(String(one.facts.kind ?? "event"))}, known on ${String(one.facts.known_on ?? "an unknown day")}`}
                      </option>
                    ))}
                  </select>
                )}
                {kind.of === "device" && (
                  <select class="input small narrow" aria-label="Device" value={device} onChange={(event) => setQuery({ device: event.currentTarget.value })}>
                    {(devices.data?.items ?? []).map((one) => (
                      <option key={one.id}>{one.name}</option>
                    ))}
                  </select>
                )}
                {kind.of !== "casefile" && (
                  <>
                    <input class="input small narrow" type="date" aria-label="From" value={from} onChange={(event) => setQuery({ from: event.currentTarget.value })} />
                    <input class="input small narrow" type="date" aria-label="To" value={until} onChange={(event) => setQuery({ to: event.currentTarget.value })} />
                  </>
                )}
                {isReady && (
                  <>
                    {ISSUED.includes(kind.id) && (
                      <May act="POST /casefiles/{casefile}/reports/{kind}" says="Issue it">
                        <button type="button" class={`btn small ${asked ? "main-act" : "plain"}`} onClick={() => setIssuing(true)}>
                          {asked ? "Issue it" : "Issue it all the same"}
                        </button>
                      </May>
                    )}
                    <a class="btn small" href={address("html")} target="_blank" rel="noreferrer">
                      Read it
                    </a>
                    {["pdf", "json", "csv"].map((format) => (
                      <a key={format} class="btn small" href={address(format)} download={`${kind.id}-${casefile || device}.${format}`}>
                        {format.toUpperCase()}
                      </a>
                    ))}
                  </>
                )}
              </>
            }
          >
            {isReady && due && isAsked(kind.id) && <Asked asked={asked} says={kind.says} casefile={kind.of === "casefile" ? casefile : null} others={owed.filter((one) => one !== asked)} />}
            {waits ? (
              <Loading />
            ) : isReady ? (
              kind.id === "casefile" || kind.id === "metrics" ? (
                <p class="record soft">
                  It opens on a page of its own, as it is printed and filed. Its content is also in the <a href={kind.id === "casefile" ? to("casefiles", casefile) : "/measures"}>pages here</a>.
                </p>
              ) : (
                <Ready of={preview}>{(data) => <DocumentView document={data} />}</Ready>
              )
            ) : (
              <Empty title="There is nothing to report of yet">
                <p>
                  A report is made of a casefile or of a device. <a href="/casefiles?new=1">Open a casefile</a>, or <a href="/devices">register a device</a>.
                </p>
              </Empty>
            )}
          </Card>
        )}
      </div>
      {issuing && kind && (
        <IssueReport event={event ? Number(event) : undefined}
          kind={kind.id}
          says={kind.says}
          casefile={casefile}
          onClose={() => setIssuing(false)}
          onDone={preview.reload}
        />
      )}
    </>
  );
}

function options(cases: CaseHead[]) {
  return cases.map((one) => (
    <option key={one.casefile} value={one.casefile}>
      {`${one.casefile}  ${one.title || one.vulnerability}`}
    </option>
  ));
}

function OwedTail({ owed }: { owed: Due[] }) {
  return (
    <span class="row">
      {owed[0]?.due ? <DueChip day={owed[0].due} /> : <Chip tone="info">owed, no day</Chip>}
      {owed.length > 1 && <small>and {owed.length - 1} more</small>}
    </span>
  );
}

// Whether the rules ask for this report of this casefile, and of which others.
function Asked({ asked, says, casefile, others }: { asked: Due | undefined; says: string; casefile: string | null; others: Due[] }) {
  return (
    <div class="record">
      <Notice {...(asked ? { tone: "warn" as const, icon: "clock" as const } : { icon: "check" as const })}>
        {asked ? (
          <p class="row wrap">
            <span class="strong">{asked.due ? `Owed by ${asked.due}` : "Owed; it has no day"}</span>
            {asked.due && <DueChip day={asked.due} />} <span class="cite">{asked.cites}</span>
          </p>
        ) : (
          <p>
            <span class="strong">Nothing is required here.</span> The rules ask for no {says} of this {casefile ? "casefile" : "device"} now.{" "}
            {casefile && <a href={to("casefiles", casefile, "decide")}>What they conclude, and why</a>}
          </p>
        )}
        {casefile && others.length > 0 && (
          <p>
            {asked ? "Also owed of " : "It is owed of "}
            {others.map((one, i) => (
              <>
                {i > 0 && ", "}
                <a href={withQuery({ casefile: String(one.casefile) })}>casefile {one.casefile}</a>
                {one.due && ` by ${one.due}`}
              </>
            ))}
            .
          </p>
        )}
      </Notice>
    </div>
  );
}
