// Neovim and Emacs, each with its own client, on a drill with one mistake and a line that is not laid out. What is not installed is
// passed over.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const drill = "phase A:   crowd escalates -> deplot Regu\n";
const wanted = [/^diagnostic .*SIS2005/m, /^formatted phase A: crowd escalates -> deplot Regu$/m, /^stopped$/m];

const editors = [
  ["nvim", (file) => ["--headless", "--clean", file, "-c", `luafile ${path.join(here, "neovim.lua")}`]],
  ["emacs", (file) => ["--batch", "--quick", "--load", path.join(here, "eglot.el"), file]],
];

export function* editorChecks(command) {
  for (const [editor, argumentsFor] of editors) {
    if (spawnSync(editor, ["--version"]).status !== 0) {
      console.log(`skipped: ${editor} is not installed`);
      continue;
    }

    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sispam-editor-"));
    const file = path.join(folder, "a.sispam");
    fs.writeFileSync(file, drill);
    const env = { ...process.env, HOME: folder, SISPAM_CACHE: path.join(folder, ".cache"), SISPAM_LSP: JSON.stringify(command) };
    const run = spawnSync(editor, argumentsFor(file), { cwd: folder, env, encoding: "utf8", timeout: 120_000 });
    const said = run.stdout + run.stderr;
    const missing = wanted.filter((line) => !line.test(said)).map((line) => `not said: ${line}`);
    yield [`${editor} finds the mistake and lays the drill out`, missing.length > 0 ? [...missing, said] : []];
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
