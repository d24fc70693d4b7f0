// Texts of communications with places to fill in. Each is kept in versions: a further one never alters the one before.
import { useState } from "preact/hooks";
import { part, put, type Problem } from "../../api/client";
import { EVERY, problemFrom, useAll, useResource } from "../../api/use";
import { Dialog } from "../../parts/dialog";
import { TextField } from "../../parts/fields";
import { Card, Empty, Failed, Ready } from "../../parts/page";
import { Table } from "../../parts/table";
import { Instant } from "../../parts/time";
import { useToast } from "../../parts/toast";
import { May } from "../../parts/may";

interface Version {
  template: string;
  version: number;
  at: string;
  by: string;
}

interface Full extends Version {
  text: string;
}

export function Templates() {
  const versions = useAll<Version>("/program/templates", EVERY);
  const [shown, show] = useState<Version | null>(null);
  const [writing, write] = useState<string | null>(null); // the name; "" of a new one
  return (
    <div class="stack loose">
      <Card
        title="Texts of communications"
        note="With places such as {{device}}, {{impact}}, {{fix}}; every version stays"
        flush
        actions={
          <May act="PUT /program/templates/{template}" says="A new template">
            <button type="button" class="btn small" onClick={() => write("")}>
              A new template
            </button>
          </May>
        }
      >
        <Ready of={versions}>
          {(data) =>
            data.items.length === 0 ? (
              <Empty title="No template yet">
                <p>A communication that meets day 30 tells the impact, the efforts, the controls, and the fix or strategy (PMG VII.B).</p>
              </Empty>
            ) : (
              <Table
                caption="Templates"
                rows={[...data.items].sort((a, b) => a.template.localeCompare(b.template) || b.version - a.version)}
                rowKey={(one) => `${one.template} ${one.version}`}
                columns={[
                  { head: "Template", cell: (one) => <span class="strong">{one.template}</span> },
                  { head: "Version", numeric: true, cell: (one) => one.version },
                  { head: "Made", cell: (one) => <><Instant at={one.at} plain /> <span class="quiet">by {one.by}</span></> },
                  {
                    head: "",
                    spoken: "Read or change",
                    cell: (one) => (
                      <span class="row">
                        <button type="button" class="btn small" onClick={() => show(one)}>
                          Read
                        </button>
                        <May act="PUT /program/templates/{template}">
                          <button type="button" class="btn small" onClick={() => write(one.template)}>
                            Further version
                          </button>
                        </May>
                      </span>
                    ),
                  },
                ]}
              />
            )
          }
        </Ready>
      </Card>
      {shown && <Text of={shown} />}
      {writing !== null && (
        <Write
          name={writing}
          onClose={() => write(null)}
          onDone={(made) => {
            write(null);
            show(made);
            versions.reload();
          }}
        />
      )}
    </div>
  );
}

function Text({ of }: { of: Version }) {
  const full = useResource<Full>(`/program/templates/${part(of.template)}?version=${of.version}`);
  return (
    <Card title={`${of.template}, version ${of.version}`}>
      <Ready of={full}>
        {(one) => (
          <pre class="json" tabIndex={0} aria-label="The text">
            {one.text}
          </pre>
        )}
      </Ready>
    </Card>
  );
}

function Write({ name, onClose, onDone }: { name: string; onClose: () => void; onDone: (made: Version) => void }) {
  const tell = useToast();
  const before = useResource<Full>(name ? `/program/templates/${part(name)}` : null);
  const [form, set] = useState<{ name: string; text: string | null; why: string }>({ name, text: null, why: "" });
  const [problem, setProblem] = useState<Problem | null>(null);
  const text = form.text ?? before.data?.text ?? "";
  const send = async () => {
    if (!form.name.trim() || !text.trim()) return setProblem({ status: 0, title: "A template has a name and a text", detail: "" });
    try {
      const { data } = await put<Full>(`/program/templates/${part(form.name.trim())}`, { text, ...(form.why.trim() ? { why: form.why.trim() } : {}) }, { etag: before.etag });
      tell(`${data.template} has version ${data.version}`);
      onDone(data);
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Dialog
      title={name ? `A further version of ${name}` : "A new template"}
      note="Known places: advisory, casefile, contact, controls, cvss, date, device, fix, impact, manufacturer, releases, strategy, summary, vulnerability. Another one is refused."
      onClose={onClose}
      onSubmit={() => void send()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Leave it
          </button>
          <button type="submit" class="btn main-act">
            Keep it
          </button>
        </>
      }
    >
      <div class="form">
        {!name && <TextField label="Name" required value={form.name} placeholder="customer-communication" onInput={(value) => set((old) => ({ ...old, name: value }))} />}
        <TextField label="Text" long required value={text} onInput={(value) => set((old) => ({ ...old, text: value }))} />
        <TextField label="Why" value={form.why} onInput={(why) => set((old) => ({ ...old, why }))} />
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}
