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
};
