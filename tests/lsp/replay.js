// A drill is typed key by key, as fast as it goes. At each key completion is asked for and diagnostics come: no error answer, no stale
// version, and no memory that is not given back.
import { diagnostics, memory, open, start, stop } from "./server.js";

const name = "typed.sispam";

async function type(server, text, firstVersion, problems) {
  const textDocument = { uri: server.uri(name), version: firstVersion };
  let place = { line: 0, character: 0 };
  for (const key of text) {
    textDocument.version++;
    const contentChanges = [{ range: { start: place, end: place }, text: key }];
    server.connection.sendNotification("textDocument/didChange", { textDocument, contentChanges });
    place = key === "\n" ? { line: place.line + 1, character: 0 } : { line: place.line, character: place.character + key.length };
    if (server.initialized.capabilities.completionProvider) {
      await server.connection
        .sendRequest("textDocument/completion", { textDocument: { uri: textDocument.uri }, position: place })
        .catch((error) => problems.push(`completion after ${textDocument.version} keys: ${error.message}`));
    }

    const told = await diagnostics(server, name, textDocument.version);
    if (told.diagnostics.some(({ range }) => range.end.line > place.line)) {
      problems.push(`version ${textDocument.version}: a diagnostic behind the end of the text`);
    }
  }

  const end = place;
  server.connection.sendNotification("textDocument/didChange", {
    textDocument: { ...textDocument, version: ++textDocument.version },
    contentChanges: [{ range: { start: { line: 0, character: 0 }, end }, text: "" }],
  });
  await diagnostics(server, name, textDocument.version);
  return textDocument.version;
}

export async function* replayChecks(command, text, times) {
  const server = await start(command);
  const problems = [];
  await open(server, name, "");
  await diagnostics(server, name, 1);
  const used = [];
  let version = 1;
  for (let time = 0; time < times; time++) {
    version = await type(server, text, version, problems);
    used.push(memory(server));
  }

  yield [`${text.length} keys, ${times} times, without an error or a stale version`, problems];
  const growth = used.at(-1) / used[Math.min(1, used.length - 1)];
  yield [`memory does not grow: ${used.map((mb) => mb.toFixed(0)).join(", ")} MB`, growth > 1.3 ? [`by ${growth}`] : []];
  yield ["the server complains of nothing while one types", server.complaints];
  await stop(server);
}
