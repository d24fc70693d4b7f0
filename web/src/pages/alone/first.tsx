// The first start: the first user is an administrator, and proves to sit at the machine by the word in the address that
// it printed. The word stands behind #, so that no server sees it in an address.
import { useEffect, useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import { problemFrom } from "../../api/use";
import { TextField } from "../../parts/fields";
import { Failed } from "../../parts/page";
import { go } from "../../router";
import type { PageProps } from "../../routes";
import { useWho } from "../../session";
import { Alone } from "./alone";
import { Accept } from "./signin";

export function First(_: PageProps) {
  const who = useWho();
  const [form, set] = useState({ word: location.hash.slice(1), user: "", full_name: "", secret: "", again: "", accept: false });
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = (some: Partial<typeof form>) => set((old) => ({ ...old, ...some }));
  useEffect(() => {
    if (who.session?.user) go("/", true);
    else if (who.session && !who.session.first_start) go("/sign-in", true);
  }, [who.session]);
  const start = async () => {
    if (form.secret !== form.again) return setProblem({ status: 0, title: "The two secrets differ", detail: "" });
    const { again: _again, ...body } = form;
    try {
      await post("/first", body);
      who.reload();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Alone title="Welcome" lead="Nobody is enrolled yet. The first user is an administrator, and enrols the others.">
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <TextField label="The word the server printed" required autofocus value={form.word} onInput={(word) => change({ word })} hint="In the terminal in which it was started: so that nobody else is first." />
        <div class="pair">
          <TextField label="Name to sign in with" required autocomplete="username" value={form.user} onInput={(user) => change({ user })} />
          <TextField label="Full name" required autocomplete="name" value={form.full_name} onInput={(full_name) => change({ full_name })} />
        </div>
        <div class="pair">
          <TextField label="Secret" required type="password" autocomplete="new-password" hint="12 characters at least." value={form.secret} onInput={(secret) => change({ secret })} />
          <TextField label="Once more" required type="password" autocomplete="new-password" value={form.again} onInput={(again) => change({ again })} />
        </div>
        <Accept statement={who.session?.statement} accepted={form.accept} onAccept={(accept) => change({ accept })} />
        {problem && <Failed problem={problem} />}
        <div class="row">
          <button type="submit" class="btn main-act">
            Begin
          </button>
        </div>
      </form>
    </Alone>
  );
}
