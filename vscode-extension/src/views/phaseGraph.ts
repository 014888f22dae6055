import * as path from "node:path";
import * as vscode from "vscode";
import type { Location } from "vscode-languageclient/node";
import type { PhaseGraph } from "../server/protocol";
import type { Server } from "../server/server";
import { drawPhaseGraph } from "./graph/picture";
import type { FromView, Place, ToView } from "./messages";
import type { Content } from "./panel";

/** The phases of a drill, as a picture in a view or in a file. */
export class PhaseGraphContent implements Content {
  readonly kind = "phaseGraph";

  constructor(private readonly server: Server) {}

  get words(): { end: string; save: string; quiet: string } {
    return {
      end: vscode.l10n.t("End of the drill"),
      quiet: vscode.l10n.t("when all is quiet"),
      save: vscode.l10n.t("Save as SVG…"),
    };
  }

  title(drill: vscode.Uri): string {
    return vscode.l10n.t("Phases: {0}", path.posix.basename(drill.path));
  }

  async load(drill: vscode.Uri, token: vscode.CancellationToken): Promise<ToView> {
    const graph = await this.server.askAbout<PhaseGraph>("sispam/phaseGraph", drill, {}, token);
    return {
      type: "phaseGraph",
      picture: drawPhaseGraph(graph, this.words, false),
      phases: graph.phases.map(({ name, title, location }) => ({
        label: title === "" || title === name ? name : `${name}, ${title}`,
        place: placeOf(location),
      })),
      changes: graph.changes.map(({ from, to, trigger, location }) => ({
        label: `${from} → ${to ?? this.words.end}: ${trigger}`,
        place: placeOf(location),
      })),
    };
  }

  async take(message: FromView, drill: vscode.Uri): Promise<boolean> {
    if (message.type === "save") {
      await this.save(drill);
    }

    return false;
  }

  /** Asks for a file and writes the picture into it. */
  async save(drill: vscode.Uri): Promise<void> {
    const graph = await this.server.askAbout<PhaseGraph>("sispam/phaseGraph", drill);
    const name = path.posix.basename(drill.path).replace(/\.sispam$/, "") + ".svg";
    const folder =
      drill.scheme === "file" ? vscode.Uri.joinPath(drill, "..") : vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
      filters: { SVG: ["svg"] },
    });
    if (target !== undefined) {
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(drawPhaseGraph(graph, this.words, true)));
    }
  }
}

function placeOf({ uri, range }: Location): Place {
  return { uri, line: range.start.line, character: range.start.character };
}
