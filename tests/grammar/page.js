// Makes docs/grammar.md and its diagrams out of grammar/sispam.ebnf.
import { readFileSync } from "node:fs";
import rr from "@prantlf/railroad-diagrams";
import { readEbnf, rulesIn } from "./ebnf.js";

const root = new URL("../../", import.meta.url);
const sections = readEbnf(readFileSync(new URL("grammar/sispam.ebnf", root), "utf8"));

const style = `
  svg { background: #fff }
  path { fill: none; stroke: #57606a; stroke-width: 2 }
  rect { fill: #eef4fb; stroke: #57606a; stroke-width: 2 }
  .terminal rect { fill: #fdf3dd }
  text { fill: #1f2328; font: 14px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; text-anchor: middle }
  .terminal text { font-weight: bold }
`;

// By path from the root of the repository, what the files are to hold.
export function makePages() {
  const pages = new Map([["docs/grammar.md", page()]]);
  for (const { name, body } of sections.flatMap((section) => section.rules)) {
    pages.set(`docs/grammar/${name}.svg`, diagram(body));
  }

  return pages;
}

function page() {
  const parts = sections.map(({ title, remark, rules }) =>
    [`## ${title}`, ...(remark ? [remark.replaceAll(/\s+/g, " ")] : []), ...rules.map(paragraph)].join("\n\n"),
  );
  return `${head}\n${parts.join("\n\n")}\n`;
}

const head = `# Grammar

The rules of [grammar/sispam.ebnf](../grammar/sispam.ebnf) as diagrams, made by \`npm run diagrams\` in
[tests/grammar](../tests/grammar). Follow a line from left to right. What stands in a round box is written so, by its first English
word ([keywords.md](keywords.md) has all words of both dialects); what stands in a square box is another rule, or, in capitals, a
token. The head of the grammar says what these are, and how lines and their indentation become NEWLINE, INDENT and DEDENT.
[language.md](language.md) says what it all means.
`;

function paragraph({ name, body }) {
  const used = rulesIn(body).map((rule) => `[${rule}](#${rule})`);
  return `### ${name}\n\n![${name}](grammar/${name}.svg)${used.length > 0 ? `\n\n${used.join(" · ")}` : ""}`;
}

function diagram(body) {
  const drawn = new rr.Diagram(draw(body)).format(12);
  // The style is the picture's own, so that it can stand alone.
  return `${drawn.toString().replace(/^<svg([^>]*)>/, `<svg$1 xmlns="http://www.w3.org/2000/svg"><style>${style}</style>`)}\n`;
}

function draw(part) {
  switch (part.kind) {
    case "quoted":
      return new rr.Terminal(part.text);
    case "named":
      return new rr.NonTerminal(part.name);
    case "choice":
      return new rr.Choice(0, ...part.parts.map(draw));
    case "optional":
      return new rr.Optional(draw(part.part), "skip");
    case "repeated":
      return new rr.ZeroOrMore(draw(part.part), undefined, "skip");
    default:
      return new rr.Sequence(...drawSequence(part.parts));
  }
}

// One thing and then any number of it, as in: name { "," name }, is drawn as a loop.
function drawSequence(parts) {
  const drawn = [];
  for (const part of parts) {
    const last = drawn.at(-1);
    const inner = part.kind === "repeated" && part.part.kind === "sequence" ? part.part.parts : [];
    if (inner.length === 2 && last && same(inner[1], last.part)) {
      drawn[drawn.length - 1] = { shape: new rr.OneOrMore(draw(inner[1]), draw(inner[0])) };
    } else {
      drawn.push({ part, shape: draw(part) });
    }
  }

  return drawn.map(({ shape }) => shape);
}

function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
