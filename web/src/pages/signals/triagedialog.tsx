import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import type { Signal } from "../../api/signal";
import { problemFrom } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { ChoiceField, TextField } from "../../parts/fields";
import { Failed } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { plural, says, title } from "../../words";
import { byComponent } from "./groups";

export function TriageDialog({ signals, state, onClose, onDone }: { signals: Signal[]; state: string; onClose: () => void; onDone: () => void }) {
  const tell = useToast();
  const [form, set] = useState({ state, reason: "", of: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tried, setTried] = useState(false);
  const wrongReason = form.state !== "accepted" && !form.reason.trim() ? "Every answer but accepted says why." : undefined;
  const wrongOf = form.state === "duplicate" && !form.of ? "Of which signal?" : undefined;
  const decide = async () => {
    setTried(true);
    if (wrongReason || wrongOf) return;
    const body: Record<string, unknown> = { as: form.state };
    if (form.reason.trim()) body.reason = form.reason.trim();
    if (form.state === "duplicate") body.of = Number(form.of);
    try {
      for (const one of signals) await post(`/signals/${one.signal}/triage`, body);
      tell(`${plural(signals.length, "signal")}: ${says(form.state)}`);
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Dialog
      title={signals.length === 1 ? `Triage signal ${signals[0]?.signal}` : `Triage ${signals.length} signals`}
      note={signals[0]?.summary}
      onClose={onClose}
      onSubmit={() => void decide()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Leave it
          </button>
          <button type="submit" class="btn main-act">
            {title(form.state)}
          </button>
        </>
      }
    >
      <div class="form">
        <ChoiceField label="It is" required words={["accepted", "duplicate", "not_ours", "false"]} value={form.state} onInput={(word) => set((old) => ({ ...old, state: word }))} />
        {form.state === "duplicate" && <TextField label="Of signal" required type="number" value={form.of} wrong={tried ? wrongOf : undefined} onInput={(of) => set((old) => ({ ...old, of }))} />}
        <TextField label="Reason" long required={form.state !== "accepted"} value={form.reason} wrong={tried ? wrongReason : undefined} onInput={(reason) => set((old) => ({ ...old, reason }))} />
        {signals.length > 1 && (
          <div class="stack tight">
            {byComponent(signals).map((group) => (
              <section key={group.component} aria-label={group.component || "Others"}>
                <p class="small strong">
                  {group.component || "About no component that is named"}, {plural(group.signals.length, "signal")}
                </p>
                <ul class="trace">
                  {group.signals.map((one) => (
                    <li key={one.signal}>
                      {one.signal}: {(group.component && one.vulnerability) || one.summary}
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        )}
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}
