import type { Casefile } from "../../api/casefile";
import { Card } from "../../parts/page";
import { Day, Instant } from "../../parts/time";
import { useToday } from "../../session";
import { title } from "../../words";
import { timelineOf } from "./timeline";

function seal(file: Casefile): string {
  const found = file.trail.verification;
  if (!found) return "The newest entries of the audit trail";
  return found.whole ? `The audit trail is whole, ${found.entries} entries` : "The audit trail is not whole";
}

export function Activity({ file }: { file: Casefile }) {
  const entries = [...file.trail.entries].reverse();
  const today = useToday();
  return (
    <aside class="stack" aria-label="What happened">
      <Card title="Timeline">
        <ol class="feed-log">
          {timelineOf(file, today).map((one) => (
            <li key={one.on + one.says} class={one.tone}>
              <span>
                {one.says}
                {one.note && <span class="note"> {one.note}</span>}
              </span>
              <span class="tiny">
                <Day day={one.on} />
              </span>
            </li>
          ))}
        </ol>
      </Card>
      <Card title="Activity" note={seal(file)} actions={<a href={`/trail?object=${encodeURIComponent(`casefile ${file.casefile.number}`)}`}>Trail</a>}>
        <ol class="feed-log">
          {entries.slice(0, 12).map((entry) => (
            <li key={entry.number}>
              <span>{title(entry.what.replace(/^casefile\./, "")).replaceAll(".", " ")}</span>
              {entry.why && <span class="soft">{entry.why}</span>}
              <span class="tiny quiet">
                {entry.who}, <Instant at={entry.at} />
              </span>
            </li>
          ))}
        </ol>
      </Card>
    </aside>
  );
}
