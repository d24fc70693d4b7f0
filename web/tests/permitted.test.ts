// What the pages offer to whom is what docs/man/permissions.md says, row by row.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { KINDS } from "../src/pages/casefile/kinds";
import { ACTS, isPermitted, recordAct, whose } from "../src/permitted";

const COLUMNS = ["reader", "security", "regulatory", "reviewer", "designated_person", "administrator"];

function table(): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  for (const line of readFileSync(join(process.cwd(), "..", "docs", "man", "permissions.md"), "utf8").split("\n")) {
    const cells = line.split("|").map((cell) => cell.trim());
    const address = /^`(\S+) \/api\/v1(\/[^`]*)`$/.exec(cells[2] ?? "");
    if (address && cells.length >= 9) rows.set(`${address[1]} ${address[2]}`, COLUMNS.filter((_, i) => cells[3 + i] === "●"));
  }
  return rows;
}

test("each row is as the manual has it", () => {
  const rows = table();
  assert.ok(rows.size > 100);
  for (const [act, roles] of Object.entries(ACTS)) assert.deepEqual([...roles].sort(), [...(rows.get(act) ?? [])].sort(), act);
});

test("each kind of record that a form states has its row", () => {
  for (const kind of KINDS) assert.ok(ACTS[recordAct(kind.id)], kind.id);
});

test("one of the roles is enough, and those who may are named", () => {
  assert.equal(isPermitted(["reader", "regulatory"], recordAct("correction")), true);
  assert.equal(isPermitted(["security"], recordAct("correction")), false);
  assert.equal(isPermitted([], "POST /devices"), false);
  assert.equal(whose("POST /program/policies/{policy}/approval"), "reviewer or designated person");
});
