// Taking back is a triage of its own: what was decided stays among the entries, and the signal is what it was before.
import { post } from "../../api/client";
import type { Signal } from "../../api/signal";
import { problemFrom } from "../../api/use";
import { plural } from "../../words";

const WHY = "taken back at once, by the one who decided";

// before: the signals as they were.
export async function takeBack(before: readonly Signal[], tell: (says: string) => void): Promise<void> {
  if (before.length === 0) {
    tell("Nothing was decided here that could be taken back.");
    return;
  }
  try {
    for (const one of before) {
      const as = { as: one.state, reason: one.state === "new" ? WHY : one.reason || WHY };
      await post(`/signals/${one.signal}/triage`, one.state === "duplicate" ? { ...as, of: one.duplicate_of } : as);
    }
    tell(`${plural(before.length, "decision")} taken back; the entries keep ${before.length === 1 ? "it" : "them"}.`);
  } catch (why) {
    tell(problemFrom(why).detail || "That could not be taken back.");
  }
}
