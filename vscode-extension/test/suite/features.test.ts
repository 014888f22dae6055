import * as assert from "node:assert";
import * as vscode from "vscode";
import { open, put, until } from "./editor";

/** What the server does, as far as it comes through to the editor. */
export function features(): void {
  describe("The server's features", () => {
    it("a mistake has a fix that mends it", async () => {
      const document = await put("fix.sispam", "phase Rekap: crowd escalates -> deploy Dalmaz\n");
      const found = await until(
        () => vscode.languages.getDiagnostics(document.uri),
        (diagnostics) => diagnostics.length > 0,
      );
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        found[0]?.range,
        vscode.CodeActionKind.QuickFix.value,
        5,
      );
      const mend = actions.find(({ isPreferred }) => isPreferred);
      assert.ok(mend?.edit, actions.map(({ title }) => title).join());
      await vscode.workspace.applyEdit(mend.edit);
      assert.match(document.getText(), /deploy Dalmas$/m);
    });

    it("a unit is renamed wherever it stands", async () => {
      const document = await put("rename.sispam", "unit Guard: 5 personnel\nphase A: at start -> deploy Guard\n");
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        new vscode.Position(0, 6),
        "First Line",
      );
      await vscode.workspace.applyEdit(edit);
      assert.equal(document.getText().match(/First Line/g)?.length, 2);
    });

    it("words are completed", async () => {
      const document = await put("complete.sispam", "phase Rekap: crowd ");
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        new vscode.Position(0, 19),
      );
      const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
      assert.ok(labels.includes("escalates"), labels.join());
    });

    it("hovering tells of a unit", async () => {
      const document = await open("city-hall.sispam");
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        document.positionAt(document.getText().indexOf("Dalmas Awal:")),
      );
      const text = hovers.flatMap(({ contents }) => contents).map((part) => (part as vscode.MarkdownString).value);
      assert.match(text.join(), /38/);
    });

    it("the outline lists the phases", async () => {
      const document = await open("city-hall.sispam");
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        "vscode.executeDocumentSymbolProvider",
        document.uri,
      );
      assert.ok(symbols.some(({ name }) => name.includes("Rally")));
    });

    it("a drill is translated", async () => {
      const document = await put("translate.sispam", "phase Rekap: crowd escalates -> deploy Dalmas\n");
      await vscode.commands.executeCommand("sispam.translate");
      await until(
        () => document.getText(),
        (text) => text.startsWith("fase Rekap: massa bereskalasi -> kerahkan Dalmas"),
      );
    });
  });
}
