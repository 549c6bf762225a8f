import { assertAlmostEquals, assertEquals } from "@std/assert";
import { bindActivation } from "../../../../core/components/activations.ts";
import { networkOf } from "../../../../core/network.ts";
import { inputName, outputsOver, planeOf, SIDE } from "../../../../reports/live/pictures/plane.ts";

const row = (...inputs: number[]) => ({ inputs, targets: [0] });
const identity = bindActivation({ name: "identity" });

Deno.test("planeOf spans the first two inputs that vary, extended by a quarter, and holds the others constant", () => {
  const plane = planeOf({ rows: [row(1, 0, 0, 5), row(1, 0, 1, 5), row(1, 2, 0, 6)] })!;
  assertEquals([plane.across, plane.up, plane.coordinates.length], [1, 2, SIDE]);
  assertEquals([plane.coordinates[0], plane.coordinates.at(-1)], [-0.5, 2.5]);
  assertEquals(plane.heldInputs, [{ input: 3, values: [5, 6] }]);
  assertEquals(plane.inputs(7, 8), [1, 7, 8, 5]);
  assertEquals(planeOf({ rows: [row(1, 0), row(1, 1)] }), undefined);
});

Deno.test("planeOf holds inputs at the given values", () => {
  const plane = planeOf({ rows: [row(0, 0, 0), row(1, 1, 1)] }, new Map([[2, 1]]))!;
  assertEquals(plane.inputs(0.5, 0.25), [0.5, 0.25, 1]);
});

Deno.test("outputsOver orders points row by row from the bottom, by layer and unit", () => {
  const rows = [row(0, 0), row(1, 1)], plane = planeOf({ rows })!;
  const network = networkOf(2, [
    { units: 1, activation: identity, bias: true },
    { units: 1, activation: identity, bias: false },
  ]);
  // y⁽¹⁾ = 10 x1 + x2 + 100, y = 2 y⁽¹⁾
  const [[hidden], [output]] = outputsOver(plane, network, [10, 1, 100, 2]) as [[Float64Array], [Float64Array]];
  for (const [i, j] of [[0, 0], [SIDE - 1, 0], [3, 40]] as const) {
    const expected = 10 * plane.coordinates[i]! + plane.coordinates[j]! + 100;
    // one rounding error per operation
    assertAlmostEquals(hidden[j * SIDE + i]!, expected, 1e-12);
    assertAlmostEquals(output[j * SIDE + i]!, 2 * expected, 1e-12);
  }
});

Deno.test("inputName counts from 1 in subscripts", () => {
  assertEquals([0, 1, 11].map(inputName), ["x₁", "x₂", "x₁₂"]);
});
