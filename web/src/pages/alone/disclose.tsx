// The public form: what a coordinated disclosure asks, and nothing that a finder need not say.
import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import { problemFrom, useResource } from "../../api/use";
import { ChoiceField, TextField } from "../../parts/fields";
import { Failed, Notice } from "../../parts/page";
import type { PageProps } from "../../routes";
import { plural } from "../../words";
import { Alone } from "./alone";

const START = {
  product: "", version: "", summary: "", description: "", exploit: "", impact: "", discovery: "", is_public: "", is_exploited: "", plans: "", vulnerability: "",
  name: "", email: "", may_share: "", credit: "",
};

interface Receipt {
  receipt: string;
  acknowledge_by: string;
}

interface DisclosureTerms {
  manufacturer: string | null;
  contact: string | null;
  policy: string | null;
  security_txt: boolean;
  acknowledge_within_days: number;
}

// What happens to a report: what is promised here is what the manufacturer has stated.
function Terms({ terms }: { terms: DisclosureTerms }) {
  const days = plural(terms.acknowledge_within_days, "day");
  const isPage = terms.policy?.startsWith("https://") === true;
  return (
    <section class="terms" aria-label="What happens then">
      <h2>What happens then</h2>
      <ol>
        <li>
          You get a <span class="strong">number</span> at once.
        </li>
        <li>
          A person acknowledges it <span class="strong">within {days}</span>, if you leave an e-mail address.
        </li>
        <li>It is assessed for harm to patients, and you are told what becomes of it.</li>
        <li>You are thanked in the advisory, by name or not, as you wish.</li>
      </ol>
      {(terms.policy || terms.contact || terms.security_txt) && (
        <p class="row wrap">
          {isPage && terms.policy && (
            <a href={terms.policy} rel="noreferrer" target="_blank">
              Policy on such reports
            </a>
          )}
          {terms.security_txt && (
            <a href="/.well-known/security.txt" data-leave target="_blank" rel="noreferrer">
              security.txt
            </a>
          )}
          {terms.contact && <span class="soft">or write to {terms.contact}</span>}
        </p>
      )}
    </section>
  );
}

export function wrongInReport(form: typeof START): Partial<Record<keyof typeof START, string>> {
  const wrong: Partial<Record<keyof typeof START, string>> = {};
  if (!form.product.trim()) wrong.product = "Which device is it? A name or what stands on its label is enough.";
  if (!form.summary.trim()) wrong.summary = "One line of what is wrong.";
  if (!form.description.trim()) wrong.description = "What did you see, and how?";
  if (form.email && !/^\S+@\S+$/.test(form.email)) wrong.email = "This does not look like an e-mail address.";
  return wrong;
}

export function Disclose(_: PageProps) {
  const [form, set] = useState(START);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const terms = useResource<DisclosureTerms>("/disclosures");
  const firm = terms.data?.manufacturer ?? "the manufacturer";
  const wrong = tried ? wrongInReport(form) : {};
  const change = (some: Partial<typeof form>) => set((old) => ({ ...old, ...some }));
  const send = async () => {
    setTried(true);
    if (Object.keys(wrongInReport(form)).length) return;
    try {
      const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value.trim() !== ""));
      setReceipt((await post<Receipt>("/disclosures", given)).data);
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  if (receipt !== null)
    return (
      <Alone title="Thank you" wide>
        <Notice tone="good">
          <p class="strong">
            Your report has arrived: number <code>{receipt.receipt}</code>
          </p>
          <p>{form.email ? `We acknowledge it by e-mail by ${receipt.acknowledge_by}, and tell you what becomes of it. It lies with ${firm}.` : "You left no address, so we cannot write to you. Keep the number, should you wish to ask."}</p>
        </Notice>
      </Alone>
    );
  return (
    <Alone
      wide
      title="Report a vulnerability"
      lead={
        <>
          To <span class="strong">{firm}</span>, in one of its medical devices. Please give us time to protect patients before details are public.
        </>
      }
    >
      {terms.data && <Terms terms={terms.data} />}
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div class="pair">
          <TextField label="Device" required value={form.product} wrong={wrong.product} onInput={(product) => change({ product })} />
          <TextField label="Version" value={form.version} onInput={(version) => change({ version })} />
        </div>
        <TextField label="Summary" required value={form.summary} wrong={wrong.summary} onInput={(summary) => change({ summary })} />
        <TextField label="Description" long required value={form.description} wrong={wrong.description} onInput={(description) => change({ description })} />
        <TextField label="How it can be exploited" long value={form.exploit} onInput={(exploit) => change({ exploit })} />
        <TextField label="What somebody could do with it" long value={form.impact} hint="If you know of harm to a patient, say so first." onInput={(impact) => change({ impact })} />
        <TextField label="How you found it" value={form.discovery} onInput={(discovery) => change({ discovery })} />
        <div class="pair">
          <ChoiceField label="Is it public already?" words={["no", "yes", "unknown"]} value={form.is_public} onInput={(is_public) => change({ is_public })} />
          <ChoiceField label="Is it exploited?" words={["no", "yes", "unknown"]} value={form.is_exploited} onInput={(is_exploited) => change({ is_exploited })} />
        </div>
        <div class="pair">
          <TextField label="Your plans to publish" value={form.plans} onInput={(plans) => change({ plans })} />
          <TextField label="CVE id, if there is one" value={form.vulnerability} onInput={(vulnerability) => change({ vulnerability })} />
        </div>
        <div class="pair">
          <TextField label="Your name" autocomplete="name" value={form.name} hint="You may stay unknown." onInput={(name) => change({ name })} />
          <TextField label="E-mail" type="email" autocomplete="email" value={form.email} wrong={wrong.email} onInput={(email) => change({ email })} />
        </div>
        <div class="pair">
          <ChoiceField label="May we pass on who you are, to a coordinator or a supplier?" words={["no", "yes"]} value={form.may_share} onInput={(may_share) => change({ may_share })} />
          <ChoiceField label="Shall we thank you in the advisory?" words={["named", "anonymous", "none"]} says={(word) => ({ named: "By name", anonymous: "Without a name", none: "No" })[word] ?? word} value={form.credit} onInput={(credit) => change({ credit })} />
        </div>
        {problem && <Failed problem={problem} />}
        <div class="row">
          <button type="submit" class="btn main-act">
            Send the report
          </button>
        </div>
        <p class="quiet tiny">Names and addresses are kept apart from the report and go into no document that is published.</p>
      </form>
    </Alone>
  );
}
