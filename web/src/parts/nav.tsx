import type { Signal } from "../api/signal";
import type { Due } from "../api/types";
import { useFresh } from "../api/fresh";
import { useList } from "../api/use";
import { useWho } from "../session";
import { number } from "../words";
import { Icon, type IconName } from "./icon";

interface Item {
  href: string;
  says: string;
  icon: IconName;
  keys?: string;
}

export const GROUPS: { says: string; items: Item[] }[] = [
  {
    says: "Work",
    items: [
      { href: "/", says: "Today", icon: "today", keys: "g t" },
      { href: "/signals", says: "Signals", icon: "signals", keys: "g s" },
      { href: "/findings", says: "Findings", icon: "findings", keys: "g f" },
      { href: "/casefiles", says: "Casefiles", icon: "casefiles", keys: "g c" },
      { href: "/due", says: "Due", icon: "due", keys: "g d" },
    ],
  },
  {
    says: "In the field",
    items: [
      { href: "/devices", says: "Devices", icon: "devices", keys: "g p" },
      { href: "/components", says: "Components", icon: "components", keys: "g k" },
      { href: "/sources", says: "Sources", icon: "sources", keys: "g o" },
    ],
  },
  {
    says: "Outwards",
    items: [
      { href: "/publish", says: "Publish", icon: "publish", keys: "g u" },
      { href: "/reports", says: "Reports", icon: "reports", keys: "g r" },
      { href: "/measures", says: "Measures", icon: "metrics", keys: "g m" },
    ],
  },
  {
    says: "Keep",
    items: [
      { href: "/program", says: "Programme", icon: "program" },
      { href: "/trail", says: "Audit trail", icon: "trail", keys: "g a" },
      { href: "/admin", says: "Admin", icon: "admin" },
      { href: "/account", says: "Account", icon: "lock" },
    ],
  },
];

function isHere(href: string, path: string): boolean {
  return href === "/" ? path === "/" : path === href || path.startsWith(href + "/");
}

export function Nav({ path, open, onClose }: { path: string; open: boolean; onClose: () => void }) {
  const who = useWho();
  const signals = useList<Signal>("/signals?state=new&limit=1");
  const due = useList<Due>("/due?limit=1000");
  useFresh(() => {
    signals.reload();
    due.reload();
  }, path);
  const counts: Record<string, [number, string]> = {
    "/signals": [signals.data?.count ?? 0, "new"],
    "/due": [due.data?.items.filter((one) => one.state === "overdue").length ?? 0, "overdue"],
  };
  return (
    <>
      {open && <button type="button" class="side-shade" aria-label="Close the menu" onClick={onClose} />}
      <aside class={`side ${open ? "open" : ""}`} aria-label="Menu" onClick={onClose}>
        <a href="/" class="brand">
          <svg class="brand-mark" width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="9" fill="currentColor" />
            <path d="M6 17h5l3-8 5 15 3-7h4" fill="none" stroke="var(--accent-ink)" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" />
          </svg>
          aftercare
        </a>
        <nav aria-label="Pages">
          {GROUPS.map((group) => (
            <div key={group.says}>
              <h2>{group.says}</h2>
              <ul>
                {group.items.map((item) => {
                  const [count, word] = counts[item.href] ?? [0, ""];
                  return (
                    <li key={item.href}>
                      <a href={item.href} aria-current={isHere(item.href, path) ? "page" : undefined}>
                        <Icon name={item.icon} />
                        {item.says}
                        {count > 0 && (
                          <span class={`chip tail num ${word === "overdue" ? "bad" : "accent"}`}>
                            {number(count)}
                            <span class="hidden-visually"> {word}</span>
                          </span>
                        )}
                      </a>
                    </li>
                  );
                })}
              </ul>
            </div>
          ))}
        </nav>
        <div class="side-foot">
          <strong>{who.program?.profile?.name ?? "No manufacturer stated"}</strong>
          <span class="num">
            {who.today} · {who.zone}
          </span>
        </div>
      </aside>
    </>
  );
}
