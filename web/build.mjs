// Bundles src into one script and one style sheet named after their content, and writes the page that loads them.
//
//     node build.mjs FOLDER
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];

if (!out) {
  console.error("usage: node build.mjs FOLDER");
  process.exit(2);
}

const bundle = await build({
  absWorkingDir: here,
  entryPoints: { app: "src/main.tsx" },
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  charset: "utf8",
  outdir: "out",
  write: false,
  logLevel: "warning",
  metafile: true,
});

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const named = {};
for (const file of bundle.outputFiles) {
  const kind = file.path.endsWith(".css") ? "css" : "js";
  const digest = createHash("sha256").update(file.contents).digest("hex").slice(0, 10);
  named[kind] = `app-${digest}.${kind}`;
  writeFileSync(join(out, named[kind]), file.contents);
}
const page = readFileSync(join(here, "index.html"), "utf8");
writeFileSync(join(out, "index.html"), page.replace("app.js", named.js).replace("app.css", named.css));
writeFileSync(join(out, "favicon.svg"), readFileSync(join(here, "favicon.svg")));
// What the bundle was made of: the build waits for these.
writeFileSync(join(out, "inputs.json"), JSON.stringify(Object.keys(bundle.metafile.inputs)));
