// The real server, driven by the protocol's own client library.
import { spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

const protocol = createRequire(import.meta.url)("vscode-languageserver-protocol/node");
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = protocol;

const capabilities = {
  general: { positionEncodings: ["utf-16"] },
  workspace: {
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] }, versionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    hover: { contentFormat: ["markdown"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
  window: { workDoneProgress: true },
};

// A server with one open folder that has these files; settings are environment variables for it. Its errors and log messages are
// collected.
export async function start(command, files = {}, settings = {}) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "sispam-lsp-")));
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(folder, name), text);
  }

  const env = { ...process.env, SISPAM_CACHE: path.join(folder, ".cache"), ...settings };
  const child = spawn(command[0], [...command.slice(1), "--stdio"], { env });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const server = { connection, child, folder, complaints: [], published: new Map(), waiting: [] };
  child.stderr.on("data", (data) => server.complaints.push(String(data)));
  connection.onNotification("window/logMessage", (message) => server.complaints.push(message.message));
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => ({ inlayHints: true })));
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.onNotification("textDocument/publishDiagnostics", (told) => {
    server.published.set(told.uri, told);
    server.waiting = server.waiting.filter((wait) => !wait(told));
  });
  connection.listen();
  server.uri = (name) => `file://${folder}/${name}`;
  server.initialized = await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: `file://${folder}`,
    workspaceFolders: [{ uri: `file://${folder}`, name: "drills" }],
    capabilities,
  });
  connection.sendNotification("initialized", {});
  return server;
}

// What it has in memory, MB.
export function memory(server) {
  const status = fs.readFileSync(`/proc/${server.child.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

export function open(server, name, text) {
  const textDocument = { uri: server.uri(name), languageId: "sispam", version: 1, text };
  return server.connection.sendNotification("textDocument/didOpen", { textDocument });
}

// What the server says about a document in a version, as soon as it does.
export function diagnostics(server, name, version) {
  const isWanted = (told) => told.uri === server.uri(name) && told.version === version;
  const known = server.published.get(server.uri(name));
  if (known && isWanted(known)) {
    return Promise.resolve(known);
  }

  return new Promise((resolve) => {
    server.waiting.push((told) => {
      if (isWanted(told)) {
        resolve(told);
      }

      return isWanted(told);
    });
  });
}

// Ends it as an editor does; gives its exit status.
export async function stop(server) {
  const ended = new Promise((resolve) => server.child.on("exit", resolve));
  await server.connection.sendRequest("shutdown");
  await server.connection.sendNotification("exit");
  const status = await ended;
  server.connection.dispose();
  fs.rmSync(server.folder, { recursive: true, force: true });
  return status;
}
