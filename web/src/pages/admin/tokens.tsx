import { useState } from "preact/hooks";
import { post, remove, type Problem } from "../../api/client";
import { problemFrom, useList } from "../../api/use";
import { TextField } from "../../parts/fields";
import { Card, Empty, Failed, Notice, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { Instant } from "../../parts/time";
import { useToast } from "../../parts/toast";

interface Token {
  id: number | string;
  name: string;
  made?: string;
  made_at?: string;
  last_used?: string | null;
  until?: string | null;
}

export function Tokens() {
  const tell = useToast();
  const tokens = useList<Token>("/tokens?limit=500");
  const [form, set] = useState({ name: "", until: "" });
  const [made, setMade] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const make = async () => {
    if (!form.name.trim()) return;
    try {
      const { data } = await post<{ token: string }>("/tokens", { name: form.name.trim(), ...(form.until ? { until: form.until } : {}) });
      setMade(data.token);
      set({ name: "", until: "" });
      tokens.reload();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  const end = (id: number | string) => {
    remove(`/tokens/${id}`).then(
      () => {
        tell("The token is of no use any more");
        tokens.reload();
      },
      (refused: unknown) => setProblem(problemFrom(refused)),
    );
  };
  return (
    <div class="stack">
      {made && (
        <Notice tone="good" icon="lock">
          <p class="strong">
            <code>{made}</code>
          </p>
          <p>It is shown this once; the store keeps its digest alone. Programs send it as Authorization: Bearer.</p>
        </Notice>
      )}
      {problem && <Failed problem={problem} />}
      <div class="grid two">
        <Card title="Your tokens" note="For programs that act under your name, with your roles" flush>
          <Ready of={tokens}>
            {(data) =>
              data.items.length === 0 ? (
                <Empty title="None">
                  <p>A build that imports its SBOM, or a monitor that reads what is due, has a token of its own.</p>
                </Empty>
              ) : (
                <Table
                  caption="Tokens"
                  rows={data.items}
                  rowKey={(one) => one.id}
                  columns={[
                    { head: "Name", cell: (one) => <span class="strong">{one.name}</span> },
                    { head: "Made", cell: (one) => <Instant at={one.made ?? one.made_at} plain /> },
                    { head: "Last used", cell: (one) => <Instant at={one.last_used} plain /> },
                    { head: "Until", cell: (one) => one.until ?? "-" },
                    {
                      head: "",
                      cell: (one) => (
                        <button type="button" class="btn small" onClick={() => end(one.id)}>
                          End it
                        </button>
                      ),
                    },
                  ]}
                />
              )
            }
          </Ready>
        </Card>
        <Card title="Make one">
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              void make();
            }}
          >
            <TextField label="What it is for" required value={form.name} onInput={(name) => set((old) => ({ ...old, name }))} />
            <TextField label="Until" type="date" value={form.until} onInput={(until) => set((old) => ({ ...old, until }))} />
            <div class="row">
              <button type="submit" class="btn">
                Make it
              </button>
            </div>
          </form>
        </Card>
      </div>
    </div>
  );
}
