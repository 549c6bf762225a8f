/** The script of every page; without a document it is the page's worker. */
import { START, stateFrom } from "../wire/address.ts";
import { assistants } from "./assistant.ts";
import { pause } from "./dom.ts";
import { mountExplorer } from "./explorer/explorer.ts";
import { DATA_ID, type PageData, readJson } from "../wire/page_data.ts";
import { FIGURES_ID, type FiguresData } from "../wire/figure_data.ts";
import { mountFigures } from "./figures/figures.ts";
import { mountReproduce } from "./reproduce/reproduce.ts";
import { mountTables } from "./figures/selection.ts";
import { storeOf } from "./state.ts";
import { mountWorked } from "./worked/worked_update.ts";
import { serve } from "./page_worker.ts";

if (typeof document === "undefined") serve(self as unknown as Parameters<typeof serve>[0]);
else start();

/** How long to wait for a picture that may never come, as in a tab that nobody sees, in milliseconds. */
const PATIENCE = 200;

/** Brings the page to life, each part in a task of its own: what is seen first before the first picture, the rest after it. */
async function start(): Promise<void> {
  const script = document.getElementById("page-script")?.textContent, data = readJson<PageData>(document, DATA_ID);
  if (!script || !data) return;
  const named = stateFrom(location.hash, data), store = storeOf({ ...START, cell: data.start, ...named });
  const section = (id: string) => document.getElementById(id)!;
  document.documentElement.classList.add("live");
  const figures = readJson<FiguresData>(document, FIGURES_ID);
  if (figures) mountFigures(figures, data, store);
  mountTables(data, store);
  await picture();
  const hire = assistants(script, data), assistant = hire();
  mountExplorer(section("explorer"), data, store, assistant);
  await pause();
  const worked = document.getElementById("worked");
  if (worked) mountWorked(worked, data, store, assistant);
  mountReproduce(section("reproduce"), data, hire);
  if (named) section("explorer").scrollIntoView();
  addEventListener("hashchange", () => {
    const state = stateFrom(location.hash, data);
    if (state) store.change(state);
  });
  // also where the address is the link's already, of which the browser would make nothing
  for (const link of document.querySelectorAll('#verdicts a[href^="#"]')) {
    link.addEventListener("click", () => {
      section("explorer").scrollIntoView();
      section("explorer").querySelector("select")?.focus({ preventScroll: true });
    });
  }
}

/** Waits until the page has been painted. */
function picture(): Promise<void> {
  const painted = new Promise<void>((resolve) => requestAnimationFrame(() => resolve())).then(() => pause());
  return Promise.race([painted, pause(PATIENCE)]);
}

/*! The script of the page ends here. */
