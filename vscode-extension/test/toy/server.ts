import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

/** A server that finds the same fault with every document. */
const connection = createProtocolConnection(
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);
connection.onRequest("initialize", () => ({ capabilities: { textDocumentSync: 1 } }));
connection.onNotification(DidOpenTextDocumentNotification.type, ({ textDocument }) => {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const diagnostics = [{ range, message: "A toy." }];
  void connection.sendNotification(PublishDiagnosticsNotification.type, { uri: textDocument.uri, diagnostics });
});
connection.listen();
