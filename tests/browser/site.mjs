// A store of the demonstration, in which people have signed in, and copies of it that are served; all vanishes at the end.
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SECRET = "four words are enough";
// By the terminal, with the administrator that the first page made. What they may do is what the pages offer.
const PEOPLE = [
  { name: "anna", fullName: "Anna Ager", roles: "security,regulatory" },
  { name: "sven", fullName: "Sven Sorge", roles: "security" },
  { name: "rita", fullName: "Rita Regel", roles: "regulatory,designated_person" },
];

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

// Settles once the server answers; at a first start with the word of the first page, which it says last.
function started(server, isFirst) {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (bytes) => {
      said += bytes;
      const word = /\/first#(\S+)/.exec(said);
      if (isFirst ? word && /ends\./.test(said) : / at http.*\n/.test(said)) resolve(word?.[1] ?? "");
    });
    server.once("exit", (status) => reject(new Error(`aftercare serve ended with ${status}: ${said}`)));
  });
}

// A provider of records on this machine, of what a test puts there: a path and what lies at it.
async function openProvider(folder) {
  const documents = new Map();
  const server = createHttpServer((asked, answer) => {
    const body = documents.get(asked.url);
    answer.writeHead(body === undefined ? 404 : 200, { "Content-Type": "application/json" });
    answer.end(body ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const file = join(folder, "providers.json");
  const address = `http://127.0.0.1:${server.address().port}/kev.json`;
  writeFileSync(file, JSON.stringify({ providers: [{ name: "kev", kind: "documents", documents: [address] }] }));
  return { documents, file, close: () => server.close() };
}

export class Site {
  // Serves the store in folder; sessions: what a browser holds of who has signed in there.
  static async open(program, folder, sessions, isFirst = false) {
    const site = new Site();
    Object.assign(site, { program, folder, sessions, secret: SECRET, store: join(folder, "aftercare.db") });
    const port = await freePort();
    mkdirSync(join(folder, "backups"), { recursive: true });
    site.provider = await openProvider(folder);
    const options = ["--rate", "100000", "--backups", join(folder, "backups"), "--sync", "asked", "--providers", site.provider.file];
    site.server = spawn(program, ["serve", "--store", site.store, "--port", String(port), ...options], {
      env: site.environment("none"),
      stdio: ["ignore", "pipe", "ignore"],
    });
    site.word = await started(site.server, isFirst);
    site.address = `http://127.0.0.1:${port}`;
    return site;
  }

  environment(who) {
    return { ...process.env, AFTERCARE_STORE: this.store, XDG_STATE_HOME: join(this.folder, who), AFTERCARE_USER: "" };
  }

  // The terminal of somebody.
  run(who, ...words) {
    return execFileSync(this.program, words, { env: this.environment(who), encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  }

  async first(page) {
    await page.goto(`${this.address}/first#${this.word}`);
    await page.getByLabel("Name to sign in with").fill("root");
    await page.getByLabel("Full name").fill("Rose Root");
    await page.getByLabel("Secret", { exact: true }).fill(SECRET);
    await page.getByLabel("Once more").fill(SECRET);
    await page.locator("form input[type=checkbox]").check();
    await page.getByRole("button", { name: "Begin" }).click();
    await page.getByRole("heading", { level: 1, name: /Today/ }).waitFor();
  }

  enrol() {
    const own = join(this.folder, "own.txt");
    const given = join(this.folder, "given.txt");
    writeFileSync(own, `${SECRET}\n`);
    this.run("root", "sign-in", "root", "--secret-file", own);
    for (const one of PEOPLE) {
      const told = this.run("root", "user", "add", one.name, "--full-name", one.fullName, "--roles", one.roles, "--identity-verified-on", "2026-05-04");
      writeFileSync(given, told.replace(/.* is /, ""));
      this.run(one.name, "sign-in", one.name, "--secret-file", given, "--new-secret-file", own, "--accept");
    }
  }

  // Signs everybody in by the page; what the browser holds then is as good in every copy of the store.
  async signInAll(browser) {
    const signInOne = async (name) => {
      const context = await browser.newContext();
      await this.signIn(await context.newPage(), name);
      this.sessions[name] = await context.storageState();
      await context.close();
    };
    await Promise.all(["root", ...PEOPLE.map((one) => one.name)].map(signInOne));
  }

  async signIn(page, name) {
    await page.goto(`${this.address}/sign-in`);
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Secret").fill(this.secret);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { level: 1, name: /Today/ }).waitFor();
  }

  // What a context takes to have signed in as somebody.
  as(name) {
    return this.sessions[name];
  }

  // This context is somebody else's from now on.
  async become(context, name) {
    await context.clearCookies();
    await context.addCookies(this.sessions[name].cookies);
  }

  async close() {
    this.server.removeAllListeners("exit");
    const ended = new Promise((resolve) => this.server.once("exit", resolve));
    this.server.kill("SIGTERM");
    await ended;
    this.provider.close();
  }
}

// The secret of everybody of `demo --people`.
const DEMO_SECRET = "aftercare-demo";

// A folder of a run: the store of the demonstration in it, and what is copied from it.
export class Sites {
  constructor(program) {
    this.program = program;
    this.folder = mkdtempSync(join(tmpdir(), "aftercare-browser-"));
    this.count = 0;
    this.sessions = {};
    this.seed = join(this.folder, "seed");
    mkdirSync(this.seed);
    this.fill(this.seed);
  }

  fill(folder, ...words) {
    const store = join(folder, "aftercare.db");
    execFileSync(this.program, ["demo", "--store", store, "--reports", folder, ...words], { env: { ...process.env, XDG_STATE_HOME: join(folder, "none"), AFTERCARE_USER: "" }, stdio: ["ignore", "ignore", "pipe"] });
  }

  openSeed() {
    return Site.open(this.program, this.seed, this.sessions, true);
  }

  // One of the demonstration with its people, whom nobody has signed in yet: sam, rita, rob, dora, rhea, ada.
  async openPeople() {
    const seed = join(this.folder, "people");
    if (!this.hasPeople) {
      mkdirSync(seed);
      this.fill(seed, "--people");
      this.hasPeople = true;
    }
    return Object.assign(await this.openCopy(seed), { secret: DEMO_SECRET });
  }

  // A store of its own, as the seed stands; that must not be served meanwhile.
  async openCopy(seed = this.seed) {
    const folder = join(this.folder, `copy-${++this.count}`);
    mkdirSync(folder);
    copyFileSync(join(seed, "aftercare.db"), join(folder, "aftercare.db"));
    const site = await Site.open(this.program, folder, this.sessions);
    const close = site.close.bind(site);
    site.close = async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    };
    return site;
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
