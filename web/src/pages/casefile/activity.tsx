import type { Casefile } from "../../api/casefile";
import { Card } from "../../parts/page";
import { Day, Instant } from "../../parts/time";
import { title } from "../../words";

function seal(file: Casefile): string {
  const found = file.trail.verification;
  if (!found) return "The newest entries of the audit trail";
  return found.whole ? `The audit trail is whole, ${found.entries} entries` : "The audit trail is not whole";
}

export function Activity({ file }: { file: Casefile }) {
  const entries = [...file.trail.entries].reverse();
  return (
    <aside class="stack" aria-label="What happened">
      <Card title="Timeline">
        <ol class="feed-log">
          {file.timeline.map((one) => (
            <li key={one.on + one.says}>
              <span class={one.due ? "strong" : ""}>{title(one.says)}</span>
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
