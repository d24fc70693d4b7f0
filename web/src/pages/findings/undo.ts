// Taking back is a change of its own: the statement stays in the history, withdrawn.
import { remove } from "../../api/client";
import { problemFrom } from "../../api/use";
import { plural } from "../../words";

export async function undo(statements: readonly number[], tell: (says: string) => void): Promise<void> {
  if (statements.length === 0) {
    tell("Nothing was decided here that could be taken back.");
    return;
  }
  try {
    for (const number of statements) await remove(`/statements/${number}`, { reason: "taken back at once, by the one who decided" });
    tell(`${plural(statements.length, "decision")} taken back; the history keeps ${statements.length === 1 ? "it" : "them"}.`);
  } catch (why) {
    tell(problemFrom(why).detail || "That could not be taken back.");
  }
}
