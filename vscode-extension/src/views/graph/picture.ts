import type { PhaseGraph } from "../../server/protocol";
import {
  type Arrow,
  type Box,
  boxWidth,
  layOut,
  type Layout,
  lineHeight,
  type PictureWords,
  unreached,
} from "./layout";
import { escaped } from "./text";

/** The colours of a picture that stands alone, for paper; in the view they are those of the theme. */
const paper = `
  svg { background: #ffffff; font: 12px "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
  .phase rect { fill: #eaf1f8; stroke: #1d4e79; stroke-width: 1.5; }
  .phase.unreached rect { fill: #f4f4f4; stroke: #8a8a8a; stroke-dasharray: 5 4; }
  .phase text { fill: #12324f; }
  .phase .name { font-weight: 600; font-size: 13px; }
  .end rect { fill: #12324f; }
  .end text { fill: #ffffff; }
  .arrow path { fill: none; stroke: #1d4e79; stroke-width: 1.5; }
  .arrow .head { fill: #1d4e79; stroke: none; }
  .arrow text { fill: #333333; paint-order: stroke; stroke: #ffffff; stroke-width: 4px; }
`;

/** A picture of the phases as SVG: for the view, which colours it, or as a file of its own. */
export function drawPhaseGraph(graph: PhaseGraph, words: PictureWords, isFile: boolean): string {
  const layout = layOut(graph, words);
  const { width, height } = layout;
  const never = unreached(graph);
  const isUnreached = ({ phase }: Box): boolean => never.has(graph.phases[phase ?? -1]?.name ?? "");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${escaped(graph.drill)}">`,
    `<title>${escaped(graph.drill)}</title>`,
    isFile ? `<style>${paper}</style>` : "",
    ...layout.arrows.map((arrow) => drawArrow(arrow, layout)),
    ...layout.boxes.map((box) => drawBox(box, layout.boxX, isUnreached(box))),
    "</svg>\n",
  ].join("");
}

function drawBox({ phase, lines, y, height }: Box, boxX: number, isUnreached: boolean): string {
  const texts = lines.map((line, i) =>
    text(line, boxX + boxWidth / 2, y + 12 + i * lineHeight + 12, "middle", i === 0 ? "name" : "more"),
  );
  const rect = `<rect x="${boxX}" y="${y}" width="${boxWidth}" height="${height}" rx="${phase === null ? height / 2 : 6}"/>`;
  return phase === null
    ? `<g class="phase end">${rect}${texts.join("")}</g>`
    : `<g class="phase${isUnreached ? " unreached" : ""}" data-phase="${phase}">${rect}${texts.join("")}</g>`;
}

function drawArrow(arrow: Arrow, layout: Layout): string {
  const from = layout.boxes[arrow.from];
  const to = layout.boxes[arrow.to];
  if (from === undefined || to === undefined) {
    return "";
  }

  const parts =
    arrow.side === "down"
      ? straight(arrow, layout.boxX + 40, from.y + from.height, to.y)
      : around(arrow, layout, from.y + (from.height * 2) / 3, to.y + to.height / 3);
  return `<g class="arrow" data-change="${arrow.changes[0] ?? 0}">${parts}</g>`;
}

function straight(arrow: Arrow, x: number, top: number, bottom: number): string {
  const first = (top + bottom) / 2 + 2 - ((arrow.lines.length - 1) * lineHeight) / 2;
  return [
    `<path d="M${x} ${top}V${bottom - 7}"/>`,
    `<path class="head" d="M${x - 5} ${bottom - 9}h10l-5 9z"/>`,
    ...arrow.lines.map((line, i) => text(line, x + 14, first + i * lineHeight, "start", "why")),
  ].join("");
}

/** Out of a box, along a track beside the boxes, and into another one. */
function around(arrow: Arrow, { boxX }: Layout, fromY: number, toY: number): string {
  const sign = arrow.side === "right" ? 1 : -1;
  const edge = arrow.side === "right" ? boxX + boxWidth : boxX;
  const x = edge + sign * arrow.distance;
  // An arrow from a box to itself is as tall as needed to be seen.
  const end = Math.abs(toY - fromY) < 16 ? fromY - 16 : toY;
  const turn = Math.sign(end - fromY) * 8;
  const first = (fromY + end) / 2 + 4 - ((arrow.lines.length - 1) * lineHeight) / 2;
  const anchor = arrow.side === "right" ? "start" : "end";
  return [
    `<path d="M${edge} ${fromY}H${x - sign * 8}q${sign * 8} 0 ${sign * 8} ${turn}V${end - turn}q0 ${turn} ${-sign * 8} ${turn}H${edge + sign * 8}"/>`,
    `<path class="head" d="M${edge + sign * 9} ${end - 5}v10l${-sign * 9} -5z"/>`,
    ...arrow.lines.map((line, i) => text(line, x + sign * 8, first + i * lineHeight, anchor, "why")),
  ].join("");
}

function text(content: string, x: number, y: number, anchor: string, kind: string): string {
  return `<text class="${kind}" x="${x}" y="${y}" text-anchor="${anchor}">${escaped(content)}</text>`;
}
