#!/usr/bin/env node
// Drives the web app in Debian's Chromium, against `aftercare serve` on a store of the demonstration.
//
//     run.mjs --program build/aftercare [--shots FOLDER] [--lanes COUNT] [--times] [WORD]...
//
// Prints TAP. Each page of pages.mjs is opened in both themes: nothing on the console, nothing from outside, no
// violation that axe-core finds, and at 375 px nothing that makes the page scroll sideways. Then the flows of flows.mjs,
// allday.mjs and keyboard.mjs, and those of people.mjs on the demonstration with its people.
// The first start makes the store that all rest on. Pages share one copy of it, each flow has its own, so that as many
// tests run at once as there are lanes (one for each core), in any order.
// WORD: only tests whose name has it. With --shots every page is kept as a picture, 1440 and 375 px wide; with --times
// each test says how long it took.
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { flows } from "./flows.mjs";
import { allDayFlows } from "./allday.mjs";
import { keyboardFlows } from "./keyboard.mjs";
import { chromium, look, shoot, watch } from "./look.mjs";
import { pages } from "./pages.mjs";
import { peopleFlows } from "./people.mjs";
import { Sites } from "./site.mjs";

const WIDE = { width: 1440, height: 900 };
const STEP_MS = 30000; // of a flow, with other lanes beside it

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const options = { program: join(root, "build", "aftercare"), shots: null, lanes: availableParallelism(), times: false, words: [] };
for (let i = 2; i < process.argv.length; i++) {
  if (process.argv[i] === "--program") options.program = process.argv[++i];
  else if (process.argv[i] === "--shots") options.shots = process.argv[++i];
  else if (process.argv[i] === "--lanes") options.lanes = Number(process.argv[++i]);
  else if (process.argv[i] === "--times") options.times = true;
  else options.words.push(process.argv[i]);
}

let count = 0;
let failed = 0;

// body gives the faults it found, or throws.
async function test(name, body) {
  const since = performance.now();
  let why = null;
  try {
    const faults = (await body()) ?? [];
    if (faults.length) why = new Error(faults.join("\n"));
  } catch (thrown) {
    why = thrown;
  }
  count++;
  if (why) failed++;
  console.log(`${why ? "not ok" : "ok"} ${count} - ${name}`);
  if (options.times) console.log(`# ${((performance.now() - since) / 1000).toFixed(1)} s`);
  if (why) for (const line of String(why.stack ?? why).split("\n").slice(0, 30)) console.log(`#   ${line}`);
}

async function firstStart(sites, browser) {
  const site = await sites.openSeed();
  try {
    await test("flow: the first start makes an administrator", async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const faults = watch(page, site);
      await site.first(page);
      await context.close();
      return faults;
    });
    site.enrol();
    await site.signInAll(browser);
  } finally {
    await site.close();
  }
}

async function runFlow(sites, browser, name, flow, ofPeople = false) {
  const site = await (ofPeople ? sites.openPeople() : sites.openCopy());
  const context = await browser.newContext({ viewport: WIDE, ...(ofPeople ? {} : { storageState: site.as("anna") }) });
  context.setDefaultTimeout(STEP_MS);
  try {
    const page = await context.newPage();
    const faults = watch(page, site);
    await flow(page, site, faults).catch(async (why) => {
      await shoot(page, options.shots, `flow-${name.replace(/[^a-z]+/gi, "-")}`);
      throw why;
    });
    return faults;
  } finally {
    await context.close();
    await site.close();
  }
}

// Every test that is wanted, as [name, body].
async function testsOf(sites, browser) {
  const shown = await sites.openCopy();
  const anybody = await browser.newContext();
  const signedIn = await browser.newContext({ storageState: shown.as("anna") });
  const administrator = await browser.newContext({ storageState: shown.as("root") });
  const tests = [
    ...Object.entries({ ...keyboardFlows, ...allDayFlows, ...flows }).map(([name, flow]) => [`flow: ${name}`, () => runFlow(sites, browser, name, flow)]),
    ...Object.entries(peopleFlows).map(([name, flow]) => [`flow: ${name}`, () => runFlow(sites, browser, name, flow, true)]),
    ...pages.alone.map((path) => [`page ${path}`, () => look(anybody, shown, path, options.shots)]),
    ...pages.framed.map((path) => [`page ${path}`, () => look(signedIn, shown, path, options.shots)]),
    ...pages.administrator.map((path) => [`page ${path}, to an administrator`, () => look(administrator, shown, path, options.shots, "administrator-")]),
  ];
  const isWanted = ([name]) => options.words.length === 0 || options.words.some((word) => name.includes(word));
  return { tests: tests.filter(isWanted), close: () => shown.close() };
}

const sites = new Sites(options.program);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  await firstStart(sites, browser);
  const { tests, close } = await testsOf(sites, browser);
  const lane = async () => {
    for (let next = tests.shift(); next; next = tests.shift()) await test(...next);
  };
  await Promise.all(Array.from({ length: options.lanes }, lane));
  await close();
} finally {
  await browser.close();
  sites.remove();
}
console.log(`1..${count}`);
process.exit(failed ? 1 : 0);
