/** Pages for the browser tests: generated with the bundled script, and opened in tabs that record complaints. */
import { assertEquals } from "@std/assert";
import type { Browser, Page } from "puppeteer-core";
import { CATALOG } from "../../experiments/catalog.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { planOf, type Settings, SUITE_SEED } from "../../experiments/plan.ts";
import { runPlan } from "../../experiments/training/run_plan.ts";
import { type Files, writeFiles } from "../../experiments/store/files.ts";
import { singleThreadTrainer } from "../../experiments/training/trainer.ts";
import { publish } from "../../reports/publish.ts";
import { publishFrontPage } from "../../reports/front_page/publish_front_page.ts";
import { BUNDLE } from "../../tools/start.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

const bundles = new Map<string, Promise<string>>();

/** The bundle of a script of the pages; made once, however often it is asked for. */
export function bundle(entry = "page_main.ts"): Promise<string> {
  const known = bundles.get(entry) ?? makeBundle(entry);
  bundles.set(entry, known);
  return known;
}

async function makeBundle(entry: string): Promise<string> {
  const file = await Deno.makeTempFile({ suffix: ".js" });
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...BUNDLE, "-o", file, `reports/live/${entry}`],
    cwd: ROOT,
  }).output();
  assertEquals(code, 0, new TextDecoder().decode(stderr));
  const script = await Deno.readTextFile(file);
  await Deno.remove(file);
  return script;
}

/** Trains an experiment and renders its page. */
export async function pageOf(experiment: Experiment, settings: Partial<Settings>, script?: string): Promise<string> {
  return (await filesOf(experiment, settings, script)).get("report.html")!;
}

async function filesOf(experiment: Experiment, settings: Partial<Settings>, script?: string): Promise<Files> {
  const plan = planOf(experiment, { suiteSeed: SUITE_SEED, ...settings });
  return (await publish(plan, await runPlan(plan, singleThreadTrainer(), { engine: "auto" }), { script })).files;
}

/** Writes the results of the whole suite and its front page to a folder. */
export async function writeSuite(folder: string, settings: Partial<Settings>, script?: string): Promise<void> {
  for (const experiment of CATALOG) {
    writeFiles(`${folder}/${experiment.id}`, await filesOf(experiment, settings, script));
  }
  writeFiles(folder, (await publishFrontPage(folder)).files);
}

/** An open page, with its errors, warnings, dialogs and requests. */
export interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Opens a new tab that opens all folds of its pages, and records its complaints from the start. */
export async function watched(browser: Browser): Promise<Opened> {
  const page = await browser.newPage(), complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`opens a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) complaints.push(`requests ${request.url()}`);
  });
  await page.evaluateOnNewDocument(() => {
    addEventListener("DOMContentLoaded", () => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>("details.fold")) fold.open = true;
    });
  });
  return { page, complaints };
}

/** Waits until the text of an element matches, and returns it. */
export async function textOf(page: Page, selector: string, pattern: RegExp): Promise<string> {
  const found = await page.waitForFunction(
    `(() => { const text = document.querySelector(${
      JSON.stringify(selector)
    })?.textContent ?? ""; return ${pattern}.test(text) && text; })()`,
  );
  return await found.jsonValue() as string;
}
