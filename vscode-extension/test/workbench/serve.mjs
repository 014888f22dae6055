// Starts a Visual Studio Code with our package in it, on a folder of its own, and ends it with all its processes.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Nothing that talks, asks or moves by itself. */
const quiet = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "editor.minimap.enabled": false,
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.startupPrompt": "never",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.commandCenter": false,
  "workbench.layoutControl.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/**
 * @param {{ node: string, entry: string }} vscode which one
 * @param {{ folder: string, drills: string, vsix: string, settings?: object, machineSettings?: object, env?: object, trusted?: boolean }} options
 *   `folder` becomes everything that it writes; `drills` is copied, so that tests may change them.
 */
export async function serve(
  vscode,
  { folder, drills, vsix, settings = {}, machineSettings = {}, env = {}, trusted = true },
) {
  rmSync(folder, { recursive: true, force: true });
  const workspace = join(folder, "drills");
  cpSync(drills, workspace, { recursive: true });
  mkdirSync(join(folder, "user/User"), { recursive: true });
  writeFileSync(join(folder, "user/User/settings.json"), JSON.stringify({ ...quiet, ...settings }));
  mkdirSync(join(folder, "user/Machine"));
  writeFileSync(join(folder, "user/Machine/settings.json"), JSON.stringify(machineSettings));
  writeFileSync(join(folder, "config.yaml"), "auth: none\ncert: false\n");

  const paths = ["--config", "config.yaml", "--user-data-dir", "user", "--extensions-dir", "extensions"];
  const environment = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env };
  const options = { cwd: folder, env: environment };
  execFileSync(vscode.node, [vscode.entry, ...paths, "--install-extension", vsix], { ...options, stdio: "pipe" });

  const port = await freePort();
  const log = openSync(join(folder, "server.log"), "w");
  const served = spawn(
    vscode.node,
    [
      vscode.entry,
      ...paths,
      ...["--bind-addr", `127.0.0.1:${port}`, "--auth", "none", "--disable-telemetry", "--disable-update-check"],
      ...(trusted ? ["--disable-workspace-trust"] : []),
      // Newer ones take tests only so; the oldest doesn't know the option and takes them as it is.
      ...(vscode.entry.includes("4.100.") ? [] : ["--vscode-option", "enable-smoke-test-driver"]),
    ],
    { ...options, detached: true, stdio: ["ignore", log, log] },
  );
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    for (const signal of ["SIGTERM", "SIGKILL"]) {
      try {
        process.kill(-served.pid, signal);
        await sleep(500);
      } catch {
        return; // All gone.
      }
    }
  };
  try {
    await answers(`${url}/healthz`);
  } catch (error) {
    await stop();
    throw error;
  }

  return { url, workspace, stop };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  for (let i = 0; i < 300; i++) {
    try {
      if ((await fetch(url)).ok) {
        return;
      }
    } catch {
      // Not yet.
    }

    await sleep(100);
  }

  throw new Error(`${url} does not answer`);
}
