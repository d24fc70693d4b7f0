// Back from the provider, where somebody has signed in: the code it gave is handed in.
import { useEffect, useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import { problemFrom } from "../../api/use";
import { Failed } from "../../parts/page";
import { go } from "../../router";
import type { PageProps } from "../../routes";
import { useWho } from "../../session";
import { Alone } from "./alone";
import { placeAfter } from "./signin";

const KEPT = "aftercare-away";

interface Away {
  state: string;
  then: string;
}

// Goes to the provider; what comes back must be of this tab.
export async function goToProvider(then: string, accept: boolean): Promise<void> {
  const { data } = await post<{ address: string }>("/session/oidc", { accept });
  const away: Away = { state: new URL(data.address).searchParams.get("state") ?? "", then };
  sessionStorage.setItem(KEPT, JSON.stringify(away));
  location.assign(data.address);
}

function takeAway(): Away | null {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  return kept ? (JSON.parse(kept) as Away) : null;
}

export function Provider({ query }: PageProps) {
  const who = useWho();
  const [away] = useState(takeAway);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    if (who.session?.user) go(placeAfter(away?.then ?? null), true);
  }, [who.session]);
  useEffect(() => {
    const told = query.get("error_description") ?? query.get("error");
    if (told) return setProblem({ status: 0, title: "The provider has refused", detail: told });
    if (!away || away.state !== query.get("state")) return setProblem({ status: 0, title: "This tab has not gone to the provider", detail: "Sign in again." });
    post("/session/oidc/return", { state: away.state, code: query.get("code") ?? "" }).then(who.reload, (refused: unknown) => setProblem(problemFrom(refused)));
  }, []);
  return (
    <Alone title="Sign in" lead="Back from the provider.">
      {problem ? <Failed problem={problem} /> : <p>Signing in</p>}
      {problem && (
        <p>
          <a href={/accountab/.test(problem.detail) ? "/sign-in?accept=1" : "/sign-in"}>Sign in again</a>
        </p>
      )}
    </Alone>
  );
}
