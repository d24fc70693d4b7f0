// Other names of a vulnerability: which record gives it which, and refusing one that nobody should believe.
import { useState } from "preact/hooks";
import { post, remove, type Problem } from "../api/client";
import type { NameSaid } from "../api/types";
import { EVERY, problemFrom, useAll } from "../api/use";
import { Chip } from "../parts/chip";
import { Dialog } from "../parts/dialog";
import { TextField } from "../parts/fields";
import { Card, Failed, Ready } from "../parts/page";
import { Table } from "../parts/table";
import { Instant } from "../parts/time";
import { useToast } from "../parts/toast";
import { May } from "../parts/may";
import { to } from "../router";

function Names({ caption, names, onDone }: { caption: string; names: NameSaid[]; onDone: (said: NameSaid) => void }) {
  const [asked, setAsked] = useState<NameSaid | null>(null);
  return (
    <>
      <Table
        caption={caption}
        rows={names}
        rowKey={(one) => one.source + one.record + one.name}
        columns={[
          { head: "Record", cell: (one) => <a href={to("vulnerabilities", one.record)}>{one.record}</a> },
          { head: "Of", cell: (one) => one.source },
          { head: "says it is", cell: (one) => <a href={to("vulnerabilities", one.name)}>{one.name}</a> },
          {
            head: "Stands",
            text: true,
            cell: (one) =>
              one.refused ? (
                <>
                  <Chip tone="high" icon="warn">
                    refused
                  </Chip>{" "}
                  by {one.refused.by}, <Instant at={one.refused.at} plain />, because {one.refused.why}
                </>
              ) : (
                <span class="soft">counts</span>
              ),
          },
          {
            head: "",
            spoken: "Refuse or take back",
            cell: (one) => (
              <May act="POST /names">
                <button type="button" class="btn small" onClick={() => setAsked(one)} aria-label={`${one.refused ? "Take back the refusal" : "Refuse"}: ${one.record} is ${one.name}`}>
                  {one.refused ? "Take back" : "Refuse"}
                </button>
              </May>
            ),
          },
        ]}
      />
      {asked && <Ask said={asked} onClose={() => setAsked(null)} onDone={onDone} />}
    </>
  );
}

function Ask({ said, onClose, onDone }: { said: NameSaid; onClose: () => void; onDone: (said: NameSaid) => void }) {
  const tell = useToast();
  const [why, setWhy] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const { source, record, name, refused } = said;
  const send = async () => {
    if (!why.trim()) return setProblem({ status: 0, title: "The reason is needed: it stands in the audit trail", detail: "" });
    try {
      await (refused ? remove(`/names/${refused.number}`, { why }) : post("/names", { source, record, name, why }));
      tell(refused ? "The record is believed again" : `${record} is no longer held for ${name}`);
      onClose();
      onDone(said);
    } catch (no) {
      setProblem(problemFrom(no));
    }
  };
  return (
    <Dialog
      title={refused ? `Take back: ${record} is not ${name}` : `Refuse that ${record} is ${name}`}
      note={refused ? "What the record says counts again." : `Of ${source} alone, in this revision and in later ones. Findings are grouped anew; decisions stay with the name that they were made for.`}
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="btn main-act">
            {refused ? "Take it back" : "Refuse it"}
          </button>
        </>
      }
    >
      <TextField label="Why" required value={why} onInput={setWhy} autofocus />
      {problem && <Failed problem={problem} />}
    </Dialog>
  );
}

export function NamesOf({ names, onDone }: { names: NameSaid[]; onDone: (said: NameSaid) => void }) {
  if (names.length === 0) return null;
  return (
    <Card title="Its other names, and who gives them" note="Records that share names are counted as one flaw" flush>
      <Names caption="Other names" names={names} onDone={onDone} />
    </Card>
  );
}

export function RefusedNames() {
  const refused = useAll<NameSaid>("/names", EVERY);
  return (
    <Card title="Refused names" note="What records say of other names of a vulnerability, and nobody here believes; refused on the page of the vulnerability" flush>
      <Ready of={refused}>
        {(data) => (data.items.length === 0 ? <p class="record soft">None: what every record says counts.</p> : <Names caption="Refused names" names={data.items} onDone={refused.reload} />)}
      </Ready>
    </Card>
  );
}
