import { useState } from "preact/hooks";
import { post, type Problem } from "../../api/client";
import type { Device } from "../../api/types";
import { EVERY, problemFrom, useAll } from "../../api/use";
import { Chip } from "../../parts/chip";
import { Dialog } from "../../parts/dialog";
import { SelectField, TextField } from "../../parts/fields";
import { Icon } from "../../parts/icon";
import { Card, Empty, Failed, PageHead, Ready } from "../../parts/page";
import { KeyTable } from "../../parts/table";
import { May } from "../../parts/may";
import { go, setQuery, to } from "../../router";
import type { PageProps } from "../../routes";
import { says } from "../../words";

export function Devices({ query }: PageProps) {
  const devices = useAll<Device>("/devices", EVERY);
  return (
    <>
      <PageHead
        title="Devices"
        sub="Every marketed product, its releases in the field, their SBOMs and where their units went."
        actions={
          <>
            <a class="btn" href="/consignees">
              Consignees
            </a>
            <May act="POST /devices" says="Register a device">
              <button type="button" class="btn main-act" onClick={() => setQuery({ new: "1" })}>
                <Icon name="plus" size={16} /> Register a device
              </button>
            </May>
          </>
        }
      />
      <Card flush>
        <Ready of={devices}>
          {(data) =>
            data.items.length === 0 ? (
              <Empty title="No device is registered">
                <p>Register a product by hand, or take what FDA's GUDID says of your devices. Then give each release in the field its SBOM.</p>
                <May act="POST /devices">
                  <button type="button" class="btn" onClick={() => setQuery({ new: "1" })}>
                    Register a device
                  </button>
                </May>
              </Empty>
            ) : (
              <KeyTable
                caption="Devices"
                rows={data.items}
                rowKey={(one) => one.id}
                onOpen={(one) => go(to("devices", one.name))}
                columns={[
                  { head: "Device", cell: (one) => <a href={to("devices", one.name)}>{one.name}</a> },
                  { head: "Common name", text: true, cell: (one) => one.common_name ?? "" },
                  { head: "Class", cell: (one) => one.class ?? "-" },
                  { head: "Pathway", cell: (one) => says(one.pathway) },
                  { head: "Product code", cell: (one) => <code>{one.product_code ?? "-"}</code> },
                  { head: "UDI-DI", cell: (one) => <code>{one.udi_di ?? "-"}</code> },
                  { head: "Support", cell: (one) => <Chip tone={one.support === "supported" ? "good" : "warn"}>{says(one.support)}</Chip> },
                ]}
              />
            )
          }
        </Ready>
      </Card>
      {query.has("new") && <May act="POST /devices"><Register onClose={() => setQuery({ new: null })} /></May>}
    </>
  );
}

const START = { name: "", common_name: "", class: "II", pathway: "510k", product_code: "", udi_di: "", support: "supported", intended_use: "" };

function Register({ onClose }: { onClose: () => void }) {
  const [form, set] = useState(START);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = (some: Partial<typeof form>) => set((old) => ({ ...old, ...some }));
  const add = async () => {
    setTried(true);
    if (!form.name.trim()) return;
    const { udi_di, product_code, ...rest } = form;
    const body: Record<string, unknown> = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ""));
    if (udi_di) body.udi_di = [udi_di];
    if (product_code) body.product_code = [product_code];
    try {
      await post("/devices", body);
      go(to("devices", form.name));
    } catch (refused) {
      setProblem(problemFrom(refused));
    }
  };
  return (
    <Dialog
      title="Register a device"
      onClose={onClose}
      onSubmit={() => void add()}
      foot={
        <>
          <button type="button" class="btn" onClick={onClose}>
            Leave it
          </button>
          <button type="submit" class="btn main-act">
            Register it
          </button>
        </>
      }
    >
      <div class="form">
        <TextField label="Name" required value={form.name} wrong={tried && !form.name.trim() ? "A device needs its name." : undefined} onInput={(name) => change({ name })} />
        <TextField label="Common name" value={form.common_name} onInput={(common_name) => change({ common_name })} />
        <div class="pair">
          <SelectField label="Class" words={["I", "II", "III"]} value={form.class} onInput={(word) => change({ class: word })} />
          <SelectField label="Pathway" words={["510k", "pma", "denovo", "hde", "exempt"]} value={form.pathway} onInput={(pathway) => change({ pathway })} />
        </div>
        <div class="pair">
          <TextField label="Product code" value={form.product_code} onInput={(product_code) => change({ product_code })} />
          <TextField label="UDI-DI" value={form.udi_di} onInput={(udi_di) => change({ udi_di })} />
        </div>
        <TextField label="Intended use" long value={form.intended_use} onInput={(intended_use) => change({ intended_use })} />
        {problem && <Failed problem={problem} />}
      </div>
    </Dialog>
  );
}
