import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import type { Signal as Doc } from "../../api/signal";
import { problemFrom, useResource } from "../../api/use";
import { Chip, State } from "../../parts/chip";
import { TextField } from "../../parts/fields";
import { Icon } from "../../parts/icon";
import { Card, Facts, Failed, Loading, Notice, PageHead } from "../../parts/page";
import { Day, DueChip, Instant } from "../../parts/time";
import { FailedPage } from "../../parts/nowhere";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";
import { to } from "../../router";
import type { PageProps } from "../../routes";
import { useToday } from "../../session";
import { says, title } from "../../words";
import { EntryFacts } from "./entry";
import { Reportable } from "./reportable";
import { TriageDialog } from "./triagedialog";

export function SignalPage({ params }: PageProps) {
  const number = Number(params.number);
  const signal = useResource<Doc>(`/signals/${number}`);
  const [triage, setTriage] = useState<string | null>(null);
  if (signal.problem) return <FailedPage title={`Signal ${params.number ?? ""}`} crumbs={[{ href: "/signals", says: "Signals" }]} problem={signal.problem} again={signal.reload} />;
  if (!signal.data) return <Loading what="Reading the signal" />;
  const one = signal.data;
  return (
    <>
      <PageHead
        title={one.summary}
        crumbs={[
          { href: "/signals", says: "Signals" },
          { href: to("signals", one.signal), says: `Signal ${one.signal}` },
        ]}
        sub={`${title(one.kind)}, received ${one.received_on} by ${one.received_by}`}
        actions={
          one.state === "new" || one.state === "accepted" ? (
            <>
              <May act="POST /signals/{signal}/triage" says="Triage">
                <button type="button" class="btn" onClick={() => setTriage("not_ours")}>
                  Triage
                </button>
              </May>
              {one.casefiles.length === 0 && (
                <May act="POST /casefiles">
                  <a class="btn main-act" href={`/casefiles?new=1&signal=${one.signal}&device=${encodeURIComponent(one.devices[0] ?? "")}&vulnerability=${encodeURIComponent(one.vulnerability ?? "")}`}>
                    <Icon name="casefiles" size={16} /> Open a casefile
                  </a>
                </May>
              )}
            </>
          ) : (
            <May act="POST /signals/{signal}/triage" says="Triage again">
              <button type="button" class="btn" onClick={() => setTriage(one.state)}>
                Triage again
              </button>
            </May>
          )
        }
      />
      {one.under_embargo && (
        <Notice tone="warn" icon="lock">
          <p class="strong">Under embargo until {one.embargo_until}</p>
          <p>Nothing is told outside until then, but for what is owed to patients and authorities.</p>
        </Notice>
      )}
      <div class="grid main-side">
        <div class="stack loose">
          <Card title="Entries" note="A signal is the sum of its entries; none is ever changed" flush>
            {(one.entries ?? []).map((entry) => (
              <article class="record" key={entry.entry}>
                <div class="row spread wrap">
                  <h3>{title(entry.kind)}</h3>
                  {entry.personal && (
                    <Chip icon="lock" title="Kept apart, in no report and no published document">
                      personal data
                    </Chip>
                  )}
                </div>
                <EntryFacts entry={entry} />
                <span class="quiet tiny">
                  entry {entry.entry}, <Instant at={entry.at} /> by {entry.who}
                </span>
              </article>
            ))}
          </Card>
          <Message number={one.signal} onDone={signal.reload} />
        </div>
        <div class="stack">
          <Card title="Where it stands">
            <Facts
              rows={[
                ["State", <State state={one.state} />],
                ["Reason", one.reason],
                ["Duplicate of", one.duplicate_of ? <a href={to("signals", one.duplicate_of)}>Signal {one.duplicate_of}</a> : <span class="quiet">none</span>],
                ["Vulnerability", one.vulnerability ? <a href={to("vulnerabilities", one.vulnerability)}>{one.vulnerability}</a> : null],
                ["Devices", one.devices.map((name) => <a key={name} href={to("devices", name)}>{name} </a>)],
                ["Casefiles", one.casefiles.length ? one.casefiles.map((n) => <a key={n} href={to("casefiles", n)}>Casefile {n} </a>) : <span class="quiet">in none</span>],
                ["Source", [one.source, one.reference].filter(Boolean).join(", ")],
                ["TLP", one.tlp ? says(one.tlp) : null],
                ["Triaged on", one.triaged_on ? <Day day={one.triaged_on} /> : null],
              ]}
            />
          </Card>
          {one.kind === "complaint" && one.casefiles.length === 0 && <Reportable one={one} onDone={signal.reload} />}
          {(one.state === "new" || one.state === "accepted" || one.kind === "complaint") && <Link number={one.signal} onDone={signal.reload} />}
          <Acknowledge one={one} onDone={signal.reload} />
        </div>
      </div>
      {triage && (
        <TriageDialog
          signals={[one]}
          state={triage}
          onClose={() => setTriage(null)}
          onDone={() => {
            setTriage(null);
            signal.reload();
          }}
        />
      )}
    </>
  );
}

function Link({ number, onDone }: { number: number; onDone: () => void }) {
  const tell = useToast();
  const [casefile, setCasefile] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const link = async () => {
    if (!casefile) return;
    try {
      await post(`/signals/${number}/casefile`, { casefile: Number(casefile) });
      tell(`Signal ${number} is in casefile ${casefile}; an earlier receipt moves its day of learning`);
      setCasefile("");
      setProblem(null);
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Card title="Put it into a casefile" note="Where there is one on the same vulnerability">
      <May act="POST /signals/{signal}/casefile" says="Link it">
        <form
          class="stack tight"
          onSubmit={(event) => {
            event.preventDefault();
            void link();
          }}
        >
          <TextField label="Casefile" type="number" required value={casefile} onInput={setCasefile} />
          <button type="submit" class="btn">
            Link it
          </button>
          {problem && <Failed problem={problem} />}
        </form>
      </May>
    </Card>
  );
}

function Acknowledge({ one, onDone }: { one: Doc; onDone: () => void }) {
  const today = useToday();
  const tell = useToast();
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!one.acknowledge_by) return null;
  const done = async () => {
    try {
      await post(`/signals/${one.signal}/entries`, { kind: "acknowledgement", content: { at: today } });
      tell("The acknowledgement is recorded");
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Card title="Acknowledgement" note="To who reported it, within the time the manufacturer states">
      <div class="stack tight">
        <div class="row wrap">
          <Day day={one.acknowledge_by} plain /> {one.acknowledged_on ? <Chip tone="good" icon="check">done {one.acknowledged_on}</Chip> : <DueChip day={one.acknowledge_by} />}
        </div>
        {!one.acknowledged_on && (
          <May act="POST /signals/{signal}/entries kind=acknowledgement" says="State that it was acknowledged">
            <button type="button" class="btn" onClick={() => void done()}>
              It was acknowledged today
            </button>
          </May>
        )}
        {problem && <Failed problem={problem} />}
      </div>
    </Card>
  );
}

function Message({ number, onDone }: { number: number; onDone: () => void }) {
  const today = useToday();
  const tell = useToast();
  const [text, setText] = useState("");
  const [who, setWho] = useState("");
  const [direction, setDirection] = useState("out");
  const [problem, setProblem] = useState<Problem | null>(null);
  const keep = async () => {
    if (!text.trim() || !who.trim()) return;
    try {
      await post(`/signals/${number}/entries`, { kind: "correspondence", content: { direction, at: today, with: who.trim(), text: text.trim() } });
      tell("The message is kept");
      setText("");
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Card title="Correspondence" note="What was said to and by who reported it, or a coordinator; nothing is sent from here">
      <May act="POST /signals/{signal}/entries kind=correspondence" says="Keep a message">
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          <div class="choices" role="radiogroup" aria-label="Direction">
            {["out", "in"].map((word) => (
              <label key={word}>
                <input type="radio" name="direction" checked={direction === word} onChange={() => setDirection(word)} />
                {word === "out" ? "We wrote" : "They wrote"}
              </label>
            ))}
          </div>
          <TextField label="With" required value={who} onInput={setWho} placeholder="the reporter, a coordinator" />
          <TextField label="Message" long required value={text} onInput={setText} />
          <div class="row">
            <button type="submit" class="btn">
              Keep it
            </button>
          </div>
          {problem && <Failed problem={problem} />}
        </form>
      </May>
    </Card>
  );
}
