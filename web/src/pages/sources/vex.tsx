// Suppliers' statements: documents in OpenVEX, CSAF or CycloneDX, and what became of each.
import { useState } from "preact/hooks";
import { post, query as ask, type Problem } from "../../api/client";
import { EVERY, problemFrom, useAll } from "../../api/use";
import { Chip } from "../../parts/chip";
import { Drop } from "../../parts/drop";
import { useJob } from "../../parts/job";
import { Card, Failed, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { Instant } from "../../parts/time";
import { May } from "../../parts/may";
import { says } from "../../words";

interface Document_ {
  number: number;
  document: string;
  version: string | null;
  author: string | null;
  format: string;
  file: string;
  imported: string;
  life: string;
}

export function Vex() {
  const documents = useAll<Document_>("/vex", EVERY);
  const [problem, setProblem] = useState<Problem | null>(null);
  const job = useJob(documents.reload, "statements", "vex.import");
  const take = async (file: File) => {
    setProblem(null);
    try {
      const { data } = await post<{ job: number }>(ask("/vex", { file: file.name }), file);
      job.follow(data.job);
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Card title="Suppliers' statements" note="VEX: a claim that ranks above the records of feeds, and below your own decisions" id="vex">
      <div class="stack">
        <Ready of={documents}>
          {(data) =>
            data.items.length === 0 ? (
              <p class="soft">None has been taken yet.</p>
            ) : (
              <Table
                caption="Suppliers' statements"
                rows={data.items}
                rowKey={(one) => one.number}
                columns={[
                  { head: "Document", text: true, cell: (one) => <span class="strong">{one.document || one.file}</span> },
                  { head: "By", text: true, cell: (one) => one.author ?? <span class="quiet">not named</span> },
                  { head: "Format", cell: (one) => one.format },
                  { head: "Taken", cell: (one) => <Instant at={one.imported} /> },
                  { head: "Stands", cell: (one) => <Chip tone={one.life === "standing" ? "good" : ""}>{says(one.life)}</Chip> },
                ]}
              />
            )
          }
        </Ready>
        <May act="POST /vex" says="Take a document">
          <Drop says="Drop a supplier's VEX document here" hint="OpenVEX, CSAF or CycloneDX, told by content. The report of each statement is kept with it" onFile={(file) => void take(file)} />
        </May>
        {job.view}
        {problem && <Failed problem={problem} />}
      </div>
    </Card>
  );
}
