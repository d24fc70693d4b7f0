// How many findings each release of a device has, of a list that may have been read in part.
import type { Rows } from "../../api/use";
import type { Finding } from "../../api/types";
import { number } from "../../words";

// The list goes release by release: of the last one that was read there may be more, and of those behind nothing is known.
export function countOf(list: Rows<Finding>): (release: string, isMeant: (finding: Finding) => boolean) => string {
  const seen = new Set(list.items.map((one) => one.release));
  const last = list.whole ? undefined : list.items.at(-1)?.release;
  return (release, isMeant) => {
    if (!list.whole && !seen.has(release)) return "not counted";
    return number(list.items.filter((one) => one.release === release && isMeant(one)).length) + (release === last ? "+" : "");
  };
}
