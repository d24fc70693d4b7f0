import assert from "node:assert/strict";
import { test } from "node:test";
import { query } from "../src/api/client";
import { match, to, withQuery } from "../src/router";
import { number, says } from "../src/words";

test("an address gives its parts back", () => {
  assert.deepEqual(match("/devices/:device", "/devices/Example%20Pump"), { device: "Example Pump" });
  assert.deepEqual(match("/devices/:device", "/devices/Example%20Pump/"), { device: "Example Pump" });
  assert.equal(match("/devices/:device", "/devices"), null);
  assert.equal(match("/devices/:device", "/casefiles/1"), null);
  assert.deepEqual(match("/", "/"), {});
  assert.equal(match("/", "/due"), null);
  assert.deepEqual(match("/devices/:device", "/devices/100%"), { device: "100%" });
});

test("parts are escaped on the way in", () => {
  assert.equal(to("findings", "A/B", "1.0 beta", "CVE-2021-1"), "/findings/A%2FB/1.0%20beta/CVE-2021-1");
  assert.deepEqual(match("/findings/:d/:r/:v", to("findings", "A/B", "1", "x?y")), { d: "A/B", r: "1", v: "x?y" });
});

test("filters are added and taken away", () => {
  const at = { path: "/findings", query: new URLSearchParams("status=affected&kev=1") };
  assert.equal(withQuery({ kev: null }, at), "/findings?status=affected");
  assert.equal(withQuery({ status: "", kev: null }, at), "/findings");
  assert.equal(withQuery({ device: "A & B" }, at), "/findings?status=affected&kev=1&device=A+%26+B");
});

test("what is not asked for is not sent", () => {
  assert.equal(query("/findings", { device: null, kev: true, status: "", limit: 5 }), "/findings?kev=true&limit=5");
  assert.equal(query("/a?b=1", { c: 2 }), "/a?b=1&c=2");
});

test("words and numbers read well", () => {
  assert.equal(says("not_affected"), "not affected");
  assert.equal(says(null), "not stated");
  assert.equal(number(1234567), "1\u202f234\u202f567");
  assert.equal(number(-1234.5), "\u22121\u202f234.5");
  assert.equal(number(null), "-");
});
