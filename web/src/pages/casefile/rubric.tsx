// MITRE's rubric for medical devices: questions about the device, whose answers give the base metrics of CVSS.
import { useState } from "preact/hooks";
import { put, type Problem } from "../../api/client";
import { problemFrom, useResource } from "../../api/use";
import { Chip, Severity } from "../../parts/chip";
import { Card, Failed, Ready } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { May, useMay } from "../../parts/may";
import { plural, title } from "../../words";

interface Question {
  id: string;
  question: string;
  choices: string;
  asked: boolean;
  answer: string | null;
  gives: string | null;
}

interface RubricState {
  edition: string;
  record: number | null;
  open_questions: number;
  vector: string | null;
  score: number | null;
  severity?: string | null;
  patient_safety: string[];
  questions: Question[];
}

export function Rubric({ number, closed, onDone }: { number: number; closed: boolean; onDone: () => void }) {
  const rubric = useResource<RubricState>(`/casefiles/${number}/rubric`);
  const tell = useToast();
  const may = useMay()("PUT /casefiles/{casefile}/rubric");
  const [given, set] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async () => {
    try {
      await put(`/casefiles/${number}/rubric`, { answers: given }, { etag: rubric.etag });
      tell(`${plural(Object.keys(given).length, "answer")} recorded`);
      set({});
      setProblem(null);
      rubric.reload();
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Card title="Rubric for medical devices" note={rubric.data?.edition} flush actions={!may && <May act="PUT /casefiles/{casefile}/rubric" says="Answer">{null}</May>}>
      <Ready of={rubric}>
        {(data) => (
          <div>
            <div class="row wrap record">
              {data.vector ? (
                <>
                  <Severity severity={data.severity ?? bandOf(data.score)} score={data.score} />
                  <code class="small">{data.vector}</code>
                </>
              ) : (
                <Chip icon="help">{plural(data.open_questions, "question")} open: no vector yet</Chip>
              )}
              {data.patient_safety.length > 0 && (
                <Chip tone="warn" icon="warn">
                  potential impact to patient safety: {data.patient_safety.join(", ")}
                </Chip>
              )}
            </div>
            <div class="questions">
              {data.questions
                .filter((one) => one.asked || one.answer)
                .map((one) => (
                  <div key={one.id} class="question" role="radiogroup" aria-labelledby={`q-${one.id}`}>
                    <span id={`q-${one.id}`}>
                      {one.question} <span class="cite nowrap">{one.id}{one.gives ? `, gives ${one.gives}` : ""}</span>
                    </span>
                    <span class="choices">
                      {one.choices.split("|").map((word) => (
                        <label key={word}>
                          <input type="radio" name={one.id} value={word} disabled={closed || !may} checked={(given[one.id] ?? one.answer) === word} onChange={() => set((old) => ({ ...old, [one.id]: word }))} />
                          {title(word)}
                        </label>
                      ))}
                    </span>
                  </div>
                ))}
            </div>
            {problem && <Failed problem={problem} />}
            {Object.keys(given).length > 0 && (
              <div class="row record">
                <May act="PUT /casefiles/{casefile}/rubric" says="Record answers">
                  <button type="button" class="btn main-act" onClick={() => void save()}>
                    Record {plural(Object.keys(given).length, "answer")}
                  </button>
                </May>
                <button type="button" class="btn plain" onClick={() => set({})}>
                  Leave them
                </button>
              </div>
            )}
            <p class="quiet tiny record">What is unknown counts as the worse; an answer may make other questions needless, or ask new ones. The earlier answers stay in the file.</p>
          </div>
        )}
      </Ready>
    </Card>
  );
}

function bandOf(score: number | null): string {
  if (score === null) return "unscored";
  return score >= 9 ? "critical" : score >= 7 ? "high" : score >= 4 ? "medium" : score > 0 ? "low" : "none";
}
