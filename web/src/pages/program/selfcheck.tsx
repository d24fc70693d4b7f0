// 37 questions about the programme: the answer, its evidence, and beside it what the store itself can tell.
import { useState } from "preact/hooks";
import { put, type Problem } from "../../api/client";
import type { CheckQuestion } from "../../api/types";
import { problemFrom } from "../../api/use";
import { Chip, type Tone } from "../../parts/chip";
import { Dialog } from "../../parts/dialog";
import { ChoiceField, TextField } from "../../parts/fields";
import { Card, Failed } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";
import { useToday } from "../../session";
import { plural } from "../../words";

const TONES: Record<string, Tone> = { yes: "good", partly: "warn", no: "bad", "n.a.": "" };

export function SelfCheck({ questions, etag, onDone }: { questions: CheckQuestion[]; etag: string | null; onDone: () => void }) {
  const [asked, ask] = useState<CheckQuestion | null>(null);
  const parts = [...new Set(questions.map((one) => one.part))];
  const open = questions.filter((one) => one.answer === null).length;
  return (
    <div class="stack loose">
      <p class="soft">
        {plural(questions.length, "question")}, {open} not answered, {questions.filter((one) => one.answer === "no").length} no, {questions.filter((one) => one.answer === "partly").length} partly.
      </p>
      {parts.map((part) => (
        <Card key={part} title={part} flush>
          {questions
            .filter((one) => one.part === part)
            .map((one) => (
              <div class="record policy-line" key={one.id}>
                <code>{one.id}</code>
                <span>
                  {one.asks} <span class="cite">{one.cites}</span>
                  {one.computed && (
                    <>
                      <br />
                      <span class={one.speaks_against ? "small" : "quiet small"}>The store says: {one.computed}</span>
                    </>
                  )}
                  {one.evidence && (
                    <>
                      <br />
                      <span class="quiet small">
                        Evidence: {one.evidence}
                        {one.owner && `, ${one.owner}`}
                        {one.on && `, ${one.on}`}
                      </span>
                    </>
                  )}
                </span>
                <span class="row">
                  {one.speaks_against && (
                    <Chip tone="warn" icon="warn">
                      they do not agree
                    </Chip>
                  )}
                  <Chip tone={TONES[one.answer ?? ""] ?? ""}>{one.answer ?? "not answered"}</Chip>
                  <May act="PUT /program/check/{question}">
                    <button type="button" class="btn small" aria-label={`Answer ${one.id}`} onClick={() => ask(one)}>
                      Answer
                    </button>
                  </May>
                </span>
              </div>
            ))}
        </Card>
      ))}
      {asked && (
        <Answer
          question={asked}
          etag={etag}
          onClose={() => ask(null)}
          onDone={() => {
            ask(null);
            onDone();
          }}
        />
      )}
    </div>
  );
}

function Answer({ question, etag, onClose, onDone }: { question: CheckQuestion; etag: string | null; onClose: () => void; onDone: () => void }) {
  const today = useToday();
  const tell = useToast();
  const [form, set] = useState({ answer: question.answer ?? "", evidence: question.evidence, owner: question.owner, on: question.on ?? today, next_step: question.next_step });
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = (some: Partial<typeof form>) => set((old) => ({ ...old, ...some }));
  const send = async () => {
    try {
      await put(`/program/check/${question.id}`, Object.fromEntries(Object.entries(form).filter(([, value]) => value !== "")), { etag });
      tell(`${question.id} is answered`);
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Dialog
      title={question.id}
      note={question.asks}
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Leave it
          </button>
          <button type="submit" class="btn main-act">
            Answer
          </button>
        </>
      }
    >
      <div class="form">
        <ChoiceField label="Answer" required words={["yes", "partly", "no", "n.a."]} value={form.answer} onInput={(answer) => change({ answer })} />
        <TextField label="Evidence" value={form.evidence} onInput={(evidence) => change({ evidence })} hint="A link or the number of a document." />
        <div class="pair">
          <TextField label="Owner" value={form.owner} onInput={(owner) => change({ owner })} />
          <TextField label="On" type="date" value={form.on} onInput={(on) => change({ on })} />
        </div>
        <TextField label="Next step" value={form.next_step} onInput={(next_step) => change({ next_step })} />
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}
