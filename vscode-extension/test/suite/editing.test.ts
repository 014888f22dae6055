import * as assert from "node:assert";
import * as vscode from "vscode";
import { open, until } from "./editor";

/** What works in every folder, trusted or not. */
export function editing(): void {
  describe("Editing", () => {
    it("a .sispam file is a drill, with the defaults of the language", async () => {
      const document = await open("city-hall.sispam");
      assert.equal(document.languageId, "sispam");
      const editor = vscode.workspace.getConfiguration("editor", document);
      assert.equal(editor.get("formatOnSave"), true);
      assert.equal(editor.get("tabSize"), 2);
    });

    it("a valid drill has no errors, a misspelt unit is one with its code", async () => {
      const wrong = await open("misspelt.sispam");
      const [diagnostic] = await until(
        () => vscode.languages.getDiagnostics(wrong.uri),
        (found) => found.length > 0,
      );
      assert.match(diagnostic?.message ?? "", /Dalmas/);
      assert.equal(wrong.getText(diagnostic?.range), "Dalmaz");
      const right = await open("city-hall.sispam");
      assert.deepEqual(
        vscode.languages
          .getDiagnostics(right.uri)
          .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
        [],
      );
    });

    it("the layout is settled on saving", async () => {
      const document = await open("city-hall.sispam");
      const before = document.getText();
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(before.indexOf(" -> ")), "    ");
      await vscode.workspace.applyEdit(edit);
      assert.notEqual(document.getText(), before);
      await document.save();
      assert.equal(document.getText(), before);
    });
  });
}
