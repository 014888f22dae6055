import * as vscode from "vscode";
import type { Server } from "../server/server";
import type { FromView, ToView, Words } from "./messages";
import { pageOf } from "./page";

/** How long nothing is typed before a view is brought up to date. */
const pauseMilliseconds = 300;

/** What a view shows. */
export interface Content {
  readonly kind: "timeline" | "phaseGraph";
  readonly words: Words;
  title(drill: vscode.Uri): string;
  /** What is to be shown of a drill now. */
  load(drill: vscode.Uri, token: vscode.CancellationToken): Promise<ToView>;
  /** Takes what only this view can be told; whether the drill has to be loaded again. */
  take(message: FromView, drill: vscode.Uri): boolean | Promise<boolean>;
}

/** A view beside the text of a drill that follows the text and the cursor, and leads back to the text. */
export class Panel implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;
  private loading = new vscode.CancellationTokenSource();
  private isReady = false;
  private shown: vscode.Uri;

  constructor(
    readonly panel: vscode.WebviewPanel,
    drill: vscode.Uri,
    private readonly content: Content,
    private readonly server: Server,
    private readonly extension: vscode.Uri,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === "sispam") {
          this.loadSoon();
        }
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.tellCursor(textEditor);
      }),
      server.onDidChangeState((state) => {
        if (state === "running") {
          this.loadSoon();
        }
      }),
      panel.webview.onDidReceiveMessage((message: FromView) => this.take(message)),
    ];
    panel.onDidDispose(() => {
      this.dispose();
    });
    this.shown = drill;
    this.show(drill);
  }

  /** The drill that it shows. */
  get drill(): vscode.Uri {
    return this.shown;
  }

  /** Shows another drill, or the same afresh. */
  show(drill: vscode.Uri): void {
    this.shown = drill;
    this.isReady = false;
    this.panel.title = this.content.title(drill);
    this.panel.webview.html = pageOf(this.panel.webview, this.extension, {
      kind: this.content.kind,
      drill: drill.toString(),
      words: this.content.words,
    });
  }

  /** Brings it up to date now. */
  async load(): Promise<void> {
    clearTimeout(this.timer);
    if (!this.isReady) {
      return;
    }

    this.loading.cancel();
    const source = (this.loading = new vscode.CancellationTokenSource());
    try {
      const message = await this.content.load(this.drill, source.token);
      if (!source.token.isCancellationRequested) {
        await this.tell(message);
        this.tellCursor(vscode.window.activeTextEditor);
      }
    } catch (error) {
      if (!source.token.isCancellationRequested) {
        await this.tell({ type: "unavailable", why: error instanceof Error ? error.message : String(error) });
      }
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.loading.cancel();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private loadSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), pauseMilliseconds);
  }

  private tellCursor(editor: vscode.TextEditor | undefined): void {
    if (this.isReady && editor?.document.languageId === "sispam") {
      const uri = this.server.uriOf(editor.document.uri);
      void this.tell({ type: "cursor", uri, line: editor.selection.active.line });
    }
  }

  private async tell(message: ToView): Promise<void> {
    await this.panel.webview.postMessage(message);
  }

  private async take(message: FromView): Promise<void> {
    if (message.type === "reveal") {
      const { uri, line, character } = message.place;
      const target = vscode.Uri.parse(uri);
      await vscode.window.showTextDocument(target, {
        selection: new vscode.Range(line, character, line, character),
        preserveFocus: !message.focus,
        viewColumn: columnOf(target),
      });
    } else if (message.type === "ready") {
      this.isReady = true;
      await this.load();
    } else if (await this.content.take(message, this.drill)) {
      await this.load();
    }
  }
}

/** Where a file is open already, else the first column: never over the view. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  const isOpen = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isOpen))?.viewColumn ?? vscode.ViewColumn.One;
}
