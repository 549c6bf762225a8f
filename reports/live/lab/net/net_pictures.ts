/** The pictures of one net: its decision surface, its diagram, the data in its hidden space, its hidden units. */
import type { Training } from "../../../../core/training.ts";
import type { LabState } from "../../../wire/lab_state.ts";
import { html, replaceChildren } from "../../dom.ts";
import { createDecisionSurface } from "../../pictures/decision_surface.ts";
import { createHiddenSpace } from "../../pictures/hidden_space.ts";
import { createHiddenUnits } from "../../pictures/hidden_units.ts";
import { createNetDiagram, type NetMark } from "../../pictures/net_diagram.ts";
import { createWeightTable, netReadout } from "../../pictures/net_readout.ts";
import { type Film, parametersOf } from "../film/film.ts";
import type { Shown } from "../film/film_player.ts";
import { texts } from "../page_texts.ts";
import type { Tab } from "../view_state.ts";
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
export interface Picture {
  readonly element: HTMLElement;
  readonly needs: "nothing" | "surface" | "units";
  show(net: ShownNet): void;
}

/** Receives the coordinates of a click on the surface, the side of its plane, and the click. */
export type OnPoint = (x: number, y: number, planeSide: number, click: MouseEvent) => void;

/** What a picture is made from. */
export interface PictureSource {
  readonly setting: LabState;
  readonly training: Training;
  /** The values of inputs that a plane holds constant. */
  readonly held: ReadonlyMap<number, number>;
  /** Called when the reader changes what the picture shows. */
  readonly onChange: () => void;
  readonly onPoint: OnPoint;
}

/** Makes each picture of a setting; one that the net does not have says so. */
export const PICTURES: Readonly<Record<Tab, (source: PictureSource) => Picture>> = {
  surface: surfacePicture,
  diagram: diagramPicture,
  hiddenSpace: hiddenSpacePicture,
  hiddenUnits: hiddenUnitsPicture,
};

function hiddenSpacePicture({ training, onChange }: PictureSource): Picture {
  const space = createHiddenSpace(training, onChange);
  if (!space) return textPicture(training.network.layers.length > 1 ? texts.net.oneUnit : texts.net.noHidden);
  let path: { readonly film: Film; readonly start: number } | undefined;
  const show = ({ film, start, index }: ShownNet) => {
    if (path?.film !== film || path.start !== start) path = { film, start };
    space.show(path, index, (frame) => parametersOf(film.frames[frame]!, film.starts, start));
  };
  return { element: space.element, needs: "nothing", show };
}

function hiddenUnitsPicture({ setting, training, held }: PictureSource): Picture {
  if (!labPlane(setting, training, held)) return textPicture(texts.net.noPlane);
  const units = createHiddenUnits(texts.net.title, training.network.layers.slice(0, -1));
  if (!units) return textPicture(texts.net.noHidden);
  return { element: units.element, needs: "units", show: ({ plane }) => units.show(plane!.units!) };
}

function surfacePicture({ setting, training, held, onPoint }: PictureSource): Picture {
  const plane = labPlane(setting, training, held);
  if (!plane) return textPicture(texts.net.noPlane);
  const { across, up, coordinates } = plane, { rows, testRows = [] } = training;
  const pointsOf = (table: Training["rows"]) =>
    table.filter(({ inputs }) => [...held].every(([input, value]) => inputs[input] === value))
      .map(({ inputs, targets }) => ({ x: inputs[across]!, y: inputs[up]!, target: targets[0]! }));
  const surface = createDecisionSurface(texts.net.title, coordinates, pointsOf(rows), pointsOf(testRows));
  if (testRows.length > 0) surface.element.append(testSetFields(surface.element));
  surface.element.classList.toggle("placing", setting.data.kind === "placed");
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

function diagramPicture({ training }: PictureSource): Picture {
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
