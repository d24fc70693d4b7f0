// What is owed, a line each; and of it what regulatory affairs decide.
import type { Due } from "../../api/types";
import { Card } from "../../parts/page";
import { DueChip } from "../../parts/time";
import { to } from "../../router";
import { says, title } from "../../words";

export function Owed({ one }: { one: Due }) {
  const href = one.casefile ? to("casefiles", one.casefile) : to("signals", one.signal ?? 0);
  return (
    <li>
      <a class="due-row" href={href}>
        <span class="days">
          <DueChip day={one.due} />
        </span>
        <span>
          <span class="what">{title(one.kind)}</span>
          <span class="soft">
            {" "}
            to {says(one.to)} · {one.casefile ? `casefile ${one.casefile}, ${one.vulnerability}` : `signal ${one.signal}`}
            {one.device && ` · ${one.device}`}
          </span>
          <br />
          <span class="cite">{one.cites}</span>
        </span>
        <span class="left quiet small">{one.due ?? ""}</span>
      </a>
    </li>
  );
}

// Decisions and reports of 21 CFR 806, and of what goes with them: with a day or without.
const REGULATORY = new Set(["report_806", "amend_806", "record_806_20", "evaluate_premarket", "decide_mdr", "mdr_30_day", "mdr_5_day", "mdr_summary", "supplement_mdr", "submit_item", "periodic_report"]);

export function Decisions({ dues }: { dues: Due[] }) {
  const some = dues.filter((one) => REGULATORY.has(one.kind));
  return (
    <Card title="806 decisions and reports" note="Over all casefiles; those without a day stand below" flush={some.length > 0}>
      {some.length === 0 ? (
        <p class="soft">None waits.</p>
      ) : (
        <ul>
          {some.slice(0, 9).map((one, i) => (
            <Owed key={i} one={one} />
          ))}
        </ul>
      )}
    </Card>
  );
}
