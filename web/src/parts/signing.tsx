// A signature: who stands for what is shown, with which meaning. The secret is given again, every time (21 CFR 11.200).
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { post, type Problem } from "../api/client";
import { problemFrom } from "../api/use";
import { useWho } from "../session";
import { title } from "../words";
import { ACTS, type Act } from "../permitted";
import { Dialog } from "./dialog";
import { TextField } from "./fields";
import { useMay } from "./may";
import { Failed } from "./page";
import { useToast } from "./toast";

const MEANINGS: [string, string][] = [
  ["authorship", "I wrote it."],
  ["review", "I read it and found it right."],
  ["approval", "It may be acted on."],
  ["responsibility", "I answer for it."],
  ["designated_person", "Reviewed and evaluated under 21 CFR 806.20(b)(4)."],
];

// Which of them whoever has signed in may sign with, what this author wrote and these have signed: the author for
// authorship, nobody else so, and nobody twice.
export function useMeanings(of: "/casefiles/{casefile}" | "/signals/{signal}", author: string, signed: { name?: unknown }[] = []): string[] {
  const { session } = useWho();
  const may = useMay();
  if (signed.some((one) => one.name === session?.user)) return [];
  const isOwn = author === session?.user;
  const own = isOwn ? ["authorship", "responsibility"] : ["review", "approval", "responsibility", "designated_person"];
  return own.filter((word) => `POST ${of}/signatures meaning=${word}` in ACTS && may(`POST ${of}/signatures meaning=${word}` as Act));
}

interface Props {
  what: string; // "record 7"
  author: string;
  path: string; // where it is posted to
  body: object; // with it
  children: ComponentChildren; // what is signed
  onClose: () => void;
  onDone: () => void;
}

export function Signing({ what, author, path, body, children, onClose, onDone }: Props) {
  const { session } = useWho();
  const tell = useToast();
  const offered = useMeanings(path.startsWith("/signals") ? "/signals/{signal}" : "/casefiles/{casefile}", author);
  const [meaning, setMeaning] = useState(offered[0] ?? "");
  const [user, setUser] = useState(session?.user ?? "");
  const [secret, setSecret] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const sign = async () => {
    if (!user || !secret) return setProblem({ status: 0, title: "Name and secret are both needed", detail: "" });
    try {
      await post(path, { ...body, user, meaning, secret });
      tell(`${title(what)} signed: ${title(meaning).toLowerCase()}`);
      onDone();
    } catch (refused) {
      setSecret("");
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Dialog
      title={`Sign ${what}`}
      note="The signature covers everything below as it stands. What replaces it is signed anew."
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
        <div class="card">{children}</div>
        <fieldset class="field">
          <legend>It means</legend>
          <div class="stack tight">
            {MEANINGS.filter(([word]) => offered.includes(word)).map(([word, words]) => (
              <label class="check" key={word}>
                <input type="radio" name="meaning" checked={meaning === word} onChange={() => setMeaning(word)} />
                <span>
                  <span class="strong">{title(word)}</span> <span class="soft">{words}</span>
                </span>
              </label>
            ))}
          </div>
          <span class="hint">What your roles allow of a record that {author === session?.user ? "you wrote" : `${author} wrote`}.</span>
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
