import assert from "node:assert/strict";
import { test } from "node:test";
import type { Casefile } from "../src/api/casefile";
import { isValidated } from "../src/pages/casefile/steps";

const validation = (number: number, on: string, result: string, fix = 2) => ({ number, kind: "validation", replaced_by: null, facts: {}, more: { fix, on, result } });
const fix = (facts: Record<string, unknown>) => ({ number: 2, kind: "fix", replaced_by: null, facts, more: {} });
const file = (...records: unknown[]) => ({ records }) as unknown as Casefile;

test("a fix is validated by its last validation, and by the day it states where there is none", () => {
  assert.equal(isValidated(file(fix({ validated_on: "2026-02-20" }))), true);
  assert.equal(isValidated(file(fix({}))), false);
  assert.equal(isValidated(file(fix({ validated_on: "2026-02-20" }), validation(3, "2026-02-21", "fail"))), false);
  assert.equal(isValidated(file(fix({}), validation(3, "2026-02-21", "fail"), validation(4, "2026-02-22", "pass"))), true);
  assert.equal(isValidated(file(fix({}), validation(4, "2026-02-22", "pass"), validation(5, "2026-02-21", "fail"))), true);
});
