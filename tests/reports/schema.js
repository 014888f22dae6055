// Makes the JSON Schema of SARIF logs from the official types, and prints it. It is stricter than the types alone: what a type does
// not have, a log may not have either.
import { createRequire } from "node:module";
import TJS from "typescript-json-schema";

const types = createRequire(import.meta.url).resolve("@types/sarif/package.json").replace("package.json", "index.d.ts");

export function makeSchema() {
  const program = TJS.getProgramFromFiles([types], { strictNullChecks: true });
  const schema = TJS.generateSchema(program, "Log", { required: true, noExtraProps: true, ref: true });
  return JSON.stringify(schema, (key, value) => (isProse(key, value) ? undefined : value), 2) + "\n";
}

// What the types say to people makes up most of their text.
function isProse(key, value) {
  return key === "description" && typeof value === "string";
}

if (process.argv[1].endsWith("schema.js")) {
  process.stdout.write(makeSchema());
}
