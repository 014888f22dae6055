// The browser that shows the workbench.
import { chromium } from "playwright-core";

/** @param {{ executablePath: string, libraries: string }} installed */
export function launch({ executablePath, libraries }) {
  return chromium.launch({
    executablePath,
    env: { ...process.env, LD_LIBRARY_PATH: libraries },
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
}
