// What shows only to who works here all day: long lists, a page that stays open over night, counts that go on.
import assert from "node:assert/strict";
import { settled } from "./look.mjs";

const MANY = 620;

async function open(page, site, path) {
  await page.goto(site.address + path);
  await settled(page);
}

// So many complaints, as the pages would send them.
async function complain(page, count) {
  await page.evaluate(async (most) => {
    const session = await (await fetch("/api/v1/session")).json();
    const headers = { "Content-Type": "application/json", "X-CSRF-Token": session.csrf_token };
    for (let n = 1; n <= most; n++) {
      const received = { kind: "complaint", received: "2026-01-09", source: "a clinic", summary: `complaint ${n}` };
      const answer = await fetch("/api/v1/signals", { method: "POST", headers, body: JSON.stringify({ received }) });
      if (answer.status !== 201) throw new Error(`complaint ${n}: ${answer.status}`);
    }
  }, count);
}

const rowsInPage = (page) => page.locator(".vt-row").count();

export const allDayFlows = {
  "an inbox of hundreds is whole, begins with the newest, and has in the page only what is seen": async (page, site) => {
    await open(page, site, "/signals");
    await complain(page, MANY);
    await open(page, site, "/signals");
    await page.getByRole("status").getByText(`${MANY + 4} signals`).waitFor();
    await page.locator(".vt-row").first().getByText(`complaint ${MANY}`, { exact: true }).waitFor();
    assert.ok((await rowsInPage(page)) < 80);
    await page.locator(".vt-scroll").evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await page.getByText("Crafted messages on the maintenance network").waitFor();
    assert.ok((await rowsInPage(page)) < 80);
    // Filters are the server's: of all, not of what was read.
    await page.getByLabel("Every kind").selectOption("isao_alert");
    await page.getByRole("status").getByText("1 signal", { exact: true }).waitFor();
    await page.getByText("Scans for open DICOM ports").waitFor();
  },

  "after a triage the row and the count of the menu go on without a reload": async (page, site) => {
    await open(page, site, "/signals?state=new");
    const counted = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Signals" }).locator(".chip");
    assert.match(await counted.innerText(), /^2/);
    await page.keyboard.press("j");
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("Of another firm.");
    await dialog.getByRole("button", { name: "Not ours" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("status").getByText("1 signal", { exact: true }).waitFor();
    await counted.filter({ hasText: /^1/ }).waitFor();
  },

  "of all components only those near the window are in the page, and keys go through them": async (page, site) => {
    await open(page, site, "/components");
    const all = Number(/^(\d+) components/.exec(await page.locator(".tools .count").innerText())?.[1]);
    assert.ok(all > 100);
    assert.ok((await rowsInPage(page)) < 80);
    assert.equal(await page.getByRole("table", { name: "Components" }).getAttribute("aria-rowcount"), String(all + 1));
    await page.locator(".vt-scroll").evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await page.locator(`.vt-row[aria-rowindex="${all + 1}"]`).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const second = await page.locator(".vt-row.at a").innerText();
    await page.keyboard.press("e");
    await page.getByRole("heading", { level: 1 }).getByText(second).waitFor();
  },

  "what somebody else has changed meanwhile is not written over": async (page, site, faults) => {
    await site.become(page.context(), "root");
    await open(page, site, "/admin");
    await page.getByRole("row", { name: /Sven Sorge/ }).getByRole("button", { name: "Change" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Regulatory").waitFor();
    // Another administrator, at another desk.
    await page.evaluate(async () => {
      const session = await (await fetch("/api/v1/session")).json();
      const headers = { "Content-Type": "application/json", "X-CSRF-Token": session.csrf_token };
      const answer = await fetch("/api/v1/users/sven", { method: "PATCH", headers, body: JSON.stringify({ roles: ["reviewer"] }) });
      if (!answer.ok) throw new Error(String(answer.status));
    });
    await dialog.getByLabel("Regulatory").check();
    await dialog.getByRole("button", { name: "Change", exact: true }).click();
    await dialog.getByText("Changed meanwhile").waitFor();
    assert.deepEqual(await page.evaluate(async () => (await (await fetch("/api/v1/users/sven")).json()).roles), "reviewer");
    faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 412/.test(fault))); // what was refused above
  },

  "keys go through casefiles, what is due, devices and the trail": async (page, site) => {
    for (const [path, leadsTo] of [["/casefiles", /\/casefiles\/\d+$/], ["/due", /\/(casefiles|signals)\/\d+$/], ["/devices", /\/devices\/[^/]+$/], ["/trail", /\/trail\?entry=\d+$/]]) {
      await open(page, site, path);
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.locator("tr.on, .vt-row.at").waitFor();
      await page.keyboard.press("e");
      await page.waitForURL(leadsTo);
    }
  },

  "a false match offers a rule about the product": async (page, site) => {
    await open(page, site, "/findings?component=VxWorks%406.9.3");
    await page.keyboard.press("j");
    await page.keyboard.press("f");
    await page.getByRole("dialog").getByRole("link", { name: "a rule" }).click();
    await page.waitForURL(/\/sources\?same=/);
    await settled(page);
    assert.equal(await page.getByRole("region", { name: "Your alias rules" }).getByLabel("This", { exact: true }).inputValue(), "cpe:2.3:o:windriver:vxworks");
  },

  "findings are grouped by casefile": async (page, site) => {
    await open(page, site, "/findings?status=affected");
    await page.getByLabel("Grouped by").selectOption("casefile");
    await page.getByRole("link", { name: "casefile 3", exact: true }).click();
    await page.waitForURL(/\/casefiles\/3$/);
  },

  "a page that is open over night says the new day": async (page, site) => {
    await page.clock.install({ time: new Date("2026-11-30T20:00:00Z") });
    await open(page, site, "/");
    await page.getByRole("heading", { level: 1, name: "Today, Monday 30 November" }).waitFor();
    await page.clock.fastForward("12:00:00");
    await page.getByRole("heading", { level: 1, name: "Today, Tuesday 1 December" }).waitFor();
  },

  "the address of a finding marks its row, and that of an old entry of the trail opens it": async (page, site) => {
    await open(page, site, "/findings/Larkfield%20M8/8.4.1/CVE-2019-12256");
    await page.locator(".vt-row.at").getByText("CVE-2019-12256").waitFor();
    await complain(page, MANY);
    await open(page, site, "/trail?entry=3");
    await page.locator(".panel-side").getByText("Entry 3").waitFor();
  },
};
