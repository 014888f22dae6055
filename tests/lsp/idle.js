// Garbage is collected between keys. The runtime is told to let half a gigabyte pile up before it collects any by itself.
import { setTimeout } from "node:timers/promises";
import { diagnostics, memory, open, start, stop } from "./server.js";

const name = "long.sispam";
const keys = 100;
const pause = 60;

// What keys leave, MB: less than half of it when it is collected.
const most = 100;

export async function* idleChecks(command) {
  const rules = Array.from({ length: 8000 }, (_, second) => `  after ${second + 1} s -> announce "Step ${second}"\n`);
  const server = await start(command, {}, { DOTNET_GCgen0size: "20000000" });
  await open(server, name, `phase Long for 72 h:\n${rules.join("")}#\n`);
  await diagnostics(server, name, 1);
  const used = [];
  const textDocument = { uri: server.uri(name), version: 1 };
  for (let key = 0; key < keys; key++) {
    const place = { line: rules.length + 1, character: key + 1 };
    textDocument.version++;
    const contentChanges = [{ range: { start: place, end: place }, text: "x" }];
    server.connection.sendNotification("textDocument/didChange", { textDocument, contentChanges });
    await diagnostics(server, name, textDocument.version);
    await setTimeout(pause);
    used.push(memory(server));
  }

  const told = used.filter((_, key) => key % 33 === 0).map((mb) => mb.toFixed(0));
  yield [`garbage is collected between keys: ${told.join(", ")} MB`, used.at(-1) - used[0] > most ? ["it piles up"] : []];
  await stop(server);
}
