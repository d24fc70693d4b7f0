// One product under several names: rules of one's own, beside those that come with the program.
import { useState } from "preact/hooks";
import { post, remove, type Problem } from "../../api/client";
import { EVERY, problemFrom, useAll } from "../../api/use";
import { TextField } from "../../parts/fields";
import { Card, Failed, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { useToast } from "../../parts/toast";

interface Alias {
  rule: number;
  package: string;
  is_also: string;
  at: string;
  by: string;
  why: string;
}

export function Aliases() {
  const tell = useToast();
  const aliases = useAll<Alias>("/aliases", EVERY);
  const [form, set] = useState({ package: "", is_also: "", why: "" });
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
  const drop = async (one: Alias) => {
    try {
      await remove(`/aliases/${one.rule}`, { why: "taken back on the page of sources" });
      tell("The rule is taken back; the trail keeps it");
      aliases.reload();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
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
                      <button type="button" class="btn small" onClick={() => void drop(one)}>
                        Take back
                      </button>
                    ),
                  },
                ]}
              />
            )
          }
        </Ready>
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <div class="pair">
            <TextField label="This" required value={form.package} placeholder="cpe a:vendor:product, npm/name" onInput={(word) => set((old) => ({ ...old, package: word }))} />
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
      </div>
    </Card>
  );
}
