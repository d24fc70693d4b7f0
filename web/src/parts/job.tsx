// Long work: the server tells how far it is, as events, until it is done.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { API } from "../api/client";
import { number, says } from "../words";
import { Icon } from "./icon";
import { Failed, Notice } from "./page";

interface Told {
  state: "waiting" | "running" | "done" | "failed";
  done: number; // so many of something
  at: string; // where it is
  error?: string;
  remedy?: string;
  job?: number;
  file?: string; // the name of what it made
  result?: Record<string, unknown>;
}

export function useJob(onDone: () => void, unit = "records"): { follow: (id: number | string) => void; view: ComponentChildren } {
  const [id, follow] = useState<number | string | null>(null);
  const [told, tell] = useState<Told | null>(null);
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
  return { follow, view: told && <Progress told={told} unit={unit} /> };
}

function Progress({ told, unit }: { told: Told; unit: string }) {
  if (told.state === "failed") return <Failed problem={{ status: 0, title: "It was not done", detail: told.error ?? "", ...(told.remedy ? { remedy: told.remedy } : {}) }} />;
  if (told.state === "done")
    return (
      <Notice tone="good">
        <p class="strong">Done</p>
        {told.file && (
          <p>
            <a class="btn small" href={`${API}/jobs/${told.job}/file`} download={told.file}>
              <Icon name="down" size={14} /> {told.file}
            </a>
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
