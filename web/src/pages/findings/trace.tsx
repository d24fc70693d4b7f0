// One finding from the side: what it is, why it is one, who says so, and what was decided.
import { useEffect } from "preact/hooks";
import type { CaseHead } from "../../api/casefile";
import type { Finding, Statement } from "../../api/types";
import { part } from "../../api/client";
import { useList, useResource, type List } from "../../api/use";
import { Chip, Kev, Severity, State } from "../../parts/chip";
import { Icon } from "../../parts/icon";
import { Facts, Ready } from "../../parts/page";
import { Day } from "../../parts/time";
import { May } from "../../parts/may";
import { to } from "../../router";
import { exactly, says, TIERS } from "../../words";
import { Epss } from "./columns";
import { severityOf } from "./order";

interface Props {
  device: string;
  release: string;
  vulnerability: string;
  turn: number; // counts decisions: read again after each
  onClose: () => void;
  onDecide: (findings: Finding[]) => void;
}

// The path gives one finding, or where several components have it, all of them.
function asList(data: Finding | Finding[] | List<Finding>): Finding[] {
  if (Array.isArray(data)) return data;
  return "items" in data ? data.items : [data];
}

export function TracePanel({ device, release, vulnerability, turn, onClose, onDecide }: Props) {
  const found = useResource<Finding | Finding[] | List<Finding>>(`/findings/${part(device)}/${part(release)}/${part(vulnerability)}`);
  const again = found.reload;
  useEffect(() => {
    if (turn > 0) again();
  }, [turn, again]);
  const cases = useList<CaseHead>(`/casefiles?vulnerability=${part(vulnerability)}&limit=200`);
  const own = cases.data?.items.find((one) => one.vulnerability === vulnerability && one.device === device);
  return (
    <aside class="card panel-side" aria-label={`${vulnerability} in ${device} ${release}`}>
      <header>
        <div>
          <h2>
            <a href={to("vulnerabilities", vulnerability)}>{vulnerability}</a>
          </h2>
          <p>
            in <a href={to("devices", device, "releases", release)}>{`${device} ${release}`}</a>
          </p>
        </div>
        <button type="button" class="icon-btn" aria-label="Close the panel" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="body stack">
        <Ready of={found}>
          {(data) => {
            const all = asList(data);
            const first = all[0];
            if (!first) return <p class="soft">This finding is gone: no record in the store says so any more.</p>;
            return (
              <>
                <p>{first.summary}</p>
                <div class="row wrap">
                  <Severity severity={severityOf(first)} score={first.cvss[0]?.score} />
                  <Kev lists={first.exploited_in} />
                  {first.aliases.map((name) => (
                    <Chip key={name}>{name}</Chip>
                  ))}
                </div>
                <div class="row wrap">
                  <May act="POST /statements" says="Decide">
                    <button type="button" class="btn main-act small" onClick={() => onDecide(all)}>
                      Decide
                    </button>
                  </May>
                  {own ? (
                    <a class="btn small" href={to("casefiles", own.casefile)}>
                      Casefile {own.casefile}
                    </a>
                  ) : (
                    <May act="POST /casefiles" says="Open a casefile">
                      <a class="btn small" href={`/casefiles?new=1&device=${part(device)}&vulnerability=${part(vulnerability)}&release=${part(release)}`}>
                        Open a casefile
                      </a>
                    </May>
                  )}
                </div>
                <Facts
                  rows={[
                    ["EPSS", <Epss value={first.epss} />],
                    ["Published", first.published ? <Day day={first.published} /> : null],
                    ["Fixed in", first.fixed_in.length ? first.fixed_in.join(", ") : <span class="quiet">no source names a version</span>],
                  ]}
                />
                {all.map((one) => (
                  <OneComponent key={one.component.name + one.component.version} one={one} />
                ))}
                {first.cvss.length > 0 && (
                  <section class="stack tight">
                    <h3>Scores</h3>
                    <ul class="trace">
                      {first.cvss.map((score, i) => (
                        <li key={score.source + score.vector}>
                          <span class="row spread">
                            <Severity severity={score.severity} score={score.score} />
                            <span class="quiet tiny">{score.source}{i === 0 ? ", counts" : ""}</span>
                          </span>
                          <code class="tiny">{score.vector}</code>
                        </li>
                      ))}
                    </ul>
                  </section>
                )}
              </>
            );
          }}
        </Ready>
      </div>
    </aside>
  );
}

function OneComponent({ one }: { one: Finding }) {
  return (
    <section class="stack tight">
      <div class="row spread wrap">
        <h3>
          <a href={`/components/${part(exactly(one.component.name, one.component.version))}`}>
            {one.component.name} {one.component.version}
          </a>
        </h3>
        <State state={one.state} />
      </div>
      <code class="tiny quiet">{one.component.purl ?? one.component.cpe ?? "names neither purl nor CPE"}</code>
      <p class="small">
        <span class="strong">Tier {one.tier}</span>, {TIERS[one.tier] ?? "unknown"}. <span class="strong">{one.source}</span> decides:
      </p>
      <ul class="trace">
        {one.trace.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {one.others.length > 0 && (
        <details>
          <summary class="small">{`${one.others.length} other ${one.others.length === 1 ? "source speaks" : "sources speak"} of it`}</summary>
          <ul class="trace">
            {one.others.map((other) => (
              <li key={other.source + other.why}>
                <span class="strong">{other.source}</span>, tier {other.tier}, {says(other.state)}: {other.why}
              </li>
            ))}
          </ul>
        </details>
      )}
      {one.statement && <Said statement={one.statement} />}
      {(one.other_statements ?? []).map((statement) => (
        <Said key={`${statement.id} ${statement.document}`} statement={statement} />
      ))}
    </section>
  );
}

export function Said({ statement }: { statement: Statement }) {
  return (
    <div class="notice">
      <Icon name={statement.origin === "own" ? "pen" : "message"} size={16} />
      <div class="grow small">
        <p>
          <State state={statement.status} /> <span class="quiet">{statement.standing}</span>
        </p>
        {statement.justification && <p>{says(statement.justification)}</p>}
        <p>{statement.reason ?? statement.impact_statement ?? statement.action_statement ?? ""}</p>
        <p class="quiet tiny">
          {statement.origin === "own" ? "own decision" : "supplier"} {statement.id ?? ""} by {statement.by ?? "somebody not named"}, for the {statement.scope}
          {statement.until ? `, until ${statement.until}` : ""}
        </p>
      </div>
    </div>
  );
}
