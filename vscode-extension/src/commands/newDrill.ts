import * as vscode from "vscode";

/** Asks for a title and a language, and opens a drill to start from; where it is saved is up to the user. */
export async function newDrill(extension: vscode.Uri): Promise<void> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t("New drill"),
    prompt: vscode.l10n.t("The title of the drill"),
    placeHolder: "Sispamkota Pasuruan Kota",
    validateInput: (text) => (text.trim() === "" ? vscode.l10n.t("A drill needs a title.") : undefined),
  });
  if (title === undefined) {
    return;
  }

  const language = await vscode.window.showQuickPick(
    [
      { label: "Bahasa Indonesia", name: "id" },
      { label: "English", name: "en" },
    ],
    { title: vscode.l10n.t("The language of the drill") },
  );
  if (language === undefined) {
    return;
  }

  const template = vscode.Uri.joinPath(extension, "templates", `drill.${language.name}.sispam`);
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(template));
  const content = text.replace("TITLE", () => escaped(title.trim()));
  const document = await vscode.workspace.openTextDocument({ language: "sispam", content });
  await vscode.window.showTextDocument(document);
}

function escaped(title: string): string {
  return title.replace(/\p{Cc}/gu, " ").replace(/["\\]/g, "\\$&");
}
