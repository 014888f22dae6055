// Checks that sarif.schema.json still is what the official types give, and that a log fits it.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { makeSchema } from "./schema.js";

export function* sarifChecks(path) {
  const text = readFileSync(new URL("sarif.schema.json", import.meta.url), "utf8");
  yield ["sarif.schema.json is made from @types/sarif", text === makeSchema() ? [] : ["run: npm run schema"]];

  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(text));
  yield ["the schema refuses what is no log", validate({ version: "2.1.0" }) ? ["it does not"] : []];

  const log = JSON.parse(readFileSync(path, "utf8"));
  const fits = validate(log);
  yield [`${path} is a SARIF log`, fits ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`)];
  const results = log.runs.flatMap((run) => run.results);
  yield [
    `${path} has results, some of them suppressed`,
    [
      ...(results.length > 0 ? [] : ["no results"]),
      ...(results.some((result) => result.suppressions.length > 0) ? [] : ["none suppressed"]),
    ],
  ];
}
