// What the form of a device states is what the contract takes of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { changesOf, STATED } from "../src/pages/devices/state";

interface Property {
  type: string | string[];
}
const contract = JSON.parse(readFileSync("../docs/openapi.json", "utf8"));
const taken = contract.paths["/api/v1/devices/{device}"].patch.requestBody.content["application/json"].schema.properties as Record<string, Property>;
const KINDS: Record<string, string> = { lines: "array", answer: "boolean", number: "integer" };

test("every field of a device has its place in the form, of its type", () => {
  assert.deepEqual(Object.keys(STATED).sort(), Object.keys(taken).filter((key) => key !== "name" && key !== "why").sort());
  for (const [key, kind] of Object.entries(STATED)) assert.ok(taken[key]?.type.includes(typeof kind === "string" ? (KINDS[kind] ?? "string") : "string"), key);
});

test("only what differs is sent, and what was emptied is taken back", () => {
  const stands = { common_name: "Pump", udi_di: ["1", "2"], cyber_device: true, expected_life_years: 10, intended_use: null };
  assert.deepEqual(changesOf(stands, { common_name: "Pump", udi_di: "1\n2", cyber_device: "yes", expected_life_years: "10", intended_use: "" }), {});
  assert.deepEqual(changesOf(stands, { common_name: "", udi_di: "1\n 3\n", cyber_device: "no", expected_life_years: "12", intended_use: "Infuses." }), {
    common_name: null,
    udi_di: ["1", "3"],
    cyber_device: false,
    expected_life_years: 12,
    intended_use: "Infuses.",
  });
});
