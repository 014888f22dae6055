import "./view.css";
import { html } from "./dom";
import { keep, listen, tell } from "./host";
import { PhaseGraphView } from "./phaseGraphView";
import { TimelineView } from "./timelineView";

const { kind, drill } = document.body.dataset;
const view = kind === "timeline" ? new TimelineView() : new PhaseGraphView();
const notice = html("p", { class: "notice", role: "status" });
document.body.append(notice, view.element);
keep(drill ?? "");
listen((message) => {
  if (message.type !== "cursor") {
    // What was seen last stays, greyed, while the drill has errors.
    notice.textContent = message.type === "unavailable" ? message.why : "";
    view.element.classList.toggle("stale", message.type === "unavailable");
  }

  view.take(message);
});
tell({ type: "ready" });
