// Measures the packages in a real VS Code, turn by turn beside the least that an extension with a server can be:
// milliseconds to activate, and from opening a file to the first message about it. Medians.
import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";
import { build } from "esbuild";
import { launch } from "./workbench/browser.mjs";
import { runInHost } from "./workbench/inHost.mjs";
import { installChromium, installVsCode } from "./workbench/install.mjs";
import { serve } from "./workbench/serve.mjs";

const rounds = Number(process.argv[2] ?? 5);
const here = fileURLToPath(new URL(".", import.meta.url));
const artifacts = fileURLToPath(new URL("../../artifacts/vscode/", import.meta.url));
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const suite = fileURLToPath(new URL("../dist/test/measure.cjs", import.meta.url));
const empty = `${artifacts}empty`;
const toy = `${artifacts}toy.vsix`;
mkdirSync(empty, { recursive: true });

const common = { bundle: true, platform: "node", logLevel: "warning", external: ["vscode"] };
await build({ ...common, entryPoints: [`${here}suite/measure.ts`], outfile: suite });
const parts = [`${here}toy/extension.ts`, `${here}toy/server.ts`];
await build({ ...common, entryPoints: parts, outdir: `${here}toy/dist`, minify: true });
const options = { dependencies: false, allowMissingRepository: true, skipLicense: true };
await createVSIX({ cwd: `${here}toy`, packagePath: toy, ...options });

const measured = [
  { name: "toy", vsix: toy, id: "sispamlang.toy", file: "a.toy" },
  ...["portable", "linux-x64"].map((target) => ({
    name: target,
    vsix: `${artifacts}sispam-${version}-${target}.vsix`,
    id: "sispamlang.sispam",
    file: "a.sispam",
  })),
];
const results = new Map(measured.map(({ name }) => [name, []]));
const browser = await launch(installChromium());
for (let round = 0; round < rounds; round++) {
  for (const { name, vsix, id, file } of measured) {
    const report = `${artifacts}measured.txt`;
    rmSync(report, { force: true });
    const served = await serve(installVsCode("1.139.1"), {
      folder: `${artifacts}measure`,
      drills: empty,
      vsix,
      env: { SISPAM_TEST_REPORT: report, SISPAM_MEASURED: id, SISPAM_FILE: file },
    });
    try {
      await runInHost(browser, served, `${here}workbench/host`, suite);
    } finally {
      await served.stop();
    }

    results.get(name).push(readFileSync(report, "utf8").trim().split(" ").map(Number));
  }
}

await browser.close();
for (const { name, vsix } of measured) {
  const times = results.get(name);
  const [activation, message] = [0, 1].map((i) => median(times.map((time) => time[i])));
  console.log(`${name}: ${(statSync(vsix).size / 1e6).toFixed(1)} MB, ${activation} ms, ${message} ms`);
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
