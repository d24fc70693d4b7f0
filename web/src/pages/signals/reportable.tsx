// Whether what a complaint tells of is a reportable event (21 CFR 803): while no casefile has it, it says here why not.
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import type { Signal } from "../../api/signal";
import { problemFrom } from "../../api/use";
import { Chip } from "../../parts/chip";
import { Dialog } from "../../parts/dialog";
import { SelectField, TextField } from "../../parts/fields";
import { Icon } from "../../parts/icon";
import { Card, Failed } from "../../parts/page";
import { Signing, useMeanings } from "../../parts/signing";
import { Instant } from "../../parts/time";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";
import { useToday } from "../../session";
import { title } from "../../words";
import { kindOf } from "../casefile/kinds";
import { EntryFacts } from "./entry";

// The same words as in a casefile.
const words = (key: string) => kindOf("mdr_rationale")?.fields?.find((field) => field.key === key)?.words ?? [];

export function Reportable({ one, onDone }: { one: Signal; onDone: () => void }) {
  const [open, setOpen] = useState<"" | "reason" | "sign">("");
  const said = one.mdr_rationale;
  const entry = one.entries?.find((each) => each.entry === said?.entry);
  const canSign = useMeanings("/signals/{signal}", entry?.who ?? "", said?.signatures).length > 0;
  const done = () => {
    setOpen("");
    onDone();
  };
  return (
    <Card title="A reportable event?" note="Asked of every complaint (21 CFR 803.17, 803.18): put it into a casefile and record the event there, or say why it is none">
      <div class="stack tight">
        {said && (
          <div class="row wrap">
            {said.waits ? (
              <Chip tone="warn" icon="pen">
                waits for the signature of {said.waits}
              </Chip>
            ) : (
              <Chip tone="good" icon="check">
                it is none
              </Chip>
            )}
          </div>
        )}
        {said?.signatures.map((made) => (
          <span class="tiny soft" key={`${made.name} ${made.meaning}`}>
            {title(made.meaning)}: {made.full_name}, <Instant at={made.at} />
            {!made.holds && "; it does not cover the entry as it stands"}
          </span>
        ))}
        <div class="row wrap">
          <May act="POST /signals/{signal}/entries kind=mdr_rationale" says={said ? "Say it anew" : "Say why it is none"}>
            <button type="button" class="btn" onClick={() => setOpen("reason")}>
              {said ? "Say it anew" : "Say why it is none"}
            </button>
          </May>
          {entry && said?.waits && canSign && (
            <button type="button" class="btn" onClick={() => setOpen("sign")}>
              <Icon name="pen" size={14} /> Sign
            </button>
          )}
        </div>
      </div>
      {open === "reason" && <Reason number={one.signal} onClose={() => setOpen("")} onDone={done} />}
      {open === "sign" && entry && (
        <Signing what={`entry ${entry.entry}`} author={entry.who} path={`/signals/${one.signal}/signatures`} body={{}} onClose={() => setOpen("")} onDone={done}>
          <h3>{title(entry.kind)}</h3>
          <EntryFacts entry={entry} />
        </Signing>
      )}
    </Card>
  );
}

function Reason({ number, onClose, onDone }: { number: number; onClose: () => void; onDone: () => void }) {
  const today = useToday();
  const tell = useToast();
  const [form, set] = useState({ on: today, basis: "", reason: "", judged_by: "", qualification: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const put = (key: string) => (value: string) => set((old) => ({ ...old, [key]: value }));
  const judged = form.basis === "medical_judgment";
  const keep = async () => {
    const { judged_by, qualification, ...rest } = form;
    try {
      await post(`/signals/${number}/entries`, { kind: "mdr_rationale", content: judged ? { ...rest, judged_by, qualification } : rest });
      tell("It is recorded; who wrote it and a second person sign it");
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Dialog
      title={`Why signal ${number} is not reportable`}
      note="It holds for the complaint as it stands, and counts once its author and a second person have signed it."
      onClose={onClose}
      onSubmit={() => void keep()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Leave it
          </button>
          <button type="submit" class="btn main-act">
            Record it
          </button>
        </>
      }
    >
      <div class="form">
        <TextField label="On" type="date" required value={form.on} onInput={put("on")} />
        <SelectField label="Basis" required words={words("basis")} value={form.basis} none="choose" onInput={put("basis")} />
        <TextField label="Reason" long required value={form.reason} onInput={put("reason")} />
        {judged && <TextField label="Medical judgment by" required value={form.judged_by} onInput={put("judged_by")} />}
        {judged && <SelectField label="Qualified as" required words={words("qualification")} value={form.qualification} none="choose" onInput={put("qualification")} />}
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}
