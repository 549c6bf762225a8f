/** Tests in real browsers: each has a browser and an empty folder, and leaves neither behind. */
import type { Browser } from "puppeteer-core";
import { needing } from "../needs.ts";
import { type BrowserName, isInstalled, launch, PERMISSIONS } from "./browsers.ts";

/** What a test in a browser starts with. */
export interface BrowserTest {
  readonly t: Deno.TestContext;
  readonly name: BrowserName;
  readonly browser: Browser;
  /** The path of the folder. */
  readonly folder: string;
  /** The address of a file in the folder. */
  readonly addressOf: (file: string) => string;
  /** Writes a page to the folder, and returns its address. */
  readonly write: (file: string, text: string) => Promise<string>;
}

/** Registers a test for each of some browsers; it is ignored where that one is not installed. */
export function testInBrowsers(
  names: readonly BrowserName[],
  title: string,
  body: (test: BrowserTest) => Promise<void>,
): void {
  for (const name of names) {
    Deno.test({
      ...needing([...PERMISSIONS, { program: name, isInstalled: isInstalled(name) }], `${title} (${name})`),
      // The browser's process and sockets outlive a step.
      sanitizeOps: false,
      sanitizeResources: false,
      fn: async (t) => {
        const browser = await launch(name), folder = await Deno.makeTempDir();
        const addressOf = (file: string) => `file://${folder}/${file}`;
        const write = async (file: string, text: string) => {
          await Deno.writeTextFile(`${folder}/${file}`, text);
          return addressOf(file);
        };
        try {
          await body({ t, name, browser, folder, addressOf, write });
        } finally {
          await browser.close();
          await Deno.remove(folder, { recursive: true });
        }
      },
    });
  }
}
