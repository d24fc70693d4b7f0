import { useEffect, useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import { problemFrom } from "../../api/use";
import { save } from "../../parts/chart";
import { Chip } from "../../parts/chip";
import { Icon } from "../../parts/icon";
import { Card, Facts, Failed, Loading } from "../../parts/page";
import { to } from "../../router";
import { Faults, type Fault } from "../publish";

interface Draft {
  text: string;
  document: Record<string, unknown>;
  faults: Fault[] | null;
}

const FORMATS: [string, string][] = [
  ["csaf", "CSAF 2.0"],
  ["openvex", "OpenVEX"],
  ["cyclonedx", "CycloneDX"],
];

// The document itself, or with what the tests say beside it.
function draftOf(data: unknown): Draft {
  const held = data as { document?: Record<string, unknown>; faults?: Fault[] };
  const document = held.document ?? (data as Record<string, unknown>);
  return { document, text: JSON.stringify(document, null, 2), faults: held.document ? (held.faults ?? []) : null };
}

function at(document: Record<string, unknown>, ...path: string[]): string {
  let value: unknown = document;
  for (const name of path) value = (value as Record<string, unknown> | undefined)?.[name];
  return typeof value === "string" ? value : "";
}

export function Preview({ number, format, onFormat }: { number: string; format: string; onFormat: (format: string) => void }) {
  const [draft, set] = useState<Draft | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let gone = false;
    set(null);
    setProblem(null);
    const make = async () => {
      const made = draftOf((await post<unknown>(`/casefiles/${number}/advisory`, { format })).data);
      if (format === "csaf" && made.faults === null) {
        const checked = await post<{ faults?: Fault[]; items?: Fault[] } | Fault[]>("/csaf/check", made.document);
        made.faults = Array.isArray(checked.data) ? checked.data : (checked.data.faults ?? checked.data.items ?? []);
      }
      if (!gone) set(made);
    };
    make().catch((refused: unknown) => {
      if (!gone) setProblem(problemFrom(refused));
    });
    return () => {
      gone = true;
    };
  }, [number, format]);
  return (
    <div class="grid main-side">
      <Card
        title={`Draft for casefile ${number}`}
        note="Changes nothing: issuing is done in the casefile"
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
              <button type="button" class="btn small" onClick={() => save(`casefile-${number}.${format}.json`, "application/json", draft.text)}>
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
            {draft.text}
          </pre>
        ) : (
          <Loading what="Making the draft" />
        )}
      </Card>
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
                ["TLP", at(draft.document, "document", "distribution", "tlp", "label")],
              ]}
            />
          </Card>
        )}
        <Card title="Tests" note="Of CSAF 2.0, schema and 6.1 to 6.3">
          {draft?.faults ? <Faults name="The draft" faults={draft.faults} /> : <Chip>{format === "csaf" ? "not run yet" : "of CSAF alone"}</Chip>}
        </Card>
        <Card title="Then">
          <p>
            <a class="btn" href={to("casefiles", number, "notify")}>
              Issue it in the casefile
            </a>
          </p>
        </Card>
      </div>
    </div>
  );
}
