// Closing is refused while something is owed, or a signature is missing: what stands in the way is listed.
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import { type Casefile, fileIsOpen, type Obligation } from "../../api/casefile";
import { problemFrom } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { TextField } from "../../parts/fields";
import { Icon } from "../../parts/icon";
import { Card, Failed, Notice } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";
import { useToday } from "../../session";
import { title } from "../../words";
import { Reopen } from "./reopen";

// As the server has it: the periodic report comes when it comes, and a file that is closed is not assessed again.
export function holdsOpen(file: Casefile, one: Obligation): boolean {
  if (one.state !== "open" && one.state !== "overdue") return false;
  if (one.kind === "record_806_20" || one.kind === "sign") return true;
  if (one.kind === "evaluate_premarket") return file.records.some((record) => record.replaced_by === null && ((record.kind === "fix" && record.facts.distributed_on) || record.kind === "distribution"));
  return one.due !== null && one.kind !== "periodic_report" && one.kind !== "reassess" && one.kind !== "update_regular_cycle";
}

export function hindrances(file: Casefile): string[] {
  return file.determination.obligations.filter((one) => holdsOpen(file, one)).map((one) => `${title(one.kind)} is ${one.state}${one.due ? `, due ${one.due}` : ""}${one.says ? `: ${one.says}` : ""}`);
}

export function Close({ file, onDone }: { file: Casefile; onDone: () => void }) {
  const today = useToday();
  const tell = useToast();
  const [asked, ask] = useState(false);
  const [form, set] = useState({ on: today, secret: "", why: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const left = hindrances(file);
  if (!fileIsOpen(file))
    return (
      <Notice tone="good" icon="lock">
        <p class="strong">Closed on {file.casefile.closed_on}</p>
        <p>It takes adverse events and their reports, and periodic reports: a death or serious injury that the closing did not know of opens it again.</p>
        <Reopen file={file} onDone={onDone} />
      </Notice>
    );
  const close = async () => {
    try {
      await post(`/casefiles/${file.casefile.number}/close`, { on: form.on, ...(form.secret ? { secret: form.secret } : {}), ...(form.why ? { why: form.why } : {}) });
      tell(`Casefile ${file.casefile.number} closed`);
      ask(false);
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <>
      {file.casefile.closed_on && (
        <Notice tone="bad">
          <p class="strong">Closed on {file.casefile.closed_on}, and open again</p>
          <p>A death or serious injury became known since, or the closing missed it. It is closed again when nothing holds it open.</p>
        </Notice>
      )}
      <Card
        title="Closing"
        note={left.length ? "What stands in the way" : "Nothing is owed that holds it open, and what is to be signed is signed"}
        actions={
          <May act="POST /casefiles/{casefile}/close" says="Close the casefile">
            <button type="button" class={left.length ? "btn" : "btn main-act"} onClick={() => ask(true)}>
              <Icon name="lock" size={16} /> Close the casefile
            </button>
          </May>
        }
      >
        {left.length > 0 && (
          <ul class="stack tight">
            {left.map((line) => (
              <li class="row from-top" key={line}>
                <Icon name="clock" size={16} /> {line}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {asked && (
        <Dialog
          title={`Close casefile ${file.casefile.number}`}
          onClose={() => ask(false)}
          onSubmit={() => void close()}
          foot={
            <>
              <button type="button" class="btn" onClick={() => ask(false)}>
                Keep it open
              </button>
              <button type="submit" class="btn main-act">
                Close it
              </button>
            </>
          }
        >
          <div class="form">
            <TextField label="Closed on" type="date" required value={form.on} onInput={(on) => set((old) => ({ ...old, on }))} />
            <TextField label="Your secret" type="password" value={form.secret} autocomplete="current-password" hint="Who closes a casefile answers for it: responsibility is signed with your secret." onInput={(secret) => set((old) => ({ ...old, secret }))} />
            <TextField label="Why" value={form.why} onInput={(why) => set((old) => ({ ...old, why }))} />
            {problem && <Failed problem={problem} />}
          </div>
        </Dialog>
      )}
    </>
  );
}
