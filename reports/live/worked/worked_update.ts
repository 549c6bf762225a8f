/** One update of the chosen run, step by step, with its numbers on the net. */
import { prepare } from "../../../core/train_network.ts";
import { stepsPerEpoch } from "../../../core/training.ts";
import { renderWorked, type WorkedStep } from "../../../core/worked/work_update.ts";
import { symbolsOf } from "../../../core/worked/symbols.ts";
import { significant } from "../../../experiments/format.ts";
import { raised } from "../../page/numbers.ts";
import { numeral as number } from "../../chart/scales.ts";
import type { Assistant } from "../assistant.ts";
import { type Diagram, diagramOf, type UnitMark } from "../pictures/net_diagram.ts";
import { button, html, labelled, refill, svg } from "../dom.ts";
import type { PageData } from "../../wire/page_data.ts";
import { nameOf, runOf } from "../../wire/page_runs.ts";
import type { Store } from "../state.ts";

/** An update worked out, and the parameters before it. */
export interface Worked {
  readonly steps: readonly WorkedStep[];
  readonly parameters: readonly number[];
}

/** The widest drawing, and the distance of its units from which on their values stand below them, in pixels. */
const WIDEST = 632, APART = 76, ROOMY = 44;
/** The latest update that may be asked for: its run is trained anew for it. */
const LATEST = 100_000;

/** Fills the section. */
export function mountWorked(section: HTMLElement, data: PageData, store: Store, assistant: Assistant): void {
  let worked: Worked | undefined, scene: Scene | undefined, at = 0;
  const subject = html("p", { class: "note" }), status = html("p", { class: "note", role: "status" });
  const update = html("input", { type: "number", min: 1, step: 1, value: 1 });
  const part = html("select", {}), slider = html("input", { type: "range", min: 0, step: 1 });
  const told = html("div", { class: "step", role: "status" }), stage = html("div", { class: "worked-net" });
  const text = html("code", {}), back = button("Back", () => go(at - 1)), next = button("Next", () => go(at + 1));

  const controls = html(
    "div",
    { class: "controls" },
    labelled("update", update),
    labelled("part", part),
    back,
    next,
    labelled("step", slider),
  );
  const panes = html("div", { class: "worked" }, stage, told);
  const scroll = { class: "scroll", tabindex: 0, role: "region", "aria-label": "the update as text" };
  const whole = html(
    "details",
    {},
    html("summary", {}, "All of it as text"),
    html("div", scroll, html("pre", {}, text)),
  );

  const go = (step: number) => {
    if (!worked) return;
    const { steps } = worked;
    at = Math.min(steps.length - 1, Math.max(0, step));
    const { section, symbol, formula, numbers, value } = steps[at]!;
    const pieces = [symbol, formula, numbers, String(value)].filter((piece, i, all) => i === 0 || piece !== all[i - 1]);
    refill(
      told,
      html("p", { class: "note" }, `Step ${number(at + 1)} of ${number(steps.length)}. ${section}`),
      ...pieces.map((piece, i) => html("div", {}, html("code", {}, i === 0 ? piece : `= ${piece}`))),
    );
    slider.value = String(at);
    slider.setAttribute("aria-valuetext", `step ${at + 1} of ${steps.length}: ${symbol} = ${value}`);
    part.value = String(steps.findIndex((one) => one.section === section));
    back.disabled = at === 0;
    next.disabled = at === steps.length - 1;
    scene?.show(at);
  };
  slider.addEventListener("input", () => go(Number(slider.value)));
  part.addEventListener("change", () => go(Number(part.value)));
  update.addEventListener("change", () => work());

  let latest = 0;
  const work = async () => {
    const ticket = ++latest, { cell, replicate } = store.state, training = prepare(runOf(data, cell, replicate).config);
    const most = Math.min(training.steps, LATEST), wanted = Math.round(Number(update.value));
    update.max = String(most);
    update.value = String(Math.min(Math.max(1, most), Math.max(1, Number.isFinite(wanted) ? wanted : 1)));
    refill(
      subject,
      `The run ${nameOf(data, cell, replicate)}; an epoch has ${number(stepsPerEpoch(training))} ${
        stepsPerEpoch(training) === 1 ? "update" : "updates"
      }.`,
    );
    refill(status);
    try {
      const answer = await assistant.ask("work", { cell, replicate, update: Number(update.value) - 1 });
      if (ticket !== latest) return;
      worked = answer;
      const sections = [...new Set(answer.steps.map(({ section }) => section))];
      refill(
        part,
        ...sections.map((name) =>
          html("option", { value: answer.steps.findIndex(({ section }) => section === name) }, name)
        ),
      );
      slider.max = String(answer.steps.length - 1);
      text.textContent = renderWorked(answer.steps);
      scene = sceneOf(answer, training, Math.min(WIDEST, section.clientWidth || WIDEST));
      refill(stage, scene.element);
      go(0);
    } catch (error) {
      if (ticket !== latest) return;
      worked = undefined;
      refill(status, `There is no such update: ${(error as Error).message}`);
      refill(told);
      refill(stage);
      refill(text);
    }
  };

  section.append(subject, controls, status, panes, whole);
  store.listen((state, before) => {
    if (state.cell !== before.cell || state.replicate !== before.replicate) work();
  });
  work();
}

/** The net of a worked update. */
interface Scene {
  readonly element: SVGSVGElement;
  /** Shows what is known by a step, and sets off what it speaks of. */
  show(step: number): void;
}

function sceneOf({ steps, parameters }: Worked, { network, rows }: ReturnType<typeof prepare>, width: number): Scene {
  const diagram = diagramOf(network, {
    width,
    apart: APART,
    label: "The net of this update; the step in words stands beside it",
  });
  const { units, weights, radius } = diagram.placing, subjects = subjectsOf(diagram, network, rows.length, steps);
  const rowsTold = new Set(steps.map(rowOf).filter((row) => row !== undefined));
  const onlyRow = rowsTold.size === 1 ? [...rowsTold][0] : undefined;
  const isRoomy = units.every((unit) =>
    units.every((other) => other === unit || other.layer !== unit.layer || Math.abs(other.y - unit.y) >= ROOMY)
  );
  const notes = svg("g", {
    "font-size": 11,
    "text-anchor": "middle",
    fill: "var(--ink)",
    stroke: "var(--paper)",
    "stroke-width": 6,
    "stroke-linejoin": "round",
    "paint-order": "stroke",
  });
  diagram.element.append(notes);
  const textAt = (x: number, y: number, words: string, isStrong = false) =>
    svg("text", { x, y, "font-weight": isStrong ? "bold" : undefined }, words);
  return {
    element: diagram.element,
    show(step) {
      const known = [...parameters], row = rowOf(steps[step]!) ?? onlyRow;
      const values = new Map<UnitMark, Map<string, number>>();
      for (const { symbol, section, value } of steps.slice(0, step + 1)) {
        const weight = symbol.endsWith("′") ? subjects.weights.get(symbol.slice(0, -1)) : undefined;
        if (weight !== undefined) known[weight] = value;
        const unit = subjects.units.get(symbol);
        if (!unit || row !== undefined && rowOf({ section }) !== row) continue;
        values.set(unit, (values.get(unit) ?? new Map()).set(symbol[0]!, value));
      }
      const { symbol, formula } = steps[step]!, named = symbolsIn(`${symbol} ${formula}`);
      const marked = new Set(named.flatMap((name) => subjects.weights.get(name) ?? []));
      const ringed = new Set(named.flatMap((name) => subjects.units.get(name) ?? []));
      diagram.show(known);
      diagram.mark(marked.size + ringed.size > 0 ? marked : undefined, ringed);
      refill(
        notes,
        ...(isRoomy ? units : []).flatMap((unit) => {
          if (unit.layer === 0 && unit.unit >= 0 && row !== undefined) {
            return [textAt(unit.x, unit.y + radius + 13, String(rows[row]!.inputs[unit.unit]!))];
          }
          const own = values.get(unit), shown = ["v", "y", "δ"].filter((letter) => own?.has(letter)).slice(-2);
          return shown.map((letter, i) =>
            textAt(
              unit.x,
              unit.y + radius + 13 + 13 * i,
              `${letter} ${raised(significant(own!.get(letter)!, 3))}`,
              ringed.has(unit),
            )
          );
        }),
        ...weights.filter(({ parameter }) => marked.has(parameter)).map(({ from, to, parameter }, i, all) => {
          const share = all.length === 1 ? 0.5 : 0.35 + 0.3 * i / (all.length - 1);
          return textAt(
            from.x + share * (to.x - from.x),
            from.y + share * (to.y - from.y) + 4,
            raised(significant(known[parameter]!, 3)),
            true,
          );
        }),
      );
    },
  };
}

/** The row that a step is about; none after all rows of the update have been told. */
function rowOf({ section }: Pick<WorkedStep, "section">): number | undefined {
  const row = /^Row (\d+)/.exec(section)?.[1];
  return row === undefined ? undefined : Number(row) - 1;
}

/** Which weight or unit each symbol speaks of. */
function subjectsOf(
  { placing }: Diagram,
  network: Parameters<typeof symbolsOf>[0],
  rows: number,
  steps: readonly WorkedStep[],
): { readonly weights: ReadonlyMap<string, number>; readonly units: ReadonlyMap<string, UnitMark> } {
  const symbols = symbolsOf(network, steps.some(({ symbol }) => /\[\d+\]/.test(symbol)));
  const names = ({ layer, unit }: UnitMark, row: number) =>
    unit < 0
      ? []
      : layer === 0
      ? [symbols.input(unit, row)]
      : ["v", "y", "δ"].map((letter) => symbols.unit(letter, layer - 1, unit, row));
  return {
    weights: new Map(placing.weights.map(({ symbol, parameter }) => [symbol, parameter])),
    units: new Map(
      placing.units.flatMap((mark) =>
        Array.from({ length: rows }, (_, row) => names(mark, row).map((name) => [name, mark] as const)).flat()
      ),
    ),
  };
}

/** The symbols in a formula, without the ∂ of a slope and the prime of what is new. */
export function symbolsIn(text: string): string[] {
  const found = text.matchAll(/[a-zδ](?:⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾)?(?:[₀₁₂₃₄₅₆₇₈₉]|,(?=[₀₁₂₃₄₅₆₇₈₉]))*(?:\[\d+\])?/gu);
  return [...new Set(Array.from(found, ([symbol]) => symbol))];
}
