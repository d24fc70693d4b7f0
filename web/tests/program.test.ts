import assert from "node:assert/strict";
import { test } from "node:test";
import type { PolicyQuestion } from "../src/api/types";
import { bodyOf, formText, formValue, KINDS, kindOf } from "../src/pages/casefile/kinds";
import { STEPS } from "../src/pages/casefile/steps";
import { placeAfter } from "../src/pages/alone/signin";
import { quartersTo } from "../src/pages/measures/trends";
import { matrixOf, matrixText, nextCell, policyDocument, wrongInMatrix } from "../src/pages/program/policydoc";
import { csv } from "../src/parts/chart";
import { rank } from "../src/parts/palette";

const DEFAULT = "low C C C* U* U; medium C C* U* U U; high C U* U U U";

test("the matrix of the policy is read and written alike", () => {
  assert.equal(matrixOf(DEFAULT).low?.serious, "C*");
  assert.equal(matrixText(matrixOf(DEFAULT)), DEFAULT);
  assert.deepEqual(["C", "C*", "U*", "U"].map(nextCell), ["C*", "U*", "U", "C"]);
});

test("a matrix that the guidance does not allow is named", () => {
  const turned = (level: string, harm: string, cell: string) => {
    const cells = matrixOf(DEFAULT);
    return { ...cells, [level]: { ...cells[level], [harm]: cell } };
  };
  assert.equal(wrongInMatrix(matrixOf(DEFAULT)), null);
  assert.match(wrongInMatrix(turned("medium", "critical", "C")) ?? "", /guidance|less of a risk/);
  assert.match(wrongInMatrix(turned("low", "negligible", "U")) ?? "", /less of a risk|guidance/);
  assert.match(wrongInMatrix(turned("high", "minor", "C")) ?? "nothing wrong", /nothing wrong/);
  assert.match(wrongInMatrix(turned("low", "minor", "U")) ?? "", /low and minor|though minor is not|though low is not/);
});

test("a policy holds what differs from the defaults, in its own types", () => {
  const question = (key: string, answer: string, standard = answer): PolicyQuestion => ({ question: "A", asks: "", key, answer, default: standard, chosen: false });
  const questions = [question("roll", "none"), question("isao_grace_working_days", "1"), question("count_initiation_day", "false"), question("registration_digits", "7"), question("extra_closures", "[]"), question("matrix", DEFAULT)];
  const given = { isao_grace_working_days: "2", count_initiation_day: "true", registration_digits: "7_or_10", extra_closures: '["2026-12-24"]' };
  assert.deepEqual(policyDocument(questions, given, "B"), { version: "B", isao_grace_working_days: 2, count_initiation_day: true, registration_digits: "7_or_10", extra_closures: ["2026-12-24"] });
});

test("a form becomes facts and what is for people", () => {
  const kind = kindOf("assessment");
  assert.ok(kind);
  const { facts, more } = bodyOf(kind, { on: "2026-11-29", exploitability: "low", severity: "minor", rationale: " seen ", approvers: "Ann\n\nBen ", cvss_vector: "CVSS:3.1/AV:N" });
  assert.deepEqual(facts, { on: "2026-11-29", exploitability: "low", severity: "minor", rationale: "seen", approvers: ["Ann", "Ben"] });
  assert.deepEqual(more, { cvss_vector: "CVSS:3.1/AV:N" });
  assert.equal(formValue({ key: "a", says: "", kind: "judged" }, "unknown"), "unknown");
  assert.equal(formValue({ key: "a", says: "", kind: "answer" }, "no"), false);
  assert.equal(formValue({ key: "a", says: "", kind: "number" }, "12"), 12);
  assert.equal(formText(["a", "b"]), "a\nb");
  assert.equal(formText(false), "no");
});

test("every kind that is typed in has its step", () => {
  const placed = new Set(STEPS.flatMap((step) => step.kinds));
  assert.deepEqual(KINDS.map((kind) => kind.id).filter((id) => !placed.has(id)), []);
});

test("quarters end where they end", () => {
  const quarters = quartersTo("2026-11-29");
  assert.deepEqual(quarters.map((one) => one.says), ["Q3 2025", "Q4 2025", "Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026"]);
  assert.deepEqual(quarters.at(-1), { says: "Q4 2026", from: "2026-10-01", to: "2026-11-29" });
  assert.deepEqual(quarters[1], { says: "Q4 2025", from: "2025-10-01", to: "2025-12-31" });
});

test("a spreadsheet gets text, not formulas", () => {
  assert.equal(csv([["a", "b"], ['=1+1,"x"', 2], [null, "line\nline"]]), "a,b\r\n\"'=1+1,\"\"x\"\"\",2\r\n,\"line\nline\"\r\n");
});

test("signing in leads back into this site alone", () => {
  assert.equal(placeAfter("/findings?kev=1"), "/findings?kev=1");
  for (const bad of ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "/sign-in", null]) assert.equal(placeAfter(bad), "/");
});

test("what is typed is found in order, the earlier the better", () => {
  assert.equal(rank("Findings", "xyz"), -1);
  assert.ok(rank("Findings", "find") > rank("Audit trail of findings", "find"));
  assert.ok(rank("Audit trail", "at") > 0);
});
