// What is stated of a device, and what is not: stated, changed or taken back, with the reason.
import { useState } from "preact/hooks";
import { part, patch, type Problem } from "../../api/client";
import type { DeviceProfile } from "../../api/types";
import { problemFrom } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { ChoiceField, SelectField, TextField } from "../../parts/fields";
import { Failed } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { says, title } from "../../words";

type FieldKind = "words" | "long" | "lines" | "day" | "answer" | "number" | readonly string[];

// Those of docs/man/device.md, in the order in which they are asked.
export const STATED: Record<string, FieldKind> = {
  common_name: "words",
  classification_name: "words",
  intended_use: "long",
  class: ["I", "II", "III"],
  pathway: ["510k", "pma", "pdp", "denovo", "hde", "exempt", "preamendment", "bla", "nda"],
  regulation_number: "words",
  product_code: "lines",
  marketing_number: "lines",
  listing_number: "lines",
  udi_di: "lines",
  model_number: "lines",
  catalog_number: "lines",
  marketed: "answer",
  investigational: "answer",
  cyber_device: "answer",
  combination_product: "answer",
  constituent_part_applicant: "answer",
  approved_on: "day",
  expected_life_years: "number",
  last_distributed_on: "day",
  support: ["supported", "limited", "end_of_support"],
  end_of_support_on: "day",
  end_of_support_communicated: "answer",
  end_of_support_communicated_on: "day",
  periodic_report: "answer",
  periodic_report_on: "day",
  periodic_interval_months: "number",
  manufacturer_name: "words",
  manufacturer_address: "words",
  manufacturer_telephone: "words",
  manufacturer_contact: "words",
  manufacturer_number: "words",
};

type Form = Record<string, string>;

function textOf(value: unknown): string {
  if (value === true || value === false) return value ? "yes" : "no";
  if (Array.isArray(value)) return value.join("\n");
  return value === null || value === undefined ? "" : String(value);
}

function valueOf(kind: FieldKind | undefined, text: string): unknown {
  const said = text.trim();
  if (!said) return null;
  if (kind === "answer") return said === "yes";
  if (kind === "number") return Number(said);
  if (kind === "lines") return said.split("\n").map((line) => line.trim()).filter(Boolean);
  return said;
}

// What differs from what stands, as the API takes it; what was emptied is taken back.
export function changesOf(stands: Record<string, unknown>, form: Form): Record<string, unknown> {
  const differs = Object.keys(form).filter((key) => form[key]?.trim() !== textOf(stands[key]).trim());
  return Object.fromEntries(differs.map((key) => [key, valueOf(STATED[key], form[key] ?? "")]));
}

interface Props {
  device: DeviceProfile;
  etag: string | null;
  first: string; // the field that one came for
  onClose: () => void;
  onDone: () => void;
}

export function StateDevice({ device, etag, first, onClose, onDone }: Props) {
  const tell = useToast();
  const [form, set] = useState<Form>(() => Object.fromEntries(Object.keys(STATED).map((key) => [key, textOf(device[key])])));
  const [why, setWhy] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const keys = Object.keys(STATED);
  const changes = changesOf(device, form);
  const count = Object.keys(changes).length;
  const send = async () => {
    if (count === 0) return setProblem({ status: 0, title: "Nothing is changed", detail: "" });
    if (!why.trim()) return setProblem({ status: 0, title: "Why is it changed?", detail: "The audit trail keeps the reason." });
    try {
      await patch(`/devices/${part(device.name)}`, { ...changes, why: why.trim() }, { etag });
      tell(`${device.name}: ${Object.keys(changes).map((key) => title(key).toLowerCase()).join(", ")} stated`);
      onDone();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  const put = (key: string) => (value: string) => set((old) => ({ ...old, [key]: value }));
  const ordered = keys.includes(first) ? [first, ...keys.filter((key) => key !== first)] : keys;
  return (
    <Dialog
      title={`State what is known of ${device.name}`}
      note="Only what is changed here is stated anew; what is emptied is taken back. The audit trail keeps what stood before."
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Leave it as it is
          </button>
          <button type="submit" class="btn main-act">
            State it
          </button>
        </>
      }
    >
      <div class="form">
        {ordered.map((key) => (
          <OneField key={key} name={key} value={form[key] ?? ""} onInput={put(key)} />
        ))}
        <TextField label="Why" required value={why} onInput={setWhy} hint="For the audit trail." />
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}

function OneField({ name, value, onInput }: { name: string; value: string; onInput: (value: string) => void }) {
  const kind = STATED[name] ?? "words";
  const label = title(name);
  if (kind === "answer") return <ChoiceField label={label} words={["yes", "no", ""]} value={value} onInput={onInput} says={(word) => (word ? title(word) : "Not stated")} />;
  if (typeof kind !== "string") return <SelectField label={label} words={kind} none="not stated" value={value} onInput={onInput} says={says} />;
  if (kind === "day") return <TextField label={label} type="date" value={value} onInput={onInput} />;
  if (kind === "number") return <TextField label={label} type="number" value={value} onInput={onInput} />;
  return <TextField label={label} long={kind !== "words"} value={value} onInput={onInput} {...(kind === "lines" ? { hint: "One a line." } : {})} />;
}
