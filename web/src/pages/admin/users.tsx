import { useState } from "preact/hooks";
import { part, patch, post, type Problem } from "../../api/client";
import type { User } from "../../api/types";
import { EVERY, problemFrom, useAll, useResource } from "../../api/use";
import { State } from "../../parts/chip";
import { Dialog } from "../../parts/dialog";
import { ChoiceField, SeveralField, TextField } from "../../parts/fields";
import { Icon } from "../../parts/icon";
import { Card, Empty, Failed, Notice, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { useToast } from "../../parts/toast";
import { says } from "../../words";
import { AccessRules, Sessions } from "./access";
import { FactorDemand, FactorOff } from "./factor";
import { IdentityOf } from "./identity";

const ROLES = ["reader", "security", "regulatory", "reviewer", "designated_person", "administrator"];

function rolesOf(user: User): string[] {
  return user.roles.split(",").map((role) => role.trim()).filter(Boolean);
}

export function Users() {
  const users = useAll<User>("/users", EVERY);
  const [editing, edit] = useState<User | "new" | null>(null);
  const [secret, setSecret] = useState<{ name: string; once: string } | null>(null);
  const done = (made?: { name: string; once: string }) => {
    edit(null);
    if (made) setSecret(made);
    users.reload();
  };
  return (
    <div class="stack">
      {secret && (
        <Notice tone="good" icon="lock">
          <p class="strong">
            {secret.name} signs in once with <code>{secret.once}</code>
          </p>
          <p>It is shown this once and kept nowhere. At the first sign-in they choose a secret of their own.</p>
        </Notice>
      )}
      <Card
        title="Users"
        note="A user is never taken out, and a name never given to anybody else"
        flush
        actions={
          <button type="button" class="btn small main-act" onClick={() => edit("new")}>
            <Icon name="plus" size={14} /> Enrol somebody
          </button>
        }
      >
        <Ready of={users}>
          {(data) =>
            data.items.length === 0 ? (
              <Empty title="Nobody is enrolled">
                <p>A store without users asks nobody. The first one is an administrator, and enrols the others.</p>
              </Empty>
            ) : (
              <Table
                caption="Users"
                rows={data.items}
                rowKey={(one) => one.name}
                columns={[
                  { head: "Name", cell: (one) => <span class="strong">{one.name}</span> },
                  { head: "Full name", cell: (one) => one.full_name },
                  { head: "Roles", text: true, cell: (one) => rolesOf(one).map(says).join(", ") },
                  { head: "State", cell: (one) => <State state={one.standing} /> },
                  { head: "Identity attested by", cell: (one) => one.attested_by || <span class="quiet">nobody yet</span> },
                  { head: "Signed in last", cell: (one) => (one.signed_in_on ? <span class={one.unused ? "strong" : ""}>{one.signed_in_on}{one.unused ? ", unused" : ""}</span> : <span class="quiet">never</span>) },
                  { head: "Secret of", cell: (one) => (one.secret_since ? <span class={one.secret_too_old ? "strong" : ""}>{one.secret_since}{one.secret_too_old ? ", too old to sign" : ""}</span> : <span class="quiet">-</span>) },
                  { head: "Second factor", cell: (one) => (one.second_factor ? "yes" : <span class="quiet">no</span>) },
                  { head: "Training until", cell: (one) => one.training_until ?? <span class="quiet">-</span> },
                  {
                    head: "",
                    cell: (one) => (
                      <span class="row">
                        <button type="button" class="btn small" onClick={() => edit(one)}>
                          Change
                        </button>
                        <Reset user={one} onDone={done} />
                      </span>
                    ),
                  },
                ]}
              />
            )
          }
        </Ready>
      </Card>
      <AccessRules />
      <Sessions title="Who is signed in" note="A session that should not be is ended at once" />
      <FactorDemand roles={ROLES} />
      {editing === "new" && <UserForm user={null} etag={null} onClose={() => edit(null)} onDone={done} />}
      {editing && editing !== "new" && <ChangeUser name={editing.name} onClose={() => edit(null)} onDone={done} />}
    </div>
  );
}

// As it stands now, and refused where somebody else has changed it meanwhile.
function ChangeUser({ name, onClose, onDone }: { name: string; onClose: () => void; onDone: () => void }) {
  const now = useResource<User>(`/users/${part(name)}`);
  if (now.problem) return <Failed problem={now.problem} again={now.reload} />;
  return now.data && <UserForm user={now.data} etag={now.etag} onClose={onClose} onDone={onDone} />;
}

function UserForm({ user, etag, onClose, onDone }: { user: User | null; etag: string | null; onClose: () => void; onDone: (made?: { name: string; once: string }) => void }) {
  const tell = useToast();
  const [form, set] = useState({ name: user?.name ?? "", full_name: user?.full_name ?? "", roles: user ? rolesOf(user) : ["reader"], state: user?.state ?? "active", identity_verified_on: "", why: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = (some: Partial<typeof form>) => set((old) => ({ ...old, ...some }));
  const send = async () => {
    if (!user && !form.identity_verified_on) return setProblem({ status: 0, title: "On which day was the identity verified?", detail: "By you, before they sign anything (21 CFR 11.100(b))." });
    const body: Record<string, unknown> = { roles: form.roles };
    if (form.identity_verified_on) body.identity_verified_on = form.identity_verified_on;
    if (form.why) body.why = form.why;
    try {
      if (user) {
        await patch(`/users/${part(user.name)}`, { ...body, state: form.state }, { etag });
        tell(`${user.name} is changed`);
        onDone();
      } else {
        const { data } = await post<{ secret: string | null }>("/users", { ...body, user: form.name, full_name: form.full_name });
        onDone(data.secret ? { name: form.name, once: data.secret } : undefined);
      }
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Dialog
      title={user ? `Change ${user.name}` : "Enrol somebody"}
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Leave it
          </button>
          <button type="submit" class="btn main-act">
            {user ? "Change" : "Enrol"}
          </button>
        </>
      }
    >
      <div class="form">
        {!user && (
          <div class="pair">
            <TextField label="Name to sign in with" required value={form.name} onInput={(name) => change({ name })} />
            <TextField label="Full name" required value={form.full_name} onInput={(full_name) => change({ full_name })} hint="It stands beside each signature." />
          </div>
        )}
        <SeveralField label="Roles" words={ROLES} value={form.roles} onInput={(roles) => change({ roles })} />
        {user && <ChoiceField label="State" required words={["active", "disabled"]} value={form.state} onInput={(state) => change({ state })} hint="A disabled user is out at once." />}
        <TextField label="Identity verified on" type="date" required={!user} value={form.identity_verified_on} onInput={(identity_verified_on) => change({ identity_verified_on })} hint="21 CFR 11.100(b): by you, before they sign anything." />
        <TextField label="Why" value={form.why} onInput={(why) => change({ why })} />
        {problem && <Failed problem={problem} />}
        {user && <IdentityOf user={user} why={form.why} onDone={() => onDone()} />}
        {user?.second_factor && <FactorOff user={user} why={form.why} onDone={() => onDone()} onProblem={setProblem} />}
      </div>
    </Dialog>
  );
}

function Reset({ user, onDone }: { user: User; onDone: (made?: { name: string; once: string }) => void }) {
  const tell = useToast();
  const reset = async () => {
    try {
      const { data } = await post<{ secret: string | null }>(`/users/${part(user.name)}/reset`);
      if (data.secret) onDone({ name: user.name, once: data.secret });
      else tell("A second administrator asks again, and is shown the new secret.");
    } catch (refused) {
      tell(problemFrom(refused).detail);
    }
  };
  return (
    <button type="button" class="btn small plain" onClick={() => void reset()}>
      New secret
    </button>
  );
}
