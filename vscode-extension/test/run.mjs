// Tests the packages in artifacts/vscode/ in real Visual Studio Codes. The last line is "N passed, N failed".
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { drive } from "./drive.mjs";
import { launch } from "./workbench/browser.mjs";
import { runInHost } from "./workbench/inHost.mjs";
import { installChromium, installVsCode } from "./workbench/install.mjs";
import { serve } from "./workbench/serve.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const repository = fileURLToPath(new URL("../../", import.meta.url));
const artifacts = `${repository}artifacts/vscode/`;
const suite = fileURLToPath(new URL("../dist/test/suite.cjs", import.meta.url));
const newest = "1.139.1";
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

// The command, as one program. A path in the environment would not do: the server asks the user's shell for that.
mkdirSync(artifacts, { recursive: true });
const command = `${artifacts}sispam`;
const assembly = `${repository}src/SispamLang.Cli/bin/Debug/net10.0/sispam.dll`;
writeFileSync(command, `#!/bin/sh\nexec dotnet '${assembly}' "$@"\n`, { mode: 0o755 });

const checks = { passed: 0, failed: 0 };
const browser = await launch(installChromium());
try {
  for (const version of wanted) {
    await inHost(version, "trusted");
    await inHost(version, "untrusted");
    await inBrowser(version, "Dark");
    if (version === newest) {
      await inBrowser(version, "Light");
    }
  }
} finally {
  await browser.close();
}

console.log(`${checks.passed} passed, ${checks.failed} failed`);
process.exitCode = checks.failed === 0 && checks.passed > 0 ? 0 : 1;

/** The suite inside the extension host. */
async function inHost(version, name) {
  const report = `${artifacts}${version}-${name}.txt`;
  rmSync(report, { force: true });
  await serving(version, name, { env: { SISPAM_TEST_REPORT: report }, trusted: name === "trusted" }, async (served) => {
    const isGood = await runInHost(browser, served, `${here}workbench/host`, suite);
    const results = existsSync(report)
      ? readFileSync(report, "utf8")
          .trimEnd()
          .split(/\n(?=ok: |FAILED: )/)
      : [];
    results.forEach(tell);
    if (!isGood && !results.some((result) => result.startsWith("FAILED"))) {
      tell("FAILED: the suite came to its end");
    }
  });
}

/** A planner at work. */
async function inBrowser(version, theme) {
  await serving(version, theme, { settings: { "workbench.colorTheme": `Default ${theme} Modern` } }, async (served) => {
    cpSync(`${repository}examples/pasuruan-kota.sispam`, `${served.workspace}/pasuruan-kota.sispam`);
    const pictures = `${artifacts}${version}-${theme}-pictures`;
    mkdirSync(pictures, { recursive: true });
    for (const { what, error } of await drive(browser, served, pictures)) {
      tell(error ? `FAILED: ${what}\n  ${error.message.replaceAll("\n", "\n  ")}` : `ok: ${what}`);
    }
  });
}

async function serving(version, name, options, test) {
  console.log(`-- VS Code ${version}, ${packages[version]} package, ${name}`);
  const served = await serve(installVsCode(version), {
    folder: `${artifacts}${version}-${name}`,
    drills: `${here}drills`,
    vsix: `${artifacts}sispam-${ours}-${packages[version]}.vsix`,
    ...options,
    machineSettings: { "sispam.command.path": command },
  });
  try {
    await test(served);
  } finally {
    await served.stop();
  }
}

function tell(result) {
  console.log(result);
  checks[result.startsWith("ok: ") ? "passed" : "failed"]++;
}
