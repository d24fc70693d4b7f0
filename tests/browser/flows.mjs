// What somebody does, from the first key to the last.
//
// Each has a store of its own, as the first start left it, and has signed in as anna. A step waits for what it must
// bring about: for the words it leads to, or, where it only opens something, until the page has settled.
import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import assert from "node:assert/strict";
import { settled } from "./look.mjs";

// RFC 6238, for the secret as an authenticator takes it.
function codeOf(base32) {
  const bits = [...base32].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)));
  const digest = createHmac("sha1", key).update(step).digest();
  return String((digest.readUInt32BE(digest[19] & 15) & 0x7fffffff) % 1000000).padStart(6, "0");
}

async function open(page, site, path) {
  await page.goto(site.address + path);
  await settled(page);
}

export const flows = {
  "every label of the clocks is whole": async (page, site) => {
    await open(page, site, "/casefiles/3");
    await page.locator(".clock svg").waitFor();
    const cut = await page.locator(".clock .lane-text").evaluateAll((all) => all.filter((one) => one.getBBox().x < 0).map((one) => one.textContent));
    assert.deepEqual(cut, []);
  },

  "keys go everywhere": async (page, site) => {
    await open(page, site, "/");
    await page.getByRole("heading", { level: 1, name: /Today/ }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("f");
    await page.getByRole("heading", { level: 1, name: "Findings" }).waitFor();
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "find");
    await page.keyboard.type("openssl\n");
    await page.getByRole("heading", { level: 1, name: /openssl/ }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("measur");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Measures" }).waitFor();
  },

  "a finding is opened and closed by keys, and has an address": async (page, site) => {
    await open(page, site, "/findings?status=affected");
    await page.locator(".vt-row").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    await page.locator(".panel-side h2").waitFor();
    const address = page.url();
    assert.match(address, /\/findings\/[^/]+\/[^/]+\/CVE-[^?]+\?status=affected$/);
    await page.goto(address);
    await settled(page);
    await page.locator(".panel-side h2").waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL(/\/findings\?status=affected$/);
  },

  "the theme is kept": async (page, site) => {
    await open(page, site, "/");
    await page.getByRole("button", { name: /Colours: system/ }).click();
    await page.getByRole("button", { name: /Colours: light/ }).click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    await page.reload();
    await page.getByRole("button", { name: /Colours: dark/ }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  },

  "200 % zoom keeps everything in reach": async (page, site) => {
    // Twice as large is half as many pixels of the layout.
    await page.setViewportSize({ width: 720, height: 450 });
    await open(page, site, "/casefiles/3");
    await page.locator(".steps").waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 720);
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("link", { name: "Findings" }).click();
    await page.getByRole("heading", { level: 1, name: "Findings" }).waitFor();
  },

  "an assessment is drafted, recorded, amended and signed": async (page, site) => {
    await open(page, site, "/casefiles/4/assess");
    await page.getByRole("button", { name: "Assess", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Record it" }).click();
    assert.ok((await dialog.getByText("This is needed.").count()) >= 2);
    await dialog.getByRole("button", { name: /medium and serious/ }).click();
    await dialog.getByLabel("Rationale").fill("Reached from the ward's network, after a second flaw.");
    // A draft outlives the page, in this tab.
    await page.reload();
    await page.getByRole("button", { name: "Assess", exact: true }).click();
    assert.equal(await dialog.getByLabel("Rationale").inputValue(), "Reached from the ward's network, after a second flaw.");
    await dialog.getByRole("button", { name: "Record it" }).click();
    await dialog.waitFor({ state: "detached" });
    const record = page.locator("article.record", { hasText: "after a second flaw" }).first();
    await record.getByRole("button", { name: "Sign", exact: true }).click();
    await dialog.getByLabel("Authorship").check();
    await dialog.getByLabel("Your secret").fill(site.secret);
    await dialog.getByRole("button", { name: "Sign", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.locator("article.record .chip", { hasText: "authorship: Anna Ager" }).waitFor();
  },

  "a casefile is opened, and its clock begins": async (page, site) => {
    await open(page, site, "/casefiles?new=1");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Device").selectOption("Rivulet S3");
    await dialog.getByLabel("Vulnerability").fill("CVE-2021-33909");
    await dialog.getByRole("button", { name: "Open it" }).click();
    await page.waitForURL(/\/casefiles\/\d+$/);
    await page.getByRole("heading", { level: 1, name: /CVE-2021-33909/ }).waitFor();
  },

  "a closed casefile is opened again, with the reason": async (page, site) => {
    execFileSync("sqlite3", [site.store, "UPDATE casefile SET closed_on = date('now') WHERE id = 1"]); // owing what it owes
    await open(page, site, "/casefiles/1/close");
    await page.getByRole("button", { name: "Open it again" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Which facts turned out to be wrong").fill("The port is open after all.");
    await dialog.getByRole("button", { name: "Open it again" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.locator("article.record", { hasText: "The port is open after all." }).waitFor();
    await page.getByRole("button", { name: "Close the casefile" }).waitFor();
  },

  "a casefile gets the CVE id of its vulnerability": async (page, site) => {
    execFileSync("sqlite3", [site.store, "UPDATE casefile SET vulnerability = 'ACME-7' WHERE id = 1"]);
    await open(page, site, "/casefiles/1");
    await page.getByRole("button", { name: "It has a CVE id" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("CVE id").fill("CVE-2026-7777");
    await dialog.getByLabel("Why").fill("The CNA assigned it.");
    await dialog.getByRole("button", { name: "File it anew" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("link", { name: "CVE-2026-7777" }).first().waitFor();
    await open(page, site, "/casefiles/1/signal");
    await page.locator("article.record", { hasText: "ACME-7" }).first().waitFor();
  },

  "the rubric gives a vector": async (page, site) => {
    await open(page, site, "/casefiles/3/assess");
    await page.getByRole("radiogroup").first().getByLabel("Yes").check();
    await page.getByRole("button", { name: "Record 1 answer" }).click();
    await page.getByText(/questions open/).waitFor();
    await page.getByRole("radiogroup").first().getByLabel("Yes").isChecked();
  },

  "an administrator enrols somebody, whose secret is shown once": async (page, site) => {
    await site.become(page.context(), "root");
    await open(page, site, "/admin");
    await page.getByRole("button", { name: "Enrol somebody" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name to sign in with").fill("remy");
    await dialog.getByLabel("Full name").fill("Remy Reviewer");
    await dialog.getByLabel("Reviewer").check();
    await dialog.getByLabel("Identity verified on").fill("2026-05-04");
    await dialog.getByRole("button", { name: "Enrol" }).click();
    await page.getByText("remy signs in once with").waitFor();
    await page.getByRole("cell", { name: "Remy Reviewer" }).waitFor();
  },

  "a second factor is set up, and asked for at the next sign-in": async (page, site) => {
    const secret = "four other words are enough";
    await site.become(page.context(), "root");
    await open(page, site, "/admin");
    await page.getByRole("button", { name: "Enrol somebody" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name to sign in with").fill("tess");
    await dialog.getByLabel("Full name").fill("Tess Factor");
    await dialog.getByLabel("Identity verified on").fill("2026-05-04");
    await dialog.getByRole("button", { name: "Enrol" }).click();
    const given = await page.getByText("tess signs in once with").locator("code").innerText();
    const enter = async (fill) => {
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByLabel("Name").fill("tess");
      await fill();
      await page.getByRole("button", { name: "Sign in" }).click();
    };
    await enter(async () => {
      await page.getByRole("button", { name: "My first sign-in" }).click();
      await page.getByLabel("The secret you were given").fill(given);
      await page.getByLabel("A secret of your own").fill(secret);
      await page.getByLabel("Once more").fill(secret);
      await page.getByRole("checkbox").check();
    });
    await page.getByRole("link", { name: "Account", exact: true }).click();
    await page.getByRole("button", { name: "Set it up" }).click();
    await page.getByLabel("The code it shows now").fill(codeOf((await page.locator("form pre").innerText()).replace(/ /g, "")));
    await page.getByRole("button", { name: "Ask for it from now on" }).click();
    await page.getByText("From now on signing in asks for a code.").waitFor();
    const [recovery] = (await page.locator("main pre").innerText()).split("\n");
    await enter(() => page.getByLabel("Secret").fill(secret));
    await page.getByLabel("Code").fill(recovery);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("link", { name: "Account", exact: true }).click();
    await page.getByText("9 recovery codes are left").waitFor();
  },

  "an administrator has a backup made, and takes it": async (page, site) => {
    await site.become(page.context(), "root");
    await open(page, site, "/admin/service");
    await page.getByLabel("Why, for the audit trail").fill("before the move");
    await page.getByRole("button", { name: "Make it" }).click();
    await page.getByText("verified", { exact: true }).waitFor();
    const [taken] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /\.backup$/ }).click()]);
    site.run("root", "backup", "verify", await taken.path());
  },

  "findings are decided in bulk, and taken back": async (page, site) => {
    await open(page, site, "/findings?status=platform_not_in_sbom");
    await page.locator(".vt-row").first().waitFor();
    for (const picked of [1, 2]) {
      await page.keyboard.press("j");
      await page.keyboard.press("x");
      await page.getByText(picked === 1 ? "1 finding picked" : `${picked} findings picked`).waitFor();
    }
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("2 findings in").waitFor();
    await dialog.getByLabel("Justification").selectOption("vulnerable_code_not_present");
    await dialog.getByLabel("Reason").fill("the layer is not built");
    await dialog.getByRole("button", { name: "Decide on 2 findings" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("2 findings: not affected").waitFor();
    await page.keyboard.press("u");
    await page.getByText("2 decisions taken back").waitFor();
  },

  "findings come in the order of a column": async (page, site) => {
    await open(page, site, "/findings");
    await page.getByRole("columnheader", { name: "EPSS" }).getByRole("button").click();
    await page.waitForURL(/sort=epss/);
    await page.locator('[role=columnheader][aria-sort=descending]', { hasText: "EPSS" }).waitFor();
    const told = await page.locator(".vt-row").evaluateAll((rows) => rows.slice(0, 12).map((row) => Number.parseFloat(row.children[4].textContent) || 0));
    assert.deepEqual(told, [...told].sort((a, b) => b - a));
    assert.ok(told[0] > 0);
  },

  "the SBOM of a release is checked": async (page, site) => {
    await open(page, site, "/devices/Larkfield%20M8/releases/8.4.1?tab=check");
    await page.getByRole("heading", { name: "Check this SBOM" }).waitFor();
    await page.getByRole("link", { name: /^NTIA 2021/ }).click();
    await page.waitForURL(/require=ntia/);
    await page.getByRole("table", { name: "What is asked for" }).waitFor();
  },

  "what is new is fetched from a provider, and how it failed is told": async (page, site) => {
    await open(page, site, "/sources");
    const card = page.getByRole("region", { name: "Providers" });
    await card.getByText("not asked yet").waitFor();
    await card.getByRole("button", { name: "Fetch now" }).click();
    await card.getByText(/kev\.json: expected an answer with status 200, found 404/).waitFor();
    const entry = { cveID: "CVE-2022-37434", vendorProject: "zlib", product: "zlib", vulnerabilityName: "A flaw", dateAdded: "2026-10-01", shortDescription: "-", requiredAction: "-", dueDate: "2026-10-20", knownRansomwareCampaignUse: "Unknown", notes: "", cwes: [] };
    site.provider.documents.set("/kev.json", JSON.stringify({ title: "-", catalogVersion: "2026.10.02", dateReleased: "2026-10-02T00:00:00Z", count: 1, vulnerabilities: [entry] }));
    await card.getByRole("button", { name: "Fetch now" }).click();
    await card.getByText("well").waitFor();
    await page.getByRole("region", { name: "Freshness" }).getByText("2026-10-02").waitFor();
  },

  "a supplier's statements are taken": async (page, site) => {
    const document = { "@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://vendor.example/vex-9", author: "Vendor", timestamp: "2026-10-01T00:00:00Z", version: 1,
      statements: [{ vulnerability: { name: "CVE-2026-9999" }, products: [{ "@id": "pkg:npm/nobody@1" }], status: "fixed" }] };
    await open(page, site, "/sources");
    const card = page.getByRole("region", { name: "Suppliers' statements" });
    await card.locator("input[type=file]").setInputFiles({ name: "vendor.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(document)) });
    await card.getByText("1 unmatched").waitFor();
    await card.getByRole("table").getByText("https://vendor.example/vex-9").waitFor();
  },

  "a source is turned off and on again": async (page, site) => {
    await open(page, site, "/sources");
    await page.getByRole("button", { name: "Turn off nvd" }).click();
    await page.getByRole("dialog").getByLabel("Why").fill("its ranges are wrong");
    await page.getByRole("button", { name: "Turn it off" }).click();
    await page.getByText("1 source turned off").waitFor();
    await page.getByRole("button", { name: "Turn on nvd" }).click();
    await page.getByRole("dialog").getByLabel("Why").fill("they are mended");
    await page.getByRole("button", { name: "Turn it on" }).click();
    await page.getByText("1 source turned off").waitFor({ state: "detached" });
  },

  "another name of a vulnerability is refused, and taken back": async (page, site) => {
    const osv = { id: "GO-2099-0001", modified: "2026-01-01T00:00:00Z", summary: "Example.", aliases: ["CVE-2099-0001"] };
    await open(page, site, "/sources");
    await page.getByRole("region", { name: "Import records" }).locator("input[type=file]").setInputFiles({ name: "go.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(osv)) });
    await page.getByRole("row", { name: /^osv:go/ }).waitFor();
    await open(page, site, "/vulnerabilities/CVE-2099-0001");
    await page.getByRole("button", { name: "Refuse: GO-2099-0001 is CVE-2099-0001" }).click();
    await page.getByRole("dialog").getByLabel("Why").fill("another flaw");
    await page.getByRole("button", { name: "Refuse it" }).click();
    await open(page, site, "/vulnerabilities/GO-2099-0001");
    await page.getByText("because another flaw").waitFor();
    await open(page, site, "/sources");
    await page.getByRole("button", { name: /^Take back the refusal: GO-2099-0001/ }).click();
    await page.getByRole("dialog").getByLabel("Why").fill("one after all");
    await page.getByRole("button", { name: "Take it back" }).click();
    await page.getByText("None: what every record says counts.").waitFor();
  },

  "an edition of the measures is issued": async (page, site) => {
    await open(page, site, "/measures?from=2026-01-01&to=2026-06-30");
    const card = page.getByRole("region", { name: "Issue an edition" });
    await card.getByRole("button", { name: "Issue it" }).click();
    await card.getByRole("link", { name: /edition-\d+\.pdf/ }).waitFor();
  },

  "a signal is recorded and triaged by keys": async (page, site) => {
    await open(page, site, "/signals?new=1");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Summary").fill("The pump answers on a port nobody named");
    await dialog.getByRole("button", { name: "Record it" }).click();
    await dialog.waitFor({ state: "detached" });
    const row = page.locator(".vt-row", { hasText: "The pump answers on a port nobody named" });
    await row.waitFor();
    await page.locator("h1").click();
    await page.keyboard.press("j");
    await page.locator(".vt-row.at", { hasText: "The pump answers on a port nobody named" }).waitFor(); // the newest stands first
    await page.keyboard.press("f");
    await dialog.getByLabel("Reason").fill("the port belongs to the test bench");
    await dialog.getByRole("button", { name: "False", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await row.getByText("false", { exact: true }).waitFor();
    await page.locator("h1").click();
    await page.keyboard.press("u");
    await page.getByText("1 decision taken back").waitFor();
    await row.getByText("new", { exact: true }).waitFor();
    await page.keyboard.press("u");
    await page.getByText("Nothing was decided here that could be taken back.").waitFor();
  },

  "signals of new findings are shown before they are made, and triaged by component": async (page, site) => {
    await open(page, site, "/signals");
    await page.getByRole("button", { name: "Make signals of new findings" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("table", { name: "What would be made" }).waitFor();
    const name = await dialog.getByRole("heading", { name: /Make \d+ signals?/ }).textContent();
    await dialog.getByRole("button", { name: "Leave it" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Make signals of new findings" }).click();
    await dialog.getByRole("button", { name: name.trim(), exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText(/^\d+ signals? made of findings$/).waitFor();
    await page.locator(".vt-row").first().waitFor();
    await page.locator("h1").click();
    await page.keyboard.press("j");
    await page.keyboard.press("c");
    await page.getByRole("region", { name: "With what is picked" }).waitFor();
    await page.keyboard.press("n");
    await dialog.getByText(/, \d+ signals?$/).or(dialog.getByRole("heading", { name: /Triage signal/ })).first().waitFor();
    await dialog.getByRole("button", { name: "Leave it" }).click();
  },

  "what is typed is looked for, and nothing that is known to fail is asked": async (page, site) => {
    for (const typed of ["pkg:", "pkg:deb", "cpe:2.3:x", "CVE-2099-99999", " "]) {
      await open(page, site, `/search?q=${encodeURIComponent(typed)}`);
      await page.getByText(/Nothing fits|No record in the store is about it/).waitFor();
    }
    await open(page, site, "/components/pkg%3Adeb");
    await open(page, site, "/search?q=casefile%203");
    await page.getByRole("region", { name: "Casefiles" }).getByText("casefile 3,").waitFor();
  },

  "a view is kept on the server, and forgotten": async (page, site) => {
    await open(page, site, "/findings?status=affected&severity=high&kev=1");
    await page.getByRole("button", { name: "Keep this view" }).click();
    const forget = page.getByRole("button", { name: "Forget this view" });
    await forget.waitFor();
    const elsewhere = await page.context().browser().newContext({ storageState: site.as("anna") });
    const other = await elsewhere.newPage();
    await open(other, site, "/findings");
    await other.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "affected, high, 1" }).waitFor();
    await elsewhere.close();
    await forget.click();
    await page.getByRole("button", { name: "Keep this view" }).waitFor();
  },

  "a complaint says why it is not reportable, and is signed": async (page, site) => {
    await open(page, site, "/signals?new=1");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Summary").fill("The lamp of the rack is dark");
    await dialog.getByRole("button", { name: "Record it" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("link", { name: "The lamp of the rack is dark" }).first().click();
    const card = page.getByRole("region", { name: "A reportable event?" });
    await card.getByRole("button", { name: "Say why it is none" }).click();
    await dialog.getByLabel("Basis").selectOption("criteria_not_met");
    await dialog.getByLabel("Reason").fill("Nobody was connected to it");
    await dialog.getByRole("button", { name: "Record it" }).click();
    await dialog.waitFor({ state: "detached" });
    await card.getByText(/its author, "anna" \(authorship\), and a second person/).waitFor();
    await card.getByRole("button", { name: "Sign", exact: true }).click();
    await dialog.getByText("Nobody was connected to it").waitFor();
    await dialog.getByLabel("Your secret").fill(site.secret);
    await dialog.getByRole("button", { name: "Sign", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await card.getByText("Authorship: Anna Ager").waitFor();
    await card.getByText("waits for the signature of a second person (review or approval)").waitFor();
  },

  "a stranger's report stands among the signals": async (page, site) => {
    const stranger = await (await page.context().browser().newContext()).newPage();
    await open(stranger, site, "/disclose");
    await stranger.getByRole("button", { name: "Send the report" }).click();
    await stranger.getByText("Which device is it?").waitFor();
    await stranger.getByLabel("Device", { exact: true }).fill("Rivulet S3");
    await stranger.getByLabel("Summary").fill("<b>The service port</b> takes any image");
    await stranger.getByLabel("Description").fill("I held a cable to it.");
    await stranger.getByLabel("E-mail").fill("finder@example.org");
    await stranger.getByRole("button", { name: "Send the report" }).click();
    await stranger.getByText("Your report has arrived").waitFor();
    await stranger.getByText(/We acknowledge it by e-mail by \d{4}-/).waitFor();
    const number = await stranger.locator("code").first().textContent();
    await stranger.context().close();
    await open(page, site, "/signals");
    await page.getByRole("link", { name: "<b>The service port</b> takes any image" }).first().click();
    await page.getByText(`public form, ${number}`).waitFor();
    await page.getByText("finder@example.org").waitFor();
  },

  "an advisory is drafted, issued, and read by everybody": async (page, site) => {
    await open(page, site, "/publish/3");
    await page.getByText("The draft passes every mandatory test").waitFor();
    await page.getByLabel("Title").fill("A flaw in <the> pump");
    await page.getByLabel("Summary").fill("Somebody near the pump can change its settings.");
    await page.getByRole("button", { name: "Draft it anew" }).click();
    await page.locator("pre", { hasText: "A flaw in <the> pump" }).waitFor();
    await page.getByRole("button", { name: "OpenVEX" }).click();
    await page.locator("pre", { hasText: "openvex.dev" }).waitFor();
    await page.getByRole("button", { name: "CSAF 2.0" }).click();
    await page.locator("pre", { hasText: "csaf_security_advisory" }).waitFor();
    await page.getByRole("button", { name: "Issue it" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Issue", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText(/^Version 1,/).waitFor();
    const stranger = await (await page.context().browser().newContext()).newPage();
    await open(stranger, site, "/advisories/");
    await stranger.getByText("A flaw in <the> pump").waitFor();
    const told = await stranger.request.get(site.address + (await stranger.locator("th a").getAttribute("href")));
    assert.equal((await told.json()).document.title, "A flaw in <the> pump");
    await stranger.context().close();
  },

  "the VEX of a release is fetched": async (page, site) => {
    await open(page, site, "/publish");
    await page.getByLabel("Device", { exact: true }).selectOption("Larkfield M8");
    await page.getByLabel("Release", { exact: true }).selectOption("8.4.1");
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "OpenVEX" }).click()]);
    assert.match(file.suggestedFilename(), /openvex/);
  },

  "anybody's advisory is checked": async (page, site) => {
    await open(page, site, "/publish");
    const buffer = Buffer.from(JSON.stringify({ document: { category: "csaf_base", csaf_version: "2.0", title: "x" } }));
    await page.locator("input[type=file]").setInputFiles({ name: "some.json", mimeType: "application/json", buffer });
    await page.getByText(/\d+ mandatory/).waitFor();
    await page.locator(".trace .chip", { hasText: "schema" }).first().waitFor();
  },

  "a report is issued when it is complete, and its file kept": async (page, site) => {
    await open(page, site, "/reports/806.20?casefile=2");
    await page.getByRole("button", { name: "Issue it" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Issue", exact: true }).click();
    await dialog.getByText("to be signed there").waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("link", { name: "806.20-casefile-2.pdf" }).click()]);
    assert.match(file.suggestedFilename(), /806\.20-casefile-2\.pdf$/);
    await dialog.getByRole("button", { name: "Done" }).click();
    await dialog.waitFor({ state: "detached" });
  },

  "an event has its day, and its report is issued when no item is missing": async (page, site, faults) => {
    await open(page, site, "/casefiles/4/verify");
    await page.getByRole("button", { name: "Record an event" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Serious injury").check();
    await dialog.getByLabel(/^Happened on/).fill("2026-01-19");
    await dialog.getByLabel(/^Became known on/).fill("2026-01-18");
    await dialog.getByRole("textbox", { name: "Why" }).fill("the ward wrote late");
    await dialog.getByRole("button", { name: "Record it" }).click();
    await dialog.getByText("is after the event was known").waitFor();
    await dialog.getByLabel(/^Became known on/).fill("2026-01-20");
    await dialog.getByRole("button", { name: "Record it" }).click();
    await dialog.waitFor({ state: "detached" });
    await open(page, site, "/reports/mdr?casefile=4");
    const event = await page.getByLabel("Event", { exact: true }).inputValue();
    await page.getByText("2026-01-19").first().waitFor();
    await page.getByText(/Who could know: the user facility/).first().waitFor();
    await page.getByRole("button", { name: /^Issue it/ }).click();
    await dialog.getByRole("button", { name: "Issue", exact: true }).click();
    await dialog.getByText(/the report is not complete: nothing is stated of/).waitFor();
    await open(page, site, "/casefiles/4/verify");
    await page.getByRole("button", { name: "State an item" }).click();
    await dialog.getByLabel(/^Event/).fill(event);
    for (const box of await dialog.getByRole("checkbox").all()) await box.check();
    await dialog.getByLabel("Or why it is not known").fill("nobody could say");
    await dialog.getByLabel(/^And the steps taken/).fill("asked the ward, by letter");
    await dialog.getByRole("button", { name: "Record it" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.locator(".record .chip", { hasText: "personal data" }).waitFor();
    await open(page, site, "/reports/mdr?casefile=4");
    await page.getByText("complete with explanations of H11").waitFor();
    await page.getByRole("button", { name: /^Issue it/ }).click();
    await dialog.getByRole("button", { name: "Issue", exact: true }).click();
    await dialog.getByText(/to be signed there/).waitFor();
    await dialog.getByRole("button", { name: "Done" }).click();
    await dialog.waitFor({ state: "detached" });
    faults.splice(0, faults.length, ...faults.filter((fault) => !/status of (422|409)/.test(fault))); // what was refused above
  },

  "an inspection package is made and fetched": async (page, site) => {
    await open(page, site, "/reports/inspection");
    await page.getByLabel(/URGENT\/11/).check();
    await page.getByRole("button", { name: "Package of 1 casefile" }).click();
    const link = page.getByRole("link", { name: "inspection.zip" });
    await link.waitFor();
    const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
    assert.equal(file.suggestedFilename(), "inspection.zip");
    const path = `${await file.path()}.zip`;
    await file.saveAs(path);
    assert.match(site.run("none", "audit", "package", path), /the package is whole in itself/);
    await open(page, site, "/reports/inspection");
    await page.getByRole("region", { name: "Packages of yours" }).getByRole("link", { name: "inspection.zip" }).waitFor();
  },

  "a template gets a further version": async (page, site) => {
    await open(page, site, "/program/templates");
    await page.getByRole("button", { name: "Further version" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Text").fill("On {{device}}, {{date}}: {{impact}}");
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await dialog.waitFor({ state: "detached" });
    const text = page.locator("pre", { hasText: "On {{device}}, {{date}}: {{impact}}" });
    await text.waitFor(); // what was kept is what is shown
    await page.reload();
    await page.getByRole("button", { name: "Read" }).first().click();
    await text.waitFor();
  },

  "a stranger sees whom they report to, and what happens then": async (page, site) => {
    const stranger = await (await page.context().browser().newContext()).newPage();
    await open(stranger, site, "/disclose");
    await stranger.getByText("To Quillmere Medical, Inc.").waitFor();
    await stranger.getByText(/within \d+ days?/).waitFor();
    const [text] = await Promise.all([stranger.context().waitForEvent("page"), stranger.getByRole("link", { name: "security.txt" }).click()]);
    await text.getByText("Contact:").waitFor();
    await stranger.context().close();
  },

  "reports open what is owed, and say where nothing is": async (page, site) => {
    await open(page, site, "/reports/806");
    await page.getByText(/^Owed by \d{4}-/).waitFor();
    assert.equal(await page.getByLabel("Casefile", { exact: true }).inputValue(), "3");
    await page.getByRole("button", { name: "Issue it", exact: true }).waitFor();
    await page.getByLabel("Casefile", { exact: true }).selectOption("1");
    await page.getByText("Nothing is required here.").waitFor();
    await page.getByText("It is owed of").waitFor();
    assert.match(await page.getByRole("button", { name: "Issue it all the same" }).getAttribute("class"), /plain/);
    await open(page, site, "/reports/806.20");
    await page.getByText("Owed; it has no day").waitFor();
    assert.equal(await page.getByLabel("Casefile", { exact: true }).inputValue(), "2");
  },

  "a vulnerability that no source knows leads on": async (page, site, faults) => {
    await open(page, site, "/vulnerabilities/CVE-2099-12345");
    await page.getByText("Not in any record that was imported").waitFor();
    await page.getByRole("table", { name: "Sources" }).getByText("nvd").waitFor();
    await page.getByRole("link", { name: "Record a signal of it" }).click();
    assert.equal(await page.getByRole("dialog").getByLabel(/^Vulnerability/).inputValue(), "CVE-2099-12345");
    faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 404/.test(fault))); // the browser's own words for it
  },

  "tabs and steps that there are not lead back": async (page, site) => {
    for (const [path, above] of [["/admin/nonsense", "Admin"], ["/program/nonsense", "Programme"], ["/casefiles/3/nonsense", "Casefile 3"], ["/reports/nonsense", "Reports"], ["/devices/Larkfield%20M8/releases/8.4.1?tab=nonsense", "Larkfield M8 8.4.1"]]) {
      await open(page, site, path);
      await page.getByRole("heading", { level: 1, name: "No such page" }).waitFor();
      await page.getByRole("main").getByRole("link", { name: above }).first().waitFor();
    }
  },

  "what is refused names a page, not a command": async (page, site, faults) => {
    await open(page, site, "/casefiles/999");
    await page.getByText("there is no casefile 999", { exact: true }).waitFor();
    await page.getByRole("alert").getByRole("link", { name: "Casefiles" }).waitFor();
    assert.doesNotMatch(await page.getByRole("main").innerText(), /aftercare [a-z]/);
    faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 404/.test(fault)));
  },

  "one's own secret is changed, and other sessions end": async (page, site) => {
    const other = await (await page.context().browser().newContext({ storageState: site.as("anna") })).newPage();
    await open(page, site, "/account");
    await page.getByLabel("The secret that holds now").fill(site.secret);
    await page.getByLabel("A new one").fill("five quite other words here");
    await page.getByLabel("Once more").fill("five quite other words here");
    await page.getByRole("button", { name: "Change it" }).click();
    await page.getByText("Your secret is changed").waitFor();
    await settled(page);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Account" }).waitFor();
    await other.goto(`${site.address}/account`);
    await other.getByRole("button", { name: "Sign in" }).waitFor();
    await other.context().close();
  },

  "a casefile's timeline has its days, and what was missed": async (page, site) => {
    await open(page, site, "/casefiles/3");
    const timeline = page.getByRole("region", { name: "Timeline" });
    for (const words of ["Learned of: day 0", "Day 30: told and planned failed", "Tell customers and users: deadline missed", "Today", "Report to FDA (806): due", "Day 60: fixed pending"])
      await timeline.locator("li", { hasText: words }).getByText(/\d{4}-\d{2}-\d{2}/).first().waitFor(); // what was done today says so too
  },

  "a tier is explained to keys and fingers": async (page, site) => {
    await open(page, site, "/findings");
    const legend = page.getByRole("note", { name: /Tier/ });
    await page.getByRole("button", { name: "Tier: what it means" }).focus();
    await page.keyboard.press("Enter");
    await legend.getByText("exact CPE name with version").waitFor();
    await page.keyboard.press("Escape");
    await legend.waitFor({ state: "hidden" });
  },

  "who comes for the first time is offered the tour, once": async (page, site) => {
    await open(page, site, "/");
    await page.getByRole("link", { name: "Take the tour" }).click();
    const tour = page.getByRole("complementary", { name: "Tour" });
    for (let i = 1; i <= 7; i++) {
      await tour.getByRole("heading", { name: `${i} of 7` }).waitFor();
      await settled(page);
      await tour.getByRole("button", { name: i === 7 ? "Done" : "Next" }).click();
    }
    await tour.waitFor({ state: "detached" });
    await open(page, site, "/");
    assert.equal(await page.getByRole("link", { name: "Take the tour" }).count(), 0);
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("take the last decision back").waitFor();
  },

  "the trail verifies": async (page, site) => {
    await open(page, site, "/trail");
    await page.getByRole("button", { name: "Verify" }).click();
    await page.getByText("The audit trail is whole").waitFor();
  },
};
