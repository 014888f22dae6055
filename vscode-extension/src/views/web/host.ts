import type { FromView, ToView, Words } from "../messages";

declare function acquireVsCodeApi(): { postMessage(message: FromView): void; setState(state: unknown): void };

const api = acquireVsCodeApi();

/** The words of this view. */
export const words = JSON.parse(document.body.dataset.words ?? "{}") as Words;

/** Tells the extension something. */
export function tell(message: FromView): void {
  api.postMessage(message);
}

/** Keeps which drill is shown, for the time after VS Code was started again. */
export function keep(uri: string): void {
  api.setState({ uri });
}

/** Hears what the extension tells. */
export function listen(take: (message: ToView) => void): void {
  addEventListener("message", (event: MessageEvent<ToView>) => {
    take(event.data);
  });
}
