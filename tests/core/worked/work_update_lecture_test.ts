/** Worked updates against the numbers of the lecture, and as text. */
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { renderWorked, workUpdate } from "../../../core/worked/work_update.ts";
import lecture from "../../fixtures/lecture.json" with { type: "json" };
import { type LectureCase, lectureConfig } from "../../oracles/lecture.ts";

/** Symbols of the fields of `lecture.json`, where δ has the other sign. */
const SYMBOLS: Readonly<Record<string, (deep: boolean) => readonly (readonly [string, number])[]>> = {
  v1: () => [1, 2, 3, 4].map((u) => [`v⁽¹⁾${"₀₁₂₃₄"[u]}`, 1]),
  y1: () => [1, 2, 3, 4].map((u) => [`y⁽¹⁾${"₀₁₂₃₄"[u]}`, 1]),
  delta1: () => [1, 2, 3, 4].map((u) => [`δ⁽¹⁾${"₀₁₂₃₄"[u]}`, -1]),
  v: (deep) => [[deep ? "v⁽²⁾" : "v", 1]],
  y: (deep) => [[deep ? "y⁽²⁾" : "y", 1]],
  e: () => [["e", 1]],
  delta: (deep) => [[deep ? "δ⁽²⁾" : "δ", -1]],
};

const FAMILIES = [
  "delta-sgd",
  "delta-ce-sgd",
  "backprop-xor",
  "backprop-mmt-keep",
  "backprop-mmt-reset",
  "backprop-ce",
];

for (const family of FAMILIES) {
  Deno.test(`workUpdate gives every number of the lecture's first epoch of ${family}`, () => {
    const known = (lecture.cases as unknown as LectureCase[]).find(({ id }) => id.split("/")[0] === family)!;
    const config = lectureConfig(known), deep = config.network.layers.length > 1;
    let compared = 0;
    for (const [update, row] of known.firstEpochTrace.entries()) {
      const steps = workUpdate(config, update);
      const valueOf = (symbol: string) => steps.find((step) => step.symbol === symbol)!.value;
      for (const [field, symbols] of Object.entries(SYMBOLS)) {
        if (!(field in row)) continue;
        const expected = [row[field as keyof typeof row]].flat() as number[];
        for (const [i, [symbol, sign]] of symbols(deep).entries()) {
          // Rounding of one update, with a different exponential function.
          assertAlmostEquals(sign * valueOf(symbol), expected[i]!, 1e-15, `${field} of row ${row.sample}`);
          compared++;
        }
      }
    }
    assertEquals(compared, deep ? 4 * 16 : 4 * 4);
  });
}

Deno.test("renderWorked prints an update in textbook form", () => {
  const steps = workUpdate({
    data: { inputs: [[1, 0], [2, -1]], targets: [1, 0] },
    network: { inputs: 2, layers: [{ units: 1, activation: "identity", bias: true }] },
    parameters: [{ W: [[0.5, 0.25]], b: [-1] }],
    loss: "squaredError",
    optimizer: { name: "momentum", learningRate: 0.5, momentum: 0.25 },
    batch: "online",
    epochs: 1,
  }, 1);
  assertEquals(
    renderWorked(steps),
    `Row 2, x = (2, -1), d = 0: forward
  w₁·x₁ = 2·2 = 4
  w₂·x₂ = 0.25·(-1) = -0.25
  v = b + w₁·x₁ + w₂·x₂ = 0.5 + 4 + (-0.25) = 4.25
  y = v = 4.25

Row 2, x = (2, -1), d = 0: loss
  L = (y - d)·(y - d) = (4.25 - 0)·(4.25 - 0) = 18.0625
  e = d - y = 0 - 4.25 = -4.25

Row 2, x = (2, -1), d = 0: back
  ∂L/∂y = 2·(y - d) = 2·(4.25 - 0) = 8.5
  φ′(v) = 1
  δ = ∂L/∂y·1 = 8.5·1 = 8.5

Gradient: ∂w stands for ∂L/∂w
  ∂w₁ = δ·x₁ = 8.5·2 = 17
  ∂w₂ = δ·x₂ = 8.5·(-1) = -8.5
  ∂b = δ = 8.5

What the optimiser remembers
  0.25·s₁ = 0.25·(-3) = -0.75
  s₁′ = 0.25·s₁ + ∂w₁ = -0.75 + 17 = 16.25
  0.25·s₂ = 0.25·0 = 0
  s₂′ = 0.25·s₂ + ∂w₂ = 0 + (-8.5) = -8.5
  0.25·s₃ = 0.25·(-3) = -0.75
  s₃′ = 0.25·s₃ + ∂b = -0.75 + 8.5 = 7.75

New weights
  α·s₁′ = 0.5·16.25 = 8.125
  w₁′ = w₁ - α·s₁′ = 2 - 8.125 = -6.125
  α·s₂′ = 0.5·(-8.5) = -4.25
  w₂′ = w₂ - α·s₂′ = 0.25 - (-4.25) = 4.5
  α·s₃′ = 0.5·7.75 = 3.875
  b′ = b - α·s₃′ = 0.5 - 3.875 = -3.375
`,
  );
});
