import { useState } from "preact/hooks";
import { API, post, query, type Problem } from "../../api/client";
import type { Casefile } from "../../api/casefile";
import { problemFrom } from "../../api/use";
import { Drop } from "../../parts/drop";
import { Card, Failed } from "../../parts/page";
import { Table } from "../../parts/table";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";
import { number } from "../../words";
import { standing } from "./steps";

export function Attachments({ file, onDone }: { file: Casefile; onDone: () => void }) {
  const tell = useToast();
  const [problem, setProblem] = useState<Problem | null>(null);
  const kept = standing(file, "attachment");
  const keep = async (given: File) => {
    try {
      await post(query(`/casefiles/${file.casefile.number}/attachments`, { file: given.name }), given);
      tell(`${given.name} is kept under the digest of its bytes`);
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Card title="Attachments" note="Kept under the digest of their bytes, and never changed" flush={kept.length > 0}>
      {kept.length > 0 && (
        <Table
          caption="Attachments"
          rows={kept}
          rowKey={(one) => one.number}
          columns={[
            { head: "File", cell: (one) => <a href={`${API}/casefiles/${file.casefile.number}/attachments/${one.number}`} download>{String(one.more.file)}</a> },
            { head: "Bytes", numeric: true, cell: (one) => number(Number(one.more.size_bytes)) },
            { head: "SHA-256", cell: (one) => <code class="tiny">{String(one.more.sha256).slice(0, 16)}</code> },
            { head: "What", text: true, cell: (one) => String(one.more.text ?? "") },
          ]}
        />
      )}
      <div class="body">
        {!file.casefile.closed_on && (
          <May act="POST /casefiles/{casefile}/attachments" says="Keep a file">
            <Drop says="Drop a file here to keep it with the casefile" onFile={(given) => void keep(given)} />
          </May>
        )}
      </div>
      {problem && <Failed problem={problem} />}
    </Card>
  );
}
