import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";

/** The address of a file of the folder that is open. */
export function uriOf(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new Error("no folder is open");
  }

  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the folder in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Writes a file of the folder and opens it. */
export async function put(name: string, text: string): Promise<vscode.TextDocument> {
  await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
  return open(name);
}

/** Asks until the answer is as it should be; the last one is in the error if it never is. */
export async function until<Answer>(
  ask: () => Answer | Thenable<Answer>,
  isRight: (answer: Answer) => boolean,
): Promise<Answer> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) {
      return answer;
    }

    if (Date.now() > end) {
      throw new Error(`still ${JSON.stringify(answer)}`);
    }

    await sleep(50);
  }
}
