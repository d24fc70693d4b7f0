// Who a user is at the provider, where they may sign in then.
import { useState } from "preact/hooks";
import { part, put, remove, type Problem } from "../../api/client";
import type { User } from "../../api/types";
import { problemFrom, useResource } from "../../api/use";
import { TextField } from "../../parts/fields";
import { Failed, Ready } from "../../parts/page";

interface Identity {
  issuer: string;
  subject: string;
  email: string;
}

export function IdentityOf({ user, why, onDone }: { user: User; why: string; onDone: () => void }) {
  const path = `/users/${part(user.name)}/identity`;
  const known = useResource<Identity>(path);
  const [email, setEmail] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const fail = (refused: unknown) => setProblem(problemFrom(refused));
  return (
    <Ready of={known}>
      {(data) => (
        <div class="stack tight">
          {data.issuer ? (
            <p class="small">
              At {data.issuer}: {data.subject || data.email}
            </p>
          ) : (
            <TextField label="E-mail address at the provider" type="email" value={email} onInput={setEmail} hint="Where this server has a provider: who has this address there, verified, signs in as this user." />
          )}
          {problem && <Failed problem={problem} />}
          <div class="row">
            {data.issuer ? (
              <button type="button" class="btn small" onClick={() => void remove(path).then(onDone, fail)}>
                Known at no provider
              </button>
            ) : (
              <button type="button" class="btn small" disabled={!email} onClick={() => void put(path, { email, why }).then(onDone, fail)}>
                Let them sign in there
              </button>
            )}
          </div>
        </div>
      )}
    </Ready>
  );
}
