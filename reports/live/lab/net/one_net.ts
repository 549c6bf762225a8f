/** One net, large: its decision surface, its diagram, the data in its hidden space, or its hidden units. */
import { prepare } from "../../../../core/train_network.ts";
import type { Training } from "../../../../core/training.ts";
import { labConfig } from "../../../wire/lab_config.ts";
import type { LabBasis, LabState } from "../../../wire/lab_state.ts";
import { button, html, replaceChildren, setAttributes, uniqueId } from "../../dom.ts";
import { createHeldInputs } from "./held_inputs.ts";
import { createDecisionSurface } from "../../pictures/decision_surface.ts";
import { createHiddenUnits } from "../../pictures/hidden_units.ts";
import { createHiddenSpace } from "../../pictures/hidden_space.ts";
import { createNetDiagram, type NetMark } from "../../pictures/net_diagram.ts";
import { createWeightTable, netReadout } from "../../pictures/net_readout.ts";
import type { planeOf } from "../../pictures/plane.ts";
import { type Film, parametersOf } from "../film/film.ts";
import type { Shown } from "../film/film_player.ts";
import type { LabPool } from "../film/lab_pool.ts";
import { texts } from "../page_texts.ts";
import { type LabStore, type Tab, TABS } from "../view_state.ts";
import type { PlaneOutputs } from "../worker/messages.ts";
import { labPlane } from "./lab_plane.ts";

/** Width of the diagram in pixels, and the largest distance of two units. */
const DIAGRAM = { width: 404, spacing: 56 };

/** A net at a frame of its training. */
interface ShownNet extends Shown {
  readonly start: number;
  readonly parameters: readonly number[];
  /** Its outputs over the plane, if the picture needs them. */
  readonly plane: PlaneOutputs | undefined;
}

/** Draws a net. */
interface Picture {
  readonly element: HTMLElement;
  readonly needs: "nothing" | "surface" | "units";
  show(net: ShownNet): void;
}

/** Receives the coordinates of a click on the surface, the side of its plane, and the click. */
type OnPoint = (x: number, y: number, planeSide: number, click: MouseEvent) => void;

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
    pictures[tab] ??= createPicture(tab, setting!, training, held.values, render, onPoint);
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

function createPicture(
  tab: Tab,
  setting: LabState,
  training: Training,
  held: ReadonlyMap<number, number>,
  onChange: () => void,
  onPoint: OnPoint,
): Picture {
  const hidden = training.network.layers.slice(0, -1);
  if (tab === "diagram") return diagramPicture(training);
  if (tab === "hiddenSpace") {
    const space = createHiddenSpace(training, onChange);
    if (!space) return textPicture(hidden.length > 0 ? texts.net.oneUnit : texts.net.noHidden);
    let path: { readonly film: Film; readonly start: number } | undefined;
    const show = ({ film, start, index }: ShownNet) => {
      if (path?.film !== film || path.start !== start) path = { film, start };
      space.show(path, index, (frame) => parametersOf(film.frames[frame]!, film.starts, start));
    };
    return { element: space.element, needs: "nothing", show };
  }
  const plane = labPlane(setting, training, held);
  if (!plane) return textPicture(texts.net.noPlane);
  if (tab === "hiddenUnits") {
    const units = createHiddenUnits(texts.net.title, hidden);
    if (!units) return textPicture(texts.net.noHidden);
    // where the picture is folded elsewhere, the tab has unfolded it
    setAttributes(units.element, { open: true });
    return { element: units.element, needs: "units", show: ({ plane }) => units.show(plane!.units!) };
  }
  const picture = surfacePicture(training, plane, held, onPoint);
  picture.element.classList.toggle("placing", setting.data.kind === "placed");
  return picture;
}

function surfacePicture(
  { rows, testRows = [] }: Training,
  { across, up, coordinates }: NonNullable<ReturnType<typeof planeOf>>,
  held: ReadonlyMap<number, number>,
  onPoint: OnPoint,
): Picture {
  const pointsOf = (table: Training["rows"]) =>
    table.filter(({ inputs }) => [...held].every(([input, value]) => inputs[input] === value))
      .map(({ inputs, targets }) => ({ x: inputs[across]!, y: inputs[up]!, target: targets[0]! }));
  const surface = createDecisionSurface(texts.net.title, coordinates, pointsOf(rows), pointsOf(testRows));
  if (testRows.length > 0) surface.element.append(testSetFields(surface.element));
  const plot = surface.element.querySelector<HTMLElement>(".plane")!;
  plot.addEventListener("click", (click) => {
    const { clientX, clientY } = click;
    const box = plot.getBoundingClientRect();
    const [low, second] = coordinates as [number, number], step = second - low, side = step * coordinates.length;
    const at = (fraction: number) => low - step / 2 + fraction * side;
    onPoint(at((clientX - box.left) / box.width), at((box.bottom - clientY) / box.height), side, click);
  });
  return { element: surface.element, needs: "surface", show: ({ plane }) => surface.show(plane!.surface) };
}

/** Whether surfaces show the test set; kept from one setting to the next. */
let showsTestSet = true;

/** What the marks of the two sets are, and whether those of the test set are shown. */
function testSetFields(surface: HTMLElement): HTMLElement {
  const box = html("input", { type: "checkbox" });
  const update = () => surface.classList.toggle("without-test-set", !showsTestSet);
  box.checked = showsTestSet;
  box.addEventListener("change", () => {
    showsTestSet = box.checked;
    update();
  });
  update();
  const flag = html("label", { class: "flag" }, box, html("span", {}, texts.net.showTest));
  return html("div", { class: "test-set" }, html("p", { class: "note" }, texts.net.testPoints), flag);
}

function diagramPicture(training: Training): Picture {
  const { network } = training;
  const diagram = createNetDiagram(texts.net.diagram, network, DIAGRAM.width, DIAGRAM.spacing, (mark) => {
    pointed = mark;
    update();
  });
  const readout = html("p", { class: "readout" }), table = createWeightTable(texts.net.diagram, network);
  let pointed: NetMark | undefined, current: readonly number[] = [];
  const update = () => replaceChildren(readout, netReadout(pointed, training, current));
  return {
    element: html("div", { class: "diagram" }, diagram.element, readout, table.element),
    needs: "nothing",
    show({ parameters }) {
      current = parameters;
      diagram.show(parameters);
      table.show(parameters);
      update();
    },
  };
}

function textPicture(text: string): Picture {
  return { element: html("p", { class: "note" }, text), needs: "nothing", show: () => {} };
}
