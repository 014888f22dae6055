// Tests the packages in artifacts/vscode/ in real Visual Studio Codes. The last line is "N passed, N failed".
import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch } from "./workbench/browser.mjs";
import { runInHost } from "./workbench/inHost.mjs";
import { installChromium, installVsCode } from "./workbench/install.mjs";
import { serve } from "./workbench/serve.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const artifacts = fileURLToPath(new URL("../../artifacts/vscode/", import.meta.url));
const suite = fileURLToPath(new URL("../dist/test/suite.cjs", import.meta.url));
const packages = { "1.139.1": "linux-x64", "1.100.3": "portable" };
const { version: ours } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(packages);

await build({
  entryPoints: [`${here}suite/index.ts`],
  bundle: true,
  outfile: suite,
  platform: "node",
  external: ["mocha", "vscode"],
  logLevel: "warning",
});

let passed = 0;
let failed = 0;
const browser = await launch(installChromium());
try {
  for (const version of wanted) {
    await test(version, "trusted", true);
    await test(version, "untrusted", false);
  }
} finally {
  await browser.close();
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function test(version, name, trusted) {
  console.log(`-- VS Code ${version}, ${packages[version]} package, ${name} folder`);
  const report = `${artifacts}${version}-${name}.txt`;
  rmSync(report, { force: true });
  const served = await serve(installVsCode(version), {
    folder: `${artifacts}${version}-${name}`,
    drills: `${here}drills`,
    vsix: `${artifacts}sispam-${ours}-${packages[version]}.vsix`,
    env: { SISPAM_TEST_REPORT: report },
    trusted,
  });
  try {
    const good = await runInHost(browser, served, `${here}workbench/host`, suite);
    const text = existsSync(report) ? readFileSync(report, "utf8") : "";
    process.stdout.write(text);
    passed += text.match(/^ok: /gm)?.length ?? 0;
    const bad = text.match(/^FAILED: /gm)?.length ?? 0;
    failed += bad;
    if (!good && bad === 0) {
      failed++;
      console.log("FAILED: the suite did not come to its end");
    }
  } finally {
    await served.stop();
  }
}
