// The judgement: the matrix with what was decided, what has changed since, the rubric's questions, SSVC beside it.
import type { Casefile } from "../../api/casefile";
import { Chip, Severity } from "../../parts/chip";
import { RiskMatrix } from "../../parts/matrix";
import { Card, Notice } from "../../parts/page";
import { says, title } from "../../words";
import { Epss } from "../findings/columns";

export function Assess({ file }: { file: Casefile }) {
  const judged = file.assessments.find((one) => one.counts) ?? null;
  return (
    <>
      {file.since_assessment.length > 0 && (
        <Notice tone="warn">
          <p class="strong">What the assessment rests on has changed</p>
          <ul>
            {file.since_assessment.map((one, i) => (
              <li key={i}>{typeof one === "string" ? one : Object.values(one as Record<string, unknown>).filter(Boolean).join(" ")}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div class="grid two">
        <Card title="The matrix in force" note={`Policy ${file.determination.policy_version}`}>
          <RiskMatrix
            cells={file.matrix}
            here={judged?.exploitability && judged.severity ? { exploitability: judged.exploitability, severity: judged.severity } : null}
            after={judged?.exploitability_after && judged.severity_after ? { exploitability: judged.exploitability_after, severity: judged.severity_after } : null}
          />
        </Card>
        <Card title="Scores, beside the judgement" note="They help with exploitability and never decide">
          <dl class="facts">
            {judged?.cvss && (
              <>
                <dt>CVSS of record</dt>
                <dd>
                  <Severity severity={judged.cvss.severity} score={judged.cvss.score} /> <code class="tiny">{judged.cvss.vector}</code>
                </dd>
              </>
            )}
            {judged?.cvss_after && (
              <>
                <dt>With controls</dt>
                <dd>
                  <Severity severity={judged.cvss_after.severity} score={judged.cvss_after.score} /> <code class="tiny">{judged.cvss_after.vector}</code>
                </dd>
              </>
            )}
            {file.beside.map((line) => {
              const [name, ...value] = line.split(": ");
              return [<dt key={line}>{name}</dt>, <dd key={`${line} is`}>{name === "EPSS" && Number(value[0]) >= 0 ? <Epss value={Number(value[0])} /> : value.join(": ")}</dd>];
            })}
            {judged && (
              <>
                <dt>Before controls</dt>
                <dd>
                  {title(judged.exploitability)}, {says(judged.severity)} <Chip>{judged.cell}</Chip>
                </dd>
                <dt>After controls</dt>
                <dd>{judged.cell_after ? <>{title(judged.exploitability_after)}, {says(judged.severity_after)} <Chip>{judged.cell_after}</Chip></> : <span class="quiet">not assessed</span>}</dd>
              </>
            )}
          </dl>
        </Card>
      </div>
    </>
  );
}
