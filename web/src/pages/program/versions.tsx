// The versions of the policy. A draft is in force when a second person has approved it, with their secret.
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import { EVERY, problemFrom, useAll } from "../../api/use";
import { Chip } from "../../parts/chip";
import { Dialog } from "../../parts/dialog";
import { TextField } from "../../parts/fields";
import { Card, Failed, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { Instant } from "../../parts/time";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";
import { useWho } from "../../session";

interface Version {
  number: number;
  version: string;
  at: string;
  by: string;
  approved_by: string | null;
  draft: boolean;
  in_force: boolean;
}

export function Versions({ onDone }: { onDone: () => void }) {
  const versions = useAll<Version>("/program/policies", EVERY);
  const [approving, approve] = useState<Version | null>(null);
  return (
    <Card title="Versions" note="Every one stays; what a casefile concluded names the one it was judged by" flush>
      <Ready of={versions}>
        {(data) =>
          data.items.length === 0 ? (
            <p class="record soft">None of your own: the defaults hold.</p>
          ) : (
            <Table
              caption="Versions of the policy"
              rows={[...data.items].sort((a, b) => b.number - a.number)}
              rowKey={(one) => `${one.number} ${one.version}`}
              columns={[
                { head: "No.", numeric: true, cell: (one) => one.number },
                { head: "Version", cell: (one) => <span class="strong">{one.version}</span> },
                { head: "State", cell: (one) => (one.in_force ? <Chip tone="good" icon="check">in force</Chip> : one.draft ? <Chip tone="warn" icon="clock">waits for approval</Chip> : <Chip>earlier</Chip>) },
                { head: "Made", cell: (one) => <><Instant at={one.at} plain /> <span class="quiet">by {one.by}</span></> },
                { head: "Approved by", cell: (one) => one.approved_by ?? <span class="quiet">-</span> },
                {
                  head: "",
                  spoken: "Approve",
                  cell: (one) =>
                    one.draft && !one.approved_by ? (
                      <May act="POST /program/policies/{policy}/approval" says="Approve">
                        <button type="button" class="btn small" onClick={() => approve(one)}>
                          Approve
                        </button>
                      </May>
                    ) : null,
                },
              ]}
            />
          )
        }
      </Ready>
      {approving && (
        <Approve
          version={approving}
          onClose={() => approve(null)}
          onDone={() => {
            approve(null);
            versions.reload();
            onDone();
          }}
        />
      )}
    </Card>
  );
}

function Approve({ version, onClose, onDone }: { version: Version; onClose: () => void; onDone: () => void }) {
  const { session } = useWho();
  const tell = useToast();
  const [form, set] = useState({ user: session?.user ?? "", secret: "", why: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async () => {
    try {
      await post(`/program/policies/${version.number}/approval`, { user: form.user, secret: form.secret, ...(form.why ? { why: form.why } : {}) });
      tell(`Policy ${version.version} is in force`);
      onDone();
    } catch (refused) {
      set((old) => ({ ...old, secret: "" }));
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Dialog
      title={`Approve policy ${version.version}`}
      note="From now on casefiles are judged by it. Whoever made it cannot approve it."
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Do not approve
          </button>
          <button type="submit" class="btn main-act">
            Approve
          </button>
        </>
      }
    >
      <div class="form">
        <div class="pair">
          <TextField label="Your name" required value={form.user} autocomplete="username" onInput={(user) => set((old) => ({ ...old, user }))} />
          <TextField label="Your secret" required type="password" value={form.secret} autocomplete="current-password" onInput={(secret) => set((old) => ({ ...old, secret }))} />
        </div>
        <TextField label="Why" value={form.why} onInput={(why) => set((old) => ({ ...old, why }))} />
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}
