import * as vscode from "vscode";
import type { Server } from "../server/server";
import { type Content, Panel } from "./panel";
import { PhaseGraphContent } from "./phaseGraph";
import { TimelineContent } from "./timeline";

/** The views beside the text: at most one of each kind, for the drill that it was last asked for. */
export class Views implements vscode.Disposable {
  readonly timeline: TimelineContent;
  readonly phaseGraph: PhaseGraphContent;
  private readonly panels = new Map<Content, Panel>();
  private readonly serializers: vscode.Disposable;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly server: Server,
  ) {
    this.timeline = new TimelineContent(server);
    this.phaseGraph = new PhaseGraphContent(server);
    this.serializers = vscode.Disposable.from(this.restore(this.timeline), this.restore(this.phaseGraph));
  }

  /** Shows a drill in a view beside its text. */
  open(content: Content, drill: vscode.Uri): void {
    const open = this.panels.get(content);
    if (open !== undefined) {
      open.panel.reveal(undefined, true);
      open.show(drill);
      return;
    }

    const panel = vscode.window.createWebviewPanel(
      typeOf(content),
      content.title(drill),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      this.options,
    );
    this.adopt(panel, content, drill);
  }

  /** The drill that a view shows which is in front of everything else. */
  drillInFront(content: Content): vscode.Uri | undefined {
    const open = this.panels.get(content);
    return open?.panel.active ? open.drill : undefined;
  }

  dispose(): void {
    this.serializers.dispose();
    for (const { panel } of this.panels.values()) {
      panel.dispose();
    }
  }

  private get options(): vscode.WebviewPanelOptions & vscode.WebviewOptions {
    const localResourceRoots = [vscode.Uri.joinPath(this.extension, "dist")];
    return { enableScripts: true, retainContextWhenHidden: true, localResourceRoots };
  }

  private adopt(panel: vscode.WebviewPanel, content: Content, drill: vscode.Uri): void {
    panel.iconPath = vscode.Uri.joinPath(this.extension, "media", "icon.svg");
    const adopted = new Panel(panel, drill, content, this.server, this.extension);
    this.panels.set(content, adopted);
    panel.onDidDispose(() => this.panels.delete(content));
  }

  private restore(content: Content): vscode.Disposable {
    return vscode.window.registerWebviewPanelSerializer(typeOf(content), {
      deserializeWebviewPanel: (panel, state: { uri?: string } | undefined) => {
        if (state?.uri) {
          panel.webview.options = this.options;
          this.adopt(panel, content, vscode.Uri.parse(state.uri));
        } else {
          panel.dispose();
        }

        return Promise.resolve();
      },
    });
  }
}

function typeOf(content: Content): string {
  return `sispam.${content.kind}`;
}
