// Writes docs/grammar.md and its diagrams.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { makePages } from "./page.js";

const root = new URL("../../", import.meta.url);
const folder = new URL("docs/grammar/", root);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [path, text] of makePages()) {
  writeFileSync(new URL(path, root), text);
}
