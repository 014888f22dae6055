// Checks that a reader of test reports finds in ours what the tests of these drills came to.
import { isDeepStrictEqual } from "node:util";
import reader from "test-results-parser";

const notMet = "diharapkan “harapkan kerahkan Dalmas”, tetapi belum terjadi";
const broken = "the drill has errors, so its tests did not run";

export function* testReportChecks(junit, trx) {
  yield compare(`${junit} is read as a JUnit report`, reader.parse({ type: "junit", files: [junit] }), {
    counts: { total: 3, passed: 1, failed: 1, errors: 1, skipped: 0 },
    cases: [
      ["tests/reports/drills/balai kota.sispam", "pengerahan <Dalmas> & sesudahnya", "PASS", "", false],
      ["tests/reports/drills/balai kota.sispam", "tanpa anarki tidak dikerahkan", "FAIL", notMet, true],
      ["tests/reports/drills/city-hall.sispam", "check", "FAIL", broken, true],
    ],
  });

  // This reader names a test after its class, and counts an error neither as passed nor as failed.
  yield compare(`${trx} is read as a TRX report`, reader.parse({ type: "mstest", files: [trx] }), {
    counts: { total: 3, passed: 1, failed: 1, errors: 0, skipped: 0 },
    cases: [
      inClass("tests.reports.drills.balai kota", "pengerahan <Dalmas> & sesudahnya", "PASS", "", false),
      inClass("tests.reports.drills.balai kota", "tanpa anarki tidak dikerahkan", "FAIL", notMet, true),
      inClass("tests.reports.drills.city-hall", "check", undefined, broken, true),
    ],
  });
}

function inClass(name, test, ...rest) {
  return [name, `${name}.${test}`, ...rest];
}

function compare(what, report, expected) {
  const { total, passed, failed, errors, skipped } = report;
  const read = {
    counts: { total, passed, failed, errors, skipped },
    cases: report.suites.flatMap((suite) =>
      suite.cases.map((test) => [suite.name, test.name, test.status, test.failure, pointsToDrill(test)]),
    ),
  };
  const problems = isDeepStrictEqual(read, expected)
    ? []
    : [`read:     ${JSON.stringify(read)}`, `expected: ${JSON.stringify(expected)}`];
  return [what, problems];
}

// What stands below the message begins with the place in the drill.
function pointsToDrill(test) {
  return /^tests\/reports\/drills\/[^:]+\.sispam:\d+:\d+: /.test(test.stack_trace);
}
