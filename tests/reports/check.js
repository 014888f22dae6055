// Has the reports of the drills in this folder read by programs that are not ours. The command line names the three:
// drills.sarif, drills.junit.xml, drills.trx. The last line is "N passed, N failed".
import { sarifChecks } from "./sarif.js";
import { testReportChecks } from "./testReports.js";

const [sarif, junit, trx] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const [what, problems] of [...sarifChecks(sarif), ...testReportChecks(junit, trx)]) {
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
