// A signature: who stands for a record, with which meaning. The secret is given again, every time (21 CFR 11.200).
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import type { CaseRecord, Casefile } from "../../api/casefile";
import { problemFrom } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { TextField } from "../../parts/fields";
import { Failed } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { useWho } from "../../session";
import { title } from "../../words";
import { kindOf } from "./kinds";
import { RecordView } from "./record";

const MEANINGS: [string, string][] = [
  ["authorship", "I wrote it."],
  ["review", "I read it and found it right."],
  ["approval", "It may be acted on."],
  ["responsibility", "I answer for it."],
  ["designated_person", "Reviewed and evaluated under 21 CFR 806.20(b)(4)."],
];

export function SignDialog({ file, record, onClose, onDone }: { file: Casefile; record: CaseRecord; onClose: () => void; onDone: () => void }) {
  const { session } = useWho();
  const tell = useToast();
  const [meaning, setMeaning] = useState(record.who === session?.user ? "authorship" : "review");
  const [user, setUser] = useState(session?.user ?? "");
  const [secret, setSecret] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const sign = async () => {
    if (!user || !secret) return setProblem({ status: 0, title: "Name and secret are both needed", detail: "" });
    try {
      await post(`/casefiles/${file.casefile.number}/signatures`, { record: record.number, user, meaning, secret });
      tell(`Record ${record.number} signed: ${title(meaning).toLowerCase()}`);
      onDone();
    } catch (refused) {
      setSecret("");
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Dialog
      title={`Sign record ${record.number}`}
      note="The signature covers everything below as it stands. A record that replaces it is signed anew."
      onClose={onClose}
      onSubmit={() => void sign()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Do not sign
          </button>
          <button type="submit" class="btn main-act">
            Sign
          </button>
        </>
      }
    >
      <div class="form">
        <div class="card">
          <RecordView record={record} kind={kindOf(record.kind)} closed />
        </div>
        <fieldset class="field">
          <legend>It means</legend>
          <div class="stack tight">
            {MEANINGS.map(([word, words]) => (
              <label class="check" key={word}>
                <input type="radio" name="meaning" checked={meaning === word} onChange={() => setMeaning(word)} />
                <span>
                  <span class="strong">{title(word)}</span> <span class="soft">{words}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div class="pair">
          <TextField label="Your name" required value={user} onInput={setUser} autocomplete="username" />
          <TextField label="Your secret" required type="password" value={secret} onInput={setSecret} autocomplete="current-password" />
        </div>
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}
