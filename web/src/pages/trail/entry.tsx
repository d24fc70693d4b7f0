import type { TrailEntry } from "../../api/casefile";
import { Icon } from "../../parts/icon";
import { Facts } from "../../parts/page";
import { Instant } from "../../parts/time";
import { to } from "../../router";

export function Entry({ entry, onClose }: { entry: TrailEntry; onClose: () => void }) {
  const [kind, number] = entry.object.split(" ");
  const href = kind === "casefile" && number ? to("casefiles", number) : kind === "signal" && number ? to("signals", number) : null;
  return (
    <aside class="card panel-side" aria-label={`Entry ${entry.number}`}>
      <header>
        <h2>Entry {entry.number}</h2>
        <button type="button" class="icon-btn" aria-label="Close the panel" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="body stack">
        <Facts
          rows={[
            ["What", <code>{entry.what}</code>],
            ["About", href ? <a href={href}>{entry.object}</a> : entry.object],
            ["Who", entry.who],
            ["When", <Instant at={entry.at} />],
            ["Why", entry.why],
          ]}
        />
        {entry.old && <Json title="Before" text={entry.old} />}
        {entry.new && <Json title="Now" text={entry.new} />}
        <section class="stack tight">
          <h3>Seal</h3>
          <code class="tiny">{entry.digest}</code>
          <span class="tiny quiet">over this entry and the one before, {entry.previous.slice(0, 16)}</span>
        </section>
      </div>
    </aside>
  );
}

function Json({ title, text }: { title: string; text: string }) {
  return (
    <section class="stack tight">
      <h3>{title}</h3>
      <pre class="json" tabIndex={0} aria-label={title}>
        {pretty(text)}
      </pre>
    </section>
  );
}

export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
