import * as vscode from "vscode";

/** Opens the page about the message at the cursor, or about one that the user picks. */
export async function explain(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return;
  }

  const explained = vscode.languages.getDiagnostics(editor.document.uri).filter((found) => pageOf(found) !== undefined);
  const here = explained.find(({ range }) => range.contains(editor.selection.active)) ?? (await pick(explained));
  const page = here && pageOf(here);
  if (page !== undefined) {
    await vscode.commands.executeCommand("markdown.showPreviewToSide", page);
  } else if (explained.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t("There is no message about this drill."));
  }
}

async function pick(explained: readonly vscode.Diagnostic[]): Promise<vscode.Diagnostic | undefined> {
  const items = explained.map((diagnostic) => ({
    label: diagnostic.message,
    description: vscode.l10n.t("line {0}", diagnostic.range.start.line + 1),
    diagnostic,
  }));
  return items.length === 0 ? undefined : (await vscode.window.showQuickPick(items))?.diagnostic;
}

function pageOf({ code }: vscode.Diagnostic): vscode.Uri | undefined {
  return typeof code === "object" ? code.target : undefined;
}
