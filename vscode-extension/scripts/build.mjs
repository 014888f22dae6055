// Bundles the extension and the script of its views into dist/, and copies what has its home elsewhere in the repository.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = new URL("../", import.meta.url);
const repository = new URL("../", here);
const path = (relative, base = here) => fileURLToPath(new URL(relative, base));

const common = { absWorkingDir: path("."), bundle: true, minify: true, legalComments: "none", logLevel: "warning" };

/** Everything in dist/ and what is copied beside it. */
export async function buildExtension() {
  for (const made of ["dist", "templates"]) {
    rmSync(path(made), { recursive: true, force: true });
  }

  mkdirSync(path("dist"));
  cpSync(path("grammar/sispam.tmLanguage.json", repository), path("dist/sispam.tmLanguage.json"));
  cpSync(path("LICENSE", repository), path("LICENSE"));
  for (const language of ["en", "id"]) {
    const template = `drill.${language}.sispam`;
    cpSync(path(`src/SispamLang.Cli/Templates/${template}`, repository), path(`templates/${template}`));
  }

  await Promise.all([
    build({
      ...common,
      entryPoints: ["src/extension.ts"],
      outfile: "dist/extension.js",
      platform: "node",
      format: "cjs",
      target: "node20",
      external: ["vscode"],
    }),
    build({
      ...common,
      entryPoints: { view: "src/views/web/main.ts" },
      outdir: "dist",
      platform: "browser",
      format: "iife",
      target: "chrome120",
    }),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildExtension();
}
