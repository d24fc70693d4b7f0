// One product under several names: rules of one's own, beside those that come with the program.
import { useState } from "preact/hooks";
import { post, remove, type Problem } from "../../api/client";
import { EVERY, problemFrom, useAll } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { TextField } from "../../parts/fields";
import { Card, Failed, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";

interface Alias {
  rule: number;
  package: string;
  is_also: string;
  at: string;
  by: string;
  why: string;
}

// same: of which product the rule is to be, where somebody came to teach it.
export function Aliases({ same }: { same: string | null }) {
  const tell = useToast();
  const aliases = useAll<Alias>("/aliases", EVERY);
  const [form, set] = useState({ package: same ?? "", is_also: "", why: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async () => {
    if (!form.package.trim() || !form.is_also.trim() || !form.why.trim()) return setProblem({ status: 0, title: "Both names and the reason are needed", detail: "" });
    try {
      await post("/aliases", form);
      tell("From now on they are one product");
      set({ package: "", is_also: "", why: "" });
      aliases.reload();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  const [dropping, drop] = useState<Alias | null>(null);
  return (
    <Card title="Your alias rules" note="Teach that two packages are one product; some 340 come with the program">
      <div class="stack">
        <Ready of={aliases}>
          {(data) =>
            data.items.length === 0 ? (
              <p class="soft small">None of your own yet. A rule makes a component meet the records of its other name, and its findings are of tier C.</p>
            ) : (
              <Table
                caption="Alias rules"
                rows={data.items}
                rowKey={(one) => one.rule}
                columns={[
                  { head: "This", cell: (one) => <code>{one.package}</code> },
                  { head: "is this", cell: (one) => <code>{one.is_also}</code> },
                  { head: "Why", text: true, cell: (one) => one.why },
                  { head: "By", cell: (one) => one.by },
                  {
                    head: "",
                    spoken: "Take back",
                    cell: (one) => (
                      <May act="DELETE /aliases/{rule}">
                        <button type="button" class="btn small" onClick={() => drop(one)}>
                          Take back
                        </button>
                      </May>
                    ),
                  },
                ]}
              />
            )
          }
        </Ready>
        {dropping && (
          <TakeBack
            rule={dropping}
            onClose={() => drop(null)}
            onDone={() => {
              drop(null);
              tell("The rule is taken back; the trail keeps it");
              aliases.reload();
            }}
          />
        )}
        <May act="POST /aliases" says="Teach a rule">
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              void add();
            }}
          >
            <div class="pair">
              <TextField label="This" required value={form.package} placeholder="cpe:2.3:a:vendor:product, or pkg:npm/name" autofocus={same !== null} onInput={(word) => set((old) => ({ ...old, package: word }))} />
              <TextField label="is this" required value={form.is_also} placeholder="pkg:github/owner/name" onInput={(is_also) => set((old) => ({ ...old, is_also }))} />
            </div>
            <TextField label="Why" required value={form.why} onInput={(why) => set((old) => ({ ...old, why }))} />
            <div class="row">
              <button type="submit" class="btn">
                Teach it
              </button>
            </div>
            {problem && <Failed problem={problem} />}
          </form>
        </May>
      </div>
    </Card>
  );
}

function TakeBack({ rule, onClose, onDone }: { rule: Alias; onClose: () => void; onDone: () => void }) {
  const [why, setWhy] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async () => {
    if (!why.trim()) return setProblem({ status: 0, title: "The reason is needed: it stands in the audit trail", detail: "" });
    try {
      await remove(`/aliases/${rule.rule}`, { why: why.trim() });
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Dialog
      title="Take the rule back"
      note={`${rule.package} is no longer ${rule.is_also}: what was found through the rule alone is found no more.`}
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Leave it
          </button>
          <button type="submit" class="btn main-act">
            Take it back
          </button>
        </>
      }
    >
      <TextField label="Why" required value={why} onInput={setWhy} autofocus />
      {problem && <Failed problem={problem} />}
    </Dialog>
  );
}
