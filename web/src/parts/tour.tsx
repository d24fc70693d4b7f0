// Seven steps through the pages, on whatever the store holds: for who sees them for the first time.
import { useEffect, useState } from "preact/hooks";
import type { Due } from "../api/types";
import { useList } from "../api/use";
import { go, setQuery, to, usePlace } from "../router";
import { Notice } from "./page";

interface Step {
  at: string;
  says: string;
  what: string;
}

function stepsOf(casefile: number | undefined): Step[] {
  const file = (step?: string) => (casefile === undefined ? "/casefiles" : step ? to("casefiles", casefile, step) : to("casefiles", casefile));
  return [
    { at: "/", says: "Today", what: "What is owed, the soonest first; what came in; what is known to be exploited; how fresh the sources are." },
    { at: "/findings?status=affected&kev=1", says: "Findings", what: "Each says by which comparison it is one. Keys: j and k move, e opens, a and n decide." },
    { at: file(), says: "A casefile", what: "One vulnerability in one device. Its clocks are lanes: what started them, when they end, where today is." },
    { at: file("assess"), says: "Assessing", what: "How readily it can be exploited, how badly a patient could be hurt: the cell decides, scores do not." },
    { at: file("decide"), says: "What the rules conclude", what: "Every sentence has its rule and its clause. Nothing here has to be believed." },
    { at: file("notify"), says: "Telling", what: "Communications, the 806 report, the advisory: made of what stands in the file, and sent by nobody but you." },
    { at: "/trail", says: "The trail", what: "Every change with who, when and why, sealed by the one after it. Verify holds the whole store against it." },
  ];
}

const SEEN = "aftercare.tour";

// Once in a browser: to who has not seen the pages yet.
export function TourOffer() {
  const [seen, see] = useState(() => kept() !== null);
  if (seen) return null;
  const leave = () => {
    keep();
    see(true);
  };
  return (
    <Notice icon="program">
      <div class="row wrap spread">
        <p>
          <span class="strong">New here?</span> Seven steps through the pages, on what is in the store.
        </p>
        <span class="row">
          <a class="btn small" href="/?tour=1" onClick={leave}>
            Take the tour
          </a>
          <button type="button" class="btn small plain" onClick={leave}>
            Not now
          </button>
        </span>
      </div>
    </Notice>
  );
}

function kept(): string | null {
  try {
    return localStorage.getItem(SEEN);
  } catch {
    return "no"; // where nothing is kept nobody is asked again and again
  }
}

function keep(): void {
  try {
    localStorage.setItem(SEEN, "yes");
  } catch {
    // Asked again next time.
  }
}

export function Tour() {
  const { query } = usePlace();
  const number = Number(query.get("tour") ?? 0);
  const due = useList<Due>(number ? "/due?limit=200" : null);
  const steps = stepsOf(due.data?.items.find((one) => one.casefile)?.casefile);
  const step = steps[number - 1];
  useEffect(() => {
    if (number > steps.length) setQuery({ tour: null });
  }, [number]);
  if (!step) return null;
  const move = (to_: number) => {
    const next = steps[to_ - 1];
    if (next) go(`${next.at}${next.at.includes("?") ? "&" : "?"}tour=${to_}`);
    else setQuery({ tour: null });
  };
  return (
    <aside class="tour stack tight" aria-label="Tour">
      <div class="row spread">
        <h2>
          {number} of {steps.length}: {step.says}
        </h2>
        <button type="button" class="btn small plain" onClick={() => setQuery({ tour: null })}>
          End
        </button>
      </div>
      <p aria-live="polite">{step.what}</p>
      <div class="row">
        {number > 1 && (
          <button type="button" class="btn small" onClick={() => move(number - 1)}>
            Back
          </button>
        )}
        <button type="button" class="btn small main-act" onClick={() => move(number + 1)}>
          {number === steps.length ? "Done" : "Next"}
        </button>
      </div>
    </aside>
  );
}
