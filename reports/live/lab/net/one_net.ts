/** One net, large: its decision surface, its diagram, the data in its hidden space, or its hidden units. */
import { prepare } from "../../../../core/train_network.ts";
import type { Training } from "../../../../core/training.ts";
import { labConfig } from "../../../wire/lab_config.ts";
import type { LabPageData, LabState } from "../../../wire/lab_state.ts";
import { button, html, replaceChildren, setAttributes } from "../../dom.ts";
import { createHeldInputs } from "../../explorer/held_inputs.ts";
import { createDecisionSurface } from "../../pictures/decision_surface.ts";
import { createHiddenUnits } from "../../pictures/hidden_units.ts";
import { createNetDiagram } from "../../pictures/net_diagram.ts";
import { weightLegend } from "../../pictures/net_view.ts";
import type { planeOf } from "../../pictures/plane.ts";
import { parametersOf } from "../film/film.ts";
import type { Shown } from "../film/film_player.ts";
import type { LabPool } from "../film/lab_pool.ts";
import { texts } from "../page_texts.ts";
import { type LabStore, type Tab, TABS } from "../view_state.ts";
import type { PlaneOutputs } from "../worker/messages.ts";
import { labPlane } from "./lab_plane.ts";
import { createLabHiddenSpace } from "./lab_hidden_space.ts";

/** Width of the diagram in pixels, and the largest distance of two units. */
const DIAGRAM = { width: 404, spacing: 56 };

/** Draws a net with some parameters; `plane` has its outputs over the plane, if the picture needs them. */
interface Picture {
  readonly element: HTMLElement;
  readonly needs: "nothing" | "surface" | "units";
  show(parameters: readonly number[], plane: PlaneOutputs | undefined): void;
}

/** Creates the view; `onPoint` receives the coordinates of a click on the surface, and the side of its plane. */
export function createOneNet(
  data: LabPageData,
  store: LabStore,
  pool: LabPool,
  onPoint: (x: number, y: number, planeSide: number) => void,
) {
  const stage = html("div", { class: "stage", id: "lab-stage", role: "tabpanel" });
  const tabs = createTabs(store);
  const held = createHeldInputs(() => {
    pictures = {};
    render();
  });
  let setting: LabState | undefined, training: Training;
  let pictures: Partial<Record<Tab, Picture>> = {};
  let shown: Shown | undefined, isAsking = false, isOutdated = false;

  const pictureOf = (tab: Tab) =>
    pictures[tab] ??= createPicture(tab, setting!, training, held.values, render, onPoint);
  const render = async () => {
    if (!shown) return;
    if (isAsking) {
      isOutdated = true;
      return;
    }
    const { film, index } = shown, { tab, start } = store.state, drawn = pictureOf(tab);
    const parameters = parametersOf(film.frames[index]!, film.starts, Math.min(start, film.starts - 1));
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
      drawn.show(parameters, plane);
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
function createTabs(store: LabStore) {
  const tabs = TABS.map((tab) =>
    button(texts.net[tab], () => store.change({ tab }), {
      role: "tab",
      "aria-controls": "lab-stage",
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

function createPicture(
  tab: Tab,
  setting: LabState,
  training: Training,
  held: ReadonlyMap<number, number>,
  onChange: () => void,
  onPoint: (x: number, y: number, planeSide: number) => void,
): Picture {
  const hidden = training.network.layers.slice(0, -1);
  if (tab === "diagram") return diagramPicture(training);
  if (tab === "hiddenSpace") {
    const space = createLabHiddenSpace(training, onChange);
    return space
      ? { ...space, needs: "nothing" }
      : textPicture(hidden.length > 0 ? texts.net.oneUnit : texts.net.noHidden);
  }
  const plane = labPlane(setting, training, held);
  if (!plane) return textPicture(texts.net.noPlane);
  if (tab === "hiddenUnits") {
    const units = createHiddenUnits(texts.net.title, hidden);
    if (!units) return textPicture(texts.net.noHidden);
    // where the picture is folded elsewhere, the tab has unfolded it
    setAttributes(units.element, { open: true });
    return { element: units.element, needs: "units", show: (_, outputs) => units.show(outputs!.units!) };
  }
  return surfacePicture(training, plane, held, onPoint);
}

function surfacePicture(
  { rows, testRows = [] }: Training,
  { across, up, coordinates }: NonNullable<ReturnType<typeof planeOf>>,
  held: ReadonlyMap<number, number>,
  onPoint: (x: number, y: number, planeSide: number) => void,
): Picture {
  const pointsOf = (table: Training["rows"]) =>
    table.filter(({ inputs }) => [...held].every(([input, value]) => inputs[input] === value))
      .map(({ inputs, targets }) => ({ x: inputs[across]!, y: inputs[up]!, target: targets[0]! }));
  const surface = createDecisionSurface(texts.net.title, coordinates, pointsOf(rows), pointsOf(testRows));
  if (testRows.length > 0) surface.element.append(html("p", { class: "note" }, texts.net.testPoints));
  const plot = surface.element.querySelector<HTMLElement>(".plane")!;
  plot.addEventListener("click", ({ clientX, clientY }) => {
    const box = plot.getBoundingClientRect();
    const [low, second] = coordinates as [number, number], step = second - low, side = step * coordinates.length;
    const at = (fraction: number) => low - step / 2 + fraction * side;
    onPoint(at((clientX - box.left) / box.width), at((box.bottom - clientY) / box.height), side);
  });
  return { element: surface.element, needs: "surface", show: (_, outputs) => surface.show(outputs!.surface) };
}

function diagramPicture({ network }: Training): Picture {
  const diagram = createNetDiagram(texts.net.diagram, network, DIAGRAM.width, DIAGRAM.spacing, (mark) => {
    pointed = mark && "parameter" in mark ? mark : undefined;
    update();
  });
  const readout = html("p", { class: "readout" });
  let pointed: { readonly symbol: string; readonly parameter: number } | undefined;
  let current: readonly number[] = [];
  const update = () => {
    replaceChildren(
      readout,
      pointed ? `${pointed.symbol} = ${current[pointed.parameter]}` : weightLegend(current).join(" "),
    );
  };
  return {
    element: html("div", { class: "diagram" }, diagram.element, readout),
    needs: "nothing",
    show(parameters) {
      current = parameters;
      diagram.show(parameters);
      update();
    },
  };
}

function textPicture(text: string): Picture {
  return { element: html("p", { class: "note" }, text), needs: "nothing", show: () => {} };
}
