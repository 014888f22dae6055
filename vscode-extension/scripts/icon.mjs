// Renders media/icon.svg, the source, into the PNG that VS Code asks for. With --check it only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";

const media = new URL("../media/", import.meta.url);
const image = new URL("icon.png", media);
const png = new Resvg(readFileSync(new URL("icon.svg", media), "utf8")).render().asPng();
if (!process.argv.includes("--check")) {
  writeFileSync(image, png);
} else if (!png.equals(readFileSync(image))) {
  console.error("media/icon.png is not that of media/icon.svg: run npm run icon");
  process.exitCode = 1;
}
