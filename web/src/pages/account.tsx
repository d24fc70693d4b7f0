// One's own way of signing in: who one is here, and the second factor.
import { useState } from "preact/hooks";
import { post, type Problem } from "../api/client";
import { problemFrom } from "../api/use";
import { TextField } from "../parts/fields";
import { Card, Facts, Failed, Notice, PageHead } from "../parts/page";
import type { PageProps } from "../routes";
import { useWho } from "../session";
import { Sessions } from "./admin/access";
import { says } from "../words";
import { OwnSecret } from "./secret";

interface Offer {
  secret: string;
  address: string;
}

export function Account(_: PageProps) {
  const { session } = useWho();
  return (
    <>
      <PageHead title="Account" sub="Whatever is done under your name is recorded as yours." />
      {session?.second_factor_missing && (
        <Notice tone="warn" icon="lock">
          <p class="strong">Your roles ask for a second factor</p>
          <p>Set one up below; until then nothing else is open to you.</p>
        </Notice>
      )}
      {session?.secret_too_old && (
        <Notice tone="warn" icon="lock">
          <p class="strong">Your secret is too old to sign with</p>
          <p>Choose a new one below; until then nothing is signed.</p>
        </Notice>
      )}
      <div class="grid two">
        <Card title="You">
          <Facts
            rows={[
              ["Name", session?.user ?? null],
              ["Full name", session?.full_name ?? null],
              ["Roles", (session?.roles ?? []).map(says).join(", ")],
              ["A session ends after", session?.idle_minutes ? `${session.idle_minutes} minutes without use, ${session.most_hours} hours in any case` : null],
            ]}
          />
        </Card>
        <SecondFactor />
        {!session?.second_factor_missing && <OwnSecret />}
      </div>
      {!session?.second_factor_missing && <Sessions of={session?.user ?? ""} title="Where you are signed in" note="One that is not yours is ended at once; choose a new secret then" />}
    </>
  );
}

function SecondFactor() {
  const { session, reload } = useWho();
  const [offer, setOffer] = useState<Offer | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const ask = async <T,>(path: string, body: unknown, done: (data: T) => void) => {
    setProblem(null);
    try {
      done((await post<T>(path, body)).data);
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  const begin = () =>
    ask<{ recovery_codes: string[] }>("/session/second-factor/confirmation", { code: code.replace(/\s/g, "") }, (data) => {
      setCodes(data.recovery_codes);
      setOffer(null);
      reload();
    });
  return (
    <Card title="Second factor" note="A code that changes every half minute, from an authenticator on your telephone">
      <div class="stack tight">
        {problem && <Failed problem={problem} />}
        {codes ? (
          <>
            <p class="strong">From now on signing in asks for a code.</p>
            <p>Keep these where you find them without your telephone. Each stands in for a code once; they are not shown again.</p>
            <pre class="json">{codes.join("\n")}</pre>
          </>
        ) : session?.second_factor ? (
          <p>
            Signing in asks for a code. {session.recovery_codes} recovery codes are left. If your telephone is lost, an administrator takes the second factor off, and you set up a new one.
          </p>
        ) : offer ? (
          <form
            class="form"
            onSubmit={(event) => {
              event.preventDefault();
              void begin();
            }}
          >
            <p>
              Type this into the authenticator, or <a href={offer.address} data-leave>open it there</a> if it is on this machine. It is not shown again.
            </p>
            <pre class="json">{offer.secret.replace(/(.{4})(?=.)/g, "$1 ")}</pre>
            <TextField label="The code it shows now" required autofocus autocomplete="one-time-code" value={code} onInput={setCode} />
            <div class="row">
              <button type="submit" class="btn main-act">
                Ask for it from now on
              </button>
            </div>
          </form>
        ) : (
          <>
            <p class="soft">With it, your secret alone lets nobody in. Signatures go on asking for name and secret.</p>
            <div class="row">
              <button type="button" class="btn main-act" onClick={() => void ask<Offer>("/session/second-factor", {}, setOffer)}>
                Set it up
              </button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
