// Words with a colour. What matters is told by shape and text too, never by colour alone.
import type { ComponentChildren } from "preact";
import { says, TIERS } from "../words";
import { Icon, type IconName } from "./icon";

export type Tone = "critical" | "high" | "medium" | "low" | "none" | "good" | "bad" | "warn" | "info" | "accent" | "";

export function Chip({ tone = "", icon, large, title, children }: { tone?: Tone; icon?: IconName; large?: boolean; title?: string; children: ComponentChildren }) {
  return (
    <span class={`chip ${tone} ${large ? "large" : ""}`} title={title}>
      {icon && <Icon name={icon} size={large ? 15 : 12} />}
      {children}
    </span>
  );
}

// Four full bars for critical, down to one for low: the shape says it without colour.
const BARS: Record<string, number> = { critical: 4, high: 3, medium: 2, low: 1, none: 0, unscored: 0 };

export function SeverityMark({ severity }: { severity: string }) {
  const full = BARS[severity] ?? 0;
  return (
    <svg width="13" height="11" viewBox="0 0 13 11" aria-hidden="true">
      {[0, 1, 2, 3].map((i) => (
        <rect key={i} x={i * 3.4} y={8 - i * 2.4} width="2.4" height={3 + i * 2.4} rx="0.6" fill="currentColor" opacity={i < full ? 1 : 0.22} />
      ))}
    </svg>
  );
}

export function Severity({ severity, score, title }: { severity: string | null | undefined; score?: number | null; title?: string }) {
  const word = severity ?? "unscored";
  return (
    <span class={`chip ${word === "unscored" ? "none" : word}`} title={title}>
      <SeverityMark severity={word} />
      {word}
      {score !== null && score !== undefined && <span class="num">{score.toFixed(1)}</span>}
    </span>
  );
}

const STATE_TONES: Record<string, [Tone, IconName | undefined]> = {
  affected: ["bad", "warn"],
  not_affected: ["good", "check"],
  fixed: ["good", "check"],
  under_investigation: ["info", "search"],
  platform_not_in_sbom: ["warn", "help"],
  overdue: ["bad", "warn"],
  open: ["info", "clock"],
  met: ["good", "check"],
  done: ["good", "check"],
  kept: ["", "lock"],
  over: ["good", "check"],
  failed: ["bad", "cross"],
  pending: ["", "clock"],
  uncontrolled: ["bad", "warn"],
  controlled: ["good", "check"],
  undetermined: ["", "help"],
  new: ["info", "plus"],
  accepted: ["good", "check"],
  duplicate: ["", "casefiles"],
  not_ours: ["", "elsewhere"],
  false: ["", "cross"],
  seen: ["good", "check"],
  no_records: ["", "search"],
  not_served: ["warn", "warn"],
  not_matchable: ["bad", "cross"],
  active: ["good", "check"],
  disabled: ["", "lock"],
  required: ["bad", "warn"],
  available: ["good", "check"],
  provisional: ["warn", "clock"],
  not_available: ["bad", "cross"],
  applies: ["good", "check"],
  not_required: ["", "check"],
  not_intended_to_enforce: ["good", "check"],
};

export function State({ state, large }: { state: string | null | undefined; large?: boolean }) {
  const [tone, icon] = STATE_TONES[state ?? ""] ?? ["", undefined];
  return (
    <Chip tone={tone} large={large} {...(icon ? { icon } : {})}>
      {says(state)}
    </Chip>
  );
}

export function Tier({ tier }: { tier: string }) {
  return (
    <span class="chip" title={`Tier ${tier}: ${TIERS[tier] ?? "unknown"}`}>
      {tier}
      <span class="hidden-visually">: {TIERS[tier]}</span>
    </span>
  );
}

const LISTS: Record<string, [string, string]> = {
  kev: ["KEV", "CISA's catalogue of known exploited vulnerabilities"],
  "kev-eu": ["EU KEV", "the European list of known exploited vulnerabilities"],
};

/** "CISA's catalogue of known exploited vulnerabilities, the European list of ..." */
export function listsSaid(lists: readonly string[]): string {
  return lists.map((list) => LISTS[list]?.[1] ?? list).join(", ");
}

/** Nothing where no list names it. */
export function Kev({ lists }: { lists: readonly string[] }) {
  if (lists.length === 0) return null;
  return (
    <Chip tone="bad" icon="warn" title={`In ${listsSaid(lists)}`}>
      {lists.map((list) => LISTS[list]?.[0] ?? list).join(", ")}
    </Chip>
  );
}
