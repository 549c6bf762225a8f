/** The walk through one update in the lesson on back-propagation, against the core. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { NUMBERS } from "../../../../core/arithmetic/elementary.ts";
import type { TrainConfig } from "../../../../core/config/config.ts";
import { workUpdate } from "../../../../core/worked/work_update.ts";
import { formatSignificant } from "../../../../experiments/format.ts";
import { evaluate } from "../../../../reports/course/formula/expression.ts";
import { symbolText } from "../../../../reports/course/formula/mathml.ts";
import type { Step } from "../../../../reports/course/lesson.ts";
import { backPropagation } from "../../../../reports/course/lessons/back_propagation/back_propagation.ts";
import { GIVEN } from "../../../../reports/course/lessons/back_propagation/net_of_three.ts";
import { renderLesson } from "../../../../reports/course/lesson_page.ts";
import { plainText } from "../../html_text.ts";
import { endOf } from "./checks.ts";

/** A weight before the update. */
const given = (name: string) => GIVEN[name]!;
const LAYER = { activation: "sigmoid", bias: true } as const;
const CONFIG: TrainConfig = {
  data: { inputs: [[given("x_1"), given("x_2")]], targets: [given("d")] },
  network: { inputs: 2, layers: [{ units: 2, ...LAYER }, { units: 1, ...LAYER }] },
  loss: { name: "halfSquaredError", reduction: "sum" },
  optimizer: { name: "gradientDescent", learningRate: given("α") },
  batch: "online",
  epochs: 1,
  parameters: [
    { W: [[given("w_11"), given("w_12")], [given("w_21"), given("w_22")]], b: [given("b_1"), given("b_2")] },
    { W: [[given("u_1"), given("u_2")]], b: [given("c")] },
  ],
};

/** The values of the core's own calculation by its symbols, in which δ is ∂L/∂v; a prime marks new weights. */
const core = Object.fromEntries(workUpdate(CONFIG).map(({ symbol, value }) => [symbol, value]));

/** The core's value of each quantity of the walk, before the update. */
const EXPECTED: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.entries(GIVEN).map(([name, value]) => [symbolText(name), value])),
  "v₁": core["v⁽¹⁾₁"]!,
  "h₁": core["y⁽¹⁾₁"]!,
  "v₂": core["v⁽¹⁾₂"]!,
  "h₂": core["y⁽¹⁾₂"]!,
  "v": core["v⁽²⁾"]!,
  "y": core["y⁽²⁾"]!,
  "E": core["L"]!,
  "e": core["e"]!,
  "δ": -core["δ⁽²⁾"]!,
  "e₁": -core["w⁽²⁾₁·δ⁽²⁾"]!,
  "e₂": -core["w⁽²⁾₂·δ⁽²⁾"]!,
  "δ₁": -core["δ⁽¹⁾₁"]!,
  "δ₂": -core["δ⁽¹⁾₂"]!,
  "∂E/∂y": core["∂L/∂y⁽²⁾"]!,
  "∂E/∂v": core["δ⁽²⁾"]!,
  "∂E/∂h₁": core["w⁽²⁾₁·δ⁽²⁾"]!,
  "∂E/∂h₂": core["w⁽²⁾₂·δ⁽²⁾"]!,
  "∂E/∂v₁": core["δ⁽¹⁾₁"]!,
  "∂E/∂v₂": core["δ⁽¹⁾₂"]!,
};

const after = endOf(CONFIG).outputs[0] as number;

/** The core's values after the update: the weights, and the output of a net with them. */
const EXPECTED_AFTER: Readonly<Record<string, number>> = {
  "w₁₁": core["w⁽¹⁾₁₁′"]!,
  "w₁₂": core["w⁽¹⁾₁₂′"]!,
  "b₁": core["b⁽¹⁾₁′"]!,
  "w₂₁": core["w⁽¹⁾₂₁′"]!,
  "w₂₂": core["w⁽¹⁾₂₂′"]!,
  "b₂": core["b⁽¹⁾₂′"]!,
  "u₁": core["w⁽²⁾₁′"]!,
  "u₂": core["w⁽²⁾₂′"]!,
  "c": core["b⁽²⁾′"]!,
  "v": NUMBERS.log(after / (1 - after)),
  "y": after,
};

/** What steps compute besides the numbers in the figure: the squared error, and the new sum of the output. */
const NOT_DRAWN: Readonly<Record<string, readonly string[]>> = { error: ["E"], again: ["v"] };

const { walk, parts } = backPropagation;
const [introduction, ...steps] = Object.entries<Step>(parts[walk!]);

Deno.test("the walk: every number that a step computes is the core's, in either notation", () => {
  const computed = steps.flatMap(([name, { lines = [], values = {} }]) =>
    lines.filter(({ isComputed }) => isComputed).map(({ chain, relation }) => {
      const symbol = symbolText(chain[0]!);
      const isAfter = name === "again" || relation === "←";
      assertAlmostEquals(
        evaluate(chain.at(-1)!, values),
        (isAfter ? EXPECTED_AFTER : EXPECTED)[symbol]!,
        1e-12,
        symbol,
      );
      return symbol;
    })
  );
  assertEquals(computed.length, 6 + 3 + 2 + 4 + 4 + 4 + 2);
  const inputs = steps[0]![1];
  for (const { chain } of inputs.lines!) {
    for (const each of chain) assertEquals(evaluate(each, EXPECTED_INPUTS), evaluate(chain.at(-1)!, {}));
  }
});

/** The values that the first step states, under the names of its formulas. */
const EXPECTED_INPUTS = { x_1: EXPECTED["x₁"]!, x_2: EXPECTED["x₂"]!, d: EXPECTED["d"]! };

for (const language of ["en", "ko"] as const) {
  Deno.test(`the walk in ${language}: its figure has the core's numbers, each at a step of the walk`, () => {
    const html = renderLesson("back-propagation", language);
    const [, figure] = /<div class="walk">[\s\S]*?(<svg[\s\S]*?<\/svg>)/.exec(html)!;
    const names = steps.map(([name]) => name);
    const listed = [...html.matchAll(/<li data-step="(\w+)">/g)].map(([, name]) => name);
    assertEquals(listed, names);
    assertEquals(introduction![1].lines, undefined);

    const texts = [
      ...figure!.matchAll(
        /<g class="([^"]*)" data-symbol="([^"]*)"><text class="halo"[^>]*>([^<]*)<\/text><text[^>]*>([^<]*)</g,
      ),
    ];
    assertEquals(texts.length, 9 + 9 + 3 + 6 + 12 + 1);
    for (const [, className, symbol, halo, text] of texts) {
      assertEquals(halo, text);
      const [known, separator] = className === "renewed" ? [EXPECTED_AFTER, "→ "] : [EXPECTED, "\u2009=\u2009"];
      assertEquals(text!.split(separator)[1], formatSignificant(known[symbol!]!, 3), `${symbol}: ${text}`);
    }

    const from = [...figure!.matchAll(/data-from="([^"]*)"/g)].map(([, name]) => name!);
    const at = [...figure!.matchAll(/data-at="([^"]*)"/g)].flatMap(([, all]) => all!.split(" "));
    assertEquals([...from, ...at].filter((name) => !names.includes(name)), []);
    for (const name of names) assert(from.includes(name) && at.includes(name), `${name} shows nothing`);
    for (const [name, { lines = [] }] of steps) {
      const groups = figure!.split(/<g data-(?=from|at)/).filter((group) => group.startsWith(`from="${name}"`));
      const symbols = groups.flatMap((group) => [...group.matchAll(/data-symbol="([^"]*)"/g)])
        .map(([, symbol]) => symbol!);
      const computed = lines.filter(({ isComputed }) => isComputed).map(({ chain }) => symbolText(chain[0]!));
      assertEquals(computed.filter((symbol) => !symbols.includes(symbol)), NOT_DRAWN[name] ?? [], name);
    }
  });

  Deno.test(`the walk in ${language}: its lines carry the values that a script may ask for`, () => {
    const html = renderLesson("back-propagation", language);
    const lines = [...html.matchAll(/<p class="formula[^"]*" data-symbol="([^"]*)" data-value="([^"]*)">(.*?)<\/p>/g)];
    assertEquals(lines.length, 25);
    for (const [, symbol, value, formula] of lines) {
      const last = plainText(/<math [^>]*>(?:(?!<math).)*<\/math>\s*$/.exec(formula!)![0]);
      assertEquals(last, `=${formatSignificant(Number(value))}`, symbol);
    }
  });
}
