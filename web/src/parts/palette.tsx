// Everything that can be gone to or done, by typing some letters of it.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CaseHead } from "../api/casefile";
import type { Device } from "../api/types";
import { EVERY, useAll } from "../api/use";
import { go, to } from "../router";
import { GROUPS } from "./nav";

interface Command {
  says: string;
  kind: string;
  keys?: string | undefined;
  run: () => void;
}

// All letters of what is typed, in their order: the closer together and the earlier, the better. -1: not in it.
export function rank(text: string, typed: string): number {
  const hay = text.toLowerCase();
  const needle = typed.toLowerCase().replaceAll(" ", "");
  const whole = hay.indexOf(typed.toLowerCase());
  if (whole >= 0) return 1000 - whole;
  let at = -1;
  let gaps = 0;
  for (const letter of needle) {
    const next = hay.indexOf(letter, at + 1);
    if (next < 0) return -1;
    gaps += next - at - 1;
    at = next;
  }
  return Math.max(0, 500 - gaps * 4);
}

export function Palette({ onClose }: { onClose: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  const [typed, type] = useState("");
  const [at, move] = useState(0);
  const devices = useAll<Device>("/devices", EVERY);
  const cases = useAll<CaseHead>("/casefiles", EVERY);
  useEffect(() => box.current?.showModal(), []);

  const commands = useMemo(() => {
    const pages: Command[] = GROUPS.flatMap((group) => group.items.map((item) => ({ says: item.says, kind: "page", keys: item.keys, run: () => go(item.href) })));
    const acts: Command[] = [
      { says: "Open a casefile", kind: "do", run: () => go("/casefiles?new=1") },
      { says: "Record a signal", kind: "do", run: () => go("/signals?new=1") },
      { says: "Import feeds or an SBOM", kind: "do", run: () => go("/sources?import=1") },
      { says: "Verify the audit trail", kind: "do", run: () => go("/trail?verify=1") },
      { says: "Take the tour", kind: "do", run: () => go("/?tour=1") },
      { says: "Register a device", kind: "do", run: () => go("/devices?new=1") },
    ];
    const found: Command[] = [
      ...(cases.data?.items ?? []).map((one) => ({ says: `${one.casefile}  ${one.title || one.vulnerability} · ${one.device}`, kind: "casefile", run: () => go(to("casefiles", one.casefile)) })),
      ...(devices.data?.items ?? []).map((one) => ({ says: `${one.name} · ${one.common_name ?? ""} ${one.udi_di ?? ""}`, kind: "device", run: () => go(to("devices", one.name)) })),
    ];
    const all = [...pages, ...acts, ...found];
    const search: Command = { says: `Find “${typed}”`, kind: "search", run: () => go(`/search?q=${encodeURIComponent(typed)}`) };
    if (!typed) return all.slice(0, 30);
    const fit = all.map((one) => [rank(one.says, typed), one] as const).filter(([points]) => points >= 0);
    return [...fit.sort((a, b) => b[0] - a[0]).map(([, one]) => one).slice(0, 20), search];
  }, [typed, devices.data, cases.data]);

  const choose = (command: Command | undefined) => {
    if (!command) return;
    box.current?.close();
    command.run();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move((old) => Math.max(0, Math.min(commands.length - 1, old + (event.key === "ArrowDown" ? 1 : -1))));
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(commands[at]);
    }
  };
  return (
    <dialog class="palette" ref={box} onClose={onClose} aria-label="Go to or do">
      <input
        autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={`palette-${at}`}
        aria-label="Go to or do"
        placeholder="Go to a page, casefile, device; or do something"
        value={typed}
        onKeyDown={key}
        onInput={(event) => {
          type(event.currentTarget.value);
          move(0);
        }}
      />
      <ul id="palette-list" role="listbox" aria-label="What fits">
        {commands.map((command, i) => (
          <li key={command.kind + command.says} id={`palette-${i}`} role="option" aria-selected={i === at} onClick={() => choose(command)}>
            <span class="clip">{command.says}</span>
            <small>{command.keys ? <kbd>{command.keys}</kbd> : command.kind}</small>
          </li>
        ))}
      </ul>
    </dialog>
  );
}
