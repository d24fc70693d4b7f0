import type { Feed } from "../../api/types";
import { daysBetween, relativeDay } from "../../dates";
import { Empty } from "../../parts/page";
import { useToday, useWho } from "../../session";
import { number } from "../../words";

// Is a source's newest record as old as the server calls old?
export function useIsOld(): (feed: Feed) => boolean {
  const { session, today } = useWho();
  const after = session?.stale_after_days ?? null;
  return (feed) => after !== null && feed.newest !== null && daysBetween(feed.newest.slice(0, 10), today) >= after;
}

export function FeedStrip({ feeds }: { feeds: Feed[] }) {
  const today = useToday();
  const isOld = useIsOld();
  if (feeds.length === 0)
    return (
      <Empty title="No source has been imported">
        <p>Without vulnerability records nothing can match. Import a file or an archive; no network is needed.</p>
        <a class="btn" href="/sources?import=1">
          Import records
        </a>
      </Empty>
    );
  return (
    <div class="strip">
      {feeds.map((feed) => (
        <a key={feed.source} href="/sources" class={feed.off ? "old" : feed.newest === null ? "none" : isOld(feed) ? "old" : ""} title={feed.off ? `turned off by ${feed.off.by}: ${feed.off.why}` : feed.newest ? `newest record ${feed.newest}` : "its records carry no date"}>
          <b>{feed.source}</b>
          {feed.off && <span class="strong">turned off</span>}
          <span class="num">{number(feed.records)} records</span>
          <span class="num">{feed.newest ? `newest ${relativeDay(feed.newest.slice(0, 10), today)}` : "no dates in it"}</span>
        </a>
      ))}
    </div>
  );
}
