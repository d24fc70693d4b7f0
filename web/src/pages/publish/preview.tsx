// The advisory of a casefile: a draft and what the tests say of it, and its issue.
import { useEffect, useState } from "preact/hooks";
import { get, post, query as ask, type Problem } from "../../api/client";
import { problemFrom } from "../../api/use";
import { save } from "../../parts/chart";
import { Chip } from "../../parts/chip";
import { Icon } from "../../parts/icon";
import { Card, Facts, Failed, Loading, Notice } from "../../parts/page";
import { Instant } from "../../parts/time";
import { May } from "../../parts/may";
import { Faults, type Tests } from "./faults";
import { emptySaying, givenOf, IssueDialog, type Saying, SayingFields } from "./issue";

export interface Draft {
  document: Record<string, unknown>;
  tests: Tests;
  left_out: string[];
  embargoes: { signal: number; until: string }[];
  issued: { id: string; version: number; at: string; revision: string }[];
  public_at: string | null;
}

export const FORMATS: [string, string][] = [
  ["csaf", "CSAF 2.0"],
  ["openvex", "OpenVEX"],
  ["cyclonedx", "CycloneDX"],
];

function at(document: Record<string, unknown>, ...path: string[]): string {
  let value: unknown = document;
  for (const name of path) value = (value as Record<string, unknown> | undefined)?.[name];
  return typeof value === "string" ? value : "";
}

// CSAF 2.0 has the label of TLP 1 for what is called CLEAR since.
function tlpOf(label: string): string {
  return label === "WHITE" ? "CLEAR, which CSAF 2.0 calls WHITE" : label;
}

export function Preview({ number, format, onFormat }: { number: string; format: string; onFormat: (format: string) => void }) {
  const [draft, set] = useState<Draft | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saying, say] = useState<Saying>(emptySaying);
  const [issuing, setIssuing] = useState(false);
  const [drafted, setDrafted] = useState<Saying>(emptySaying); // what the draft that is shown was made with
  useEffect(() => {
    let gone = false;
    const given = givenOf(drafted);
    const path = `/casefiles/${number}/advisory`;
    set(null);
    setProblem(null);
    (Object.keys(given).length ? post<Draft>(`${path}/draft`, { ...given, format }) : get<Draft>(ask(path, { format })))
      .then(({ data }) => !gone && set(data))
      .catch((refused: unknown) => !gone && setProblem(problemFrom(refused)));
    return () => {
      gone = true;
    };
  }, [number, format, drafted]);
  const text = draft ? JSON.stringify(draft.document, null, 2) : "";
  return (
    <div class="grid main-side">
      <div class="stack loose">
        {draft && draft.embargoes.length > 0 && (
          <Notice tone="warn" icon="lock">
            <p class="strong">Under embargo</p>
            {draft.embargoes.map((one) => (
              <p key={one.signal}>
                <a href={`/signals/${one.signal}`}>Signal {one.signal}</a> until {one.until}: nothing is issued before.
              </p>
            ))}
          </Notice>
        )}
        {draft && draft.left_out.length > 0 && (
          <Notice>
            <p>Nothing was found in {draft.left_out.join(", ")}, so nothing is said of it. Silence is no statement; name it below where it is not affected.</p>
          </Notice>
        )}
        <Card
          title={`Draft for casefile ${number}`}
          note="Changes nothing until it is issued"
          actions={
            <>
              <span class="pills" role="group" aria-label="Format">
                {FORMATS.map(([word, words]) => (
                  <button key={word} type="button" aria-pressed={format === word} onClick={() => onFormat(word)}>
                    {words}
                  </button>
                ))}
              </span>
              {draft && (
                <button type="button" class="btn small" onClick={() => save(`casefile-${number}.${format}.json`, "application/json", text)}>
                  <Icon name="down" size={14} /> JSON
                </button>
              )}
            </>
          }
        >
          {problem ? (
            <Failed problem={problem} />
          ) : draft ? (
            <pre class="json tall" tabIndex={0} aria-label="The document">
              {text}
            </pre>
          ) : (
            <Loading what="Making the draft" />
          )}
        </Card>
        <Card title="What is said besides" note="What is left empty is made of the casefile, or as the last issue said it">
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              setDrafted({ ...saying });
            }}
          >
            <SayingFields saying={saying} onSay={(some) => say((old) => ({ ...old, ...some }))} />
            <div class="row wrap">
              <button type="submit" class="btn">
                Draft it anew
              </button>
              <May act="POST /casefiles/{casefile}/advisory" says="Issue it">
                <button type="button" class="btn main-act" disabled={!draft || JSON.stringify(drafted) !== JSON.stringify(saying)} title="Issues the draft that is shown" onClick={() => setIssuing(true)}>
                  Issue it
                </button>
              </May>
            </div>
          </form>
        </Card>
      </div>
      <div class="stack">
        {draft && format === "csaf" && (
          <Card title="What it says">
            <Facts
              rows={[
                ["Title", at(draft.document, "document", "title")],
                ["Publisher", at(draft.document, "document", "publisher", "name")],
                ["Number", at(draft.document, "document", "tracking", "id")],
                ["Version", at(draft.document, "document", "tracking", "version")],
                ["Status", at(draft.document, "document", "tracking", "status")],
                ["TLP", tlpOf(at(draft.document, "document", "distribution", "tlp", "label"))],
              ]}
            />
          </Card>
        )}
        <Card title="Tests" note="Of CSAF 2.0, whatever the format: schema and 6.1 to 6.3">
          {draft ? <Faults name="The draft" tests={draft.tests} /> : <Chip>not run yet</Chip>}
        </Card>
        <Card title="Issued" note="The last issue says how far it may be passed on">
          {!draft || draft.issued.length === 0 ? (
            <p class="quiet">Not yet.</p>
          ) : (
            <ul class="trace">
              {draft.issued.map((one) => (
                <li key={one.version}>
                  Version {one.version}, <Instant at={one.at} /> <span class="soft">{one.revision}</span>
                </li>
              ))}
            </ul>
          )}
          {draft?.public_at && (
            <p>
              Everybody reads it at{" "}
              <a href={draft.public_at} target="_blank" rel="noreferrer">
                {draft.public_at}
              </a>
            </p>
          )}
        </Card>
      </div>
      {issuing && (
        <IssueDialog
          number={number}
          format={format}
          saying={saying}
          onClose={() => setIssuing(false)}
          onDone={() => {
            setIssuing(false);
            say(emptySaying);
            setDrafted({ ...emptySaying });
          }}
        />
      )}
    </div>
  );
}
