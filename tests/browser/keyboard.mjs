// The whole way of a vulnerability, by keys alone: no click, no file put in from behind, no address but the first.
//
// Tab must reach whatever is used, and it must be seen to have the focus.
import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { settled } from "./look.mjs";

const SBOM = join(fileURLToPath(import.meta.url), "..", "..", "..", "demo", "sboms", "rivulet-s3-3.2.0.cdx.json");
const TABS_MOST = 250;
const RELEASE = "9.9.1";

// A field by how its label begins: "(optional)" may follow.
const begins = (label) => new RegExp(`^${label.replace(/[.?()]/g, "\\$&")}`);

class Keys {
  constructor(page) {
    this.page = page;
    page.on("filechooser", () => undefined); // so that Chromium hands them over from now on
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  // Tab until this has the focus; what has it is visible, itself or by its label.
  async reach(locator) {
    await locator.first().waitFor({ state: "attached" });
    for (let i = 0; i < TABS_MOST; i++) {
      if (await locator.evaluateAll((all) => all.includes(document.activeElement))) return;
      await this.press("Tab");
    }
    assert.fail(`${TABS_MOST} times Tab did not reach ${locator}`);
  }

  async go(locator, key = "Enter") {
    await this.reach(locator);
    await this.press(key);
  }

  async type(locator, text) {
    await this.reach(locator);
    await this.press("Control+a");
    await this.page.keyboard.type(text);
  }

  // One of a group of radio buttons: Tab reaches the group, arrows what is in it.
  async choose(group, name) {
    const radios = group.getByRole("radio");
    await this.reach(radios);
    const wanted = group.getByRole("radio", { name: begins(name) });
    await this.press("Space");
    for (let i = (await radios.count()) + 1; i > 0 && !(await wanted.isChecked()); i--) await this.press("ArrowDown");
    assert.ok(await wanted.isChecked(), `${name} is chosen`);
  }

  // A date as Chromium takes it in American English: month, day, year.
  async day(locator, day) {
    const [year, month, date] = day.split("-");
    await this.reach(locator);
    await this.page.keyboard.type(month + date + year);
    assert.equal(await locator.inputValue(), day);
  }

  async tick(locator) {
    await this.go(locator, "Space");
    assert.ok(await locator.isChecked());
  }

  // A drop-down list, by arrows.
  async select(locator, words) {
    await this.reach(locator);
    const shown = () => locator.evaluate((list) => list.selectedOptions[0]?.textContent ?? "");
    await this.press("Home");
    for (let i = await locator.locator("option").count(); i > 0 && !words.test(await shown()); i--) await this.press("ArrowDown");
    assert.match(await shown(), words);
  }

  async attach(locator, path) {
    await this.reach(locator);
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.press("Enter")]);
    await chooser.setFiles(path);
  }

  async open(letter, heading) {
    await this.page.evaluate(() => document.activeElement?.blur());
    await this.press("g");
    await this.press(letter);
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await settled(this.page);
  }
}

// A record of a casefile, by the form that its button opens: { label: [how, what] }.
async function record(page, keys, button, fields) {
  await keys.go(page.getByRole("button", { name: button, exact: true }).first());
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  for (const [label, how, what] of fields) {
    if (how === "tick") await keys.tick(dialog.getByRole("checkbox", { name: label, exact: true }));
    else if (how === "choose") await keys.choose(dialog.getByRole("group", { name: begins(label) }), what);
    else await keys[how](dialog.getByLabel(begins(label)), what);
  }
  await keys.go(dialog.getByRole("button", { name: "Record it" }));
  await dialog.waitFor({ state: "detached" });
  await settled(page);
}

async function sign(page, keys, site, text, meaning) {
  await keys.go(page.locator("article.record", { hasText: text }).first().getByRole("button", { name: "Sign", exact: true }));
  const dialog = page.getByRole("dialog");
  await keys.choose(dialog.getByRole("group", { name: "It means" }), meaning);
  await keys.type(dialog.getByLabel("Your secret"), site.secret);
  await keys.go(dialog.getByRole("button", { name: "Sign", exact: true }));
  await dialog.waitFor({ state: "detached" });
  await settled(page);
}

async function step(page, keys, name) {
  await keys.go(page.getByRole("navigation", { name: "Steps of the casefile" }).getByRole("link", { name }));
  await page.locator('.steps [aria-current="step"]', { hasText: name }).waitFor();
  await settled(page);
}

// The engineer: an SBOM comes in, its finding is looked at, the casefile opened, the risk judged and signed.
async function engineer(page, site, faults, today) {
  const keys = new Keys(page);
  await page.goto(site.address);
  await settled(page);
  await keys.open("p", "Devices");
  await keys.go(page.getByRole("link", { name: "Rivulet S3" }));
  await page.getByRole("heading", { level: 1, name: "Rivulet S3" }).waitFor();
  await keys.type(page.getByLabel(begins("Version")), RELEASE);
  await keys.attach(page.getByLabel("Choose a file"), SBOM);
  const row = page.getByRole("row", { name: new RegExp(RELEASE) });
  await row.waitFor();
  await settled(page);
  await keys.go(row.getByRole("link").last());
  await page.waitForURL(/\/findings\?/);
  await settled(page);
  await page.evaluate(() => document.activeElement?.blur());
  await keys.press("j");
  await keys.press("e");
  await page.locator(".panel-side h2").waitFor();
  await settled(page);
  const begin = page.locator(".panel-side").getByRole("link", { name: "Open a casefile" });
  for (let i = 0; i < 10 && (await begin.count()) === 0; i++) {
    await keys.press("j"); // that one has a casefile already
    await settled(page);
  }
  await keys.go(begin);
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await settled(page);
  await keys.go(dialog.getByRole("button", { name: "Open it" }));
  const why = dialog.getByLabel(begins("Why the day is later"));
  const opened = page.waitForURL(/\/casefiles\/\d+$/);
  if (await Promise.race([opened.then(() => false), why.waitFor().then(() => true)])) {
    await keys.type(why, "the other device had it first"); // whose casefile says that it was learned of earlier
    await keys.go(dialog.getByRole("button", { name: "Open it" }));
    faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 409/.test(fault))); // the browser's own words for it
  }
  await opened;
  const number = /\d+$/.exec(page.url())[0];
  await settled(page);
  await step(page, keys, /Assess/);
  await record(page, keys, "Assess", [
    ["Exploitability in this device", "choose", "High"],
    ["Severity of patient harm", "choose", "Critical"],
    ["Rationale", "type", "Anybody on the ward's network reaches it."],
  ]);
  await sign(page, keys, site, "Anybody on the ward's network reaches it.", "Authorship");
  await page.locator("article.record .chip", { hasText: "authorship: Sven Sorge" }).waitFor();
  await step(page, keys, /Mitigate/);
  await record(page, keys, "Record the plan", [["Why this timeline", "type", "The supplier has a fixed version."]]);
  await record(page, keys, "Record a fix", [
    ["Kind", "choose", "Software"],
    ["Validated on", "day", today],
    ["Distributed on", "day", today],
    ["Risk that is left", "choose", "Acceptable"],
  ]);
  return number;
}

// Regulatory affairs: customers are told, the correction is stated, and the record of 806.20 goes into the file as PDF.
async function regulatory(page, site, number, today) {
  const keys = new Keys(page);
  await page.goto(site.address);
  await settled(page);
  await keys.open("c", "Casefiles");
  await keys.go(page.locator(`a[href="/casefiles/${number}"]`));
  await page.waitForURL(new RegExp(`/casefiles/${number}$`));
  await settled(page);
  await step(page, keys, /Notify/);
  await record(page, keys, "Record a communication", [
    ["Customers", "tick"],
    ["User community", "tick"],
    ["Describes the impact?", "choose", "Yes"],
    ["States the efforts to address the risk?", "choose", "Yes"],
    ["Compensating controls", "choose", "None available"],
    ["States the fix, or the strategy and that news will come?", "choose", "Yes"],
    ["Shared with the ISAO on", "day", today],
    ["In words", "type", "Install 3.2.2 before the next patient."],
  ]);
  await record(page, keys, "State the correction", [
    ["Kind", "choose", "Correction"],
    ["Initiated on", "day", today],
  ]);
  await keys.open("r", "Reports");
  await keys.go(page.getByRole("link", { name: /806\.20 record/ }));
  await page.waitForURL(/\/reports\/806\.20/);
  await settled(page);
  await keys.select(page.getByLabel("Casefile", { exact: true }), new RegExp(`^${number} `));
  await settled(page);
  await page.getByText("Owed; it has no day").waitFor();
  await keys.go(page.getByRole("button", { name: "Issue it", exact: true }));
  const dialog = page.getByRole("dialog");
  await keys.go(dialog.getByRole("button", { name: "Issue", exact: true }));
  const link = dialog.getByRole("link", { name: `806.20-casefile-${number}.pdf` });
  await link.waitFor();
  await keys.reach(link);
  const [file] = await Promise.all([page.waitForEvent("download"), keys.press("Enter")]);
  assert.match(file.suggestedFilename(), /\.pdf$/);
  await keys.go(dialog.getByRole("button", { name: "Done" }));
  await dialog.waitFor({ state: "detached" });
}

export const keyboardFlows = {
  "by keys alone: an SBOM, its finding, a casefile, assessed, signed, told, and 806.20 as PDF": async (page, site, faults) => {
    const context = page.context();
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" }).format(new Date());
    await site.become(context, "sven");
    const number = await engineer(page, site, faults, today);
    await site.become(context, "rita");
    await regulatory(page, site, number, today);
  },
};
