import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, State } from "vscode-languageclient/node";
import { findServer, NoServer, type Program } from "./location";
import { RestartPolicy } from "./restartPolicy";

/** What the server is doing. */
export type ServerState = "starting" | "running" | "stopped";

/** The language server, from the start of the extension to its end: found, started, watched, started again. */
export class Server implements vscode.Disposable {
  /** What the server and the client say. */
  readonly output = vscode.window.createOutputChannel("SispamLang", { log: true });

  private readonly trace = vscode.window.createOutputChannel("SispamLang (trace)", { log: true });
  private readonly stateChanged = new vscode.EventEmitter<ServerState>();
  private readonly settings: vscode.Disposable;
  private client: LanguageClient | undefined;
  private current: ServerState = "stopped";

  /** Tells when the state is another one. */
  readonly onDidChangeState = this.stateChanged.event;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.settings = vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("sispam.server.path")) {
        void this.restart();
      }
    });
  }

  get state(): ServerState {
    return this.current;
  }

  /** Starts it; tells the user if there is none that works. */
  async start(): Promise<void> {
    this.become("starting");
    try {
      const program = await findServer(this.context.extensionPath);
      this.output.info(`Starting ${[program.command, ...program.args].join(" ")}`);
      this.client = this.makeClient(program);
      await this.client.start();
    } catch (error) {
      this.become("stopped");
      this.output.error(error instanceof Error ? error : String(error));
      await this.tellWhy(error);
    }
  }

  /** Stops it, if it runs, and starts it afresh. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Asks about a drill. What the server has to say against it comes as an error with a sentence for the user. */
  async askAbout<Result>(
    method: string,
    drill: vscode.Uri,
    params: object = {},
    token = new vscode.CancellationTokenSource().token,
  ): Promise<Result> {
    if (this.client?.state !== State.Running) {
      throw new Error(vscode.l10n.t("The SispamLang server is not running."));
    }

    const result = await this.client.sendRequest<Result | null>(
      method,
      { textDocument: { uri: this.uriOf(drill) }, ...params },
      token,
    );
    if (result === null) {
      throw new Error(vscode.l10n.t("This is no drill."));
    }

    return result;
  }

  /** The place of a file as the server names it. */
  uriOf(uri: vscode.Uri): string {
    return this.client?.code2ProtocolConverter.asUri(uri) ?? uri.toString();
  }

  dispose(): void {
    this.settings.dispose();
    void this.stop();
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      // One that could not start, or is dead, can't be stopped either.
      this.output.debug(String(error));
    }
  }

  private makeClient(program: Program): LanguageClient {
    const args = [...program.args, "--stdio", `--clientProcessId=${process.pid}`];
    const options: LanguageClientOptions = {
      documentSelector: [
        { language: "sispam", scheme: "file" },
        { language: "sispam", scheme: "untitled" },
      ],
      initializationOptions: vscode.workspace.getConfiguration("sispam"),
      outputChannel: this.output,
      traceOutputChannel: this.trace,
      errorHandler: new RestartPolicy(() => {
        void this.offerRestart(vscode.l10n.t("The SispamLang server keeps stopping and was not started again."));
      }),
    };
    const client = new LanguageClient("sispam", "SispamLang", { command: program.command, args }, options);
    client.onDidChangeState(({ newState }) => {
      if (client === this.client) {
        this.become(newState === State.Running ? "running" : newState === State.Starting ? "starting" : "stopped");
      }
    });
    return client;
  }

  private become(state: ServerState): void {
    this.current = state;
    this.stateChanged.fire(state);
  }

  private async tellWhy(error: unknown): Promise<void> {
    if (!(error instanceof NoServer)) {
      await this.offerRestart(vscode.l10n.t("The SispamLang server could not be started."));
      return;
    }

    const settings = vscode.l10n.t("Open settings");
    const dotnet = vscode.l10n.t("Get .NET");
    const actions = error.remedy === "dotnet" ? [dotnet, settings] : [settings];
    const choice = await vscode.window.showErrorMessage(error.message, ...actions);
    if (choice === settings) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "sispam.server.path");
    } else if (choice === dotnet) {
      await vscode.env.openExternal(vscode.Uri.parse("https://dotnet.microsoft.com/download"));
    }
  }

  private async offerRestart(message: string): Promise<void> {
    const restart = vscode.l10n.t("Restart");
    const output = vscode.l10n.t("Show output");
    const choice = await vscode.window.showErrorMessage(message, restart, output);
    if (choice === restart) {
      await this.restart();
    } else if (choice === output) {
      this.output.show();
    }
  }
}
