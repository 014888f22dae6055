// Checks that sarif.schema.json still is what the official types give, and that the logs named on the command line fit it.
// The last line is "N passed, N failed".
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { makeSchema } from "./schema.js";

let passed = 0;
let failed = 0;

function check(what, problems) {
  if (problems.length === 0) {
    passed++;
    console.log(`ok: ${what}`);
  } else {
    failed++;
    console.log(`FAILED: ${what}\n  ${problems.join("\n  ")}`);
  }
}

const text = readFileSync(new URL("sarif.schema.json", import.meta.url), "utf8");
check("sarif.schema.json is made from @types/sarif", text === makeSchema() ? [] : ["run: npm run schema"]);

const validate = new Ajv({ allErrors: true }).compile(JSON.parse(text));
check("the schema refuses what is no log", validate({ version: "2.1.0" }) ? ["it does not"] : []);
for (const path of process.argv.slice(2)) {
  const log = JSON.parse(readFileSync(path, "utf8"));
  const fits = validate(log);
  check(`${path} is a SARIF log`, fits ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`));
  const results = log.runs.flatMap((run) => run.results);
  check(`${path} has results, some of them suppressed`, [
    ...(results.length > 0 ? [] : ["no results"]),
    ...(results.some((result) => result.suppressions.length > 0) ? [] : ["none suppressed"]),
  ]);
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
