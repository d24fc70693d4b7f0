// Users, tokens, security events, the service itself.
import { Card, Empty, Facts, PageHead, Ready, Tabs } from "../../parts/page";
import { useList } from "../../api/use";
import { Nowhere } from "../../parts/nowhere";
import { Table } from "../../parts/table";
import { Instant } from "../../parts/time";
import { to } from "../../router";
import type { PageProps } from "../../routes";
import { useWho } from "../../session";
import { says } from "../../words";
import { Backups } from "./backups";
import { Tokens } from "./tokens";
import { Users } from "./users";

const TABS: [string, string][] = [
  ["", "Users"],
  ["tokens", "Tokens"],
  ["events", "Security events"],
  ["service", "Service and backup"],
];

export function Admin({ params }: PageProps) {
  const tab = params.tab ?? "";
  const { session } = useWho();
  if (!TABS.some(([id]) => id === tab)) return <Nowhere crumbs={[{ href: "/admin", says: "Admin" }]} />;
  const isAdministrator = (session?.roles ?? []).includes("administrator");
  return (
    <>
      <PageHead title="Admin" sub="Who may do what, and what touches security. An administrator keeps users, and decides nothing about devices." />
      <Tabs label="Administration" tabs={TABS.map(([id, says]) => ({ href: id ? to("admin", id) : "/admin", says, on: tab === id }))} />
      {!isAdministrator && (tab === "" || tab === "events") && (
        <Card>
          <Empty title="Administrators alone see this">
            <p>Your roles: {(session?.roles ?? []).map(says).join(", ") || "none"}. An administrator keeps users and sees what touches security; tokens of your own are under Tokens.</p>
          </Empty>
        </Card>
      )}
      {isAdministrator && tab === "" && <Users />}
      {tab === "tokens" && <Tokens />}
      {isAdministrator && tab === "events" && <Events />}
      {tab === "service" && <Service isAdministrator={isAdministrator} />}
    </>
  );
}

interface Event_ {
  entry: number;
  at: string;
  who: string;
  what: string;
  object: string;
  says: string;
}

function Events() {
  const events = useList<Event_>("/security-events");
  return (
    <Card title="What touches security" note="Refusals, locks, users changed, a clock set back" flush>
      <Ready of={events}>
        {(data) =>
          data.items.length === 0 ? (
            <Empty title="Nothing of the kind">
              <p>Each refusal and each lock leaves an entry in the audit trail, and stands here.</p>
            </Empty>
          ) : (
            <Table
              caption="Security events"
              rows={data.items}
              rowKey={(one) => one.entry}
              columns={[
                { head: "When", cell: (one) => <Instant at={one.at} /> },
                { head: "Who", cell: (one) => one.who },
                { head: "What", cell: (one) => <code>{one.what}</code> },
                { head: "About", cell: (one) => one.object },
                { head: "Why", text: true, cell: (one) => one.says },
              ]}
            />
          )
        }
      </Ready>
    </Card>
  );
}

function Service({ isAdministrator }: { isAdministrator: boolean }) {
  const { session, zone } = useWho();
  const service = (
    <Card title="The service">
      <Facts
        rows={[
          ["Version", session?.version ?? null],
          ["Time zone of the firm", zone],
          ["A session ends after", session?.idle_minutes ? `${session.idle_minutes} minutes without use` : null],
          ["Health", <a href="/healthz" data-leave target="_blank" rel="noreferrer">/healthz</a>],
          ["Meters", <a href="/metrics" data-leave target="_blank" rel="noreferrer">/metrics</a>],
          ["API", <a href="/api/v1/openapi.json" target="_blank" rel="noreferrer">OpenAPI 3.1</a>],
        ]}
      />
    </Card>
  );
  if (isAdministrator) return <Backups beside={service} />;
  return (
    <div class="grid two">
      {service}
      <Card title="Backup" note="Of the whole store, while it is in use">
        <p class="soft">Administrators have backups made, and take them.</p>
      </Card>
    </div>
  );
}
