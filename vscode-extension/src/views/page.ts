import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { Words } from "./messages";

/** The page of a view: our script and style and nothing else, no network. */
export function pageOf(
  webview: vscode.Webview,
  extension: vscode.Uri,
  content: { kind: string; drill: string; words: Words },
): string {
  const nonce = randomBytes(16).toString("base64");
  const address = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, "dist", name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${attribute(vscode.env.language)}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
  <link rel="stylesheet" href="${attribute(address("view.css"))}">
  <title>SispamLang</title>
</head>
<body data-kind="${content.kind}" data-drill="${attribute(content.drill)}" data-words="${attribute(JSON.stringify(content.words))}">
  <script nonce="${nonce}" src="${attribute(address("view.js"))}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
