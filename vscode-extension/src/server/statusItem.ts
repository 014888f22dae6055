import * as vscode from "vscode";
import type { Server } from "./server";

/** The item in the status bar: whether the drill is valid, or what is the matter with the server. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("sispam.status", vscode.StatusBarAlignment.Left, 50);
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly server: Server) {
    this.item.name = "SispamLang";
    this.subscriptions = vscode.Disposable.from(
      this.item,
      server.onDidChangeState(() => {
        this.show();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.show();
      }),
      vscode.languages.onDidChangeDiagnostics(() => {
        this.show();
      }),
    );
    this.show();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== "sispam") {
      this.item.hide();
      return;
    }

    switch (this.server.state) {
      case "starting":
        this.set("$(sync~spin)", vscode.l10n.t("SispamLang is starting"), "sispam.showOutput");
        break;
      case "stopped":
        this.set(
          "$(alert)",
          vscode.l10n.t("SispamLang has stopped"),
          "sispam.restartServer",
          new vscode.ThemeColor("statusBarItem.errorBackground"),
        );
        break;
      case "running":
        this.showDrill(document.uri);
        break;
    }

    this.item.show();
  }

  private showDrill(uri: vscode.Uri): void {
    const found = vscode.languages.getDiagnostics(uri);
    const count = (severity: vscode.DiagnosticSeverity): number =>
      found.filter((diagnostic) => diagnostic.severity === severity).length;
    const errors = count(vscode.DiagnosticSeverity.Error);
    const warnings = count(vscode.DiagnosticSeverity.Warning);
    const problems = "workbench.actions.view.problems";
    if (errors > 0) {
      this.set(
        "$(error)",
        errors === 1 ? vscode.l10n.t("Drill: 1 error") : vscode.l10n.t("Drill: {0} errors", errors),
        problems,
      );
    } else if (warnings > 0) {
      this.set(
        "$(warning)",
        warnings === 1 ? vscode.l10n.t("Drill: 1 warning") : vscode.l10n.t("Drill: {0} warnings", warnings),
        problems,
      );
    } else {
      this.set("$(pass)", vscode.l10n.t("Drill is valid"), problems);
    }
  }

  private set(icon: string, text: string, command: string, background?: vscode.ThemeColor): void {
    this.item.text = `${icon} ${text}`;
    this.item.accessibilityInformation = { label: text };
    this.item.command = command;
    this.item.backgroundColor = background;
  }
}
