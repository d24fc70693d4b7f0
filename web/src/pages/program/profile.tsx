import { useState } from "preact/hooks";
import { get, put, type Problem } from "../../api/client";
import { problemFrom, useResource } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { TextField } from "../../parts/fields";
import { Failed } from "../../parts/page";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";
import { useWho } from "../../session";

const FIELDS: [string, string, string][] = [
  ["firm-name", "Name", ""],
  ["firm-address", "Address", ""],
  ["firm-telephone", "Telephone", ""],
  ["registration-number", "Registration number", "Of the establishment, seven digits: part of the number of an 806 report."],
  ["last-mdr-number", "Last device report number", "Of the last medical device report that is in no casefile, 1234567-2026-00041: the next one counts on."],
  ["fei", "FEI", "Ten digits."],
  ["time-zone", "Time zone", "An IANA name, such as America/New_York: it decides on which day a communication went out."],
  ["firm-namespace", "Namespace for advisories", "A URI of your own."],
  ["security-contact", "Where to report a vulnerability", "An e-mail address, a telephone number, or a page by https: it stands in security.txt."],
  ["disclosure-policy", "Policy on what is reported", "A page by https."],
  ["languages", "Languages of reports", "en, de"],
  ["public-url", "Where everybody reaches this server", "https://psirt.example.com"],
  ["advisory-url", "Where advisories stand", "Of this server: https://psirt.example.com/advisories"],
  ["signatures-certified-on", "Electronic signatures certified on", "When the firm certified to FDA that they are meant as handwritten ones (21 CFR 11.100(c)): 2026-01-05."],
  ["signatures-certificate", "Where that copy is", ""],
  ["summary-product-codes", "Malfunctions told of in summaries", "Product codes with commas between them, of which you take part in FDA's voluntary malfunction summary reporting and FDA's database says that they are eligible."],
  ["acknowledge-within", "Acknowledge within, in days", "What you state to who reports a vulnerability."],
];

export function ProfileForm() {
  const who = useWho();
  const tell = useToast();
  const [open, setOpen] = useState(false);
  const [form, set] = useState<Record<string, string>>({});
  const [why, setWhy] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const read = useResource(open ? "/program" : null); // as it stood when the form was opened
  const save = async () => {
    if (!read.etag) return setProblem(read.problem);
    try {
      let etag: string | null = read.etag;
      for (const [setting, value] of Object.entries(form)) {
        if (!value.trim()) continue;
        await put(`/program/${setting}`, { value: value.trim(), ...(why ? { why } : {}) }, { etag });
        etag = (await get("/program")).etag; // each is a version of its own
      }
      tell("The programme has a new version");
      setOpen(false);
      set({});
      who.reload();
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <>
      <May act="PUT /program/firm-telephone" says="State something">
        <button type="button" class="btn small" onClick={() => setOpen(true)}>
          State something
        </button>
      </May>
      {open && (
        <Dialog
          title="State something of the manufacturer"
          note="Only what is filled in is stated anew."
          onClose={() => setOpen(false)}
          onSubmit={() => void save()}
          foot={
            <>
              <button type="button" class="btn" onClick={() => setOpen(false)}>
                Leave it
              </button>
              <button type="submit" class="btn main-act">
                State it
              </button>
            </>
          }
        >
          <div class="form">
            {FIELDS.map(([key, label, hint]) => (
              <TextField key={key} label={label} hint={hint || undefined} value={form[key] ?? ""} onInput={(value) => set((old) => ({ ...old, [key]: value }))} />
            ))}
            <TextField label="Why" value={why} onInput={setWhy} />
            {problem && <Failed problem={problem} />}
          </div>
        </Dialog>
      )}
    </>
  );
}
