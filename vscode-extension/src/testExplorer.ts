import * as path from "node:path";
import * as vscode from "vscode";
import type { DrillTest, TestOutcome, TestProblem } from "./server/protocol";
import type { Server } from "./server/server";

const pauseMilliseconds = 300;

/** The tests of all drills in the Test Explorer: a drill that is open knows its tests, another one when it is looked into. */
export class TestExplorer implements vscode.Disposable {
  private readonly controller = vscode.tests.createTestController("sispam", "SispamLang");
  private readonly subscriptions: vscode.Disposable;
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(private readonly server: Server) {
    const watcher = vscode.workspace.createFileSystemWatcher("**/*.sispam", false, true, false);
    const run = (request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> =>
      this.run(request, token);
    this.controller.resolveHandler = (item) => (item === undefined ? this.findDrills() : this.findTests(item));
    this.controller.refreshHandler = () => this.findDrills();
    this.controller.createRunProfile(vscode.l10n.t("Run"), vscode.TestRunProfileKind.Run, run, true);
    this.subscriptions = vscode.Disposable.from(
      this.controller,
      watcher,
      watcher.onDidCreate((uri) => this.drill(uri)),
      watcher.onDidDelete((uri) => {
        this.controller.items.delete(uri.toString());
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.update(document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.update(document);
      }),
      server.onDidChangeState(() => {
        this.updateAll();
      }),
    );
    this.updateAll();
  }

  /** Runs one test, or all of a drill: the line above a test asks for it. */
  async runTest(drill: vscode.Uri, name?: string): Promise<void> {
    const item = this.drill(drill);
    await this.findTests(item);
    const test = name === undefined ? item : item.children.get(name);
    if (test !== undefined) {
      await this.run(new vscode.TestRunRequest([test]), new vscode.CancellationTokenSource().token);
    }
  }

  dispose(): void {
    this.timers.forEach(clearTimeout);
    this.subscriptions.dispose();
  }

  private async findDrills(): Promise<void> {
    for (const uri of await vscode.workspace.findFiles("**/*.sispam")) {
      this.drill(uri);
    }
  }

  /** The item of a drill, made if it is new. */
  private drill(uri: vscode.Uri): vscode.TestItem {
    const known = this.controller.items.get(uri.toString());
    if (known !== undefined) {
      return known;
    }

    const item = this.controller.createTestItem(uri.toString(), path.posix.basename(uri.path), uri);
    item.canResolveChildren = true;
    this.controller.items.add(item);
    return item;
  }

  private async findTests(item: vscode.TestItem): Promise<void> {
    if (item.uri === undefined || this.server.state !== "running") {
      return;
    }

    const drill = item.uri;
    const tests = await this.server.askAbout<DrillTest[]>("sispam/tests", drill);
    item.children.replace(
      tests.map(({ name, location }) => {
        const test = this.controller.createTestItem(name, name, drill);
        test.range = rangeOf(location.range);
        return test;
      }),
    );
  }

  private updateAll(): void {
    vscode.workspace.textDocuments.forEach((document) => {
      this.update(document);
    });
  }

  private update({ languageId, uri }: vscode.TextDocument): void {
    if (languageId !== "sispam" || vscode.workspace.getWorkspaceFolder(uri) === undefined) {
      return;
    }

    clearTimeout(this.timers.get(uri.toString()));
    const look = (): void => {
      this.findTests(this.drill(uri)).catch((error: unknown) => {
        this.server.output.debug(String(error));
      });
    };
    this.timers.set(uri.toString(), setTimeout(look, pauseMilliseconds));
  }

  private async run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const run = this.controller.createTestRun(request);
    for (const [drill, wanted] of byDrill(request.include ?? items(this.controller.items))) {
      if (!token.isCancellationRequested) {
        await this.runDrill(run, drill, wanted, request.exclude ?? [], token);
      }
    }

    run.end();
  }

  /** Runs tests of one drill: those that are wanted, or all if that is the drill. */
  private async runDrill(
    run: vscode.TestRun,
    drill: vscode.TestItem,
    wanted: readonly vscode.TestItem[],
    excluded: readonly vscode.TestItem[],
    token: vscode.CancellationToken,
  ): Promise<void> {
    try {
      if (wanted.includes(drill)) {
        await this.findTests(drill);
      }

      const all = wanted.includes(drill) ? items(drill.children) : wanted;
      const tests = all.filter((test) => !excluded.includes(test));
      if (tests.length > 0) {
        tests.forEach((test) => {
          run.started(test);
        });
        const names = tests.map(({ id }) => id);
        const outcomes = await this.server.askAbout<TestOutcome[]>("sispam/runTests", uriOf(drill), { names }, token);
        for (const test of tests) {
          report(
            run,
            test,
            outcomes.find(({ name }) => name === test.id),
          );
        }
      }
    } catch (error) {
      const message = new vscode.TestMessage(error instanceof Error ? error.message : String(error));
      for (const test of wanted) {
        run.errored(test, message);
      }
    }
  }
}

function report(run: vscode.TestRun, test: vscode.TestItem, outcome: TestOutcome | undefined): void {
  if (outcome === undefined) {
    run.skipped(test);
  } else if (outcome.passed) {
    run.passed(test);
  } else {
    run.failed(test, outcome.problem ? messageOf(outcome.problem) : []);
  }
}

function messageOf({ message, expected, got, time, location }: TestProblem): vscode.TestMessage {
  const told = vscode.TestMessage.diff(`${time}  ${message}`, expected, got);
  told.location = new vscode.Location(vscode.Uri.parse(location.uri), rangeOf(location.range));
  return told;
}

/** Which of some drills and tests belong to each drill. */
function byDrill(wanted: readonly vscode.TestItem[]): Map<vscode.TestItem, vscode.TestItem[]> {
  const drills = new Map<vscode.TestItem, vscode.TestItem[]>();
  for (const item of wanted) {
    const drill = item.parent ?? item;
    drills.set(drill, [...(drills.get(drill) ?? []), item]);
  }

  return drills;
}

function items(collection: vscode.TestItemCollection): vscode.TestItem[] {
  return [...collection].map(([, item]) => item);
}

function uriOf(drill: vscode.TestItem): vscode.Uri {
  return drill.uri ?? vscode.Uri.parse(drill.id);
}

function rangeOf({ start, end }: DrillTest["location"]["range"]): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
