/** The page that tests of result pages open. */
import type { Browser, Page } from "puppeteer-core";
import { depthXor } from "../../../experiments/catalog/depth_xor.ts";
import type { BrowserTest } from "../in_browsers.ts";
import { bundle, pageOf, textOf, watched } from "../page.ts";

/** What the lab of a page says of nets that are the published runs. */
export const EQUAL = /✓ Equals the published runs, bit for bit/;

/** A new tab as wide as a desktop's window. */
export async function wideTab(browser: Browser) {
  const tab = await watched(browser);
  await tab.page.setViewport({ width: 1280, height: 900 });
  return tab;
}

/** The page of depth-xor with 5 starts of 2,000 epochs, in a tab that has not opened it yet. */
export async function depthXorPage({ browser, write }: BrowserTest) {
  const text = await pageOf(depthXor, { seeds: 5, epochs: 2000 }, await bundle());
  const address = await write("page.html", text);
  const { page, complaints } = await wideTab(browser);
  return {
    page,
    complaints,
    /** The HTML of the page. */
    text,
    address,
    /** Opens the page afresh, with a fragment. */
    open: async (fragment = "") => {
      await page.goto("about:blank");
      await page.goto(address + fragment);
    },
    /** Opens the page afresh, and waits until its lab has trained the published runs. */
    openTrained: async (fragment = "") => {
      await page.goto("about:blank");
      await page.goto(address + fragment);
      await textOf(page, "#explorer .published", EQUAL);
    },
    fieldValue: (selector: string) => page.$eval(selector, (field) => (field as HTMLInputElement).value),
    /** Waits until the fragment of the address matches. */
    waitForHash: (pattern: RegExp) => page.waitForFunction(`${pattern}.test(decodeURIComponent(location.hash))`),
  };
}

/** The epoch that the lab shows. */
export function epochOf(page: Page): Promise<number> {
  return page.$eval("#explorer .fan", (fan) => Number(fan.getAttribute("aria-valuenow")));
}
