import { appendFileSync } from "node:fs";
import Mocha from "mocha";
import { editing } from "./editing.test";
import { features } from "./features.test";
import { running } from "./running.test";
import { server } from "./server.test";

/** Run by VS Code in its extension host; the report goes to the file that the environment names. */
export function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, reporter: "min" });
  return new Promise((resolve, reject) => {
    mocha.suite.emit("pre-require", globalThis, "", mocha);
    editing();
    features();
    running();
    server();
    const say = (line: string): void => {
      appendFileSync(process.env.SISPAM_TEST_REPORT ?? "/dev/stdout", line + "\n");
    };
    mocha
      .run((failures) => {
        if (failures === 0) {
          resolve();
        } else {
          reject(new Error(`${failures} failed`));
        }
      })
      .on("pass", (test) => {
        say(`ok: ${test.fullTitle()}`);
      })
      .on("fail", (test, error: Error) => {
        say(`FAILED: ${test.fullTitle()}\n  ${(error.stack ?? error.message).replaceAll("\n", "\n  ")}`);
      });
  });
}
