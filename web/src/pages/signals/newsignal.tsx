import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import { KINDS_IN } from "../../api/signal";
import type { Device } from "../../api/types";
import { EVERY, problemFrom, useAll } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { SelectField, TextField } from "../../parts/fields";
import { Failed } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { useToday } from "../../session";

const START = { kind: "complaint", received: "", source: "", reference: "", summary: "", device: "", vulnerability: "", tlp: "", details: "", unit: "", contact_name: "", contact_email: "" };

export function NewSignal({ vulnerability, onClose, onDone }: { vulnerability: string; onClose: () => void; onDone: () => void }) {
  const today = useToday();
  const tell = useToast();
  const devices = useAll<Device>("/devices", EVERY);
  const [form, set] = useState({ ...START, received: today, vulnerability });
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = (some: Partial<typeof form>) => set((old) => ({ ...old, ...some }));
  const send = async () => {
    setTried(true);
    if (!form.summary.trim()) return;
    const { device, contact_name, contact_email, ...rest } = form;
    const received: Record<string, unknown> = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ""));
    if (device) received.devices = [device];
    const body: Record<string, unknown> = { received };
    if (contact_name || contact_email) body.contact = Object.fromEntries(Object.entries({ name: contact_name, email: contact_email }).filter(([, value]) => value));
    try {
      const { data } = await post<{ signal: number }>("/signals", body);
      tell(`Signal ${data.signal} recorded`);
      onDone();
      onClose();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Dialog
      title="Record a signal"
      note="When anybody in the firm received it is what may become day 0 of the clocks."
      onClose={onClose}
      onSubmit={() => void send()}
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
        <div class="pair">
          <SelectField label="Kind" words={KINDS_IN} value={form.kind} onInput={(kind) => change({ kind })} />
          <TextField label="Received on" type="date" required value={form.received} onInput={(received) => change({ received })} />
        </div>
        <TextField label="Summary" required value={form.summary} wrong={tried && !form.summary.trim() ? "One line of what it says." : undefined} onInput={(summary) => change({ summary })} />
        <TextField label="Details" long value={form.details} onInput={(details) => change({ details })} />
        <div class="pair">
          <TextField label="Where it comes from" value={form.source} placeholder="hotline, mail to psirt" onInput={(source) => change({ source })} />
          <TextField label="Its number or address there" value={form.reference} onInput={(reference) => change({ reference })} />
        </div>
        <div class="pair">
          <SelectField label="Device" none="not known yet" words={(devices.data?.items ?? []).map((one) => one.name)} says={(word) => word} value={form.device} onInput={(device) => change({ device })} />
          <TextField label="Unit (UDI or serial number)" value={form.unit} onInput={(unit) => change({ unit })} />
        </div>
        <div class="pair">
          <TextField label="Vulnerability" value={form.vulnerability} placeholder="CVE id, where there is one" onInput={(vulnerability) => change({ vulnerability })} />
          <SelectField label="May be passed on (TLP)" none="not stated" words={["clear", "green", "amber", "amber+strict", "red"]} value={form.tlp} onInput={(tlp) => change({ tlp })} />
        </div>
        <div class="pair">
          <TextField label="Contact, name" value={form.contact_name} hint="Personal data: kept apart, in no report." onInput={(contact_name) => change({ contact_name })} />
          <TextField label="Contact, e-mail" type="email" value={form.contact_email} onInput={(contact_email) => change({ contact_email })} />
        </div>
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}
