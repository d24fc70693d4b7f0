// Nothing was found: of how many sources that is said, as of when, and what could not be looked for. Never a bare "none".
import type { Feed } from "../api/types";
import { EVERY, useAll } from "../api/use";
import { relativeDay } from "../dates";
import { useToday } from "../session";
import { plural } from "../words";

// unseen: components that name nothing which can be looked up; left out where nobody has counted them.
export function Silence({ unseen }: { unseen?: number | undefined }) {
  const today = useToday();
  const feeds = useAll<Feed>("/feeds", EVERY);
  if (feeds.data === null) return null;
  const counted = feeds.data.items.filter((one) => !one.off);
  const newest = counted.map((one) => one.newest ?? "").sort().at(-1);
  if (counted.length === 0)
    return (
      <p>
        <span class="strong">No source has been imported</span>, so nothing could be found.
      </p>
    );
  return (
    <p>
      <span class="strong">{`0 matches from ${plural(counted.length, "source")}`}</span>
      {newest && `, the newest record of ${newest.slice(0, 10)}, ${relativeDay(newest.slice(0, 10), today)}`}
      {unseen ? `; ${plural(unseen, "component")} cannot be matched` : ""}. Nothing listed is no proof of nothing there.
    </p>
  );
}
