// Looks at a page as everybody would: what it says on the console, whom it asks, what axe-core finds, whether it fits.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = createRequire(join(dirname(fileURLToPath(import.meta.url)), "..", "..", "web", "package.json"));
const axe = readFileSync(packages.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 375, height: 812 };

export const { chromium } = packages("playwright-core");

// Collects what a page must not do while it is open.
export function watch(page, site) {
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

// The page has its heading, asks the server for nothing, and has drawn four frames since.
// Pages without the app's script, such as the list of advisories, count no requests.
export async function settled(page) {
  await page.waitForFunction(() => {
    const isBusy = !document.querySelector("h1") || document.querySelector(".loading") || Number(document.documentElement.dataset.asking ?? 0) > 0;
    window.stillFrames = isBusy ? 0 : (window.stillFrames ?? 0) + 1;
    return window.stillFrames > 4;
  });
}

// In the light theme every rule; the dark one has the same document in other colours, so only the rules of colour.
async function axeFaults(page, theme) {
  // Through the debugger, which the policy of the page does not concern.
  await page.evaluate(`window.axe || (() => { ${axe} })()`);
  return page.evaluate(
    async ([tags, onlyColour]) => {
      const ofColour = window.axe.getRules(tags).filter(({ tags: its }) => its.includes("cat.color") && !its.includes("experimental"));
      const found = await window.axe.run(document, { runOnly: onlyColour ? ofColour.map((rule) => rule.ruleId) : tags, resultTypes: ["violations"] });
      return found.violations.flatMap((one) => one.nodes.slice(0, 3).map((node) => `axe ${one.id}: ${node.target.join(" ")}: ${node.failureSummary ?? one.help}`));
    },
    [TAGS, theme !== "light"],
  );
}

export async function shoot(page, folder, name) {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

async function widthFaults(page) {
  // Drawings are drawn anew for the new width.
  await page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, null, { timeout: 3000 }).catch(() => undefined);
  const [width, most] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  return width > most ? [`at ${most} px the page is ${width} px wide`] : [];
}

// The page at path in both themes and widths; with a folder for pictures of it. What is wrong with it.
export async function look(context, site, path, shots, prefix = "") {
  const page = await context.newPage();
  const faults = watch(page, site);
  const name = `-${prefix}${path.slice(1).replace(/[^a-z0-9]+/gi, "-") || "today"}`;
  try {
    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(site.address + path);
    await settled(page);
    if (new URL(page.url()).pathname !== path.split("?")[0]) faults.push(`it leads to ${page.url()}`);
    for (const theme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme: theme });
      faults.push(...(await axeFaults(page, theme)).map((fault) => `${theme}: ${fault}`));
      await shoot(page, shots, `${theme}${name}-1440`);
    }
    await page.setViewportSize(NARROW);
    faults.push(...(await widthFaults(page)));
    for (const theme of shots ? ["dark", "light"] : []) {
      await page.emulateMedia({ colorScheme: theme });
      await shoot(page, shots, `${theme}${name}-375`);
    }
  } finally {
    await page.close();
  }
  return faults;
}
