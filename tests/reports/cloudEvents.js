// Checks that the official library for CloudEvents takes our traces for what they are.
import { readFileSync } from "node:fs";
import { CloudEvent } from "cloudevents";

export function* cloudEventChecks(path) {
  const problems = [];
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  const ids = new Set();
  for (const line of lines) {
    try {
      const event = new CloudEvent(JSON.parse(line));
      event.validate();
      ids.add(event.id);
      if (event.exercise !== "EXERCISE" || event.clock !== "simulated" || event.data.seq !== Number(event.id)) {
        problems.push(`not marked, or not what it holds: ${line}`);
      }
      if (Date.parse(event.time) - Date.parse("1970-01-01T09:00:00+07:00") !== event.data.time_ms) {
        problems.push(`another time than that of the entry: ${line}`);
      }
    } catch (error) {
      problems.push(`${error.message}: ${line}`);
    }
  }
  if (ids.size !== lines.length || ids.size < 100) {
    problems.push(`${lines.length} lines, ${ids.size} identifiers`);
  }
  yield [`${path} is read as CloudEvents`, problems.slice(0, 5)];
}
