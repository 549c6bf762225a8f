/** The script of every page. Without a document it runs as one of the page's workers. */
import { FIRST_RUN, parseRun } from "../wire/address.ts";
import { type FigureData, FIGURES_ID } from "../wire/figure_data.ts";
import { PAGE_DATA_ID, type PageData } from "../wire/page_data.ts";
import { pause, readJson } from "./dom.ts";
import { mountFigures } from "./figures/figures.ts";
import { createRunLink } from "./figures/run_link.ts";
import { mountTables } from "./figures/selection.ts";
import { openFolds, whenUnfolded } from "./folds.ts";
import { LAB_WORKER } from "./lab/film/lab_pool.ts";
import { serveLab } from "./lab/worker/lab_worker.ts";
import { mountPublishedLab } from "./published/published_lab.ts";
import { mountReproduce } from "./reproduce/reproduce.ts";
import { createStore, type PageState } from "./state.ts";
import { serve } from "./worker/page_worker.ts";
import { workerStarter } from "./worker/worker_client.ts";
import { mountWorked } from "./worked/worked_update.ts";

if (typeof document !== "undefined") start();
else if (self.name === LAB_WORKER) serveLab(self as unknown as Parameters<typeof serveLab>[0]);
else serve(self as unknown as Parameters<typeof serve>[0]);

/** Longest wait for the first paint, in milliseconds: a hidden tab never paints. */
const PAINT_TIMEOUT = 200;

/** Mounts the parts of the page: what is visible first before the first paint, the others after it, each in its own task. */
async function start(): Promise<void> {
  const script = document.getElementById("page-script")?.textContent;
  const data = readJson<PageData>(PAGE_DATA_ID);
  if (!script || !data) return;
  const addressed = parseRun(location.hash, data);
  const isChosen = addressed !== undefined;
  const run = addressed ?? { ...FIRST_RUN, cell: data.featuredCell, unknown: [] };
  const store = createStore<PageState>({ ...run, isChosen, isPublished: true, hidden: {} });
  document.documentElement.classList.add("live");
  openFolds();
  const figures = readJson<FigureData[]>(FIGURES_ID);
  const explorer = document.getElementById("explorer")!;
  const runLink = createRunLink(data, explorer);
  if (figures) mountFigures(figures, data, store, runLink);
  mountTables(data, store, runLink);
  await firstPaint();

  mountPublishedLab(explorer, data, store, script);
  await pause();
  const startWorker = workerStarter(script, data);
  const worked = document.getElementById("worked");
  if (worked) whenUnfolded(worked, () => mountWorked(worked, data, store, startWorker()));
  mountReproduce(document.getElementById("reproduce")!, data, startWorker);
  if (addressed) explorer.scrollIntoView();
  // The browser does nothing for a link to the current address.
  for (const link of document.querySelectorAll('#surprises a[href^="#"]')) {
    link.addEventListener("click", () => {
      explorer.scrollIntoView();
      explorer.querySelector("select")?.focus({ preventScroll: true });
    });
  }
}

/** Waits until the page has been painted. */
function firstPaint(): Promise<void> {
  const painted = new Promise<void>((resolve) => requestAnimationFrame(() => resolve())).then(() => pause());
  return Promise.race([painted, pause(PAINT_TIMEOUT)]);
}
