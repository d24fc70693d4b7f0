// Backups of the store, in the folder that the server was started with.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { API, part, post, type Problem } from "../../api/client";
import { EVERY, problemFrom, useAll } from "../../api/use";
import { Chip } from "../../parts/chip";
import { TextField } from "../../parts/fields";
import { useJob } from "../../parts/job";
import { Card, Empty, Failed, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { Instant } from "../../parts/time";
import { number } from "../../words";

interface Backup {
  name: string;
  wrong: string | null;
  file_bytes?: number;
  manifest?: { at: string; entries: number; faults: number };
}

export function Backups({ beside }: { beside: ComponentChildren }) {
  const backups = useAll<Backup>("/backups", EVERY);
  const [why, setWhy] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const job = useJob(() => {
    setWhy("");
    backups.reload();
  }, "pages", "store.backup");
  if (backups.problem?.status === 404)
    return (
      <div class="grid two">
        {beside}
        <ByTerminal />
      </div>
    );
  const make = async () => {
    setProblem(null);
    try {
      const { data } = await post<{ job: number }>("/backups", { why });
      job.follow(data.job);
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <div class="stack">
      <div class="grid two">
        {beside}
        <Card title="Make a backup" note="Of the whole store, while it is in use">
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              void make();
            }}
          >
            <TextField label="Why, for the audit trail" value={why} onInput={setWhy} />
            <div class="row">
              <button type="submit" class="btn">
                Make it
              </button>
            </div>
            {job.view}
            {problem && <Failed problem={problem} />}
          </form>
        </Card>
      </div>
      <Card title="Backups" note="Each was read back and verified before it got its name. Keep copies on another machine, and restore one there now and then." flush>
        <Ready of={backups}>
          {(data) =>
            data.items.length === 0 ? (
              <Empty title="None yet">
                <p>A backup is one file: feeds, devices, casefiles with their attachments, signatures, users, the audit trail.</p>
              </Empty>
            ) : (
              <Table
                caption="Backups"
                rows={data.items}
                rowKey={(one) => one.name}
                columns={[
                  {
                    head: "File",
                    cell: (one) => (
                      <a href={`${API}/backups/${part(one.name)}`} data-leave download>
                        {one.name}
                      </a>
                    ),
                  },
                  { head: "The store as of", cell: (one) => <Instant at={one.manifest?.at ?? null} /> },
                  { head: "Bytes", numeric: true, cell: (one) => (one.file_bytes === undefined ? "" : number(one.file_bytes)) },
                  { head: "Entries of the trail", numeric: true, cell: (one) => (one.manifest ? number(one.manifest.entries) : "") },
                  { head: "When it was made", cell: (one) => <Made of={one} /> },
                ]}
              />
            )
          }
        </Ready>
      </Card>
    </div>
  );
}

function Made({ of }: { of: Backup }) {
  if (of.wrong !== null) return <Chip tone="bad">{of.wrong}</Chip>;
  if (of.manifest && of.manifest.faults > 0) return <Chip tone="warn">the store was not what its trail tells</Chip>;
  return (
    <Chip tone="good" icon="check">
      verified
    </Chip>
  );
}

function ByTerminal() {
  return (
    <Card title="Backup" note="Of the whole store, while it is in use">
      <div class="stack tight">
        <p class="soft">This server was started without a folder for backups, so no page hands the store out. The terminal makes them where the store lies; each is read back and verified before it has its name.</p>
        <pre class="json">{"aftercare backup aftercare.backup\naftercare backup verify aftercare.backup"}</pre>
      </div>
    </Card>
  );
}
