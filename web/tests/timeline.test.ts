import assert from "node:assert/strict";
import { test } from "node:test";
import type { Casefile } from "../src/api/casefile";
import { timelineOf } from "../src/pages/casefile/timeline";

const file = {
  records: [{ kind: "vulnerability", replaced_by: null, facts: { learned_on: "2026-10-20" } }],
  clock: { day0: "2026-10-23", day30: "2026-11-22", day60: "2026-12-22", day: 37 },
  timeline: [
    { on: "2026-10-27", says: "assessed", due: false },
    { on: "2026-11-30", says: "806 report due", due: true },
  ],
  determination: {
    conditions: [
      { id: "day30", state: "failed", on: null, due: "2026-11-22", why: "" },
      { id: "day60", state: "pending", on: null, due: "2026-12-22", why: "" },
    ],
    obligations: [
      { kind: "communicate", due: "2026-11-22", state: "overdue", met_on: null },
      { kind: "share_isao", due: "2026-11-16", state: "met", met_on: "2026-11-20" },
      { kind: "report_806", due: "2026-11-30", state: "open", met_on: null },
      { kind: "periodic_report", due: "2027-06-18", state: "open", met_on: null },
    ],
  },
} as unknown as Casefile;

test("the day of learning, day 30, day 60 and what was missed stand by their days", () => {
  const said = timelineOf(file, "2026-11-29").map((one) => `${one.on} ${one.says}${one.note ? ` (${one.note})` : ""}`);
  assert.deepEqual(said, [
    "2026-10-20 Learned of",
    "2026-10-23 Day 0: the clock starts",
    "2026-10-27 Assessed",
    "2026-11-16 Share with the ISAO: deadline (missed, done 2026-11-20)",
    "2026-11-22 Day 30: told and planned (failed)",
    "2026-11-22 Tell customers and users: deadline (missed)",
    "2026-11-29 Today",
    "2026-11-30 Report to FDA (806): due",
    "2026-12-22 Day 60: fixed (pending)",
  ]);
});

test("without a clock the day of learning is there all the same", () => {
  const said = timelineOf({ ...file, clock: null, determination: { ...file.determination, conditions: [], obligations: [] } }, "2026-11-29");
  assert.equal(said[0]?.says, "Learned of");
});
