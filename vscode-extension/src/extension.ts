import * as vscode from "vscode";
import { registerCommands } from "./commands/index";
import { Server } from "./server/server";
import { StatusItem } from "./server/statusItem";
import { registerTasks } from "./tasks";

/** Called by VS Code when a drill is opened or a command of ours is used. */
export function activate(context: vscode.ExtensionContext): void {
  const server = new Server(context);
  context.subscriptions.push(server, new StatusItem(server), registerCommands(context, server));
  whenTrusted(context, () => [registerTasks()]);
  void server.start();
}

/** What starts programs or runs drills waits until the user trusts the folder; until then, only editing works. */
function whenTrusted(context: vscode.ExtensionContext, register: () => vscode.Disposable[]): void {
  if (vscode.workspace.isTrusted) {
    context.subscriptions.push(...register());
  } else {
    context.subscriptions.push(
      vscode.workspace.onDidGrantWorkspaceTrust(() => context.subscriptions.push(...register())),
    );
  }
}
