/** The rows of the data in the space of two hidden units. */
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import { forward, type Network } from "../../../../core/network.ts";
import type { Training } from "../../../../core/training.ts";
import { controlRow, html, labelled, picture, replaceChildren, select, svg } from "../../dom.ts";
import { drawRow, PLOT_SIZE } from "../../pictures/decision_surface.ts";
import { activationRange } from "../../pictures/hidden_units.ts";
import { texts } from "../page_texts.ts";

/** Distance of the points from the edges of the plot, in pixels. */
const PADDING = 22;

/** Creates the plot for the last hidden layer; undefined if it has fewer than two units. */
export function createLabHiddenSpace({ network, rows }: Pick<Training, "network" | "rows">, onChange: () => void) {
  const hidden = network.layers.at(-2);
  if (!hidden || hidden.units < 2) return undefined;
  const options = Array.from({ length: hidden.units }, (_, unit) => [unit, texts.net.unit(unit + 1)] as const);
  const axes = [0, 1].map((unit) => {
    const list = select(options, onChange);
    list.value = String(unit);
    return list;
  });
  const plot = picture(PLOT_SIZE, PLOT_SIZE, texts.net.hiddenSpace);
  const frame = { x: 0.5, y: 0.5, width: PLOT_SIZE - 1, height: PLOT_SIZE - 1, fill: "none", stroke: "var(--rule)" };
  return {
    element: html(
      "div",
      {},
      plot,
      controlRow(labelled(texts.net.across, axes[0]!), labelled(texts.net.up, axes[1]!)),
    ),
    show(parameters: readonly number[]) {
      const units = axes.map(({ value }) => Number(value));
      const points = rows.map(({ inputs }) => hiddenOutputs(network, parameters, inputs, units));
      const [low, high] = activationRange(hidden.activation.name, points.flat());
      const toPixels = (value: number) => PADDING + (value - low) / (high - low || 1) * (PLOT_SIZE - 2 * PADDING);
      const marks = points.flatMap(([x, y], row) =>
        Number.isFinite(x) && Number.isFinite(y)
          ? [drawRow(toPixels(x!), PLOT_SIZE - toPixels(y!), rows[row]!.targets[0]!, rows.length)]
          : []
      );
      replaceChildren(plot, svg("rect", frame), ...marks);
    },
  };
}

function hiddenOutputs(
  network: Network,
  parameters: readonly number[],
  inputs: readonly number[],
  units: readonly number[],
): number[] {
  const outputs = forward(NUMBERS, network, parameters, inputs).a.at(-2)!;
  return units.map((unit) => outputs[unit]!);
}
