import { useEffect, useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import type { Session } from "../../api/types";
import { problemFrom } from "../../api/use";
import { TextField } from "../../parts/fields";
import { Failed } from "../../parts/page";
import { go } from "../../router";
import type { PageProps } from "../../routes";
import { useWho } from "../../session";
import { Alone } from "./alone";
import { goToProvider } from "./provider";

// Only places of this site: an address from elsewhere leads to Today.
export function placeAfter(then: string | null): string {
  return then && /^\/(?![/\\])/.test(then) && !then.startsWith("/sign-in") ? then : "/";
}

export function SignIn({ query }: PageProps) {
  const who = useWho();
  const [form, set] = useState({ user: "", secret: "", code: "", new_secret: "", again: "", accept: false });
  const [first, setFirst] = useState(false); // of this person: a secret of their own is chosen
  const [asksCode, setAsksCode] = useState(false); // this person has a second factor
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (some: Partial<typeof form>) => set((old) => ({ ...old, ...some }));
  const then = placeAfter(query.get("then"));
  useEffect(() => {
    if (who.session?.user) go(then, true);
    else if (who.session?.first_start) go("/first" + location.hash, true);
  }, [who.session, then]);

  const enter = async () => {
    if (first && form.new_secret !== form.again) return setProblem({ status: 0, title: "The two new secrets differ", detail: "" });
    setBusy(true);
    setProblem(null);
    try {
      const { data } = await post<Session>("/session", { user: form.user, secret: form.secret, ...(asksCode ? { code: form.code.trim() } : {}), ...(first ? { new_secret: form.new_secret, accept: form.accept } : {}) });
      if (data.wants_code) setAsksCode(true);
      else who.reload();
    } catch (refused) {
      const told = problemFrom(refused);
      if (!first && /accept|new secret|of their own|of your own/i.test(told.detail)) setFirst(true);
      setProblem(told);
    }
    setBusy(false);
  };
  return (
    <Alone title="Sign in" lead="Name and secret. Whatever is done under your name is recorded as yours.">
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <TextField label="Name" required autofocus autocomplete="username" value={form.user} onInput={(user) => change({ user })} />
        <TextField label={first ? "The secret you were given" : "Secret"} required type="password" autocomplete="current-password" value={form.secret} onInput={(secret) => change({ secret })} />
        {asksCode && <TextField label="Code" required autofocus autocomplete="one-time-code" hint="From your authenticator, or a recovery code." value={form.code} onInput={(code) => change({ code })} />}
        {first && (
          <>
            <TextField label="A secret of your own" required type="password" autocomplete="new-password" hint="12 characters at least, without your name in it." value={form.new_secret} onInput={(new_secret) => change({ new_secret })} />
            <TextField label="Once more" required type="password" autocomplete="new-password" value={form.again} onInput={(again) => change({ again })} />
            <Accept statement={who.session?.statement} accepted={form.accept} onAccept={(accept) => change({ accept })} />
          </>
        )}
        {problem && <Failed problem={problem} />}
        <div class="row spread wrap">
          <button type="submit" class="btn main-act" disabled={busy}>
            {busy ? "Signing in" : "Sign in"}
          </button>
          <button type="button" class="btn plain" aria-pressed={first} onClick={() => setFirst(!first)}>
            {first ? "I have a secret of my own" : "My first sign-in"}
          </button>
        </div>
      </form>
      {who.session?.provider && (
        <div class="stack tight">
          {query.get("accept") && <Accept statement={who.session.statement} accepted={form.accept} onAccept={(accept) => change({ accept })} />}
          <div class="row">
            <button type="button" class="btn" onClick={() => void goToProvider(then, form.accept).catch((refused: unknown) => setProblem(problemFrom(refused)))}>
              Sign in with {who.session.provider}
            </button>
          </div>
        </div>
      )}
      <p class="quiet small">
        Found a vulnerability in one of our devices? <a href="/disclose">Report it</a>, without an account.
      </p>
    </Alone>
  );
}

export function Accept({ statement, accepted, onAccept }: { statement: string | undefined; accepted: boolean; onAccept: (accepted: boolean) => void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={accepted} onChange={(event) => onAccept(event.currentTarget.checked)} />
      <span class="small">{statement ?? "Whatever is done under my name is done by me; my electronic signature binds me as my handwritten one does."}</span>
    </label>
  );
}
