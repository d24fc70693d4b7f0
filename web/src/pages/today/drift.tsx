// Assessments that rest on what no longer holds: each difference since, by name.
import { EVERY, useAll } from "../../api/use";
import { Chip } from "../../parts/chip";
import { Card } from "../../parts/page";
import { to } from "../../router";
import { plural } from "../../words";

interface Drift {
  casefile: number;
  vulnerability: string;
  device: string;
  closed_on: string | null;
  assessed_on: string | null;
  changes: { what: string; name: string; says: string }[];
}

export function Changed() {
  const rows = (useAll<Drift>("/drift", EVERY).data?.items ?? []).filter((one) => one.changes.length > 0);
  if (rows.length === 0) return null;
  return (
    <Card title="To be judged again" note="What an assessment rests on has changed since" flush>
      <ul>
        {rows.slice(0, 8).map((one) => (
          <li key={one.casefile}>
            <a class="record" href={to("casefiles", one.casefile, "assess")}>
              <span class="row spread">
                <span class="name">{one.vulnerability}</span>
                <Chip tone="warn" icon="warn">
                  {plural(one.changes.length, "change")}
                </Chip>
              </span>
              <span class="soft small">
                {one.device}, assessed {one.assessed_on}: {one.changes[0]?.says}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
