/** The lesson on what hidden units learn, against the core and the experiment's own classification. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import type { LayerParameters } from "../../../../core/network.ts";
import type { Values } from "../../../../reports/course/formula/expression.ts";
import { forwardValues, ROWS } from "../../../../reports/course/formula/two_hidden_units.ts";
import { copies, hiddenUnits } from "../../../../reports/course/lessons/hidden_units/hidden_units_lesson.ts";
import {
  NAND_NET,
  rounded,
  SIDES_NET,
  STARTS,
  trained,
  TRAINING,
  XOR,
} from "../../../../reports/course/lessons/hidden_units/trained_nets.ts";
import { endOf } from "./checks.ts";

/** A lesson's weights as the core's. */
function parametersOf(weights: Values): LayerParameters[] {
  const of = (...names: string[]) => names.map((name) => weights[name]!);
  return [{ W: [of("w_11", "w_12"), of("w_21", "w_22")], b: of("b_1", "b_2") }, { W: [of("u_1", "u_2")], b: of("c") }];
}

const outputsOf = (weights: Values) => ROWS.map((row) => forwardValues(weights, row).y!);

/** The rows for which a hidden unit is on. */
function bitsOf(weights: Values, unit: "v_1" | "v_2"): string {
  return ROWS.map((row) => forwardValues(weights, row)[unit]! >= 0 ? 1 : 0).join("");
}

Deno.test("hidden-units: the core trains both nets to the same weights, also half-way", () => {
  for (const start of [STARTS.nand, STARTS.sides]) {
    for (const epochs of [TRAINING.middle, TRAINING.epochs]) {
      const layer = { activation: "sigmoid", bias: true } as const;
      const end = endOf({
        data: { inputs: ROWS.map((row) => [...row]), targets: [...XOR] },
        network: { inputs: 2, layers: [{ units: 2, ...layer }, { units: 1, ...layer }] },
        loss: { name: "halfSquaredError", reduction: "sum" },
        optimizer: { name: "gradientDescent", learningRate: TRAINING.rate },
        batch: "online",
        epochs,
        parameters: parametersOf(trained(start, 0)),
      });
      const own = parametersOf(trained(start, epochs)).flatMap(({ W, b }) => [...W.flat(), ...b!]);
      const core = end.parameters.flatMap(({ W, b }) => [...W.flat(), ...b!]);
      core.forEach((value, i) => assertAlmostEquals(value, own[i]!, 1e-9));
    }
  }
});

Deno.test("hidden-units: both nets solve XOR, rounded or not, one by NAND and NOR, one by a unit for each side", () => {
  for (const [start, net] of [[STARTS.nand, NAND_NET], [STARTS.sides, SIDES_NET]] as const) {
    assertEquals(rounded(trained(start, TRAINING.epochs)), net);
    for (const weights of [net, trained(start, TRAINING.epochs)]) {
      outputsOf(weights).forEach((y, row) => assertAlmostEquals(y, XOR[row]!, 0.1));
    }
  }
  assertEquals([bitsOf(NAND_NET, "v_1"), bitsOf(NAND_NET, "v_2")], ["1110", "1000"]);
  assert(NAND_NET.u_1! > 0 && NAND_NET.u_2! < 0, "NAND and not NOR");
  assertEquals([bitsOf(SIDES_NET, "v_1"), bitsOf(SIDES_NET, "v_2")], ["0100", "0010"]);
  assert(SIDES_NET.u_1! > 0 && SIDES_NET.u_2! > 0, "either of both");
});

Deno.test("hidden-units: turning a unit around changes no output, and makes AND of NAND", () => {
  const { w_11, w_12, b_1, u_1, c } = NAND_NET as Record<string, number>;
  const turned = { ...NAND_NET, w_11: -w_11!, w_12: -w_12!, b_1: -b_1!, u_1: -u_1!, c: c! + u_1! };
  outputsOf(turned).forEach((y, row) => assertAlmostEquals(y, outputsOf(NAND_NET)[row]!, 1e-12));
  assertEquals(bitsOf(turned, "v_1"), "0001");
  const { turned: said } = hiddenUnits.numbers;
  const numbers = [...said.weights, said.bias, said.output, said.outputBias].map((text) =>
    Number(text.replace("−", "-"))
  );
  [turned.w_11, turned.w_12, turned.b_1, turned.u_1, turned.c].forEach((value, i) =>
    assertAlmostEquals(value, numbers[i]!, 1e-9)
  );
});

Deno.test("hidden-units: 6 lines, 15 pairs, 2 that suffice; 8, 48 and 384 copies", () => {
  const { lines, pairs, sufficient, copies: said } = hiddenUnits.numbers;
  assertEquals([lines, pairs, sufficient], ["6", "15", "2"]);
  assertEquals([said.two, said.three, said.four], ["8", "48", "384"]);
  assertEquals([copies(0), copies(1)], [1, 2]);
});
