// What somebody does, from the first key to the last.
import assert from "node:assert/strict";

export const flows = {
  "keys go everywhere": async (page, site) => {
    await page.goto(`${site.address}/`);
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
    await page.goto(`${site.address}/findings?status=affected`);
    await page.locator(".vt-row").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    await page.locator(".panel-side h2").waitFor();
    const address = page.url();
    assert.match(address, /\/findings\/[^/]+\/[^/]+\/CVE-[^?]+\?status=affected$/);
    await page.goto(address);
    await page.locator(".panel-side h2").waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL(/\/findings\?status=affected$/);
  },

  "the theme is kept": async (page, site) => {
    await page.goto(`${site.address}/`);
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
    await page.goto(`${site.address}/casefiles/3`);
    await page.locator(".steps").waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 720);
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("link", { name: "Findings" }).click();
    await page.getByRole("heading", { level: 1, name: "Findings" }).waitFor();
  },
};
