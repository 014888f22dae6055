import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler } from "vscode-languageclient/node";

const deathsAllowed = 4;
const withinMilliseconds = 3 * 60 * 1000;

/** A server that dies is started again, unless it dies all the time. */
export class RestartPolicy implements ErrorHandler {
  private deaths: number[] = [];

  constructor(private readonly giveUp: () => void) {}

  error(): { action: ErrorAction } {
    return { action: ErrorAction.Continue };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.deaths = [...this.deaths.filter((death) => now - death < withinMilliseconds), now];
    if (this.deaths.length <= deathsAllowed) {
      return { action: CloseAction.Restart };
    }

    this.giveUp();
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}
