// A store of the demonstration, served, with people who may sign in; it vanishes at the end.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SECRET = "four words are enough";

// A port that nobody listens on.
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function started(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (bytes) => {
      said += bytes;
      const word = /\/first#(\S+)/.exec(said);
      if (/ends\./.test(said) || (!word && / at http/.test(said) && said.includes("\n\n"))) resolve(word?.[1] ?? "");
    });
    server.once("exit", (status) => reject(new Error(`aftercare serve ended with ${status}: ${said}`)));
  });
}

export async function openSite(program) {
  const folder = mkdtempSync(join(tmpdir(), "aftercare-browser-"));
  const store = join(folder, "aftercare.db");
  const environment = (who) => ({ ...process.env, AFTERCARE_STORE: store, XDG_STATE_HOME: join(folder, who), AFTERCARE_USER: "" });
  const run = (who, ...words) => execFileSync(program, words, { env: environment(who), encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

  run("none", "demo", "--store", store, "--reports", folder);
  const port = await freePort();
  const backups = join(folder, "backups");
  mkdirSync(backups);
  const server = spawn(program, ["serve", "--store", store, "--port", String(port), "--rate", "100000", "--backups", backups], { env: environment("none"), stdio: ["ignore", "pipe", "ignore"] });
  const word = await started(server);
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    secret: SECRET,
    run,
    async first(page) {
      await page.goto(`${address}/first#${word}`);
      await page.getByLabel("Name to sign in with").fill("root");
      await page.getByLabel("Full name").fill("Rose Root");
      await page.getByLabel("Secret", { exact: true }).fill(SECRET);
      await page.getByLabel("Once more").fill(SECRET);
      await page.locator("form input[type=checkbox]").check();
      await page.getByRole("button", { name: "Begin" }).click();
      await page.getByRole("heading", { level: 1, name: /Today/ }).waitFor();
    },
    // Somebody who may do what the pages offer, by the terminal, with the administrator that the page made.
    async enrol() {
      const own = join(folder, "own.txt");
      const given = join(folder, "given.txt");
      writeFileSync(own, `${SECRET}\n`);
      run("root", "sign-in", "root", "--secret-file", own);
      const told = run("root", "user", "add", "anna", "--full-name", "Anna Ager", "--roles", "security,regulatory", "--identity-verified-on", "2026-05-04");
      writeFileSync(given, told.replace(/.* is /, ""));
      run("anna", "sign-in", "anna", "--secret-file", given, "--new-secret-file", own, "--accept");
    },
    signIn(context) {
      return this.signInAs(context, "anna");
    },
    async signInAs(context, name) {
      const page = await context.newPage();
      await context.clearCookies();
      await page.goto(`${address}/sign-in`);
      await page.getByLabel("Name").fill(name);
      await page.getByLabel("Secret").fill(SECRET);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("heading", { level: 1, name: /Today/ }).waitFor();
      await page.close();
    },
    async close() {
      server.removeAllListeners("exit");
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
