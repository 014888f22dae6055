import * as vscode from "vscode";
import { watchCommand } from "./command";
import { registerEditingCommands, registerRunningCommands } from "./commands/index";
import { Server } from "./server/server";
import { StatusItem } from "./server/statusItem";
import { registerTasks } from "./tasks";
import { TestExplorer } from "./testExplorer";
import { Views } from "./views/views";

/** Called by VS Code when a drill is opened or a command of ours is used. */
export function activate(context: vscode.ExtensionContext): void {
  const server = new Server(context);
  context.subscriptions.push(server, new StatusItem(server), registerEditingCommands(context, server));
  if (vscode.workspace.isTrusted) {
    activateRunning(context, server);
  } else {
    const trusted = vscode.workspace.onDidGrantWorkspaceTrust(() => {
      activateRunning(context, server);
    });
    context.subscriptions.push(trusted);
  }

  void server.start();
}

/** What runs drills or starts programs waits until the user trusts the folder; until then, only editing works. */
function activateRunning(context: vscode.ExtensionContext, server: Server): void {
  const views = new Views(context.extensionUri, server);
  const tests = new TestExplorer(server);
  const commands = registerRunningCommands(context, views, tests, server);
  context.subscriptions.push(views, tests, registerTasks(), commands, watchCommand());
}
