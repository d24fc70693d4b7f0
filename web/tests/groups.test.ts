import assert from "node:assert/strict";
import { test } from "node:test";
import { byComponent, componentOf } from "../src/pages/signals/groups";

const match = (vulnerability: string, component: string) => ({ kind: "feed_match", vulnerability, summary: `${vulnerability} in ${component}` });

test("a match of feeds names its component; what somebody wrote does not", () => {
  assert.equal(componentOf(match("CVE-2021-31571", "FreeRTOS 10.0.1")), "FreeRTOS 10.0.1");
  assert.equal(componentOf({ kind: "complaint", vulnerability: "CVE-2021-31571", summary: "CVE-2021-31571 in the pump" }), "");
  assert.equal(componentOf({ kind: "feed_match", vulnerability: null, summary: "x in y" }), "");
});

test("signals stand by component, the largest first, those without one last", () => {
  const groups = byComponent([{ kind: "complaint", vulnerability: null, summary: "it hangs" }, match("CVE-1", "a 1"), match("CVE-2", "b 2"), match("CVE-3", "b 2")]);
  assert.deepEqual(
    groups.map((group) => [group.component, group.signals.length]),
    [
      ["b 2", 2],
      ["a 1", 1],
      ["", 1],
    ],
  );
});
