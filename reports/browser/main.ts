/** The script of every page; without a document it is the page's worker. */
import { START, stateFrom } from "./address.ts";
import { assistants } from "./assistant.ts";
import { mountExplorer } from "./explorer.ts";
import { DATA_ID, type PageData, readJson } from "./page_data.ts";
import { FIGURES_ID, type FiguresData } from "./figure_data.ts";
import { mountFigures } from "./figures.ts";
import { mountReproduce } from "./reproduce.ts";
import { mountTables } from "./selection.ts";
import { storeOf } from "./state.ts";
import { mountWorked } from "./worked.ts";
import { serve } from "./worker.ts";

if (typeof document === "undefined") serve(self as unknown as Parameters<typeof serve>[0]);
else start();

function start(): void {
  const script = document.getElementById("page-script")?.textContent, data = readJson<PageData>(document, DATA_ID);
  if (!script || !data) return;
  const hire = assistants(script, data),
    named = stateFrom(location.hash, data),
    store = storeOf({ ...START, ...named });
  const section = (id: string) => document.getElementById(id)!;
  document.documentElement.classList.add("live");
  const assistant = hire();
  mountExplorer(section("explorer"), data, store, assistant);
  mountWorked(section("worked"), data, store, assistant);
  const figures = readJson<FiguresData>(document, FIGURES_ID);
  if (figures) mountFigures(figures, data, store);
  mountTables(data, store);
  mountReproduce(section("reproduce"), data, hire);
  if (named) section("explorer").scrollIntoView();
  addEventListener("hashchange", () => {
    const state = stateFrom(location.hash, data);
    if (state) store.change(state);
  });
}
