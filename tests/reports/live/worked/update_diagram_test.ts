import { assert, assertEquals } from "@std/assert";
import { prepare } from "../../../../core/train_network.ts";
import { workUpdate } from "../../../../core/worked/work_update.ts";
import { layOutNet } from "../../../../reports/live/pictures/net_diagram.ts";
import { highlighted } from "../../../../reports/live/worked/update_diagram.ts";
import { runOf } from "../../../../reports/wire/page_runs.ts";
import { toyData } from "../toy_data.ts";

const { config } = runOf(toyData(), 0, 0);
const layout = layOutNet(prepare(config).network, 300, 50);
const steps = workUpdate({ ...config, batch: 2 });

/** Symbols of the weights and units that a step highlights. */
function highlightedNames(symbol: string): string[] {
  const step = steps.find((step) => step.symbol === symbol);
  assert(step, symbol);
  const { weights, units } = highlighted(layout, step);
  const weightNames = layout.weights.filter(({ parameter }) => weights.has(parameter)).map(({ symbol }) => symbol);
  return [...weightNames, ...[...units].map(({ name }) => name)].sort();
}

Deno.test("highlighted finds the units of a product, of an activation and of a δ", () => {
  const row = steps[0]!.row! + 1;
  assertEquals(highlightedNames(`v⁽²⁾[${row}]`).includes("y⁽²⁾"), true);
  assertEquals(highlightedNames(`y⁽¹⁾₂[${row}]`), ["y⁽¹⁾₂"]);
  assertEquals(highlightedNames(`δ⁽¹⁾₁[${row}]`).includes("y⁽¹⁾₁"), true);
});

Deno.test("highlighted finds the weight of a gradient and of a new value", () => {
  assert(highlightedNames("∂w⁽¹⁾₂₁").includes("w⁽¹⁾₂₁"));
  assertEquals(highlightedNames("w⁽¹⁾₂₁′"), ["w⁽¹⁾₂₁"]);
  assertEquals(highlightedNames("b⁽²⁾′"), ["b⁽²⁾"]);
});
