import { assertAlmostEquals, assertEquals } from "@std/assert";
import { bindActivation } from "../../../../core/components/activations.ts";
import { networkOf } from "../../../../core/network.ts";
import { answersOver, inputName, planeOf, SIDE } from "../../../../reports/live/pictures/plane.ts";
import { placeNet } from "../../../../reports/live/pictures/net_diagram.ts";
import { symbolsIn } from "../../../../reports/live/worked/worked_update.ts";

const row = (...inputs: number[]) => ({ inputs, targets: [0] });
const identity = bindActivation({ name: "identity" });

Deno.test("planeOf spans the first two inputs that vary, a quarter beyond their values, and holds the others", () => {
  const plane = planeOf({ rows: [row(1, 0, 0, 5), row(1, 0, 1, 5), row(1, 2, 0, 6)] })!;
  assertEquals([plane.across, plane.up, plane.places.length], [1, 2, SIDE]);
  assertEquals([plane.places[0], plane.places.at(-1)], [-0.5, 2.5]);
  assertEquals(plane.others, [{ input: 3, values: [5, 6] }]);
  assertEquals(plane.inputs(7, 8), [1, 7, 8, 5]);
  assertEquals(planeOf({ rows: [row(1, 0), row(1, 1)] }), undefined);
});

Deno.test("planeOf takes held inputs at the values told", () => {
  const plane = planeOf({ rows: [row(0, 0, 0), row(1, 1, 1)] }, new Map([[2, 1]]))!;
  assertEquals(plane.inputs(0.5, 0.25), [0.5, 0.25, 1]);
});

Deno.test("answersOver answers point by point: across by columns, up by rows, layer by layer", () => {
  const rows = [row(0, 0), row(1, 1)], plane = planeOf({ rows })!;
  const network = networkOf(2, [
    { units: 1, activation: identity, bias: true },
    { units: 1, activation: identity, bias: false },
  ]);
  // y⁽¹⁾ = 10 x1 + x2 + 100, y = 2 y⁽¹⁾
  const [[hidden], [output]] = answersOver(plane, network, [10, 1, 100, 2]) as [[Float64Array], [Float64Array]];
  for (const [i, j] of [[0, 0], [SIDE - 1, 0], [3, 40]] as const) {
    const wanted = 10 * plane.places[i]! + plane.places[j]! + 100;
    // one rounding an operation
    assertAlmostEquals(hidden[j * SIDE + i]!, wanted, 1e-12);
    assertAlmostEquals(output[j * SIDE + i]!, 2 * wanted, 1e-12);
  }
});

Deno.test("inputName counts from 1 in small digits", () => {
  assertEquals([0, 1, 11].map(inputName), ["x₁", "x₂", "x₁₂"]);
});

Deno.test("placeNet places every weight between its two units, biases from the constant 1", () => {
  const network = networkOf(2, [
    { units: 3, activation: identity, bias: true },
    { units: 1, activation: identity, bias: false },
  ]);
  const { units, weights } = placeNet(network, 300, 50);
  assertEquals(units.map(({ name }) => name), ["x₁", "x₂", "1", "y⁽¹⁾₁", "y⁽¹⁾₂", "y⁽¹⁾₃", "y⁽²⁾"]);
  assertEquals(weights.map(({ parameter }) => parameter).sort((a, b) => a - b), [...Array(12).keys()]);
  assertEquals(weights.find(({ symbol }) => symbol === "w⁽¹⁾₂₁")!.to.name, "y⁽¹⁾₂");
  assertEquals(weights.find(({ symbol }) => symbol === "b⁽¹⁾₃")!.from.name, "1");
});

Deno.test("symbolsIn finds the symbols of a formula without ∂ and prime", () => {
  assertEquals(symbolsIn("∂w⁽¹⁾₃₁ δ⁽¹⁾₃·x₁"), ["w⁽¹⁾₃₁", "δ⁽¹⁾₃", "x₁"]);
  assertEquals(symbolsIn("v⁽²⁾[3] = w⁽²⁾₁,₁₂·y⁽¹⁾₁₂[3]"), ["v⁽²⁾[3]", "w⁽²⁾₁,₁₂", "y⁽¹⁾₁₂[3]"]);
});
