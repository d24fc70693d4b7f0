import { useState } from "preact/hooks";
import { post, remove, type Problem } from "../../api/client";
import { EVERY, problemFrom, useAll } from "../../api/use";
import { ChoiceField, TextField } from "../../parts/fields";
import { Card, Empty, Failed, Notice, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { Instant } from "../../parts/time";
import { useToast } from "../../parts/toast";
import { useWho } from "../../session";

interface Token {
  token: number;
  user: string;
  label: string;
  roles: string;
  created_at: string | null;
  expires_at: string | null;
  ended_at: string | null;
}

export function Tokens() {
  const tell = useToast();
  const { session } = useWho();
  const tokens = useAll<Token>("/tokens", EVERY);
  const [form, set] = useState({ label: "", days: "90", may: "read" });
  const [made, setMade] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const make = async () => {
    if (!form.label.trim()) return;
    try {
      const { data } = await post<{ secret: string }>("/tokens", { label: form.label.trim(), roles: form.may === "read" ? ["reader"] : (session?.roles ?? []), days: Number(form.days) });
      setMade(data.secret);
      set({ label: "", days: "90", may: "read" });
      tokens.reload();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  const end = (id: number) => {
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
        <Card title="Your tokens" note="For programs that act under your name: they read, or do what your roles allow" flush>
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
                  rowKey={(one) => one.token}
                  columns={[
                    { head: "Name", cell: (one) => <span class="strong">{one.label}</span> },
                    { head: "Of", cell: (one) => one.user },
                    { head: "Roles", cell: (one) => one.roles },
                    { head: "Made", cell: (one) => <Instant at={one.created_at} plain /> },
                    { head: "Until", cell: (one) => <Instant at={one.ended_at ?? one.expires_at} plain /> },
                    {
                      head: "",
                      spoken: "End",
                      cell: (one) =>
                        one.ended_at ? (
                          <span class="quiet">ended</span>
                        ) : (
                          <button type="button" class="btn small" onClick={() => end(one.token)}>
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
            <TextField label="What it is for" required value={form.label} onInput={(label) => set((old) => ({ ...old, label }))} />
            <ChoiceField label="It may" required words={["read", "all"]} says={(word) => (word === "read" ? "read, and change nothing" : "all that you may")} value={form.may} onInput={(may) => set((old) => ({ ...old, may }))} />
            <TextField label="Days until it ends" type="number" required value={form.days} onInput={(days) => set((old) => ({ ...old, days }))} />
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
