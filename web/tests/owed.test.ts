import assert from "node:assert/strict";
import { test } from "node:test";
import type { Due } from "../src/api/types";
import { isAsked, owedOf } from "../src/pages/reports/owed";

const due = (kind: string, day: string | null, casefile?: number): Due => ({ due: day, state: "open", kind, to: "fda", cites: "", vulnerability: "", device: "", report_806_due_if_lapsed: null, until: null, says: null, ...(casefile === undefined ? { signal: 1 } : { casefile }) });

test("the report that is most urgent comes first, what has no day last", () => {
  const owed = owedOf("mdr", [due("mdr_30_day", "2026-12-20", 4), due("record_806_20", null, 2), due("mdr_5_day", "2026-12-02", 7), due("supplement_mdr", "2026-12-24", 11), due("mdr_30_day", null, 9), due("acknowledge_reporter", "2026-11-22")]);
  assert.deepEqual(owed.map((one) => one.casefile), [7, 4, 11, 9]);
  assert.deepEqual(owedOf("806.20", [due("record_806_20", null, 2)]).map((one) => one.casefile), [2]);
  assert.deepEqual(owedOf("806", [due("record_806_20", null, 2)]), []);
});

test("no rule asks for a copy of a casefile", () => {
  assert.ok(isAsked("806") && !isAsked("casefile") && !isAsked("metrics"));
});
