// JSON Schemas of the protocol's results, made from the type definitions of the protocol's own package.
import Ajv from "ajv";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createGenerator } from "ts-json-schema-generator";

const here = path.dirname(fileURLToPath(import.meta.url));

// Types by which a result is checked, and what they are in the package.
const types = {
  Initialize: "p.InitializeResult",
  PublishDiagnostics: "p.PublishDiagnosticsParams",
  DocumentDiagnostic: "p.DocumentDiagnosticReport",
  WorkspaceDiagnostic: "p.WorkspaceDiagnosticReport",
  Edits: "p.TextEdit[] | null",
  SemanticTokens: "p.SemanticTokens | null",
  SemanticTokensDelta: "p.SemanticTokens | p.SemanticTokensDelta | null",
  Folding: "p.FoldingRange[] | null",
  Selection: "p.SelectionRange[] | null",
  CodeActions: "(p.Command | p.CodeAction)[] | null",
  CodeAction: "p.CodeAction",
  Completion: "p.CompletionItem[] | p.CompletionList | null",
  CompletionItem: "p.CompletionItem",
  SignatureHelp: "p.SignatureHelp | null",
  Hover: "p.Hover | null",
  Definition: "p.Location | p.Location[] | p.LocationLink[] | null",
  Locations: "p.Location[] | null",
  Highlights: "p.DocumentHighlight[] | null",
  PrepareRename: "p.Range | { range: p.Range; placeholder: string } | { defaultBehavior: boolean } | null",
  WorkspaceEdit: "p.WorkspaceEdit | null",
  DocumentSymbols: "p.DocumentSymbol[] | null",
  WorkspaceSymbols: "p.SymbolInformation[] | p.WorkspaceSymbol[] | null",
  Links: "p.DocumentLink[] | null",
  InlayHints: "p.InlayHint[] | null",
  CodeLenses: "p.CodeLens[] | null",
  CallItems: "p.CallHierarchyItem[] | null",
};

// The generator reads files.
function generate() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "sispam-lsp-"));
  const roots = path.join(folder, "roots.ts");
  const config = path.join(folder, "tsconfig.json");
  fs.symlinkSync(path.join(here, "node_modules"), path.join(folder, "node_modules"));
  const lines = Object.entries(types).map(([name, type]) => `export type Our${name} = ${type};`);
  fs.writeFileSync(roots, `import * as p from "vscode-languageserver-protocol";\n${lines.join("\n")}\n`);
  const compilerOptions = { module: "node16", moduleResolution: "node16", target: "es2022", strict: true, types: [] };
  fs.writeFileSync(config, JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck: true }, files: [roots] }));
  try {
    const options = { path: roots, tsconfig: config, type: "*", skipTypeCheck: true, additionalProperties: true, expose: "all" };
    return createGenerator(options).createSchema("*");
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const ajv = new Ajv.default({ strict: false, allErrors: true });
ajv.addSchema(generate(), "lsp");

// What does not fit a type; nothing if all does.
export function problemsOf(type, value) {
  const fits = ajv.getSchema(`lsp#/definitions/Our${type}`);
  return fits(value) ? [] : fits.errors.map((error) => `${error.instancePath || "/"} ${error.message}`);
}
