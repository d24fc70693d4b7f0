// Where a casefile stands: the verdict, its clocks, the four conditions, what is owed.
import type { Casefile, Obligation } from "../../api/casefile";
import { Chip, State } from "../../parts/chip";
import { Lanes } from "../../parts/lanes";
import { RiskMatrix } from "../../parts/matrix";
import { Card, Notice } from "../../parts/page";
import { Table } from "../../parts/table";
import { Day, DueChip } from "../../parts/time";
import { conditionSays, says, title } from "../../words";
import { Icon } from "../../parts/icon";

export function Overview({ file }: { file: Casefile }) {
  const d = file.determination;
  const judged = file.assessments.find((one) => one.counts) ?? null;
  return (
    <div class="stack loose">
      {file.clock && (
        <Card title="Clocks" note={`Learned of on ${file.clock.day0}; today is day ${file.clock.day}. Calendar days to the end of the local day, in ${d.time_zone}.`}>
          <Lanes clock={file.clock} obligations={d.obligations} />
        </Card>
      )}
      <div class="grid two">
        <Card title="Risk" note={judged ? `Assessed ${judged.on ?? ""}: ${says(judged.exploitability)} exploitability, ${says(judged.severity)} harm` : "Not assessed yet"}>
          <RiskMatrix
            cells={file.matrix}
            here={judged?.exploitability && judged.severity ? { exploitability: judged.exploitability, severity: judged.severity } : null}
            after={judged?.exploitability_after && judged.severity_after ? { exploitability: judged.exploitability_after, severity: judged.severity_after } : null}
          />
        </Card>
        <Verdict file={file} />
      </div>
      <Conditions file={file} />
      <Card title="What is owed" note="And what was met, with the clause it comes from" flush>
        <Table
          caption="Obligations"
          rows={d.obligations.filter((one) => !isKept(one)).sort((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999"))}
          rowKey={(one, i) => `${one.kind} ${i}`}
          columns={[
            { head: "State", cell: (one) => <State state={one.state} /> },
            {
              head: "What",
              cell: (one) => (
                <>
                  <span class="strong">{title(one.kind)}</span>
                  {one.says && <><br /><small class="soft">{one.says}</small></>}
                </>
              ),
            },
            { head: "To", cell: (one) => says(one.to) },
            { head: "Since", cell: (one) => <span class="num nowrap">{one.starts ?? "-"}</span> },
            { head: "Due", cell: (one) => <span class="num nowrap">{one.due ?? "no day"}</span> },
            { head: "", spoken: "Left", cell: (one) => (one.met_on ? <span class="quiet nowrap">met {one.met_on}</span> : <DueChip day={one.due} />) },
            { head: "Clause", cell: (one) => <span class="cite">{one.cites.join("; ")}</span> },
          ]}
        />
      </Card>
      <Kept kept={d.obligations.filter(isKept)} />
    </div>
  );
}

// What is kept through a day is never due: it has a last day, or why that is not known.
export function isKept(one: Obligation): boolean {
  return one.kind.startsWith("keep_");
}

function Kept({ kept }: { kept: Obligation[] }) {
  return (
    <Card title="To be kept" note="Through which day, and why; nothing of it is deleted before, nor after by this program" flush>
      <Table
        caption="What is to be kept"
        rows={kept}
        rowKey={(one, i) => `${one.kind} ${i}`}
        columns={[
          { head: "State", cell: (one) => <State state={one.state === "met" ? "over" : one.state} /> },
          { head: "What", cell: (one) => <span class="strong">{title(one.kind)}</span> },
          { head: "Since", cell: (one) => <span class="num nowrap">{one.starts ?? "-"}</span> },
          { head: "Until", cell: (one) => <span class="num nowrap">{one.until ?? "not known"}</span> },
          { head: "How long", cell: (one) => one.says },
          { head: "Clause", cell: (one) => <span class="cite">{one.cites.join("; ")}</span> },
        ]}
      />
    </Card>
  );
}

export function Verdict({ file }: { file: Casefile }) {
  const d = file.determination;
  return (
    <Card title="What the rules conclude" note={`On ${d.today}, regime ${d.regime}, rules ${d.rules_version}, policy ${d.policy_version}`}>
      <div class="stack">
      <dl class="facts">
        <dt>Risk</dt>
        <dd>
          <State state={d.risk} />
          {d.risk_after !== "undetermined" && (
            <>
              {" "}
              with controls <State state={d.risk_after} />
            </>
          )}
        </dd>
        <dt>Discretion</dt>
        <dd>
          <State state={d.discretion} />
        </dd>
        <dt>806 report</dt>
        <dd>
          <State state={d.report_806} /> {d.report_806_due && <Day day={d.report_806_due} />}
          {d.report_806_due_if_lapsed && (
            <>
              {" "}
              if a condition fails due <Day day={d.report_806_due_if_lapsed} />
            </>
          )}
        </dd>
        {d.report_806_number && (
          <>
            <dt>Its number</dt>
            <dd class="num">{d.report_806_number}</dd>
          </>
        )}
        <dt>Recall class</dt>
        <dd>{d.proposed_recall_class ? `${d.proposed_recall_class}, proposed` : <span class="quiet">none proposed</span>}</dd>
        <dt>Keep until</dt>
        <dd>{d.retention?.until ? <Day day={d.retention.until} /> : <span class="quiet">no day</span>}</dd>
      </dl>
      {d.out_of_cycle_update && (
        <p class="small soft row from-top">
          <Icon name="clock" size={16} /> A cyber device with an uncontrolled risk: updated as soon as possible, out of cycle.
        </p>
      )}
      {d.warnings.length > 0 && (
        <Notice tone="warn">
          <p>To look at now:</p>
          <ul>
            {d.warnings.map((one) => (
              <li key={one.says}>{one.says}</li>
            ))}
          </ul>
        </Notice>
      )}
      {!d.final && (
        <Notice tone="warn">
          <p>Not final: {d.missing.length ? "the rules need to know " : "something the rules need is unknown."}</p>
          {d.missing.length > 0 && (
            <ul>
              {d.missing.map((key) => (
                <li key={key}>
                  <code>{key}</code>
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      </div>
    </Card>
  );
}

const MARKS = { met: "check", failed: "cross", pending: "clock" } as const;

export function Conditions({ file }: { file: Casefile }) {
  const d = file.determination;
  if (d.conditions.length === 0) return null;
  return (
    <Card title="The four conditions" note="Of FDA's enforcement discretion for an uncontrolled risk (PMG VII.B)" flush>
      {d.conditions.map((one) => {
        const rule = d.rationale.find((reason) => reason.says === one.why || one.why.startsWith(reason.says.replace(/\.$/, "")));
        return (
          <div class="cond" key={one.id}>
            <Chip tone={one.state === "met" ? "good" : one.state === "failed" ? "bad" : ""}>
              <Icon name={MARKS[one.state as keyof typeof MARKS] ?? "help"} size={13} />
            </Chip>
            <span class="strong">{conditionSays(one.id)}</span>
            <span class="row">
              <State state={one.state} />
              {one.state === "pending" && one.due && <DueChip day={one.due} />}
            </span>
            <span class="why">
              {one.why} {rule && <span class="cite">[{rule.rule}: {rule.cites.join("; ")}]</span>}
            </span>
          </div>
        );
      })}
    </Card>
  );
}

export function Reasons({ file }: { file: Casefile }) {
  return (
    <Card title="Why" note="Every rule that spoke, the sentence it says, and the clause it comes from" flush>
      {file.determination.rationale.map((reason) => (
        <div class="reason" key={reason.rule + reason.says}>
          <code>{reason.rule}</code>
          <span>{reason.says}</span>
          <span class="cite">
            {reason.cites.join("; ")}
            {reason.facts.length > 0 && ` · rests on ${reason.facts.join(", ")}`}
          </span>
        </div>
      ))}
    </Card>
  );
}
