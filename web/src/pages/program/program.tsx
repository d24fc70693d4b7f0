// What holds for the whole manufacturer, in tabs: profile, policy, self-assessment, controls, templates.
import type { CheckQuestion } from "../../api/types";
import { EVERY, useAll, useList } from "../../api/use";
import { Chip } from "../../parts/chip";
import { Card, Empty, Facts, PageHead, Ready, Tabs } from "../../parts/page";
import { Nowhere } from "../../parts/nowhere";
import { Table } from "../../parts/table";
import { to } from "../../router";
import type { PageProps } from "../../routes";
import { useWho } from "../../session";
import { plural, says } from "../../words";
import { SelfCheck } from "./selfcheck";
import { Policy } from "./policy";
import { ProfileForm } from "./profile";
import { Templates } from "./templates";

const TABS: [string, string][] = [
  ["", "Manufacturer"],
  ["policy", "Policy"],
  ["check", "Self-assessment"],
  ["controls", "Controls"],
  ["templates", "Templates"],
];

export function ProgramPage({ params }: PageProps) {
  const tab = params.tab ?? "";
  const check = useList<CheckQuestion>(tab === "check" ? "/program/check" : null);
  if (!TABS.some(([id]) => id === tab)) return <Nowhere crumbs={[{ href: "/program", says: "Programme" }]} />;
  return (
    <>
      <PageHead title="Programme" sub="What holds for the whole manufacturer. Each of it is kept in versions: a further one never alters the one before." />
      <Tabs label="Of the programme" tabs={TABS.map(([id, says]) => ({ href: id ? to("program", id) : "/program", says, on: tab === id }))} />
      {tab === "" && <Manufacturer />}
      {tab === "policy" && <Policy />}
      {tab === "check" && <Ready of={check}>{(data) => <SelfCheck questions={data.items} etag={check.etag} onDone={check.reload} />}</Ready>}
      {tab === "controls" && <Controls />}
      {tab === "templates" && <Templates />}
    </>
  );
}

function Manufacturer() {
  const { program } = useWho();
  if (!program) return null;
  const { profile, isao } = program;
  const firm = program.firm as Record<string, string | undefined>;
  return (
    <div class="grid two">
      <div class="stack">
        <Card title="Who we are" note={`Profile, version ${program.profile_version}`} actions={<ProfileForm />}>
          <Facts
            rows={[
              ["Name", profile.name],
              ["Address", profile.address],
              ["Telephone", profile.telephone],
              ["FEI", profile.fei],
              ["Registration", firm.registration_number],
              ["Contacts", profile.contacts?.length ? <ul>{profile.contacts.map((one) => <li key={one}>{one}</li>)}</ul> : null],
              ["Report a vulnerability to", profile.security_contact],
              ["Advisories stand at", profile.advisory_url],
              ["E-signatures certified to FDA", profile.signatures_certified_on ?? "not stated yet (21 CFR 11.100(c))"],
              ["Time zone", program.time_zone],
              ["Policy", <a href="/program/policy">{program.policy_version}</a>],
              ["Acknowledge within", plural(program.acknowledge_within_days, "day")],
            ]}
          />
        </Card>
      </div>
      <Card title={isao ? `ISAO: ${isao.name}` : "ISAO"} note="Active participation, by the four criteria of PMG IX" flush>
        {isao ? (
          <>
            {isao.criteria.map((one) => (
              <div class="record row from-top" key={one.criterion}>
                <Chip tone={one.has_evidence ? "good" : "bad"} icon={one.has_evidence ? "check" : "cross"}>
                  {one.has_evidence ? "evidence" : "none"}
                </Chip>
                <span>
                  {one.criterion}. {one.says}
                  {one.has_evidence && (
                    <span class="soft">{one.held_since ? ` Since ${one.held_since}.` : ` Counts from ${one.counts_from}, the day of its evidence: since when it held is not known.`}</span>
                  )}
                </span>
              </div>
            ))}
            <p class="record soft">{isao.active_member ? "The rules are told of an active member." : "The rules are not told of an active member: the discretion asks for it."}</p>
          </>
        ) : (
          <Empty title="Not a member of an ISAO, as far as is stated">
            <p>FDA's enforcement discretion asks for active participation in an ISAO.</p>
          </Empty>
        )}
      </Card>
    </div>
  );
}

interface Control {
  control: string;
  version: number;
  at: string;
  by: string;
  term?: string | null;
  text?: string | null;
  customer_text?: string | null;
}

function Controls() {
  const controls = useAll<Control>("/controls", EVERY);
  return (
    <Card title="Catalogue of compensating controls" note="What they are, and what customers are told of them; each version stays" flush>
      <Ready of={controls}>
        {(data) =>
          data.items.length === 0 ? (
            <Empty title="The catalogue is empty">
              <p>A control that is described once can be put into any casefile with its words, its version, and whether it holds for the long term.</p>
            </Empty>
          ) : (
            <Table
              caption="Controls"
              rows={data.items}
              rowKey={(one) => one.control}
              columns={[
                { head: "Name", cell: (one) => <span class="strong">{one.control}</span> },
                { head: "Version", numeric: true, cell: (one) => one.version },
                { head: "Term", cell: (one) => says(one.term) },
                { head: "What it is", text: true, cell: (one) => one.text ?? "" },
                { head: "Customers are told", text: true, cell: (one) => <span class="soft">{one.customer_text ?? ""}</span> },
              ]}
            />
          )
        }
      </Ready>
    </Card>
  );
}
