#!/usr/bin/env node
// Drives the web app in Debian's Chromium, against `aftercare serve` on a store of the demonstration.
//
//     run.mjs --program build/aftercare [--shots FOLDER] [WORD]...
//
// Prints TAP. Each page of pages.mjs is opened in both themes: nothing on the console, nothing from outside, no
// violation that axe-core finds, and at 375 px nothing that makes the page scroll sideways. Then the flows of flows.mjs.
// WORD: only tests whose name has it, and the first start, on which all rest. With --shots every page is kept as a picture, 1440 and 375 px wide.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { flows } from "./flows.mjs";
import { pages } from "./pages.mjs";
import { openSite } from "./site.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const packages = createRequire(join(root, "web", "package.json"));
const { chromium } = packages("playwright-core");
const axe = readFileSync(packages.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const options = { program: join(root, "build", "aftercare"), shots: null, words: [] };
for (let i = 2; i < process.argv.length; i++) {
  if (process.argv[i] === "--program") options.program = process.argv[++i];
  else if (process.argv[i] === "--shots") options.shots = process.argv[++i];
  else options.words.push(process.argv[i]);
}

let count = 0;
let failed = 0;

async function test(name, body, isNeeded = false) {
  if (!isNeeded && options.words.length && !options.words.some((word) => name.includes(word))) return;
  count++;
  try {
    const faults = (await body()) ?? [];
    if (faults.length) throw new Error(faults.join("\n"));
    console.log(`ok ${count} - ${name}`);
  } catch (why) {
    failed++;
    console.log(`not ok ${count} - ${name}`);
    for (const line of String(why.stack ?? why).split("\n").slice(0, 30)) console.log(`#   ${line}`);
  }
}

// Collects what a page must not do while it is open.
function watch(page, site) {
  const faults = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()} ${message.location().url ?? ""}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.address)) faults.push(`asked elsewhere: ${request.url()}`);
  });
  return faults;
}

async function axeFaults(page) {
  // Through the debugger, which the policy of the page does not concern.
  await page.evaluate(axe);
  return page.evaluate(async (rules) => {
    const found = await window.axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
    return found.violations.flatMap((one) => one.nodes.slice(0, 3).map((node) => `axe ${one.id}: ${node.target.join(" ")}: ${node.failureSummary ?? one.help}`));
  }, RULES);
}

async function shoot(page, name) {
  if (!options.shots) return;
  mkdirSync(options.shots, { recursive: true });
  await page.screenshot({ path: join(options.shots, `${name}.png`), fullPage: true });
}

// The page in one theme after the other, as it follows the system's.
async function look(context, site, path) {
  const page = await context.newPage();
  const faults = watch(page, site);
  try {
    await page.goto(site.address + path);
    await page.waitForSelector("h1");
    await page.waitForLoadState("networkidle");
    await page.waitForFunction(() => !document.querySelector(".loading"));
    if (new URL(page.url()).pathname !== path.split("?")[0]) faults.push(`it leads to ${page.url()}`);
    for (const theme of ["light", "dark"]) faults.push(...(await lookAt(page, path, theme)));
  } finally {
    await page.close();
  }
  return faults;
}

async function lookAt(page, path, theme) {
  const name = `${theme}${path.replace(/[^a-z0-9]+/gi, "-")}`;
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width: 1440, height: 900 });
  const faults = await axeFaults(page);
  await shoot(page, `${name}-1440`);
  await page.setViewportSize({ width: 375, height: 812 });
  // Drawings are drawn anew for the new width.
  await page.waitForFunction(() => document.documentElement.scrollWidth <= 375, null, { timeout: 3000 }).catch(() => undefined);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 375) faults.push(`at 375 px the page is ${width} px wide`);
  await shoot(page, `${name}-375`);
  return faults.map((fault) => `${theme}: ${fault}`);
}

const site = await openSite(options.program);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  await test("flow: the first start makes an administrator", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults = watch(page, site);
    await site.first(page);
    await context.close();
    return faults;
  }, true);
  await site.enrol();
  const anybody = await browser.newContext();
  for (const path of pages.alone) await test(`page ${path}`, () => look(anybody, site, path));
  await anybody.close();
  const signedIn = await browser.newContext();
  await site.signIn(signedIn);
  for (const path of pages.framed) await test(`page ${path}`, () => look(signedIn, site, path));
  await signedIn.close();
  for (const [name, flow] of Object.entries(flows))
    await test(`flow: ${name}`, async () => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      await site.signIn(context);
      const page = await context.newPage();
      const faults = watch(page, site);
      await flow(page, site).catch(async (why) => {
        await shoot(page, `flow-${name.replace(/[^a-z]+/gi, "-")}`);
        throw why;
      });
      await context.close();
      return faults;
    });
} finally {
  await browser.close();
  await site.close();
}
console.log(`1..${count}`);
process.exit(failed ? 1 : 0);
