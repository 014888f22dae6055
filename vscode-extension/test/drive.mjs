// A planner at work, in a browser: writes the card's line, mends a mistake, looks at a run and at the phases, runs tests.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Workbench } from "./workbench/workbench.mjs";

/**
 * @param pictures the folder of the screenshots
 * @returns what was done, each with the error that it ended in, if any
 */
export async function drive(browser, { url, workspace }, pictures) {
  const page = await browser.newPage({ viewport: { width: 1360, height: 820 } });
  const workbench = new Workbench(page, url);
  const results = [];
  for (const [what, work] of Object.entries(steps)) {
    try {
      await work(
        workbench,
        (name, clip) => page.screenshot({ path: join(pictures, `${name}.png`), ...(clip && { clip }) }),
        workspace,
      );
      results.push({ what });
    } catch (error) {
      await page.screenshot({ path: join(pictures, `failed-${results.length}.png`) });
      results.push({ what, error });
    }
  }

  await page.close();
  return results;
}

const steps = {
  "a folder of drills opens": async (workbench, _, workspace) => {
    await workbench.open(workspace);
  },

  "the card's line is written by completion": async (workbench, picture, workspace) => {
    await workbench.openFile("card.sispam");
    await workbench.says("1 error");
    await workbench.editor.click();
    const written = [
      ["ph", "phase", " Rekap: "],
      ["cr", "crowd", " "],
      ["esc", "escalates", " -> "],
      ["dep", "deploy", " "],
      ["Dal", "Dalmas", "; "],
      ["i", "if", " "],
      ["an", "anarchic", " -> "],
      ["wat", "water cannon", ""],
    ];
    for (const [typed, chosen, after] of written) {
      await workbench.page.keyboard.type(typed);
      await workbench.suggestion(chosen).waitFor();
      if (chosen === "Dalmas") {
        await picture("writing", { x: 350, y: 0, width: 900, height: 260 });
      }

      await workbench.suggestion(chosen).click();
      await workbench.page.keyboard.type(after);
    }

    const line = "phase Rekap: crowd escalates -> deploy Dalmas; if anarchic -> water cannon";
    await workbench.says("Drill is valid");
    await workbench.page.keyboard.press("Control+s");
    await expectSoon(() => readFileSync(join(workspace, "card.sispam"), "utf8").trim() === line);
  },

  "the message at the cursor is explained": async (workbench, picture) => {
    await workbench.openFile("misspelt.sispam");
    await workbench.says("1 error");
    await workbench.page.keyboard.press("F8");
    await workbench.page.keyboard.press("Escape");
    await workbench.command("Sispam: Explain Message");
    await workbench.page.locator(".tab", { hasText: "SIS2001.md" }).first().waitFor();
    await workbench.view.locator("h1", { hasText: "SIS2001" }).waitFor();
    await picture("explained");
    await workbench.command("View: Close All Editors");
  },

  "a misspelt unit is underlined, and the light bulb mends it": async (workbench, picture) => {
    await workbench.openFile("misspelt.sispam");
    const wrong = workbench.editor.locator(".squiggly-error");
    await wrong.waitFor();
    await workbench.says("1 error");
    await workbench.page.keyboard.press("F8");
    await workbench.page.keyboard.press("Escape");
    await workbench.command("Quick Fix...");
    const fix = workbench.page.locator(".action-widget .monaco-list-row", { hasText: "Dalmas" }).first();
    await fix.waitFor();
    await picture("fix");
    await workbench.page.keyboard.press("Enter");
    await wrong.waitFor({ state: "detached" });
    assert.match(await workbench.text(), /deploy Dalmas$/m);
  },

  "the timeline of a run stands beside the text": async (workbench, picture) => {
    await workbench.openFile("pasuruan-kota.sispam");
    await workbench.says("Drill");
    await workbench.command("Sispam: Run Drill");
    await workbench.view.locator(".entry").first().waitFor();
    await workbench.view.locator(".bar.deployed").first().waitFor();
    await picture("timeline");
  },

  "an entry leads to its line": async (workbench, picture) => {
    await workbench.view.locator(".entry", { hasText: "Deploy Dalmas Lanjut to KPU" }).first().click();
    const line = workbench.editor.locator(".view-line", { hasText: "deploy Dalmas Lanjut" }).first();
    await line.waitFor();
    await workbench.view.locator('.entry[aria-selected="true"]').waitFor();
    await picture("entry");
  },

  "the line of the cursor lights its entries": async (workbench) => {
    await workbench.view.locator(".entry.lit").first().waitFor();
  },

  "another seed is another run": async (workbench) => {
    const before = await workbench.view.locator(".entries").innerText();
    await workbench.view.locator("#seed").fill("7");
    await workbench.view.locator("#seed").press("Enter");
    await expectSoon(async () => (await workbench.view.locator(".entries").innerText()) !== before);
  },

  "a run starts from the phase of the cursor": async (workbench) => {
    await workbench.editor.click();
    await workbench.page.keyboard.press("Control+End");
    await workbench.command("Sispam: Run from This Phase");
    await workbench.view.locator(".entry", { hasText: "Early Campaign" }).first().waitFor({ state: "detached" });
    await workbench.view.locator(".entry", { hasText: "Phase Consolidation starts" }).waitFor();
    await workbench.editor.click();
    await workbench.command("Sispam: Run Drill");
    await workbench.view.locator(".entry", { hasText: "Deploy Dalmas Lanjut to KPU" }).first().waitFor();
  },

  "the phases stand beside the text, and one leads to its line": async (workbench, picture) => {
    await workbench.editor.click();
    await workbench.command("Sispam: Show Phase Graph");
    const phase = workbench.view.locator("[data-phase]", { hasText: "Final Count" });
    await phase.waitFor();
    await phase.press("Enter");
    await workbench.editor.locator(".view-line", { hasText: "phase Final Count" }).waitFor();
    await workbench.view.locator("[data-phase].lit", { hasText: "Final Count" }).waitFor();
    await picture("phases");
  },

  "a view grows with the text": async (workbench) => {
    await workbench.editor.click();
    await workbench.page.keyboard.press("Control+End");
    await workbench.page.keyboard.press("Enter");
    await workbench.page.keyboard.press("Shift+Tab");
    await workbench.page.keyboard.type('phase Debriefing for 5 min: at start -> announce "Well done"');
    await workbench.view.locator("[data-phase]", { hasText: "Debriefing" }).waitFor();
  },

  "a picture of the phases is saved": async (workbench, _, workspace) => {
    await workbench.view.getByRole("button", { name: "Save as SVG…" }).click();
    const input = workbench.page.locator(".quick-input-widget input[type=text]");
    await input.waitFor();
    await input.press("Enter");
    const file = join(workspace, "pasuruan-kota.svg");
    await expectSoon(() => existsSync(file) && readFileSync(file, "utf8").includes("Debriefing"));
  },

  "a drill is run many times, and what came of it is shown": async (workbench, picture) => {
    // The drill is the one of the text, not of the view beside it.
    await workbench.editor.click();
    await workbench.page.keyboard.press("Control+s");
    await workbench.command("Sispam: Simulate Drill");
    const report = workbench.page.locator(".tab.active", { hasText: "Simulation: pasuruan-kota.sispam" });
    await report.waitFor({ timeout: 120_000 });
    await workbench.view.locator("svg").first().waitFor();
    await picture("simulation");
  },

  "a drill starts from a template, with the title that was given": async (workbench) => {
    await workbench.editor.click();
    await workbench.command("Sispam: New Drill");
    const input = workbench.page.locator(".quick-input-widget input[type=text]");
    await input.fill('The "Alun-alun"');
    await input.press("Enter");
    await workbench.page.locator(".quick-input-list [role=option]", { hasText: "English" }).first().click();
    await workbench.says("Drill is valid");
    await expectSoon(async () => (await workbench.text()).includes('drill "The \\"Alun-alun\\""'));
    await workbench.command("View: Revert and Close Editor");
  },

  "tests are run from the Test Explorer": async (workbench, picture) => {
    await workbench.openFile("city-hall.sispam");
    await workbench.page.locator(".activitybar [aria-label^=Testing]").first().click();
    const test = workbench.page.locator(".test-explorer [role=treeitem]", { hasText: "city-hall.sispam" }).first();
    await test.waitFor();
    await workbench.command("Test: Run All Tests");
    await workbench.page.locator(".test-explorer [role=treeitem][aria-label*=Passed]").first().waitFor();
    await picture("tests");
  },
};

async function expectSoon(isSo) {
  for (let i = 0; i < 200; i++) {
    if (await isSo()) {
      return;
    }

    await sleep(50);
  }

  assert.fail(`never: ${isSo}`);
}
