// Long work: the server tells how far it is, as events, until it is done.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { API, get, post, type Problem } from "../api/client";
import { problemFrom, useList } from "../api/use";
import { useWho } from "../session";
import { number, says } from "../words";
import { Icon } from "./icon";
import { Card, Failed, Notice } from "./page";
import { Table } from "./table";
import { Instant } from "./time";

interface Told {
  state: "waiting" | "running" | "done" | "failed";
  done: number; // so many of something
  at: string; // where it is
  error?: string;
  remedy?: string;
  again?: boolean; // it failed, and can be asked for anew
  job?: number;
  kind?: string;
  who?: string;
  added_at?: string;
  file?: string; // the name of what it made
  result?: Record<string, unknown>;
}

// kind: one of the own that is under way when the page is opened is told of too.
export function useJob(onDone: () => void, unit = "records", kind?: string): { follow: (id: number | string) => void; view: ComponentChildren; shown: number | undefined } {
  const [id, follow] = useState<number | string | null>(null);
  const [told, tell] = useState<Told | null>(null);
  const { session } = useWho();
  useEffect(() => {
    if (!kind) return;
    const stop = new AbortController();
    const take = (all: Told[]) => follow((old) => old ?? all.find((one) => one.kind === kind && one.who === session?.user && isOpen(one))?.job ?? null);
    get<{ items: Told[] }>("/jobs", stop.signal).then(
      ({ data }) => take(data.items),
      () => undefined,
    );
    return () => stop.abort();
  }, [kind]);
  useEffect(() => {
    if (id === null) return;
    const events = new EventSource(`${API}/jobs/${encodeURIComponent(String(id))}/events`);
    const heard = (event: MessageEvent<string>) => {
      const now = JSON.parse(event.data) as Told;
      tell(now);
      if (event.type === "end") {
        events.close();
        onDone();
      }
    };
    events.addEventListener("progress", heard);
    events.addEventListener("end", heard);
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) tell((old) => (old?.state === "done" ? old : { state: "failed", done: 0, at: "", error: "The server no longer tells of this work; it may go on." }));
    };
    return () => events.close();
  }, [id]);
  return { follow, view: told && <Progress told={told} unit={unit} onAgain={follow} />, shown: told?.job };
}

const isOpen = (one: Told) => one.state === "waiting" || one.state === "running";

// What one has had made before, as far as the server keeps it: also after it was started again. shown: the job that
// stands on the page already.
export function MadeBefore({ kind, title, shown }: { kind: string; title: string; shown: number | undefined }) {
  const { session } = useWho();
  const jobs = useList<Told>("/jobs");
  const [problem, setProblem] = useState<Problem | null>(null);
  const mine = (jobs.data?.items ?? []).filter((one) => one.kind === kind && one.who === session?.user && one.job !== shown);
  if (mine.length === 0) return null;
  const again = (one: Told) =>
    void askAgain(one).then(
      () => jobs.reload(),
      (refused: unknown) => setProblem(problemFrom(refused)),
    );
  return (
    <Card title={title} flush>
      {problem && <Failed problem={problem} />}
      <Table
        caption={title}
        rows={mine}
        rowKey={(one) => String(one.job)}
        columns={[
          { head: "Asked for", cell: (one) => <Instant at={one.added_at ?? null} /> },
          { head: "File", cell: (one) => (one.file ? <FileLink of={one} /> : <span class="soft">{one.state === "failed" ? one.error : says(one.state)}</span>) },
          {
            head: "",
            spoken: "Try again",
            cell: (one) =>
              one.again && (
                <button type="button" class="btn small" onClick={() => again(one)}>
                  Try again
                </button>
              ),
          },
        ]}
      />
    </Card>
  );
}

const askAgain = async (one: Told) => (await post<{ job: number }>(`/jobs/${one.job}/again`, {})).data.job;

function FileLink({ of: one }: { of: Told }) {
  return (
    <a class="btn small" href={`${API}/jobs/${one.job}/file`} download={one.file}>
      <Icon name="down" size={14} /> {one.file}
    </a>
  );
}

function Progress({ told, unit, onAgain }: { told: Told; unit: string; onAgain: (job: number) => void }) {
  const [refused, refuse] = useState<Problem | null>(null);
  const problem = refused ?? { status: 0, title: "It was not done", detail: told.error ?? "", ...(told.remedy ? { remedy: told.remedy } : {}) };
  const again = () => void askAgain(told).then(onAgain, (why: unknown) => refuse(problemFrom(why)));
  if (told.state === "failed") return <Failed problem={problem} {...(told.again ? { again } : {})} />;
  if (told.state === "done")
    return (
      <Notice tone="good">
        <p class="strong">Done</p>
        {told.file && (
          <p>
            <FileLink of={told} />
          </p>
        )}
        {typeof told.result?.sha256 === "string" && <p class="tiny soft">SHA-256 {told.result.sha256}</p>}
        <p>
          {Object.entries(told.result ?? {})
            .filter(([, value]) => typeof value === "number" && value > 0)
            .map(([name, value]) => `${number(value as number)} ${says(name)}`)
            .join(", ")}
        </p>
      </Notice>
    );
  return (
    <div class="stack tight" role="status">
      <span class="small">{told.state === "waiting" ? "Waiting for its turn" : `${number(told.done)} ${unit}, ${told.at}`}</span>
      <progress class="progress" aria-label="Working" />
    </div>
  );
}
