import * as path from "node:path";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

/** Starts the server beside it. */
export function activate(): void {
  const module = path.join(__dirname, "server.js");
  const client = new LanguageClient(
    "toy",
    { module, transport: TransportKind.stdio },
    { documentSelector: [{ language: "toy" }] },
  );
  void client.start();
}
