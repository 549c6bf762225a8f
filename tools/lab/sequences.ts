/** Random sequences of actions in the lab, each followed by a check of what the lab shows. */
import type { Page } from "puppeteer-core";
import type { Stream } from "../../core/random.ts";
import { trainAll } from "../../core/engine/engine.ts";
import { prepare } from "../../core/train_network.ts";
import { parseLabAddress } from "../../reports/wire/lab_address.ts";
import { labConfigs } from "../../reports/wire/lab_config.ts";
import { labStatistics } from "../../reports/wire/lab_statistics.ts";
import type { LabPageData } from "../../reports/wire/lab_state.ts";
import { actAtRandom } from "./random_actions.ts";

/** The number of solved nets of an address, trained without a browser. Throws an Error if the address has mistakes. */
export function solvedOf(address: string, data: LabPageData): number {
  const { state, problems } = parseLabAddress(address, data);
  if (problems.length > 0) throw new Error(`The address ${address} has mistakes: ${JSON.stringify(problems)}`);
  const replicates = Array.from({ length: state.starts }, (_, i) => i);
  const trained = trainAll(labConfigs(state, replicates, data).map(prepare), "auto");
  return labStatistics(trained.map(({ solvedEpoch }) => solvedEpoch), state.epochs).solved;
}

/** What the lab shows at the end of a training. */
export interface Shown {
  /** The address of the setting, as the command line has it. */
  readonly address: string;
  /** The nets counted as solved. */
  readonly count: number;
  /** The picture of the wall. */
  readonly wall: string;
  /** Why the training failed, or the empty text. */
  readonly problem: string;
}

/** Opens a setting; a tab in the background would not draw. */
async function open(page: Page, url: string): Promise<void> {
  await page.bringToFront();
  await page.goto("about:blank");
  await page.goto(url);
  await page.waitForSelector(".lab-grid");
}

/** Looks again whenever the page changes. */
const ON_CHANGE = { polling: "mutation" } as const;

/** Goes to the end of the training at once. */
export async function shownAtEnd(page: Page): Promise<Shown> {
  await page.waitForFunction(() => document.querySelector(".results:not([aria-busy])"), ON_CHANGE);
  await page.evaluate(() => document.querySelector<HTMLElement>(".icon[title^='To the end']")!.click());
  await page.waitForFunction(
    () => {
      const { ariaValueNow, ariaValueMax } = document.querySelector(".fan")!;
      return ariaValueNow !== null && ariaValueNow === ariaValueMax;
    },
    ON_CHANGE,
  );
  return await page.evaluate(() => {
    const wall = document.querySelector<HTMLCanvasElement>("canvas.wall")!;
    // the selected net is outlined
    wall.dispatchEvent(new KeyboardEvent("keydown", { key: "Home" }));
    const [, address = ""] = [...document.querySelectorAll(".panel-box pre")].at(-1)!.textContent!.split("'");
    return {
      address,
      count: Number(document.querySelector(".count .number")!.textContent),
      wall: wall.toDataURL(),
      problem: document.querySelector(".lab-wall .lab-problem:not([hidden])")?.textContent ?? "",
    };
  });
}

/** The setting in which sequences begin: some of its few nets are solved early, some late. */
const FIRST_SETTING = "#hidden=4:tanh&epochs=400&starts=20";

/** What sequences need. */
export interface SequenceLab {
  readonly page: Page;
  /** Another tab of the same size, which opens settings afresh. */
  readonly other: Page;
  readonly url: string;
  readonly data: LabPageData;
}

/**
 * Does `length` random things in a setting and returns what is wrong afterwards; undefined if nothing is.
 *
 * The count must be that of the nets trained without a browser, and the wall that of a new tab with the setting;
 * after each action that changes the setting, what is left of the old one must be marked as outdated at once.
 */
export async function sequenceFault(lab: SequenceLab, random: Stream, length: number): Promise<string | undefined> {
  const { page, other, url, data } = lab, actions: string[] = [];
  const fault = (text: string) => `${text}, after: ${actions.join("; ")}`;
  await open(page, url + FIRST_SETTING);
  for (let i = 0; i < length; i++) {
    const { action, isStale } = await actAtRandom(page, random);
    actions.push(action);
    if (isStale) return fault("An outdated answer is not marked");
  }
  const shown = await shownAtEnd(page);
  if (shown.problem !== "") return fault(`The lab says “${shown.problem}”`);
  const solved = solvedOf(shown.address, data);
  if (shown.count !== solved) return fault(`${shown.address} counts ${shown.count}, not ${solved}`);
  await open(other, url + shown.address);
  const reopened = await shownAtEnd(other);
  if (reopened.count !== solved) return fault(`${shown.address} counts ${reopened.count} in a new tab, not ${solved}`);
  if (reopened.wall !== shown.wall) return fault(`${shown.address} shows another wall than a new tab`);
}
