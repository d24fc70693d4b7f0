// Open casefiles with their clocks. Each is read once; a casefile of a closed one is not asked for.
import type { CaseHead, Casefile } from "../../api/casefile";
import { useResource } from "../../api/use";
import { State } from "../../parts/chip";
import { MiniClock } from "../../parts/lanes";
import { Empty } from "../../parts/page";
import { May } from "../../parts/may";
import { to } from "../../router";
import { useWho } from "../../session";

export function CaseClocks({ cases }: { cases: CaseHead[] }) {
  if (cases.length === 0)
    return (
      <Empty title="No casefile is open">
        <p>A casefile holds everything about one vulnerability in one device, from signal to closure.</p>
        <May act="POST /casefiles">
          <a class="btn" href="/casefiles?new=1">
            Open a casefile
          </a>
        </May>
      </Empty>
    );
  return (
    <ul>
      {cases.slice(0, 12).map((one) => (
        <CaseLine key={one.casefile} head={one} />
      ))}
    </ul>
  );
}

function CaseLine({ head }: { head: CaseHead }) {
  const user = useWho().session?.user;
  const { data } = useResource<Casefile>(`/casefiles/${head.casefile}`);
  return (
    <li>
      <a class="record case-line" href={to("casefiles", head.casefile)}>
        <span>
          <span class="name">{head.title || head.vulnerability}</span>
          <span class="quiet small">
            {" "}
            · {head.device}
            {data?.casefile.opened_by === user && ", opened by you"}
          </span>
        </span>
        {data?.clock ? (
          <span class="row">
            <MiniClock clock={data.clock} conditions={data.determination.conditions} />
            <span class="quiet tiny num nowrap">day {data.clock.day}</span>
          </span>
        ) : (
          <span class="quiet tiny">{data ? "no clock runs" : ""}</span>
        )}
        {data ? <State state={data.determination.risk} /> : <span />}
      </a>
    </li>
  );
}
