import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf } from "../src/pages/devices/diff";

const one = (name: string, version: string, purl: string | null = null, support: string | null = null) => ({ name, version, purl, cpe: null, supplier: null, support, end_of_support: null });

test("two SBOMs differ in what was added, removed and changed", () => {
  const before = [one("zlib", "1.2.11", "pkg:generic/zlib@1.2.11"), one("OpenSSL", "1.1.1k"), one("lwIP", "2.1.2"), one("same", "1")];
  const after = [one("zlib", "1.3", "pkg:generic/zlib@1.3"), one("openssl", "1.1.1k", null, "no longer maintained"), one("mbedtls", "3.5"), one("same", "1")];
  assert.deepEqual(
    linesOf(before, after).map((line) => [line.kind, line.name, line.before, line.after, line.note]),
    [
      ["added", "mbedtls", "", "3.5", ""],
      ["changed", "openssl", "1.1.1k", "1.1.1k", "support: not stated → no longer maintained"],
      ["changed", "zlib", "1.2.11", "1.3", ""],
      ["removed", "lwIP", "2.1.2", "", ""],
    ],
  );
});
