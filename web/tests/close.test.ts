import assert from "node:assert/strict";
import { test } from "node:test";
import type { Casefile, Obligation } from "../src/api/casefile";
import { hindrances } from "../src/pages/casefile/close";

const owed = (kind: string, due: string | null, state = "open") => ({ kind, due, state }) as Obligation;
const file = (obligations: Obligation[], records: unknown[] = []) => ({ records, determination: { obligations } }) as unknown as Casefile;

test("what holds a casefile open is what the server refuses to close over", () => {
  const all = [owed("periodic_report", "2027-06-18"), owed("reassess", "2027-01-01"), owed("update_out_of_cycle", null), owed("keep_casefile", null, "kept"), owed("evaluate_premarket", null), owed("communicate", "2026-12-01", "met")];
  assert.deepEqual(hindrances(file(all)), []);
  assert.deepEqual(hindrances(file([owed("record_806_20", null), owed("distribute_fix", "2026-12-22", "overdue")])), ["Make the record of 806.20 is open", "Distribute a fix is overdue, due 2026-12-22"]);
  const signed = [{}, {}];
  assert.deepEqual(hindrances(file(all, [{ kind: "fix", number: 7, replaced_by: null, facts: { distributed_on: "2026-11-01" }, signatures: signed }])), ["Evaluate premarket submission is open"]);
});
