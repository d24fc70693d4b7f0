// One product under several names: rules of one's own, beside those that come with the program.
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import { problemFrom, useResource, type List } from "../../api/use";
import { TextField } from "../../parts/fields";
import { Card, Failed, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { useToast } from "../../parts/toast";

interface Alias {
  number?: number;
  a?: string;
  b?: string;
  name?: string;
  [more: string]: unknown;
}

export function Aliases() {
  const tell = useToast();
  const aliases = useResource<List<Alias>>("/aliases?limit=500");
  const [form, set] = useState({ a: "", b: "", reason: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = async () => {
    if (!form.a.trim() || !form.b.trim()) return;
    try {
      await post("/aliases", form);
      tell("From now on they are one product");
      set({ a: "", b: "", reason: "" });
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
                rowKey={(one, i) => one.number ?? i}
                columns={Object.keys(data.items[0] ?? {}).map((key) => ({ head: key, cell: (one: Alias) => String(one[key] ?? "") }))}
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
            <TextField label="This" required value={form.a} placeholder="cpe a:vendor:product, npm/name" onInput={(a) => set((old) => ({ ...old, a }))} />
            <TextField label="is this" required value={form.b} placeholder="pkg:github/owner/name" onInput={(b) => set((old) => ({ ...old, b }))} />
          </div>
          <TextField label="Reason" value={form.reason} onInput={(reason) => set((old) => ({ ...old, reason }))} />
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
