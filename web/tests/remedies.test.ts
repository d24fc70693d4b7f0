import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { REMEDIES } from "../src/remedies";
import { ROUTES } from "../src/routes";
import { match } from "../src/router";

const contract = JSON.parse(readFileSync("../docs/openapi.json", "utf8")) as { components: { schemas: { problem: { properties: { remedy: { enum: string[] } } } } } };

test("whatever the server says helps has words here, and nothing else", () => {
  assert.deepEqual(Object.keys(REMEDIES).sort(), [...contract.components.schemas.problem.properties.remedy.enum].sort());
});

test("they name no command, and lead to pages that there are", () => {
  for (const [word, remedy] of Object.entries(REMEDIES)) {
    assert.doesNotMatch(remedy.says, /aftercare [a-z]|--[a-z]/, word);
    assert.equal(remedy.href === undefined, remedy.link === undefined, word);
    if (remedy.href) assert.ok(ROUTES.some((route) => match(route.path, new URL(remedy.href ?? "", "http://x").pathname)), word);
  }
});

// What an error says is read in a browser too: what to type at a terminal is a remedy (src/base/remedy.h) or a field.
test("no error outside of the terminal's own says what to type there", () => {
  const commands = new Set([...readFileSync("../src/cli/commands.c", "utf8").matchAll(/&command_([a-z]+)/g)].map((found) => found[1]));
  const typed = new RegExp(`aftercare (${[...commands].join("|")})\\b|(^|[ (])--[a-z]`);
  const files = readdirSync("../src", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".c") && !name.startsWith("cli/"));
  assert.ok(commands.size > 20 && files.length > 300);
  for (const name of files)
    for (const [statement] of readFileSync(`../src/${name}`, "utf8").matchAll(/err_fail\([^;]*;/g))
      for (const [text] of statement.matchAll(/"([^"\\]|\\.)*"/g)) assert.doesNotMatch(text.slice(1, -1), typed, `${name}: ${text}`);
});
