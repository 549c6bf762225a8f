/** Random clicks, entries and keys in the lab: the same ones for the same stream. */
import type { KeyInput, Page } from "puppeteer-core";
import type { Stream } from "../../core/random.ts";

/** Keys that the wall, the fan and the tabs know, and some that they do not. */
const KEYS: readonly KeyInput[] = [
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "Home",
  "End",
  "PageUp",
  " ",
  "Delete",
  "Escape",
  "x",
];
/** Elements that take keys. */
const KEY_TARGETS = [".wall", ".fan", ".one-net .tabs [aria-selected=true]"];
/** The proportion of keys among the actions. */
const KEY_PROPORTION = 0.2;
/** What is entered into text fields: right for some of them, wrong for others. */
const ENTRIES = ["", "x", "-1", "0", "1", "3", "7", "0.2", "100", "1e9", "0:0:1,1:1:0,0.5:1:1"];

/** What an action did. */
export interface ActionResult {
  /** What was done, for messages. */
  readonly action: string;
  /** Whether the setting changed, but what is left of the old one was not marked as outdated. */
  readonly isStale: boolean;
}

/** Does one random thing, as a reader could. */
export async function actAtRandom(page: Page, random: Stream): Promise<ActionResult> {
  const kind = random.double(), fraction = random.double(), entry = random.double();
  if (kind < KEY_PROPORTION) {
    const selector = KEY_TARGETS[Math.floor(fraction * KEY_TARGETS.length)]!;
    const key = KEYS[Math.floor(entry * KEYS.length)]!;
    await page.focus(selector);
    await page.keyboard.press(key);
    return { action: `${key === " " ? "Space" : key} in ${selector}`, isStale: false };
  }
  const { at, ...result } = await page.evaluate(clickInPage, fraction, entry, ENTRIES);
  if (at) await page.mouse.click(at.x, at.y);
  return result;
}

/** An action in the page; `at` is where the mouse clicks as well. */
interface PageAction extends ActionResult {
  readonly at?: { readonly x: number; readonly y: number };
}

/** Runs in the page: clicks, chooses, drags or enters something in one of all controls that can be seen. */
function clickInPage(fraction: number, entry: number, entries: readonly string[]): PageAction {
  const selector = [
    "button:not([disabled])",
    "summary",
    "input",
    "select",
    "textarea",
    ".stage .plane",
    ".wall",
    ".fan",
  ];
  // downloads, and a way out of the page
  const isExcluded = ({ textContent }: Element) => /as (CSV|PNG|JSON)$|^Link to/.test(textContent!);
  const found = [...document.querySelectorAll<HTMLElement>(selector.map((each) => `.lab-grid ${each}`).join())]
    .filter((each) => each.checkVisibility() && !isExcluded(each));
  const element = found[Math.floor(fraction * found.length)]!;
  const setting = () => [...document.querySelectorAll(".panel-box pre")].at(-1)!.textContent;
  const before = setting();
  const change = (type: string) => element.dispatchEvent(new Event(type, { bubbles: true }));
  if (element instanceof HTMLSelectElement) {
    element.selectedIndex = Math.floor(entry * element.options.length);
    change("change");
  } else if (element instanceof HTMLInputElement && element.type === "range") {
    const [min, max] = [Number(element.min), Number(element.max)];
    element.value = String(min + entry * (max - min));
    change("input");
    change("change");
  } else if (element instanceof HTMLInputElement && element.type === "text" || element instanceof HTMLTextAreaElement) {
    element.value = entries[Math.floor(entry * entries.length)]!;
    change("change");
  } else if (element.matches(".plane, canvas")) {
    element.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = { x: left + entry * width, y: top + (7 * entry % 1) * height };
    return { action: `mouse in ${element.className}`, isStale: false, at };
  } else element.click();
  const isMarked = [".results", ".fan", ".one-net"].every((each) => document.querySelector(each)!.ariaBusy === "true");
  const words = element.textContent!.length < 40 ? element.textContent : element.className;
  return { action: `${element.localName} ${words}`, isStale: setting() !== before && !isMarked };
}
