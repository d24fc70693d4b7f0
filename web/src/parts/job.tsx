// Long work: the server tells how far it is, as events, until it is done.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { API } from "../api/client";
import { Failed, Notice } from "./page";

interface Told {
  state: "waiting" | "running" | "done" | "failed";
  says?: string;
  done?: number;
  of?: number;
  percent?: number;
}

export function useJob(onDone: () => void): { follow: (id: number | string) => void; view: ComponentChildren } {
  const [id, follow] = useState<number | string | null>(null);
  const [told, tell] = useState<Told | null>(null);
  useEffect(() => {
    if (id === null) return;
    const events = new EventSource(`${API}/jobs/${encodeURIComponent(String(id))}`);
    events.onmessage = (event: MessageEvent<string>) => {
      const now = JSON.parse(event.data) as Told;
      tell(now);
      if (now.state === "done" || now.state === "failed") {
        events.close();
        onDone();
      }
    };
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) tell((old) => (old?.state === "done" ? old : { state: "failed", says: "The server no longer tells of this work; it may go on." }));
    };
    return () => events.close();
  }, [id]);
  return { follow, view: told && <Progress told={told} /> };
}

function Progress({ told }: { told: Told }) {
  if (told.state === "failed") return <Failed problem={{ status: 0, title: "It was not done", detail: told.says ?? "" }} />;
  if (told.state === "done")
    return (
      <Notice tone="good">
        <p>{told.says ?? "Done."}</p>
      </Notice>
    );
  const part = told.percent ?? (told.of ? Math.round(((told.done ?? 0) / told.of) * 100) : null);
  return (
    <div class="stack tight" role="status">
      <span class="small">{told.says ?? (told.state === "waiting" ? "Waiting for its turn" : "Working")}</span>
      <progress class="progress" max={100} {...(part === null ? {} : { value: part })}>
        {part ?? ""}
      </progress>
    </div>
  );
}
