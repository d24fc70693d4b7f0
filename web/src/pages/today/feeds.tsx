import type { Feed } from "../../api/types";
import { daysBetween, relativeDay } from "../../dates";
import { Empty } from "../../parts/page";
import { useToday } from "../../session";
import { number } from "../../words";

export const STALE_AFTER_DAYS = 7;

export function isOld(feed: Feed, today: string): boolean {
  return feed.newest !== null && daysBetween(feed.newest.slice(0, 10), today) > STALE_AFTER_DAYS;
}

export function FeedStrip({ feeds }: { feeds: Feed[] }) {
  const today = useToday();
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
        <a key={feed.source} href="/sources" class={feed.off ? "old" : feed.newest === null ? "none" : isOld(feed, today) ? "old" : ""} title={feed.off ? `turned off by ${feed.off.by}: ${feed.off.why}` : feed.newest ? `newest record ${feed.newest}` : "its records carry no date"}>
          <b>{feed.source}</b>
          {feed.off && <span class="strong">turned off</span>}
          <span class="num">{number(feed.records)} records</span>
          <span class="num">{feed.newest ? `newest ${relativeDay(feed.newest.slice(0, 10), today)}` : "no dates in it"}</span>
        </a>
      ))}
    </div>
  );
}
