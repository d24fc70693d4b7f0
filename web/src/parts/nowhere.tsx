// What stands at an address that leads nowhere: a page, a tab or a step that there is not; or where the server refuses.
import type { Problem } from "../api/client";
import { Empty, Failed, PageHead, type Crumb } from "./page";
import { place } from "../router";

export function Nowhere({ crumbs }: { crumbs?: Crumb[] }) {
  return (
    <>
      <PageHead title="No such page" {...(crumbs ? { crumbs } : {})} />
      <Empty title={`There is nothing at ${place().path + location.search}`}>
        <p>
          The address may be cut short. {crumbs?.[0] && <><a href={crumbs[0].href}>{crumbs[0].says}</a> is the page above it, </>}
          <a href="/">Today</a> leads to everything, and <kbd>/</kbd> searches.
        </p>
      </Empty>
    </>
  );
}

export function FailedPage({ title, crumbs, problem, again }: { title: string; crumbs: Crumb[]; problem: Problem; again: () => void }) {
  return (
    <>
      <PageHead title={title} crumbs={crumbs} />
      <Failed problem={problem} again={again} />
    </>
  );
}
