// Who must have a second factor, and taking it off who lost it.
import { useState } from "preact/hooks";
import { part, put, remove, type Problem } from "../../api/client";
import type { User } from "../../api/types";
import { problemFrom, useResource } from "../../api/use";
import { SeveralField } from "../../parts/fields";
import { Card, Failed, Ready } from "../../parts/page";
import { useToast } from "../../parts/toast";

interface Demand {
  roles: string;
}

export function FactorOff({ user, why, onDone, onProblem }: { user: User; why: string; onDone: () => void; onProblem: (problem: Problem) => void }) {
  const off = () => {
    if (!why.trim()) return onProblem({ status: 0, title: "Why is it taken off?", detail: "The reason stands in the audit trail." });
    remove(`/users/${part(user.name)}/second-factor`, { why }).then(onDone, (refused: unknown) => onProblem(problemFrom(refused)));
  };
  return (
    <button type="button" class="btn small" onClick={off}>
      Take off the second factor
    </button>
  );
}

export function FactorDemand({ roles }: { roles: readonly string[] }) {
  const demand = useResource<Demand>("/second-factor");
  return (
    <Card title="Who must have a second factor" note="Who has such a role and lacks it can sign in, and set it up">
      <Ready of={demand}>{(data) => <DemandForm key={data.roles} roles={roles} stands={data.roles.split(",").map((one) => one.trim()).filter(Boolean)} onDone={demand.reload} />}</Ready>
    </Card>
  );
}

function DemandForm({ roles, stands, onDone }: { roles: readonly string[]; stands: string[]; onDone: () => void }) {
  const tell = useToast();
  const [asked, set] = useState(stands);
  const [problem, setProblem] = useState<Problem | null>(null);
  const keep = () =>
    put("/second-factor", { roles: asked }).then(
      () => {
        tell(asked.length ? "It is asked for" : "It is asked of nobody");
        onDone();
      },
      (refused: unknown) => setProblem(problemFrom(refused)),
    );
  return (
    <div class="form">
      <SeveralField label="Roles" words={roles} value={asked} onInput={set} />
      {problem && <Failed problem={problem} />}
      <div class="row">
        <button type="button" class="btn" onClick={() => void keep()}>
          Ask for it
        </button>
      </div>
    </div>
  );
}
