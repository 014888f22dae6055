// Reads an EBNF grammar: its sections, by the comments (* ---- Title. Remark ---- *), each with its rules.
export function readEbnf(text) {
  const sections = [{ title: "Files", rules: [] }];
  const pieces = text.match(/\(\*[^]*?\*\)|"[^"]+"|[A-Za-z-]+|\S/g);
  let at = 0;
  while (at < pieces.length) {
    if (pieces[at].startsWith("(*")) {
      const title = /^\(\* ---- ([^.]*)(?:\. ([^]*))? ---- \*\)$/.exec(pieces[at++]);
      if (title) {
        sections.push({ title: title[1], remark: title[2], rules: [] });
      }
    } else {
      const name = pieces[at];
      at += 2;
      sections.at(-1).rules.push({ name, body: readChoice() });
      at++;
    }
  }

  return sections;

  function readChoice() {
    const parts = [readSequence()];
    while (pieces[at] === "|") {
      at++;
      parts.push(readSequence());
    }

    return parts.length === 1 ? parts[0] : { kind: "choice", parts };
  }

  function readSequence() {
    const parts = [];
    while (!"|)];}".includes(pieces[at])) {
      parts.push(readPart());
    }

    return parts.length === 1 ? parts[0] : { kind: "sequence", parts };
  }

  function readPart() {
    const piece = pieces[at++];
    const group = { "(": "group", "[": "optional", "{": "repeated" }[piece];
    if (!group) {
      return piece.startsWith('"') ? { kind: "quoted", text: piece.slice(1, -1) } : { kind: "named", name: piece };
    }

    const part = readChoice();
    at++;
    return group === "group" ? part : { kind: group, part };
  }
}

// The rules that a rule names, each once, in the order of the text.
export function rulesIn(body) {
  const inside = [...(body.parts ?? []), ...(body.part ? [body.part] : [])];
  return body.kind === "named"
    ? [body.name].filter((name) => name !== name.toUpperCase())
    : [...new Set(inside.flatMap(rulesIn))];
}
