/** The page of the lab, and what a reader does there. */
import { assert } from "@std/assert";
import type { ElementHandle, Page } from "puppeteer-core";
import { labPageData } from "../../../reports/lab/lab_data.ts";
import { renderLab } from "../../../reports/lab/lab_page.ts";
import { solvedOf as solvedNetsOf } from "../../../tools/lab/sequences.ts";
import type { BrowserTest } from "../in_browsers.ts";
import { bundle, watched } from "../page.ts";

/** What the page of the lab knows. */
export const data = labPageData();

/** The HTML of the page. */
export async function labHtml(): Promise<string> {
  return renderLab(data, await bundle("lab_main.ts"));
}

/** The page of the lab in a tab that has not opened it yet. */
export async function labPage({ browser, write }: BrowserTest) {
  const address = await write("lab.html", await labHtml());
  const { page, complaints } = await watched(browser);
  await page.setViewport({ width: 1280, height: 900 });
  /** Opens the page afresh, with a fragment. */
  const open = async (fragment = "") => {
    await page.goto("about:blank");
    await page.goto(address + fragment);
    // with the first frame, the last parts of the page come to their places
    await page.waitForSelector(".lab-grid .wall[role=slider]");
  };
  return { page, complaints, open };
}

/** The number of solved nets of an address, trained without a browser. */
export function solvedOf(address: string): number {
  return solvedNetsOf(address, data);
}

/** The count on the page. */
export function countOf(page: Page): Promise<number> {
  return page.$eval(".count .number", (element) => Number(element.textContent));
}

/** Shows the end of the training and returns the count. */
export async function finalCount(page: Page): Promise<number> {
  await page.waitForFunction(`!document.querySelector(".results[aria-busy]")`);
  await page.locator(`.icon[title^="To the end"]`).click();
  const epochs = await page.$eval(".fan", (fan) => Number(fan.getAttribute("aria-valuemax")));
  await page.waitForFunction(`Number(document.querySelector(".fan").getAttribute("aria-valuenow")) === ${epochs}`);
  return countOf(page);
}

/** Clicks the element that matches a selector and has this text. */
export async function click(page: Page, selector: string, text: string): Promise<void> {
  const found = await page.evaluateHandle(
    (selector, text) => [...document.querySelectorAll(selector)].find((each) => each.textContent === text),
    selector,
    text,
  );
  const element = found.asElement();
  assert(element, `no ${selector} with the text ${text}`);
  await (element as ElementHandle<Element>).asLocator().click();
}

/** Replaces the text of the field with this label. */
export async function enter(page: Page, label: string, text: string): Promise<void> {
  const found = await page.evaluateHandle((label) => {
    const labels = [...document.querySelectorAll<HTMLLabelElement>(".lab-controls label")];
    return labels.find((each) => each.offsetParent && each.querySelector("span")?.textContent === label)?.control;
  }, label);
  const field = found.asElement() as ElementHandle<Element> | null;
  assert(field, `no field ${label}`);
  await field.asLocator().click({ count: 3 });
  await page.keyboard.press("Backspace");
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
}

/** The fragment of the address, once it has been written. */
export async function hashOf(page: Page, pattern: RegExp): Promise<string> {
  await page.waitForFunction(`${pattern}.test(location.hash)`);
  return new URL(page.url()).hash;
}
