// Runs a mocha suite inside the extension host of a served VS Code, as its own integration tests are run.
import { setTimeout as sleep } from "node:timers/promises";

const patience = 180_000;

/** Whether the suite said that all is well. What it found is in its report. */
export async function runInHost(browser, { url, workspace }, host, suite) {
  const remote = (path) => `vscode-remote://${new URL(url).host}${path}`;
  const payload = [
    ["extensionDevelopmentPath", remote(host)],
    ["extensionTestsPath", remote(suite)],
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  const page = await browser.newPage();
  let end;
  const ended = new Promise((resolve) => (end = resolve));
  await page.exposeFunction("codeAutomationLog", () => {});
  await page.exposeFunction("codeAutomationExit", end);
  await page.goto(
    `${url}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`,
  );
  const status = await Promise.race([ended, sleep(patience, "timeout", { ref: false })]);
  await page.close();
  return status === 0;
}
