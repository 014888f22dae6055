import * as vscode from "vscode";
import { commandPath } from "./command";

interface SispamTask extends vscode.TaskDefinition {
  readonly verb: "check" | "test" | "verify";
  readonly path?: string;
  readonly options?: string[];
}

/** The task that builds C# projects with drills in them. */
const buildType = "sispam-dotnet";

/** The words of severities differ with the language of the messages, so each has a matcher. */
const checkMatchers = ["$sispam", "$sispam-kesalahan", "$sispam-peringatan"];

/** Offers tasks that check and test all drills of a folder by the sispam command, and build its C# projects. */
export function registerTasks(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.tasks.registerTaskProvider("sispam", {
      provideTasks: async () =>
        (await vscode.workspace.findFiles("**/*.sispam", null, 1)).length > 0 ? sispamTasks() : [],
      resolveTask: (task) => makeTask(task.definition as SispamTask, task.scope),
    }),
    vscode.tasks.registerTaskProvider(buildType, {
      provideTasks: buildTasks,
      resolveTask: () => undefined,
    }),
  );
}

function sispamTasks(): vscode.Task[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.flatMap((folder) => [
    makeTask({ type: "sispam", verb: "check" }, folder),
    makeTask({ type: "sispam", verb: "test" }, folder),
  ]);
}

/** A task of the sispam command. */
export function makeTask(definition: SispamTask, scope: vscode.Task["scope"]): vscode.Task {
  const args = [definition.verb, definition.path ?? ".", ...(definition.options ?? [])];
  const task = new vscode.Task(
    definition,
    scope ?? vscode.TaskScope.Workspace,
    definition.verb,
    "sispam",
    new vscode.ProcessExecution(commandPath(), args),
    checkMatchers,
  );
  task.group = definition.verb === "test" ? vscode.TaskGroup.Test : vscode.TaskGroup.Build;
  return task;
}

async function buildTasks(): Promise<vscode.Task[]> {
  const projects = await vscode.workspace.findFiles("**/*.{sln,csproj}", "**/{bin,obj,node_modules}/**", 1);
  const folder = projects[0] && vscode.workspace.getWorkspaceFolder(projects[0]);
  if (folder === undefined) {
    return [];
  }

  const task = new vscode.Task(
    { type: buildType },
    folder,
    "build",
    "dotnet",
    new vscode.ProcessExecution("dotnet", ["build"]),
    ["$sispam-build", "$msCompile"],
  );
  task.group = vscode.TaskGroup.Build;
  return [task];
}
