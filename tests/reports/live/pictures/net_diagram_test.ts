import { assertEquals } from "@std/assert";
import { bindActivation } from "../../../../core/components/activations.ts";
import { networkOf } from "../../../../core/network.ts";
import { layOutNet, weightStyles } from "../../../../reports/live/pictures/net_diagram.ts";
import { weightLegend } from "../../../../reports/live/pictures/net_readout.ts";

const identity = bindActivation({ name: "identity" });

Deno.test("layOutNet draws every weight between its two units, and biases from the constant 1", () => {
  const network = networkOf(2, [
    { units: 3, activation: identity, bias: true },
    { units: 1, activation: identity, bias: false },
  ]);
  const { units, weights } = layOutNet(network, 300, 50);
  assertEquals(units.map(({ name }) => name), ["x₁", "x₂", "1", "y⁽¹⁾₁", "y⁽¹⁾₂", "y⁽¹⁾₃", "y⁽²⁾"]);
  assertEquals(weights.map(({ parameter }) => parameter).sort((a, b) => a - b), [...Array(12).keys()]);
  assertEquals(weights.find(({ symbol }) => symbol === "w⁽¹⁾₂₁")!.to.name, "y⁽¹⁾₂");
  assertEquals(weights.find(({ symbol }) => symbol === "b⁽¹⁾₃")!.from.name, "1");
});

Deno.test("weightStyles distinguishes positive, negative, zero and non-finite weights", () => {
  const styles = weightStyles([2, -1, 0, NaN, Infinity]);
  assertEquals(styles.map(({ stroke }) => stroke), [
    "var(--blue)",
    "var(--vermillion)",
    "var(--quiet)",
    "var(--quiet)",
    "var(--quiet)",
  ]);
  assertEquals(styles.map((style) => Number(style["stroke-width"])), [6, 3, 0.75, 1.5, 1.5]);
  assertEquals(styles.map((style) => style["stroke-dasharray"]), [undefined, "6 3", undefined, "1.5 4", "1.5 4"]);
});

Deno.test("weightLegend mentions 0 and non-finite values only if there are any", () => {
  const [first, last] = weightLegend([1, -1]);
  assertEquals(weightLegend([1, 0]), [first, "Thin grey ones are 0.", last]);
  assertEquals(weightLegend([1, Infinity]), [first, "Dotted ones are not finite.", last]);
});

Deno.test("layOutNet bundles the units of a layer of more than 12, and keeps every weight", () => {
  const network = networkOf(2, [
    { units: 64, activation: identity, bias: true },
    { units: 13, activation: identity, bias: true },
    { units: 1, activation: identity, bias: true },
  ]);
  const { units, weights, bundles, height } = layOutNet(network, 300, 50);
  const inLayer = (layer: number) => units.filter((unit) => unit.layer === layer).map(({ unit }) => unit);
  assertEquals(inLayer(1), [0, 1, 2, 3, 4, 5, "bundle", 59, 60, 61, 62, 63, "constant"]);
  assertEquals(inLayer(2).length, 13);
  assertEquals(units.find(({ unit }) => unit === "bundle")!.name, "53 more");
  assertEquals(height <= 330, true);
  const parameters = [...weights.map(({ parameter }) => parameter), ...bundles.flatMap(({ parameters }) => parameters)];
  assertEquals(parameters.sort((a, b) => a - b), [...Array(network.parameterCount).keys()]);
});

Deno.test("layOutNet draws 12 units one by one", () => {
  const network = networkOf(12, [{ units: 12, activation: identity, bias: false }]);
  const { units, weights, bundles } = layOutNet(network, 300, 50);
  assertEquals([units.length, weights.length, bundles.length], [24, 144, 0]);
});
