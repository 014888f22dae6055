// Checks that every word of the extension has its Indonesian one, in l10n/ and in package.nls.id.json, and none is left over.
import { readdirSync, readFileSync } from "node:fs";

const here = new URL("../", import.meta.url);
const read = (name) => readFileSync(new URL(name, here), "utf8");
const keys = (name) => Object.keys(JSON.parse(read(name)));

const source = readdirSync(new URL("src/", here), { recursive: true })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => read(`src/${name}`))
  .join("\n");
const used = [...source.matchAll(/l10n\.t\(\s*("(?:[^"\\]|\\.)*")/g)].map(([, literal]) => JSON.parse(literal));
const named = [...read("package.json").matchAll(/"%([\w.]+)%"/g)].map(([, name]) => name);

compare("l10n/bundle.l10n.id.json", used, keys("l10n/bundle.l10n.id.json"));
compare("package.nls.json", named, keys("package.nls.json"));
compare("package.nls.id.json", named, keys("package.nls.id.json"));

function compare(file, wanted, found) {
  for (const word of wanted.filter((word) => !found.includes(word))) {
    console.error(`${file} lacks: ${word}`);
    process.exitCode = 1;
  }

  for (const word of found.filter((word) => !wanted.includes(word))) {
    console.error(`${file} has what nobody uses: ${word}`);
    process.exitCode = 1;
  }
}
