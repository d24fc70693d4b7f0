// A decision about one finding or many: what, why, how far, until when; its effect is shown before it is made.
import { useState } from "preact/hooks";
import { part, post } from "../../api/client";
import type { CaseHead } from "../../api/casefile";
import type { Finding } from "../../api/types";
import { EVERY, problemFrom, useAll, useEach } from "../../api/use";
import type { Problem } from "../../api/client";
import { Dialog } from "../../parts/dialog";
import { ChoiceField, SelectField, TextField } from "../../parts/fields";
import { Failed, Notice } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { to } from "../../router";
import { exactly, JUSTIFICATIONS, plural, says, title } from "../../words";
import { componentOf, effectOf, reachPath, wrongIn } from "./effect";
import { productName } from "./order";

export interface Decision {
  status: string;
  justification: string;
}

interface Props {
  findings: Finding[];
  start: Decision;
  onClose: () => void;
  onDone: (statements: number[]) => void;
}

const SCOPES: Record<string, string> = {
  finding: "this component in this release",
  component: "this component and version, everywhere",
  device: "every release of the device, later ones too",
  portfolio: "every device",
};

export function DecideDialog({ findings, start, onClose, onDone }: Props) {
  const tell = useToast();
  const cases = useAll<CaseHead>("/casefiles?state=open", EVERY);
  const [form, set] = useState({ ...start, impact: "", action: "", reason: "", evidence: "", until: "", scope: "finding" });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const paths = [...new Set(findings.map((one) => reachPath(one, form.scope)).filter((path) => path !== null))];
  const reached = useEach<Finding>(paths);
  // What a decision reaches, and which of it has running clocks, must be known before it is made.
  const isKnown = cases.data?.whole === true && (paths.length === 0 || reached.data !== null);
  const effect = effectOf(findings, cases.data?.items ?? [], form.status, form.scope, (one) => reached.data?.get(reachPath(one, form.scope) ?? "") ?? [one]);
  const wrong = tried ? wrongIn(form) : {};
  const first = findings[0];
  const change = (some: Partial<typeof form>) => set((old) => ({ ...old, ...some }));

  const decide = async () => {
    setTried(true);
    if (!isKnown || Object.keys(wrongIn(form)).length || effect.takes.length === 0) return;
    const made: number[] = [];
    try {
      for (const [i, one] of effect.takes.entries()) {
        setBusy(i + 1);
        const { data } = await post<{ statement?: number; id?: number }>("/statements", body(form, one));
        const number = data.statement ?? data.id;
        if (number) made.push(number);
      }
      tell(`${plural(effect.takes.length, "finding")}: ${says(form.status)}`);
      onDone(made);
    } catch (why) {
      setProblem(problemFrom(why));
      setBusy(0);
    }
  };
  return (
    <Dialog
      title={findings.length === 1 ? `Decide on ${findings[0]?.vulnerability}` : `Decide on ${findings.length} findings`}
      note={findings.length === 1 ? `${findings[0]?.component.name} ${findings[0]?.component.version} in ${findings[0]?.device} ${findings[0]?.release}` : undefined}
      onClose={onClose}
      onSubmit={() => void decide()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Leave it
          </button>
          <button type="submit" class="btn main-act" disabled={busy > 0 || !isKnown || effect.takes.length === 0}>
            {busy ? `${busy} of ${effect.takes.length}` : `Decide on ${plural(effect.takes.length, "finding")}`}
          </button>
        </>
      }
    >
      <div class="form">
        <ChoiceField label="State" required words={["affected", "not_affected", "fixed", "under_investigation"]} value={form.status} wrong={wrong.status} onInput={(status) => change({ status })} />
        {form.status === "not_affected" && (
          <>
            <SelectField label="Justification" words={JUSTIFICATIONS} none="none of these" value={form.justification} wrong={wrong.justification} onInput={(justification) => change({ justification })} says={title} />
            <TextField label="Impact statement" long value={form.impact} hint="Why it does no harm, in words that are published with the statement." onInput={(impact) => change({ impact })} />
          </>
        )}
        {form.status === "affected" && <TextField label="What users are to do" long value={form.action} hint="The action statement of a VEX document." onInput={(action) => change({ action })} />}
        <ChoiceField label="Holds for" required words={Object.keys(SCOPES)} says={(word) => SCOPES[word] ?? word} value={form.scope} onInput={(scope) => change({ scope })} />
        <TextField label="Reason" long required value={form.reason} wrong={wrong.reason} hint="For the file and the audit trail." onInput={(reason) => change({ reason })} />
        <div class="pair">
          <TextField label="Evidence" value={form.evidence} hint="What the decision rests on." onInput={(evidence) => change({ evidence })} />
          <TextField label="Holds until" type="date" value={form.until} hint="After this day it shows as expired and hides nothing." onInput={(until) => change({ until })} />
        </div>
        {start.justification === "component_not_present" && first && (
          <Notice icon="help">
            <p class="small">
              A false match is often a name that means another product. <a href={to("components", exactly(first.component.name, first.component.version))}>The component</a> tells by which name a source saw it;{" "}
              <a href={`/sources?same=${part(productName(first.component))}`}>a rule</a> teaches which product it is.
            </p>
          </Notice>
        )}
        <Notice icon="findings">
          <p>{isKnown ? `${effect.says}.` : "Looking for what it reaches, and for casefiles with running clocks."}</p>
        </Notice>
        {cases.problem && <Failed problem={cases.problem} again={cases.reload} />}
        {reached.problem && <Failed problem={reached.problem} again={reached.reload} />}
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}

function body(form: { status: string; justification: string; impact: string; action: string; reason: string; evidence: string; until: string; scope: string }, one: Finding) {
  const given: Record<string, string> = { vulnerability: one.vulnerability, scope: form.scope, status: form.status, reason: form.reason };
  if (form.scope === "finding") Object.assign(given, { device: one.device, release: one.release });
  if (form.scope === "device") given.device = one.device;
  if (form.scope !== "portfolio") given.component = componentOf(one);
  if (form.status === "not_affected" && form.justification) given.justification = form.justification;
  if (form.status === "not_affected" && form.impact) given.impact = form.impact;
  if (form.status === "affected" && form.action) given.action = form.action;
  if (form.evidence) given.evidence = form.evidence;
  if (form.until) given.until = form.until;
  return given;
}
