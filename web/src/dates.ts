// Days of the firm and instants, as people read them: the day itself first, then how far it is.
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function isDay(text: string): boolean {
  return DAY.test(text);
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(day.slice(0, 10) + "T00:00:00Z") / DAY_MS);
}

// From one day to another: negative where the second lies before.
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(day: string, count: number): string {
  return new Date((dayNumber(day) + count) * DAY_MS).toISOString().slice(0, 10);
}

// The day that an instant falls on in a zone; UTC where the zone is not known.
export function dayIn(zone: string, at: Date = new Date()): string {
  try {
    const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    return parts.format(at);
  } catch {
    return at.toISOString().slice(0, 10);
  }
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

// "today", "in 3 days", "12 days ago".
export function relativeDay(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  if (Math.abs(days) >= 731) {
    const years = counted(Math.floor(Math.abs(days) / 365.25), "year"); // whole ones, as people count
    return days > 0 ? `in ${years}` : `${years} ago`;
  }
  return days > 0 ? `in ${counted(days, "day")}` : `${counted(-days, "day")} ago`;
}

// What is due: "due today", "3 days left", "7 days over".
export function dueIn(day: string, today: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return "due today";
  return days > 0 ? `${counted(days, "day")} left` : `${counted(-days, "day")} over`;
}

export function relativeInstant(at: string, now: Date = new Date()): string {
  const minutes = Math.round((now.getTime() - Date.parse(at)) / 60_000);
  if (Number.isNaN(minutes)) return "";
  const ahead = minutes < 0;
  const size = Math.abs(minutes);
  if (size < 1) return "now";
  const text =
    size < 60 ? counted(size, "minute") : size < 48 * 60 ? counted(Math.round(size / 60), "hour") : counted(Math.round(size / 1440), "day");
  return ahead ? `in ${text}` : `${text} ago`;
}

// "2026-11-29 09:08 UTC": the instant as it is kept, cut to the minute.
export function instantText(at: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(at);
  return found ? `${found[1]} ${found[2]} UTC` : at;
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

export function monthName(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ""} ${month.slice(0, 4)}`;
}

// The weeks of a month, Monday first; days of its neighbours fill the first and the last.
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const weekday = (new Date(first + "T00:00:00Z").getUTCDay() + 6) % 7;
  const weeks: string[][] = [];
  for (let day = addDays(first, -weekday); weeks.length < 6; ) {
    const week = Array.from({ length: 7 }, (_, i) => addDays(day, i));
    if (weeks.length > 0 && monthOf(week[0] ?? "") > month) break;
    weeks.push(week);
    day = addDays(day, 7);
  }
  return weeks;
}

export function nextMonth(month: string, step: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + step;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}
