// Has the reports of the drills in this folder read by programs that are not ours. The command line names the four:
// drills.sarif, drills.junit.xml, drills.trx, and a trace as CloudEvents. The last line is "N passed, N failed".
import { cloudEventChecks } from "./cloudEvents.js";
import { sarifChecks } from "./sarif.js";
import { testReportChecks } from "./testReports.js";

const [sarif, junit, trx, events] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const [what, problems] of [...sarifChecks(sarif), ...testReportChecks(junit, trx), ...cloudEventChecks(events)]) {
  if (problems.length === 0) {
    passed++;
    console.log(`ok: ${what}`);
  } else {
    failed++;
    console.log(`FAILED: ${what}\n  ${problems.join("\n  ")}`);
  }
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
