// Each thing that the server says it can do is asked for at many places of a drill; every answer has to be what the protocol says.
import { problemsOf } from "./schema.js";
import { diagnostics, open, start, stop } from "./server.js";

const library = `unit Regu: 10 personnel of Polres
place KPU
`;

const drill = `use "lib.sispam"

drill "Balai Kota":
  follows perkap-16-2006

counter injured: 0..50
event bomb threat: when raised

phase Rekap "Rekapitulasi 🚒":
  crowd escalates -> deploy Regu to KPU, warn crowd
  bomb threat   -> add 1 to injured
  if anarchic -> water cannon

phase Akhir: at start -> withdraw Regu

test "it comes":
  crowd escalates
  expect Regu at KPU
`;

const broken = `phase A: crowd escalates -> deplot Nobody\nunit X\n  fase B:\ncounter c: 5..1\n`;

const whole = (text) => ({ start: { line: 0, character: 0 }, end: { line: text.split("\n").length, character: 0 } });

// [what is announced, method, type of the result, params for a place, method and type for what is resolved]
const rows = [
  ["documentFormattingProvider", "textDocument/formatting", "Edits", () => ({ options: { tabSize: 2, insertSpaces: true } })],
  ["documentRangeFormattingProvider", "textDocument/rangeFormatting", "Edits", (at) => ({ range: { start: at, end: at }, options: { tabSize: 2, insertSpaces: true } })],
  ["documentOnTypeFormattingProvider", "textDocument/onTypeFormatting", "Edits", (at) => ({ position: at, ch: "\n", options: { tabSize: 2, insertSpaces: true } })],
  ["semanticTokensProvider", "textDocument/semanticTokens/full", "SemanticTokens", () => ({})],
  ["foldingRangeProvider", "textDocument/foldingRange", "Folding", () => ({})],
  ["selectionRangeProvider", "textDocument/selectionRange", "Selection", (at) => ({ positions: [at] })],
  ["codeActionProvider", "textDocument/codeAction", "CodeActions", (at, told) => ({ range: { start: at, end: at }, context: { diagnostics: told } }), "codeAction/resolve", "CodeAction"],
  ["completionProvider", "textDocument/completion", "Completion", (at) => ({ position: at }), "completionItem/resolve", "CompletionItem"],
  ["signatureHelpProvider", "textDocument/signatureHelp", "SignatureHelp", (at) => ({ position: at })],
  ["hoverProvider", "textDocument/hover", "Hover", (at) => ({ position: at })],
  ["definitionProvider", "textDocument/definition", "Definition", (at) => ({ position: at })],
  ["typeDefinitionProvider", "textDocument/typeDefinition", "Definition", (at) => ({ position: at })],
  ["referencesProvider", "textDocument/references", "Locations", (at) => ({ position: at, context: { includeDeclaration: true } })],
  ["documentHighlightProvider", "textDocument/documentHighlight", "Highlights", (at) => ({ position: at })],
  ["documentSymbolProvider", "textDocument/documentSymbol", "DocumentSymbols", () => ({})],
  ["workspaceSymbolProvider", "workspace/symbol", "WorkspaceSymbols", () => ({ query: "r" })],
  ["documentLinkProvider", "textDocument/documentLink", "Links", () => ({})],
  ["inlayHintProvider", "textDocument/inlayHint", "InlayHints", (_at, _told, text) => ({ range: whole(text) })],
  ["codeLensProvider", "textDocument/codeLens", "CodeLenses", () => ({})],
  ["callHierarchyProvider", "textDocument/prepareCallHierarchy", "CallItems", (at) => ({ position: at })],
  ["renameProvider", "textDocument/prepareRename", "PrepareRename", (at) => ({ position: at })],
  ["diagnosticProvider", "textDocument/diagnostic", "DocumentDiagnostic", () => ({})],
  ["diagnosticProvider", "workspace/diagnostic", "WorkspaceDiagnostic", () => ({ previousResultIds: [] })],
];

// Announced, but no request that a place in a document could be asked about.
const others = ["positionEncoding", "textDocumentSync", "workspace", "executeCommandProvider"];

function* places(text) {
  for (const [line, content] of text.split("\n").entries()) {
    for (let character = 0; character <= content.length; character += 3) {
      yield { line, character };
    }
  }
}

async function ask(server, row, name, text, told) {
  const [, method, type, params, resolve, resolved] = row;
  const problems = [];
  const seen = new Set();
  for (const at of places(text)) {
    const asked = { textDocument: { uri: server.uri(name) }, ...params(at, told, text) };
    if (seen.has(JSON.stringify(asked))) {
      continue;
    }

    seen.add(JSON.stringify(asked));
    let result;
    try {
      result = await server.connection.sendRequest(method, asked);
    } catch (error) {
      // To refuse a rename with a reason is an answer too.
      if (method !== "textDocument/prepareRename" || error.code !== -32803) {
        problems.push(`${name}:${at.line}:${at.character}: ${error.code} ${error.message}`);
      }

      continue;
    }

    problems.push(...problemsOf(type, result).map((problem) => `${name}:${at.line}:${at.character}: ${problem}`));
    const items = Array.isArray(result) ? result : (result?.items ?? []);
    if (resolve && items.length > 0 && server.initialized.capabilities[row[0]].resolveProvider) {
      const item = await server.connection.sendRequest(resolve, items[0]);
      problems.push(...problemsOf(resolved, item).map((problem) => `${resolve}: ${problem}`));
    }
  }

  return problems;
}

// Gives [what, problems] for each thing that is checked.
export async function* featureChecks(command) {
  const server = await start(command, { "lib.sispam": library, "drill.sispam": drill });
  const { capabilities } = server.initialized;
  yield ["the answer to initialize is what the protocol says", problemsOf("Initialize", server.initialized)];
  const unknown = Object.keys(capabilities).filter((name) => !others.includes(name) && !rows.some((row) => row[0] === name));
  yield ["everything that is announced is asked for here", unknown];

  const documents = [
    ["drill.sispam", drill],
    ["lib.sispam", library],
    ["broken.sispam", broken],
    ["empty.sispam", ""],
    ["crlf.sispam", drill.replaceAll("\n", "\r\n")],
  ];
  for (const [name, text] of documents) {
    await open(server, name, text);
    const told = await diagnostics(server, name, 1);
    yield [`diagnostics of ${name}`, problemsOf("PublishDiagnostics", told)];
    for (const row of rows.filter((candidate) => capabilities[candidate[0]])) {
      yield [`${row[1]} in ${name}`, await ask(server, row, name, text, told.diagnostics)];
    }
  }

  const refused = await server.connection.sendRequest("no/such").catch((error) => error.code);
  yield ["an unknown method is refused", refused === -32601 ? [] : [String(refused)]];
  yield ["the server complains of nothing", server.complaints];
  const status = await stop(server);
  yield ["it ends with 0", status === 0 ? [] : [String(status)]];
}
