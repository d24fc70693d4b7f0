// What an entry of a signal says, key by key.
import type { SignalEntry } from "../../api/signal";
import { title } from "../../words";
import { Value } from "../casefile/record";

export function EntryFacts({ entry }: { entry: SignalEntry }) {
  return (
    <dl class="facts small">
      {Object.entries(entry.content)
        .filter(([key]) => !/^devices\[\d+\]\.device$/.test(key))
        .map(([key, value]) => [
          <dt key={key}>{title(key.replace(/^devices\[\d+\]\.name$/, "device").replace(/\[(\d+)\]\.?/g, " $1 "))}</dt>,
          <dd key={`${key} is`}>
            <Value value={value} />
          </dd>,
        ])}
    </dl>
  );
}
