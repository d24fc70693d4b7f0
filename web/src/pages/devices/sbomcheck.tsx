// Does the SBOM of a release say what is asked of it, and is it sound? As "aftercare sbom check" tells it.
import { query as ask } from "../../api/client";
import type { Life } from "../../api/types";
import { useResource } from "../../api/use";
import { Chip } from "../../parts/chip";
import { Card, Empty, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { withQuery } from "../../router";
import { called, number, plural, title } from "../../words";
import { Lives } from "../components/lives";

const REGIMES: [string, string][] = [
  ["ntia", "NTIA 2021"],
  ["cisa", "CISA 2025, draft"],
  ["fda", "FDA"],
];

interface Verdict {
  sbom: { file: string; format: string; components: number };
  require: string;
  passes: boolean;
  scores: Record<string, number>;
  elements: { element: string; asked_by: string[]; asked: number; there: number }[];
  components: { name: string; version: string | null; ref: string | null; missing: string[] }[];
  findings: { kind: string; severity: "error" | "note"; text: string }[];
  warnings: string[];
  end_of_life?: { name: string; version: string | null; lifecycle: Life[] }[];
}

export function SbomCheck({ base, by }: { base: string; by: string }) {
  const verdict = useResource<Verdict>(ask(`${base}/sbom/check`, { require: by || "fda" }));
  return <Ready of={verdict}>{(data) => <Told verdict={data} />}</Ready>;
}

function Told({ verdict }: { verdict: Verdict }) {
  const elements = verdict.elements.filter((one) => one.asked_by.includes(verdict.require));
  const asked = new Set(elements.map((one) => one.element));
  const gaps = verdict.components.map((one) => ({ ...one, missing: one.missing.filter((word) => asked.has(word)) })).filter((one) => one.missing.length > 0);
  return (
    <div class="stack">
      <Card
        title="Check this SBOM"
        note={`${verdict.sbom.file}: ${verdict.sbom.format}, ${plural(verdict.sbom.components, "component")}`}
        actions={
          <Chip large tone={verdict.passes ? "good" : "bad"} icon={verdict.passes ? "check" : "warn"}>
            {verdict.passes ? "passes" : "does not pass"}
          </Chip>
        }
      >
        <nav class="pills" aria-label="Held to what">
          {REGIMES.map(([word, says]) => (
            <a key={word} href={withQuery({ require: word === "fda" ? null : word })} aria-current={verdict.require === word ? "page" : undefined}>
              {says} {verdict.scores[word]} %
            </a>
          ))}
        </nav>
      </Card>
      {(verdict.end_of_life ?? []).length > 0 && (
        <Card title="At the end of its life" note="By the table of life cycles that was imported; what the SBOM states of support stands beside it" flush>
          <Table
            caption="End of life"
            rows={verdict.end_of_life ?? []}
            rowKey={(one) => called(one.name, one.version ?? "")}
            columns={[
              { head: "Component", cell: (one) => called(one.name, one.version ?? "") },
              { head: "Life", text: true, cell: (one) => <Lives of={one.lifecycle} /> },
            ]}
          />
        </Card>
      )}
      <Card title="What is asked for" flush>
        <Table
          caption="What is asked for"
          rows={elements}
          rowKey={(one) => one.element}
          columns={[
            { head: "Element", cell: (one) => title(one.element) },
            { head: "Asked", numeric: true, cell: (one) => number(one.asked) },
            { head: "There", numeric: true, cell: (one) => number(one.there) },
            { head: "Missing", numeric: true, cell: (one) => (one.asked > one.there ? <Chip tone="warn" icon="warn">{number(one.asked - one.there)}</Chip> : "0") },
          ]}
        />
      </Card>
      <Card title="Components that do not say all of it" flush>
        {gaps.length === 0 ? (
          <Empty title="None">
            <p>Every component says what is asked for.</p>
          </Empty>
        ) : (
          <Table
            caption="Components that do not say all of it"
            rows={gaps}
            rowKey={(one, i) => `${one.name} ${i}`}
            columns={[
              { head: "Component", cell: (one) => called(one.name, one.version) },
              { head: "Missing", text: true, cell: (one) => one.missing.map(title).join(", ") },
            ]}
          />
        )}
      </Card>
      {verdict.findings.length > 0 && (
        <Card title="What is wrong in the document" flush>
          <Table
            caption="What is wrong in the document"
            rows={verdict.findings}
            rowKey={(_, i) => i}
            columns={[
              { head: "How bad", cell: (one) => <Chip tone={one.severity === "error" ? "bad" : "info"}>{one.severity}</Chip> },
              { head: "What", text: true, cell: (one) => one.text },
            ]}
          />
        </Card>
      )}
    </div>
  );
}
