// What each of the people of the demonstration meets: one for each role, and the records that they wrote and signed.
//
// Each flow has a store of its own, in which nobody has signed in: sam (security), rita (regulatory), rob (reviewer),
// dora (designated person), rhea (reader), ada (administrator).
import assert from "node:assert/strict";
import { settled } from "./look.mjs";

async function open(page, site, path) {
  await page.goto(site.address + path);
  await settled(page);
}

// The page is somebody else's from now on.
async function be(page, site, name) {
  await page.context().clearCookies();
  await site.signIn(page, name);
}

async function sign(page, site, record, meaning) {
  await record.getByRole("button", { name: "Sign", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(meaning).check();
  await dialog.getByLabel("Your secret").fill(site.secret);
  await dialog.getByRole("button", { name: "Sign", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

export const peopleFlows = {
  "what is stated of a device is changed in its page, with the reason, and not over another's change": async (page, site, faults) => {
    await be(page, site, "rita");
    await open(page, site, "/devices/Rivulet%20S3");
    const dialog = page.getByRole("dialog");
    await page.getByRole("link", { name: "manufacturer address" }).click();
    await dialog.getByLabel("Manufacturer address").fill("1 Pump Lane");
    await dialog.getByLabel("Common name").fill("Infusion pump");
    await dialog.getByRole("button", { name: "State it" }).click();
    await dialog.getByText("Why is it changed?").waitFor();
    await dialog.getByLabel("Why").fill("A typing error.");
    await dialog.getByRole("button", { name: "State it" }).click();
    await dialog.waitFor({ state: "detached" });
    const stated = page.getByRole("region", { name: "What is stated" });
    await stated.getByText("1 Pump Lane").waitFor();
    await stated.getByText("Infusion pump", { exact: true }).waitFor();
    // Another one changes it while the form is open.
    await page.getByRole("button", { name: "State or change it" }).click();
    await dialog.getByLabel("Common name").fill("Pump");
    await page.evaluate(async () => {
      const { csrf_token } = await (await fetch("/api/v1/session")).json();
      await fetch("/api/v1/devices/Rivulet%20S3", { method: "PATCH", headers: { "Content-Type": "application/json", "X-CSRF-Token": csrf_token }, body: JSON.stringify({ expected_life_years: 11, why: "meanwhile" }) });
    });
    await dialog.getByLabel("Why").fill("Shorter.");
    const refused = page.waitForResponse((answer) => answer.request().method() === "PATCH");
    await dialog.getByRole("button", { name: "State it" }).click();
    assert.equal((await refused).status(), 412);
    await dialog.getByRole("alert").waitFor();
    faults.splice(0, faults.length, ...faults.filter((one) => !one.includes("412"))); // the browser tells of the refusal
  },

  "today tells each role what waits for it": async (page, site) => {
    const waits = () => page.getByRole("region", { name: "Waits for your signature" });
    const decisions = () => page.getByRole("region", { name: "806 decisions and reports" });
    await be(page, site, "rob");
    await settled(page);
    const [first, second] = [waits().getByRole("link", { name: /Assessments, record \d+/ }), waits().getByRole("link", { name: /Fixes, record \d+/ })];
    await first.waitFor();
    await second.waitFor();
    assert.equal(await decisions().count(), 0);
    await first.click();
    await page.waitForURL(/\/casefiles\/1\/assess$/);
    await settled(page);
    await sign(page, site, page.locator("article.record").first(), "Approval");
    await open(page, site, "/");
    await second.waitFor();
    assert.equal(await first.count(), 0);

    await be(page, site, "sam"); // who wrote and signed all of it
    await settled(page);
    await waits().getByText("Nothing.").waitFor();
    assert.equal(await decisions().count(), 0);
    const heads = await page.locator(".main-side > .stack").first().getByRole("heading", { level: 2 }).allTextContents();
    assert.ok(heads.indexOf("New signals") >= 0 && heads.indexOf("New signals") < heads.indexOf("What is owed"), heads.join());

    await be(page, site, "rita");
    await settled(page);
    await decisions().getByText("Record 806 20").or(decisions().getByText(/806\.20/)).first().waitFor();

    await be(page, site, "rhea");
    await settled(page);
    assert.equal(await waits().count() + await decisions().count(), 0);
  },

  "what the people of the demonstration wrote is signed by them": async (page, site) => {
    await be(page, site, "dora");
    await open(page, site, "/casefiles/2/mitigate");
    await page.getByText("opened by sam").waitFor();
    const fix = page.locator("article.record", { hasText: "Release 3.2.1" }).first();
    await fix.getByText("Authorship: Sam Okafor", { exact: false }).waitFor();
    await sign(page, site, fix, "Approval");
    await fix.locator(".chip", { hasText: "approval: Dora Petrov" }).waitFor();
    await open(page, site, "/signals/1");
    assert.equal(await page.getByText(/by root/).count(), 0);
  },

  "what a role may not do is not offered, and it is said whose it is": async (page, site) => {
    await be(page, site, "rob"); // reviewer
    await open(page, site, "/casefiles/1/assess");
    await page.getByText("Assess: for security or regulatory").waitFor();
    assert.equal(await page.getByRole("button", { name: /^(Assess|Amend)$/ }).count(), 0);
    await page.getByText("Answer: for security or regulatory").waitFor();
    assert.equal(await page.locator("main input[type=radio]:enabled").count(), 0);
    await page.locator("article.record").getByRole("button", { name: "Sign", exact: true }).first().click();
    const dialog = page.getByRole("dialog");
    assert.deepEqual(await dialog.getByRole("radio").evaluateAll((all) => all.map((one) => one.closest("label").querySelector(".strong").textContent)), ["Review", "Approval", "Responsibility"]);
    await open(page, site, "/findings");
    await page.locator(".vt-row").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("n");
    await page.getByText("Findings are decided by security or regulatory.").waitFor();
    assert.equal(await page.getByRole("dialog").count(), 0);
    await open(page, site, "/devices?new=1");
    await page.getByText("Register a device: for security or regulatory").waitFor();
    assert.equal(await page.getByRole("dialog").count(), 0);

    await be(page, site, "sam"); // security
    await open(page, site, "/casefiles/3/close");
    await page.getByText("Close the casefile: for regulatory").waitFor();
    assert.equal(await page.getByRole("button", { name: "Close the casefile" }).count(), 0);
    await open(page, site, "/casefiles/3/notify");
    await page.getByText("Record an extension: for regulatory").waitFor();
    await page.getByRole("button", { name: "Record a communication" }).waitFor();
    // The author has signed, and nobody signs twice.
    await open(page, site, "/casefiles/1/assess");
    await page.getByRole("button", { name: "Amend" }).first().waitFor();
    assert.equal(await page.locator("article.record").getByRole("button", { name: "Sign", exact: true }).count(), 0);

    await be(page, site, "rhea"); // reader
    for (const path of ["/casefiles/1/assess", "/signals/2", "/devices/Rivulet%20S3", "/sources", "/program"]) {
      await open(page, site, path);
      assert.equal(await page.getByRole("button", { name: /^(Sign|Amend|Assess|Triage|Link it|Keep it|Teach it|State something|Turn off.*)$/ }).count(), 0, path);
    }
    assert.doesNotMatch(site.run("nobody", "audit", "events"), /refused/);
  },
};
