import assert from "node:assert/strict";
import { test } from "node:test";
import type { CaseHead } from "../src/api/casefile";
import type { Finding } from "../src/api/types";
import { countOf } from "../src/pages/devices/count";
import { effectOf, reachPath, wrongIn } from "../src/pages/findings/effect";
import { caseOf, groupBy, productName, worstFirst } from "../src/pages/findings/order";
import { canonical } from "../src/pages/findings/views";
import { called, exactly } from "../src/words";

function finding(vulnerability: string, device: string, score: number | null, kev = false): Finding {
  return {
    device, release: "1.0", vulnerability, aliases: [], component: { name: "openssl", version: "1.1.1k", purl: null, cpe: null }, tier: "A", state: "affected", source: "nvd",
    trace: [], other_sources: [], others: [], cvss: score === null ? [] : [{ source: "nvd", vector: "", score, severity: score >= 9 ? "critical" : "high" }], kev, exploited_in: kev ? ["kev"] : [], epss: null, fixed_in: [],
    published: null, summary: "",
  };
}

const rows = [finding("CVE-2021-1", "Pump", 7.5), finding("CVE-2021-2", "Pump", 9.8), finding("CVE-2021-1", "Monitor", 7.5, true), finding("CVE-2021-3", "Pump", null)];

test("what is exploited comes first, then the score", () => {
  assert.deepEqual(worstFirst(rows).map((one) => one.vulnerability + one.device), ["CVE-2021-1Monitor", "CVE-2021-2Pump", "CVE-2021-1Pump", "CVE-2021-3Pump"]);
});

test("a rule is offered about the product, not about the version", () => {
  assert.equal(productName({ purl: "pkg:npm/%40angular/core@12.2.10?arch=any", cpe: null }), "pkg:npm/%40angular/core");
  assert.equal(productName({ purl: "pkg:generic/lua", cpe: null }), "pkg:generic/lua");
  assert.equal(productName({ purl: null, cpe: "cpe:2.3:o:windriver:vxworks:6.9.3:*:*:*:*:*:*:*" }), "cpe:2.3:o:windriver:vxworks");
  assert.equal(productName({ purl: null, cpe: null }), "");
});

test("a group shows the worst that is in it", () => {
  const groups = groupBy(rows, "vulnerability");
  assert.deepEqual(groups.map((one) => [one.key, one.rows.length, one.devices, one.severity, one.exploited_in.length > 0]), [
    ["CVE-2021-1", 2, 2, "high", true],
    ["CVE-2021-2", 1, 1, "critical", false],
    ["CVE-2021-3", 1, 1, "unscored", false],
  ]);
});

test("a casefile that was opened under another name of a vulnerability has running clocks too", () => {
  const named = { ...finding("CVE-2021-1", "Pump", 7.5), aliases: ["GHSA-aaaa-bbbb-cccc"] };
  const cases: CaseHead[] = [{ casefile: 1, vulnerability: "ghsa-AAAA-bbbb-cccc", device: "Pump", title: "", closed_on: null, reopened: false }];
  assert.deepEqual(effectOf([named, finding("CVE-2021-2", "Pump", 9.8)], cases, "not_affected").takes.map((one) => one.vulnerability), ["CVE-2021-2"]);
});

test("of a list that was read in part no release is told less than it has", () => {
  const of = (release: string) => ({ ...finding("CVE-2021-1", "Pump", 7.5), release });
  const items = [of("1.0"), of("1.0"), of("2.0")];
  const read = ["1.0", "2.0", "3.0"].map((release) => countOf({ items, whole: false })(release, () => true));
  assert.deepEqual(read, ["2", "1+", "not counted"]);
  assert.deepEqual(["2.0", "3.0"].map((release) => countOf({ items, whole: true })(release, () => true)), ["1", "0"]);
});

test("findings are grouped by their casefile, whichever name of the vulnerability it has", () => {
  const named = { ...finding("CVE-2021-2", "Pump", 9.8), aliases: ["GHSA-aaaa-bbbb-cccc"] };
  const cases: CaseHead[] = [{ casefile: 7, vulnerability: "GHSA-AAAA-bbbb-cccc", device: "Pump", title: "", closed_on: null, reopened: false }];
  const groups = groupBy([named, finding("CVE-2021-2", "Monitor", 9.8), finding("CVE-2021-3", "Pump", 5)], "casefile", caseOf(cases));
  assert.deepEqual(groups.map((one) => [one.key, one.rows.length]), [
    ["in no casefile", 2],
    ["casefile 7", 1],
  ]);
});

test("what has running clocks is not settled in bulk", () => {
  const cases: CaseHead[] = [
    { casefile: 1, vulnerability: "CVE-2021-1", device: "Pump", title: "", closed_on: null, reopened: false },
    { casefile: 2, vulnerability: "CVE-2021-2", device: "Pump", title: "", closed_on: "2026-01-01", reopened: false },
  ];
  const effect = effectOf(rows, cases, "not_affected");
  assert.equal(effect.takes.length, 3);
  assert.deepEqual(effect.excluded.map((one) => one.vulnerability + one.device), ["CVE-2021-1Pump"]);
  assert.equal(effect.says, "3 findings in 2 devices, 3 vulnerabilities; 1 more has a casefile with running clocks and is left out");
  assert.equal(effectOf(rows, cases, "affected").takes.length, 4);
  assert.equal(effectOf(rows.slice(0, 1), cases, "not_affected").takes.length, 1);
  const reopened = cases.map((one) => ({ ...one, reopened: one.closed_on !== null }));
  assert.deepEqual(effectOf(rows, reopened, "not_affected").excluded.map((one) => one.vulnerability), ["CVE-2021-1", "CVE-2021-2"]);
});

test("a decision that reaches a device whose clocks run is not made in bulk, nor from another device", () => {
  const cases: CaseHead[] = [{ casefile: 7, vulnerability: "CVE-2021-1", device: "Pump", title: "", closed_on: null, reopened: false }];
  const [pump, other, monitor] = rows as [Finding, Finding, Finding];
  const reach = (one: Finding) => (one.vulnerability === "CVE-2021-1" ? [pump, monitor] : [one]);
  for (const scope of ["portfolio", "component"]) {
    const bulk = effectOf([pump, monitor, other], cases, "not_affected", scope, reach);
    assert.deepEqual(bulk.takes, [other]);
    assert.equal(bulk.says, "1 finding in 1 device, 1 vulnerability; 1 more has a casefile with running clocks and is left out; 1 more is left out, since it would be decided for Pump (casefile 7) too, whose clocks run");
    assert.deepEqual(effectOf([monitor], cases, "fixed", scope, reach).takes, []);
    assert.ok(effectOf([monitor], cases, "fixed", scope, reach).says.startsWith("Nothing is decided; 1 more is left out"));
    const alone = effectOf([pump], cases, "not_affected", scope, reach);
    assert.equal(alone.says, "2 findings in 2 devices, 1 vulnerability; casefile 7 is open on it, and its clocks run on");
    const counts = effectOf([pump, monitor], cases, "affected", scope, reach);
    assert.equal(counts.takes.length, scope === "portfolio" ? 1 : 2 - Number(reachPath(pump, scope) === reachPath(monitor, scope)));
    assert.equal(counts.says, "2 findings in 2 devices, 1 vulnerability");
  }
  assert.deepEqual(effectOf([pump, monitor], cases, "not_affected").takes, [monitor]);
});

test("where a decision reaches is asked for by its scope", () => {
  const one = rows[0] as Finding;
  assert.equal(reachPath(one, "finding"), null);
  assert.equal(reachPath(one, "portfolio"), "/findings?vulnerability=CVE-2021-1");
  assert.equal(reachPath(one, "component"), "/findings?vulnerability=CVE-2021-1&component=openssl%401.1.1k");
  assert.equal(reachPath(one, "device"), "/findings?vulnerability=CVE-2021-1&device=Pump&component=openssl%401.1.1k");
});

test("not affected needs to say why", () => {
  const form = { status: "not_affected", justification: "", impact: " ", action: "", reason: "looked at" };
  assert.deepEqual(Object.keys(wrongIn(form)), ["justification"]);
  assert.deepEqual(Object.keys(wrongIn({ ...form, impact: "never called", reason: "" })), ["reason"]);
  assert.deepEqual(Object.keys(wrongIn({ ...form, justification: "component_not_present" })), []);
});

test("one view has one address", () => {
  assert.equal(canonical(new URLSearchParams("kev=1&status=affected&sort=epss")), canonical(new URLSearchParams("status=affected&kev=1&group=device")));
});

test("a component without a version goes by its name", () => {
  assert.equal(called("Intel NUC board", null), "Intel NUC board");
  assert.equal(exactly("Intel NUC board", null), "Intel NUC board");
  assert.equal(exactly("openssl", "1.1.1k"), "openssl@1.1.1k");
});
