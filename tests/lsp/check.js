// Drives the language server as editors do. The command line is the server: node check.js dotnet …/sispam-lsp.dll
// LSP_REPLAYS says how often the drill is typed. The last line is "N passed, N failed".
import fs from "node:fs";
import path from "node:path";
import { editorChecks } from "./editors.js";
import { featureChecks } from "./features.js";
import { idleChecks } from "./idle.js";
import { replayChecks } from "./replay.js";

// Editors are started in another folder.
const command = process.argv.slice(2).map((word) => (fs.existsSync(word) ? path.resolve(word) : word));
const times = Number(process.env.LSP_REPLAYS ?? 3);
const example = new URL("../../examples/pasuruan-kota.sispam", import.meta.url);
const text = fs.readFileSync(example, "utf8").slice(0, Number(process.env.LSP_KEYS ?? 1500));
let passed = 0;
let failed = 0;
async function take(checks) {
  for await (const [what, problems] of checks) {
    if (problems.length === 0) {
      passed++;
      console.log(`ok: ${what}`);
    } else {
      failed++;
      console.log(`FAILED: ${what}\n  ${problems.slice(0, 20).join("\n  ")}`);
    }
  }
}

await take(featureChecks(command));
await take(replayChecks(command, text, times));
await take(idleChecks(command));
await take(editorChecks(command));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
