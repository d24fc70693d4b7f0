// One's own secret: changed with the one that holds now. Every other session ends.
import { useState } from "preact/hooks";
import { put, type Problem } from "../api/client";
import { problemFrom } from "../api/use";
import { TextField } from "../parts/fields";
import { Card, Failed } from "../parts/page";
import { useToast } from "../parts/toast";
import { useWho } from "../session";

const EMPTY = { secret: "", new_secret: "", again: "", code: "" };

export function OwnSecret() {
  const { session, reload } = useWho();
  const tell = useToast();
  const [form, set] = useState(EMPTY);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (some: Partial<typeof EMPTY>) => set((old) => ({ ...old, ...some }));
  const differs = form.again !== "" && form.again !== form.new_secret;
  const send = async () => {
    if (form.again !== form.new_secret) return;
    setBusy(true);
    setProblem(null);
    try {
      const { secret, new_secret, code } = form;
      const { data } = await put<{ user: string | null }>("/session/secret", { secret, new_secret, ...(session?.second_factor ? { code: code.replace(/\s/g, "") } : {}) });
      if (data.user === null) setProblem({ status: 0, title: "The code is missing", detail: "Type the code that your authenticator shows now." });
      else {
        set(EMPTY);
        tell("Your secret is changed; you are signed out everywhere else");
      }
      reload();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
    setBusy(false);
  };
  return (
    <Card title="Your secret" note="What you sign in and sign records with; nobody else knows it">
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField label="The secret that holds now" type="password" required autocomplete="current-password" value={form.secret} onInput={(secret) => change({ secret })} />
        <div class="pair">
          <TextField label="A new one" type="password" required autocomplete="new-password" value={form.new_secret} hint="Some words that go together are easier to keep than signs." onInput={(new_secret) => change({ new_secret })} />
          <TextField label="Once more" type="password" required autocomplete="new-password" value={form.again} wrong={differs ? "This is not the same." : undefined} onInput={(again) => change({ again })} />
        </div>
        {session?.second_factor && <TextField label="The code it shows now" required autocomplete="one-time-code" value={form.code} onInput={(code) => change({ code })} />}
        {problem && <Failed problem={problem} />}
        <div class="row wrap">
          <button type="submit" class="btn" disabled={busy || differs}>
            Change it
          </button>
          <span class="quiet small">You stay signed in here, and are signed out everywhere else.</span>
        </div>
      </form>
    </Card>
  );
}
