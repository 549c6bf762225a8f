/** One net, large: one of its pictures, and tabs to choose it. */
import { prepare } from "../../../../core/train_network.ts";
import type { Training } from "../../../../core/training.ts";
import { labConfig } from "../../../wire/lab_config.ts";
import type { LabBasis, LabState } from "../../../wire/lab_state.ts";
import { button, html, replaceChildren, setAttributes, uniqueId } from "../../dom.ts";
import { parametersOf } from "../film/film.ts";
import type { Shown } from "../film/film_player.ts";
import type { LabPool } from "../film/lab_pool.ts";
import { texts } from "../page_texts.ts";
import { type LabStore, type Tab, TABS } from "../view_state.ts";
import type { PlaneOutputs } from "../worker/messages.ts";
import { createHeldInputs } from "./held_inputs.ts";
import { type OnPoint, type Picture, PICTURES } from "./net_pictures.ts";

/** Creates the view. */
export function createOneNet(
  data: LabBasis,
  store: LabStore,
  pool: LabPool,
  onPoint: OnPoint,
) {
  const stage = html("div", { class: "stage", id: uniqueId("lab-stage"), role: "tabpanel" });
  const tabs = createTabs(store, stage.id);
  const held = createHeldInputs(() => {
    pictures = {};
    render();
  });
  let setting: LabState | undefined, training: Training;
  let pictures: Partial<Record<Tab, Picture>> = {};
  let shown: Shown | undefined, isAsking = false, isOutdated = false;

  const pictureOf = (tab: Tab) =>
    pictures[tab] ??= PICTURES[tab]({ setting: setting!, training, held: held.values, onChange: render, onPoint });
  const render = async () => {
    if (!shown) return;
    if (isAsking) {
      isOutdated = true;
      return;
    }
    const { film, index } = shown, { tab } = store.state, drawn = pictureOf(tab);
    const start = Math.min(store.state.start, film.starts - 1);
    const parameters = parametersOf(film.frames[index]!, film.starts, start);
    let plane: PlaneOutputs | undefined;
    if (drawn.needs !== "nothing") {
      isAsking = true;
      try {
        const request = {
          state: film.state,
          parameters,
          withUnits: drawn.needs === "units",
          held: new Map(held.values),
        };
        plane = await pool.plane(request);
      } finally {
        isAsking = false;
      }
    }
    // another setting has other pictures
    if (pictures[store.state.tab] === drawn) {
      drawn.show({ film, index, start, parameters, plane });
      if (stage.firstElementChild !== drawn.element) replaceChildren(stage, drawn.element);
      heldContainer.hidden = drawn.needs === "nothing";
      if (film.state === store.state.setting) setAttributes(element, { "aria-busy": undefined });
    }
    if (isOutdated) {
      isOutdated = false;
      render();
    }
  };
  const load = (next: LabState) => {
    setting = next;
    training = prepare(labConfig(next, 0, data));
    pictures = {};
    held.update(training);
  };
  const heldContainer = html("div", {}, held.element);
  const element = html("div", { class: "one-net" }, tabs.element, stage, heldContainer);
  store.listen((state, previous) => {
    if (state.setting !== previous.setting) setAttributes(element, { "aria-busy": "true" });
    if (state.tab !== previous.tab || state.start !== previous.start) render();
    tabs.show(state.tab);
  });
  tabs.show(store.state.tab);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", render);
  return {
    element,
    show(next: Shown) {
      if (next.film.state !== setting) load(next.film.state);
      shown = next;
      render();
    },
  };
}

/** The tabs, one of them selected; arrow keys move between them. */
function createTabs(store: LabStore, stageId: string) {
  const tabs = TABS.map((tab) =>
    button(texts.net[tab], () => store.change({ tab }), {
      role: "tab",
      "aria-controls": stageId,
    })
  );
  const element = html("div", { class: "tabs", role: "tablist", "aria-label": texts.net.title }, ...tabs);
  element.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const next = (TABS.indexOf(store.state.tab) + step + TABS.length) % TABS.length;
    store.change({ tab: TABS[next]! });
    tabs[next]!.focus();
  });
  return {
    element,
    show(selected: Tab) {
      tabs.forEach((tab, i) => {
        const isSelected = TABS[i] === selected;
        setAttributes(tab, { "aria-selected": String(isSelected), tabindex: isSelected ? 0 : -1 });
      });
    },
  };
}
