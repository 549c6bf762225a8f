/** Points placed by hand, as a list: clicks on the surface add and change them, too. */
import { type LabPoint, type LabState, MAX_PLACED_POINTS } from "../../../wire/lab_state.ts";
import { button, html } from "../../dom.ts";
import { texts } from "../page_texts.ts";
import { type Control, problemOutput } from "./setting_fields.ts";
import { type Form, problemText } from "./form.ts";

const words = texts.data;

/** The text of points in an address. */
function pointsText(points: readonly LabPoint[]): string {
  return points.map(({ x, y, target }) => [x, y, target].join(":")).join(",");
}

/** The points of a setting; undefined if it has other data. */
function placedPointsOf({ data }: LabState): readonly LabPoint[] | undefined {
  return data.kind === "placed" ? data.points : undefined;
}

/** The number of points, how to place them, and the points as a text to edit. */
export function placedPoints(form: Form): Control {
  const count = html("p", { class: "note" });
  const list = html("textarea", { rows: 3, spellcheck: "false", "aria-label": words.placed });
  const problem = problemOutput(form, words.placed, list);
  list.addEventListener("change", () => problem.apply({ xy: list.value.trim() }));
  const clear = button(words.clearPoints, () => problem.apply({ xy: "0:0:0,1:1:1" }));
  return {
    element: html(
      "div",
      { class: "fields" },
      count,
      html("p", { class: "note" }, words.placeHint),
      list,
      problem.element,
      clear,
    ),
    show(setting) {
      const points = placedPointsOf(setting) ?? [];
      count.textContent = words.placedCount(points.length, MAX_PLACED_POINTS);
      if (!problem.isWrong) list.value = pointsText(points);
    },
  };
}

/** Distance, as a fraction of the plane's side, within which a click means a point that is there. */
const REACH = 0.04;

/** Keys held down while the reader clicks. */
interface ClickKeys {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * Places points where the reader clicks, those of the other target with Shift. A click on a point changes its target,
 * and with Alt removes it; Delete removes the last one.
 */
export function createPointEditor(form: Form) {
  const problem = html("p", { class: "problem", role: "alert", hidden: true });
  let last: LabPoint | undefined;
  const change = (points: readonly LabPoint[]) => {
    const [fault] = form.apply({ xy: pointsText(points) });
    problem.textContent = fault ? problemText(words.placed, fault) : "";
    problem.hidden = !fault;
  };
  return {
    /** Says why a click changed nothing. */
    problem,
    click(x: number, y: number, planeSide: number, { shiftKey, altKey }: ClickKeys) {
      const points = placedPointsOf(form.setting);
      if (!points) return;
      const isNear = (point: LabPoint) => Math.hypot(point.x - x, point.y - y) < REACH * planeSide;
      const index = points.findIndex(isNear);
      const found = points[index];
      if (altKey) {
        if (found) change(points.toSpliced(index, 1));
        return;
      }
      const rounded = (value: number) => Number(value.toFixed(2)), target = last?.target ?? 1;
      last = found
        ? { ...found, target: otherTarget(found.target) }
        : { x: rounded(x), y: rounded(y), target: shiftKey ? otherTarget(target) : target };
      change(found ? points.with(index, last) : [...points, last]);
    },
    remove() {
      const points = placedPointsOf(form.setting);
      const remaining = points?.filter(({ x, y }) => x !== last?.x || y !== last.y);
      if (points && remaining && remaining.length < points.length) change(remaining);
    },
  };
}

function otherTarget(target: 0 | 1): 0 | 1 {
  return target === 1 ? 0 : 1;
}
