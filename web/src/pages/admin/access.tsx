// How old a secret may be, the reviews of access, and the sessions that are open.
import { useState } from "preact/hooks";
import { post, put, remove, type Problem } from "../../api/client";
import { EVERY, problemFrom, useAll, useResource } from "../../api/use";
import { TextField } from "../../parts/fields";
import { Card, Empty, Failed, Facts, Notice, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { Instant } from "../../parts/time";
import { useToast } from "../../parts/toast";

interface Access {
  secret_days: number | null;
  review_days: number | null;
  stale_days: number | null;
  review: { on: string; by: string; note: string } | null;
  review_due: string | null;
  review_overdue: boolean;
}

interface OpenSession {
  session: string;
  user: string;
  terminal: string;
  began_at: string;
  used_at: string;
  ends_at: string;
  current: boolean;
}

const text = (days: number | null) => (days === null ? "" : String(days));

export function AccessRules() {
  const access = useResource<Access>("/access");
  return (
    <Card title="Secrets that age, and the review of access" note="21 CFR 11.300(b)">
      <Ready of={access}>
        {(data) => (
          <div class="stack">
            {data.review_overdue && (
              <Notice tone="warn" icon="lock">
                <p class="strong">The review of access was due on {data.review_due}</p>
                <p>Look at who may do what above, mend what is wrong, and record the review.</p>
              </Notice>
            )}
            <Facts
              rows={[
                ["Last review", data.review ? `${data.review.on} by ${data.review.by}${data.review.note ? `: ${data.review.note}` : ""}` : "none"],
                ["Next review by", data.review_due],
              ]}
            />
            <Review onDone={access.reload} />
            <Rules key={`${data.secret_days} ${data.review_days} ${data.stale_days}`} stands={data} onDone={access.reload} />
          </div>
        )}
      </Ready>
    </Card>
  );
}

function Review({ onDone }: { onDone: () => void }) {
  const tell = useToast();
  const [note, set] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = () =>
    post("/access/reviews", { note }).then(
      () => {
        tell("The review is recorded");
        set("");
        onDone();
      },
      (refused: unknown) => setProblem(problemFrom(refused)),
    );
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField label="What the review found" value={note} onInput={set} />
      {problem && <Failed problem={problem} />}
      <div class="row">
        <button type="submit" class="btn">
          Record a review of today
        </button>
      </div>
    </form>
  );
}

function Rules({ stands, onDone }: { stands: Access; onDone: () => void }) {
  const tell = useToast();
  const [form, set] = useState({ secret_days: text(stands.secret_days), review_days: text(stands.review_days), stale_days: text(stands.stale_days) });
  const [problem, setProblem] = useState<Problem | null>(null);
  const keep = () =>
    put("/access", { secret_days: Number(form.secret_days), review_days: Number(form.review_days), stale_days: Number(form.stale_days) }).then(
      () => {
        tell("It holds from now on");
        onDone();
      },
      (refused: unknown) => setProblem(problemFrom(refused)),
    );
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField label="Days that a secret may sign (empty: no limit)" type="number" value={form.secret_days} onInput={(secret_days) => set((old) => ({ ...old, secret_days }))} />
      <TextField label="Days between reviews (empty: none asked for)" type="number" value={form.review_days} onInput={(review_days) => set((old) => ({ ...old, review_days }))} />
      <TextField label="Days without signing in, until an account is unused (empty: never)" type="number" value={form.stale_days} onInput={(stale_days) => set((old) => ({ ...old, stale_days }))} />
      {problem && <Failed problem={problem} />}
      <div class="row">
        <button type="submit" class="btn">
          Keep the rules
        </button>
      </div>
    </form>
  );
}

// of: one user's alone.
export function Sessions({ title, note, of }: { title: string; note: string; of?: string }) {
  const tell = useToast();
  const sessions = useAll<OpenSession>("/sessions", EVERY);
  const [problem, setProblem] = useState<Problem | null>(null);
  const end = (id: string) => {
    remove(`/sessions/${id}`).then(
      () => {
        tell("The session has ended");
        sessions.reload();
      },
      (refused: unknown) => setProblem(problemFrom(refused)),
    );
  };
  return (
    <Card title={title} note={note} flush>
      {problem && <Failed problem={problem} />}
      <Ready of={sessions}>
        {(data) =>
          data.items.length === 0 ? (
            <Empty title="None">
              <p>Nobody is signed in.</p>
            </Empty>
          ) : (
            <Table
              caption="Open sessions"
              rows={data.items.filter((one) => !of || one.user === of)}
              rowKey={(one) => one.session}
              columns={[
                { head: "Of", cell: (one) => <span class="strong">{one.user}</span> },
                { head: "From", text: true, cell: (one) => one.terminal },
                { head: "Began", cell: (one) => <Instant at={one.began_at} plain /> },
                { head: "Used", cell: (one) => <Instant at={one.used_at} plain /> },
                { head: "Ends unless used", cell: (one) => <Instant at={one.ends_at} plain /> },
                {
                  head: "",
                  spoken: "End",
                  cell: (one) =>
                    one.current ? (
                      <span class="quiet">this one</span>
                    ) : (
                      <button type="button" class="btn small" onClick={() => end(one.session)}>
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
  );
}
