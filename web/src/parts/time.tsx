import { daysBetween, dueIn, instantText, relativeDay, relativeInstant } from "../dates";
import { useToday } from "../session";

// A day of the firm, with how far it is.
export function Day({ day, plain }: { day: string | null | undefined; plain?: boolean }) {
  const today = useToday();
  if (!day) return <span class="quiet">not stated</span>;
  return (
    <time dateTime={day} class="num nowrap" title={relativeDay(day, today)}>
      {day}
      {!plain && <span class="quiet"> {relativeDay(day, today)}</span>}
    </time>
  );
}

export function Instant({ at, plain }: { at: string | null | undefined; plain?: boolean }) {
  if (!at) return <span class="quiet">never</span>;
  return (
    <time dateTime={at} class="num nowrap" title={at}>
      {instantText(at)}
      {!plain && <span class="quiet"> {relativeInstant(at)}</span>}
    </time>
  );
}

export function dueTone(day: string | null, today: string): "bad" | "warn" | "" {
  if (!day) return "";
  const left = daysBetween(today, day);
  return left < 0 ? "bad" : left <= 7 ? "warn" : "";
}

export function DueChip({ day }: { day: string | null }) {
  const today = useToday();
  if (!day) return <span class="chip">no day</span>;
  return <span class={`chip ${dueTone(day, today)} num`}>{dueIn(day, today)}</span>;
}
