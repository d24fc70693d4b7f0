// The policy: what the guidance leaves open, and how this manufacturer answers it. A change is a new version.
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import type { PolicyQuestion } from "../../api/types";
import { problemFrom, useResource } from "../../api/use";
import { Chip } from "../../parts/chip";
import { Dialog } from "../../parts/dialog";
import { TextField } from "../../parts/fields";
import { RiskMatrix } from "../../parts/matrix";
import { Card, Failed, Notice, Ready } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";
import { plural, says } from "../../words";
import { Versions } from "./versions";
import { matrixOf, matrixText, nextCell, policyDocument, VALUES, wrongInMatrix } from "./policydoc";

interface Answers {
  number: number;
  version: string;
  questions: PolicyQuestion[];
}

export function Policy() {
  // Which versions there are is read first: a version that somebody makes from then on refuses one that is made of this page.
  const versions = useResource<unknown>("/program/policies");
  const policy = useResource<Answers>(versions.data ? "/program/policies/current" : null);
  const again = () => {
    versions.reload();
    policy.reload();
  };
  if (versions.problem) return <Failed problem={versions.problem} again={again} />;
  return <Ready of={policy}>{(data) => <Editor key={data.number} policy={data} etag={versions.etag} onDone={again} />}</Ready>;
}

function Editor({ policy, etag, onDone }: { policy: Answers; etag: string | null; onDone: () => void }) {
  const [given, set] = useState<Record<string, string>>({});
  const [asking, ask] = useState(false);
  const current = (question: PolicyQuestion) => given[question.key] ?? question.answer;
  const changed = policy.questions.filter((one) => current(one) !== one.answer);
  const matrix = policy.questions.find((one) => one.key === "matrix");
  const cells = matrix ? matrixOf(current(matrix)) : {};
  const wrong = matrix ? wrongInMatrix(cells) : null;
  return (
    <div class="stack loose">
      <Notice icon="program">
        <p>
          In force: <span class="strong">{policy.version}</span>
          {policy.number === 0 ? ", the defaults" : `, number ${policy.number}`}. What a casefile concludes follows the policy of the day it is asked; every determination names it.
        </p>
      </Notice>
      {matrix && (
        <Card title="The matrix" note="A cell is turned by clicking it: C, C*, U*, U">
          <div class="stack">
            <RiskMatrix
              cells={cells}
              onPick={({ exploitability, severity }) =>
                set((old) => ({ ...old, matrix: matrixText({ ...cells, [exploitability]: { ...cells[exploitability], [severity]: nextCell(cells[exploitability]?.[severity] ?? "C") } }) }))
              }
            />
            {wrong && <Notice tone="bad">{wrong}</Notice>}
          </div>
        </Card>
      )}
      <Card title="The open questions" note="A1 to A21, with the default of each" flush>
        {policy.questions
          .filter((one) => one.key !== "matrix")
          .map((one) => (
            <div class="record policy-line" key={one.key}>
              <code>{one.question}</code>
              <span id={`policy-${one.key}`}>
                {one.asks}
                <br />
                <span class="quiet tiny">
                  {one.key}, default {says(one.default)}
                </span>
              </span>
              <span class="row">
                {current(one) !== one.default && <Chip tone="accent">chosen</Chip>}
                {VALUES[one.key] ? (
                  <select class="input small narrow" aria-labelledby={`policy-${one.key}`} value={current(one)} onChange={(event) => set((old) => ({ ...old, [one.key]: event.currentTarget.value }))}>
                    {VALUES[one.key]?.map((word) => (
                      <option key={word} value={word}>
                        {says(word)}
                      </option>
                    ))}
                  </select>
                ) : (
                  <input class="input small narrow" aria-labelledby={`policy-${one.key}`} value={current(one)} onInput={(event) => set((old) => ({ ...old, [one.key]: event.currentTarget.value }))} />
                )}
              </span>
            </div>
          ))}
        {changed.length > 0 && (
          <div class="bulk">
            <span class="strong">{plural(changed.length, "answer")} changed</span>
            <May act="POST /program/policies" says="Make it a version">
              <button type="button" class="btn small main-act" disabled={wrong !== null} onClick={() => ask(true)}>
                Make it a version
              </button>
            </May>
            <button type="button" class="btn small plain" onClick={() => set({})}>
              Leave it as it is
            </button>
          </div>
        )}
      </Card>
      <Versions onDone={onDone} />
      {asking && <Import document={(version) => policyDocument(policy.questions, given, version)} changed={changed.map((one) => `${one.question} ${one.key}: ${one.answer} → ${current(one)}`)} etag={etag} onClose={() => ask(false)} onDone={onDone} />}
    </div>
  );
}

function Import({ document, changed, etag, onClose, onDone }: { document: (version: string) => Record<string, unknown>; changed: string[]; etag: string | null; onClose: () => void; onDone: () => void }) {
  const tell = useToast();
  const [version, setVersion] = useState("");
  const [why, setWhy] = useState("");
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async () => {
    setTried(true);
    if (!version.trim() || !why.trim()) return;
    try {
      const { data } = await post<{ waits_for_approval: boolean }>("/program/policies", { policy: document(version.trim()), why: why.trim() }, { etag });
      tell(data.waits_for_approval ? `Policy ${version} waits for the approval of a second person` : `Policy ${version} is in force`);
      onClose();
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Dialog
      title="A new version of the policy"
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Not yet
          </button>
          <button type="submit" class="btn main-act">
            Keep it
          </button>
        </>
      }
    >
      <div class="form">
        <ul class="trace">
          {changed.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <TextField label="Version" required value={version} onInput={setVersion} placeholder="2026-B" wrong={tried && !version.trim() ? "A version needs a name that was not used before." : undefined} />
        <TextField label="Why" long required value={why} onInput={setWhy} wrong={tried && !why.trim() ? "The reason goes into the audit trail." : undefined} />
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}
