import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, dayIn, daysBetween, dueIn, instantText, nextMonth, relativeDay, relativeInstant, weeksOf } from "../src/dates";

test("days are counted over leap days and years", () => {
  assert.equal(daysBetween("2028-02-28", "2028-03-01"), 2);
  assert.equal(daysBetween("2026-11-29", "2026-11-22"), -7);
  assert.equal(addDays("2026-10-23", 30), "2026-11-22");
  assert.equal(addDays("2026-12-31", 1), "2027-01-01");
});

test("what is due is told in days", () => {
  assert.equal(dueIn("2026-11-29", "2026-11-29"), "due today");
  assert.equal(dueIn("2026-11-30", "2026-11-29"), "1 day left");
  assert.equal(dueIn("2026-11-22", "2026-11-29"), "7 days over");
});

test("a day is told beside today", () => {
  assert.equal(relativeDay("2026-11-30", "2026-11-29"), "tomorrow");
  assert.equal(relativeDay("2026-11-01", "2026-11-29"), "28 days ago");
  assert.equal(relativeDay("2028-12-01", "2026-11-29"), "in 2 years");
  assert.equal(relativeDay("2021-03-09", "2026-11-29"), "5 years ago");
});

test("an instant is the day of its zone", () => {
  const late = new Date("2026-11-29T03:00:00Z");
  assert.equal(dayIn("America/Chicago", late), "2026-11-28");
  assert.equal(dayIn("UTC", late), "2026-11-29");
  assert.equal(dayIn("Nowhere/At-All", late), "2026-11-29");
});

test("instants keep their zone", () => {
  assert.equal(instantText("2026-11-29T09:08:44.821356Z"), "2026-11-29 09:08 UTC");
  assert.equal(relativeInstant("2026-11-29T08:00:00Z", new Date("2026-11-29T11:00:00Z")), "3 hours ago");
  assert.equal(relativeInstant("2026-11-30T11:00:00Z", new Date("2026-11-29T11:00:00Z")), "in 24 hours");
});

test("a month has whole weeks, Monday first", () => {
  const weeks = weeksOf("2026-11");
  assert.equal(weeks[0]?.[0], "2026-10-26");
  assert.equal(weeks.at(-1)?.[6], "2026-12-06");
  assert.ok(weeks.every((week) => week.length === 7));
  assert.equal(nextMonth("2026-12", 1), "2027-01");
  assert.equal(nextMonth("2026-01", -1), "2025-12");
});
