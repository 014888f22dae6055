import * as assert from "node:assert";
import { existsSync } from "node:fs";
import * as vscode from "vscode";
import { open, put, until } from "./editor";

const views = [
  "sispam.runDrill",
  "sispam.runFromPhase",
  "sispam.showPhaseGraph",
  "sispam.runTest",
  "sispam.simulate",
  "sispam.verify",
];

// A task's output is read from its terminal. The older server is installed without a compiler and lacks what makes terminals.
const hasTerminals = ["prebuilds", "build/Release"].some((folder) =>
  existsSync(`${vscode.env.appRoot}/node_modules/node-pty/${folder}`),
);

/** What runs drills: there in a folder that the user trusts, and only there. */
export function running(): void {
  describe(vscode.workspace.isTrusted ? "Running, in a trusted folder" : "Running, in a folder without trust", () => {
    if (!vscode.workspace.isTrusted) {
      it("there are no commands that run drills", async () => {
        const known = await vscode.commands.getCommands(true);
        assert.deepEqual(
          views.filter((command) => known.includes(command)),
          [],
        );
      });

      return;
    }

    it("the timeline and the phases open beside the text", async () => {
      await open("city-hall.sispam");
      await vscode.commands.executeCommand("sispam.runDrill");
      await vscode.commands.executeCommand("sispam.showPhaseGraph");
      const titles = await until(
        () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
        (labels) => labels.includes("Phases: city-hall.sispam"),
      );
      assert.ok(titles.includes("Timeline: city-hall.sispam"));
    });

    it("the tests of a drill run", async () => {
      await open("city-hall.sispam");
      await vscode.commands.executeCommand("testing.runAll");
    });

    it("tasks check and test the drills of the folder", async () => {
      const tasks = await vscode.tasks.fetchTasks({ type: "sispam" });
      assert.deepEqual(tasks.map(({ name }) => name).sort(), ["check", "test"]);
    });

    (hasTerminals ? it : it.skip)("what a drill promises is proved or refuted in a terminal", async () => {
      await put("promise.sispam", 'phase Rally for 5 min: at start -> announce "Welcome"\nnever crowd throws\n');
      const ended = new Promise<number | undefined>((resolve) => {
        const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
          if (execution.task.name === "verify") {
            listener.dispose();
            resolve(exitCode);
          }
        });
      });
      await vscode.commands.executeCommand("sispam.verify");
      assert.equal(await ended, 0);
    });

    (hasTerminals ? it : it.skip)("a message of sispam check becomes a problem at its place", async () => {
      const line = "misspelt.sispam:1:40: error SIS2001: none is called so";
      const task = new vscode.Task(
        { type: "sispam", verb: "check" },
        vscode.TaskScope.Workspace,
        "echo",
        "sispam",
        // One that ends at once may end before its terminal is read.
        new vscode.ProcessExecution("sh", ["-c", `echo '${line}'; sleep 2`]),
        ["$sispam", "$sispam-kesalahan", "$sispam-peringatan"],
      );
      await vscode.tasks.executeTask(task);
      const found = await until(
        () => vscode.languages.getDiagnostics().flatMap(([, diagnostics]) => diagnostics),
        (all) => all.some(({ message }) => message === "none is called so"),
      );
      const problem = found.find(({ message }) => message === "none is called so");
      assert.deepEqual(problem?.range.start, new vscode.Position(0, 39));
    });
  });
}
