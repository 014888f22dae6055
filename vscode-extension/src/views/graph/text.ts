const characterWidth = 6.7;

/** About how wide a text is, in letters of 12 pixels. */
export function widthOf(text: string): number {
  return text.length * characterWidth;
}

/** Breaks a text between words into lines of at most so many characters. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (line !== "" && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }

  return line === "" ? lines : [...lines, line];
}

/** As it stands in XML. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/\p{Cc}/gu, " ");
}
