// Checks that docs/grammar.md and its diagrams are those of grammar/sispam.ebnf, and that editors colour each file of highlighting/
// as its comments say. The last line is "N passed, N failed".
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makePages } from "./page.js";

const root = new URL("../../", import.meta.url);
let passed = 0;
let failed = 0;

function check(what, problem) {
  if (problem) {
    failed++;
    console.log(`FAILED: ${what}\n${problem}`);
  } else {
    passed++;
    console.log(`ok: ${what}`);
  }
}

const pages = makePages();
const drawn = readdirSync(new URL("docs/grammar/", root)).map((name) => `docs/grammar/${name}`);
const stale = [...new Set([...pages.keys(), ...drawn])].filter((path) => {
  const file = new URL(path, root);
  return !pages.has(path) || !existsSync(file) || readFileSync(file, "utf8") !== pages.get(path);
});
check("the diagrams are those of the grammar", stale.length > 0 && `run npm run diagrams: ${stale.join(", ")}`);

const folder = fileURLToPath(new URL(".", import.meta.url));
for (const name of readdirSync(new URL("highlighting/", import.meta.url))) {
  const tester = `${folder}node_modules/vscode-tmgrammar-test/dist/unit.js`;
  const grammar = `${folder}../../grammar/sispam.tmLanguage.json`;
  const run = spawnSync(process.execPath, [tester, "-g", grammar, `highlighting/${name}`], { cwd: folder, encoding: "utf8" });
  check(`the colours of ${name}`, run.status !== 0 && run.stdout + run.stderr);
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
