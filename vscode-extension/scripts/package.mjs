// Makes the packages in artifacts/vscode/: `npm run package [TARGET…]`, by default all of them.
//
//   portable    uses a .NET that is installed
//   linux-x64   with the server and its own .NET in one file
//   win-x64     the same for Windows
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";
import { buildExtension } from "./build.mjs";

const here = fileURLToPath(new URL("../", import.meta.url));
const repository = fileURLToPath(new URL("../../", import.meta.url));
// By .NET's names, with those of VS Code.
const platforms = { portable: undefined, "linux-x64": "linux-x64", "win-x64": "win32-x64" };
const targets = Object.keys(platforms);
const wanted = process.argv.length > 2 ? process.argv.slice(2) : targets;
const unknown = wanted.filter((target) => !targets.includes(target));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(", ")}; there are ${targets.join(", ")}`);
  process.exit(2);
}

// The same commit makes the same bytes: files in the packages are as old as it is.
process.env.SOURCE_DATE_EPOCH ??= run("git", "log", "-1", "--format=%ct").trim();

const { version } = JSON.parse(readFileSync(`${here}package.json`, "utf8"));
mkdirSync(`${repository}artifacts/vscode`, { recursive: true });
await buildExtension();
for (const target of wanted) {
  publishServer(target);
  const packagePath = `${repository}artifacts/vscode/sispam-${version}-${target}.vsix`;
  await createVSIX({
    cwd: here,
    packagePath,
    dependencies: false,
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
    target: platforms[target],
  });
  console.log(`${packagePath}: ${(statSync(packagePath).size / 1e6).toFixed(1)} MB`);
}

/** Puts the server where the extension looks for it. */
function publishServer(target) {
  rmSync(`${here}server`, { recursive: true, force: true });
  const how = target === "portable" ? ["-p:UseAppHost=false"] : ["-r", target, "-p:SispamSelfContained=true"];
  const fast = ["RunAnalyzers", "EnforceCodeStyleInBuild", "GenerateDocumentationFile"].map(
    (name) => `-p:${name}=false`,
  );
  const options = ["-o", `${here}server`, "-p:DebugType=none", "-v", "quiet", "--nologo", ...fast, ...how];
  run("dotnet", "publish", "src/SispamLang.LanguageServer.Host", ...options);
}

function run(program, ...args) {
  return execFileSync(program, args, { cwd: repository, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}
