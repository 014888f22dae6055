// What a user does in the workbench, by mouse and keyboard.
const patience = 30_000;

export class Workbench {
  constructor(page, url) {
    this.page = page;
    this.url = url;
  }

  /** Opens VS Code on the folder. */
  async open(workspace) {
    await this.page.goto(`${this.url}/?folder=${encodeURIComponent(workspace)}`, { waitUntil: "domcontentloaded" });
    await this.page.locator(".explorer-folders-view [role=treeitem]").first().waitFor({ timeout: 60_000 });
  }

  /** Opens a file from the explorer, and waits until it can be typed into. */
  async openFile(name) {
    await this.page.locator(`.explorer-folders-view [role=treeitem][aria-label*="${name}"]`).first().dblclick();
    await this.editor.locator(".view-lines").waitFor({ timeout: patience });
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).first().waitFor({ timeout: patience });
  }

  /** Runs a command of the palette by its title. */
  async command(title) {
    await this.page.keyboard.press("F1");
    const input = this.page.locator(".quick-input-widget input[type=text]");
    await input.waitFor({ timeout: patience });
    await input.fill(`>${title}`);
    // Not by the keyboard: on a busy machine the list is there before it takes keys.
    await this.page
      .locator(`.quick-input-list [role=option][aria-label*="${title}"]`)
      .first()
      .click({ timeout: patience });
  }

  /** The editor that is in front on the left. */
  get editor() {
    return this.page.locator(".editor-group-container .editor-instance .monaco-editor").first();
  }

  /** The text of the editor, as far as it is in sight. */
  async text() {
    const lines = await this.editor.locator(".view-line").allInnerTexts();
    return lines.join("\n").replaceAll("\u00a0", " ");
  }

  /** One of the words that are offered. */
  suggestion(word) {
    const label = this.page.locator(".label-name", { hasText: new RegExp(`^${word}$`) });
    return this.page.locator(".suggest-widget.visible .monaco-list-row", { has: label }).first();
  }

  /** What the view of ours shows that is in front. */
  get view() {
    return this.page.frameLocator("iframe.webview.ready >> visible=true").frameLocator("#active-frame");
  }

  /** The item of ours in the status bar. */
  get status() {
    return this.page.locator('[id="sispamlang.sispam.sispam.status"]');
  }

  /** Waits for a text in the status item. */
  async says(text) {
    await this.status.filter({ hasText: text }).waitFor({ timeout: patience });
  }
}
