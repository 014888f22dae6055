import { appendFileSync } from "node:fs";
import * as vscode from "vscode";
import { put, until } from "./editor";

/** Measures an extension that was not needed so far: how long it takes to activate, and how long until it finds a fault. */
export async function run(): Promise<void> {
  const { SISPAM_MEASURED: id = "", SISPAM_FILE: file = "", SISPAM_TEST_REPORT: report = "" } = process.env;
  const start = performance.now();
  await vscode.extensions.getExtension(id)?.activate();
  const activated = performance.now() - start;
  const opened = performance.now();
  const document = await put(file, "phase Rekap: crowd escalates -> deploy Dalmaz\n");
  await until(
    () => vscode.languages.getDiagnostics(document.uri),
    (found) => found.length > 0,
  );
  appendFileSync(report, `${activated.toFixed(0)} ${(performance.now() - opened).toFixed(0)}\n`);
}
