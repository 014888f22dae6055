// How fast the server is, beside one that is written on Langium, turn by turn in one run. Figures, no verdicts:
//   node tests/lsp/measure.js artifacts/sispam-lsp-linux-x64/sispam-lsp [another server's command line…]
import { createRequire } from "node:module";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { memory, open, start, stop } from "./server.js";

const starts = 15;
const keys = 60;

// Between two keys, ms: ten keys a second are faster than people write.
const pace = 100;

// The middle, what all but one in twenty stay below, and the worst.
function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  return `${at(0.5)} / ${at(0.95)} / ${at(1)}`;
}

async function timed(times, work) {
  const from = performance.now();
  const result = await work();
  times.push(performance.now() - from);
  return result;
}

// What is said of a document next. Not every server says of which version.
function told(server, file, version) {
  return new Promise((resolve) => {
    server.waiting.push((published) => {
      const isIt = published.uri === server.uri(file) && (published.version ?? version) === version;
      if (isIt) {
        resolve(published);
      }

      return isIt;
    });
  });
}

// A drill of that many lines: units, then phases whose rules order them. No drill may have more than 10,000 rules, so a long one has
// each on three lines.
function drill(lines) {
  const [arrow, comma, perRule] = lines > 10_000 ? ["->\n    ", "\n    ", 3] : ["-> ", ", ", 1];
  const units = Math.min(200, Math.floor(lines / 10));
  const text = ["place KPU"];
  for (let unit = 0; unit < units; unit++) {
    text.push(`unit Peleton ${unit}: 30 personnel of Sat Samapta, ready in ${(unit % 9) + 1} min`);
  }

  let written = text.length;
  for (let phase = 0; written + 100 * perRule + 1 <= lines; phase++) {
    text.push(`phase Stage ${phase} for 2 h:`);
    for (let rule = 0; rule < 100; rule++) {
      const order = `deploy Peleton ${(phase * 100 + rule) % units} to KPU`;
      text.push(`  after ${rule + 1} min ${arrow}${order}${comma}announce "Stage ${phase}, step ${rule}"`);
    }

    written += 100 * perRule + 1;
  }

  for (; written < lines; written++) {
    text.push("# end");
  }

  return `${text.join("\n")}\n`;
}

// A state machine of that many lines, for the other server.
function machine(lines) {
  const text = ["statemachine Large", "events go", "initialState s0"];
  for (let state = 0; text.length + 3 <= lines; state++) {
    text.push(`state s${state}`, `  go => s${Math.max(0, state - 1)}`, "end");
  }

  return `${text.join("\n")}\n`;
}

// Writes a comment into the middle, key by key.
async function edits(command, file, lines, typed) {
  const line = Math.floor(lines.length / 2);
  const text = [...lines.slice(0, line), "", ...lines.slice(line)].join("\n");
  const server = await start(command, { [file]: text });
  const first = told(server, file, 1);
  await open(server, file, text);
  await first;
  const checks = [];
  const completions = [];
  let column = 0;
  for (let key = 0; key < keys + 10; key++) {
    const pause = setTimeout(pace);
    const character = typed[key % typed.length];
    const place = { line, character: column++ };
    const contentChanges = [{ range: { start: place, end: place }, text: character }];
    const textDocument = { uri: server.uri(file), version: key + 2 };
    await timed(checks, async () => {
      const next = told(server, file, textDocument.version);
      await server.connection.sendNotification("textDocument/didChange", { textDocument, contentChanges });
      await next;
    });
    const position = { line, character: column };
    await timed(completions, () =>
      server.connection.sendRequest("textDocument/completion", { textDocument: { uri: textDocument.uri }, position }),
    );
    await pause;
  }

  await stop(server);
  // The first keys make the machine code.
  return { checks: checks.slice(10), completions: completions.slice(10) };
}

const here = path.dirname(new URL(import.meta.url).pathname);
const langium = createRequire(import.meta.url).resolve("langium-statemachine-dsl/package.json");
const others = process.argv.slice(3).length > 0 ? [["the other command", process.argv.slice(3), ".sispam", drill, "# a note "]] : [];
const servers = [
  ["sispam", [path.resolve(process.argv[2])], ".sispam", drill, "# a note "],
  ...others,
  ["Langium", ["node", path.join(path.dirname(langium), "out/language-server/main.cjs")], ".statemachine", machine, "// a note "],
];

console.log("start to the answer of initialize, ms: median / p95 / worst");
const initialize = new Map(servers.map(([name]) => [name, []]));
for (let turn = 0; turn < starts; turn++) {
  for (const [name, command] of servers) {
    await stop(await timed(initialize.get(name), () => start(command)));
  }
}

for (const [name, times] of initialize) {
  console.log(`  ${name.padEnd(20)} ${summary(times)}`);
}

for (const lines of [500, 5000, 20000]) {
  console.log(`${lines} lines, ms: median / p95 / worst`);
  for (const [name, command, extension, make, comment] of servers) {
    const { checks, completions } = await edits(command, `large${extension}`, make(lines).split("\n"), comment);
    console.log(`  ${name.padEnd(20)} key to diagnostics ${summary(checks)}, completion ${summary(completions)}`);
  }
}

console.log("memory with 200 open files, MB");
for (const [name, command, extension, make] of servers) {
  const server = await start(command);
  for (let file = 0; file < 200; file++) {
    const next = told(server, `f${file}${extension}`, 1);
    await open(server, `f${file}${extension}`, make(100));
    await next;
  }

  console.log(`  ${name.padEnd(20)} ${memory(server).toFixed(0)}`);
  await stop(server);
}
