/** "The delta rule" in English. */
import {
  byNotation,
  derivative,
  m,
  minus,
  negative,
  type NumbersOf,
  product,
  prose,
  term,
  type TextsOf,
} from "../../../languages/en/writing_en.ts";
import { SIGMOID_SLOPE } from "../../formula/one_unit.ts";
import type { deltaRule } from "./delta_rule_lesson.ts";

const downhill = product("α", derivative("E", "v"), "x_1");

/** What δ is to those who write derivatives. */
const inMinus = byNotation(prose``, prose` In your notation it is ${m(negative(derivative("E", "v")))}.`);

/** The texts of the lesson. */
export const DELTA_RULE_EN = (n: NumbersOf<typeof deltaRule>): TextsOf<typeof deltaRule> => ({
  title: "The delta rule",
  question: "How does a unit learn from its errors?",
  lead: prose`How does a ${term("unit", "unit")} learn from its ${term("error", "errors")}?`,
  guess: {
    question: prose`A unit should answer 1, but its ${
      term("output", "output")
    } is 0.6. One of its inputs is 1, another is 0. Which of their ${term("weight", "weights")} should change?`,
    answer:
      prose`The weight of the input 1, and it should grow. The other is multiplied by 0, so it had no part in the error.`,
  },
  lab: prose`The lab trains 200 ${
    term("net", "nets")
  } of one unit on the table d = x₁. Click a square, choose “Net”, and move the slider slowly from the left. Which weight
grows most, and why that one?`,
  idea: [
    prose`The error of a unit is one number, but the unit has three weights. Who is to blame? The ${
      term("delta-rule", "delta rule")
    } answers with ${term("gradient-descent", "gradient descent")}: it takes the slope of the ${
      term("squared-error", "squared error")
    } for each weight.`,
    prose`The result is surprisingly simple. First the unit as a whole gets one number, ${
      term("delta", "δ")
    } (delta). It says how much its ${
      term("weighted-sum", "weighted sum")
    } should move, and which way.${inMinus} Then each weight gets its part: δ times its own input. An
input of 0 gets nothing.`,
    prose`So the change of a weight is the ${
      term("learning-rate", "learning rate")
    }, times δ, times its input. You can see
it in the figure.`,
  ],
  figure: {
    labels: { inputs: "inputs", weights: "weights", sum: "sum", output: "output" },
    description:
      "The unit with the inputs 1, 0 and 1. Below its output is the error, below its sum δ, and below each " +
      "weight its change. The weight of the input 0 does not change.",
    caption: prose`Orange shows what goes back, if the ${
      term("target", "target")
    } is 1. Below each weight is its change.`,
  },
  parts: {
    derived: {
      title: "The rule derived",
      steps: {
        chain: prose`${m("E")} depends on the output ${m("y")}, ${m("y")} on the weighted sum ${m("v")}, and ${
          m("v")
        } on the weight. Nudge the weight: the nudge passes from one to the next, and each slope
multiplies it. That is the ${term("chain-rule", "chain rule")}:`,
        slopes: prose`Each of the three is easy. The ½ cancels the 2 of the square. The second is the slope of the ${
          term("sigmoid", "sigmoid")
        }, from the lesson on ${term("activation", "activation functions")}. The third is the input, because ${
          m("v")
        } contains ${m(product("w_1", "x_1"))} and nothing else with ${m("w_1")}:`,
        together: prose`The first two are the same for all weights. Their product is ${m(derivative("E", "v"))}${
          byNotation(prose`, and δ is its negative`, prose``)
        }. With ${m("e")} = ${m(minus("d", "y"))}:`,
        rule: prose`Downhill means against the slope. So ${m("w_1")} moves by ${
          byNotation(m(product("α", "δ", "x_1")), m(negative(downhill)))
        }, and likewise for every other weight.`,
      },
    },
    factors: {
      title: "Read it as a sentence",
      steps: {
        error: prose`Three factors decide. The error ${
          m("e")
        }: the further off, the longer the step, and its sign gives the
direction.`,
        slope: prose`The slope ${m(SIGMOID_SLOPE)}: a unit in the middle is easy to move. One that is sure, near 0 or 1,
hardly moves, even if it is wrong.`,
        input: prose`The input: only the weights that took part change.`,
      },
    },
    epoch: {
      title: "One epoch, row by row",
      steps: {
        rows: prose`Now do this for each ${term("row", "row")} of the table in turn. This is called ${
          term("online", "online")
        } learning, and one pass is an ${term("epoch", "epoch")}. We begin with the weights ${n.weights[0]}, ${
          n.weights[1]
        } and ${n.weights[2]}, and α = ${n.rate}. Each line shows the output before its step, and the weights
after it:`,
        reading: prose`The first row has only the constant input, so only ${m("w_3")} moves. The last two pull ${
          m("w_1")
        } up. That is what the table needs: its target is ${m("x_1")}.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`For all ${starts} random ${
        term("start", "starts")
      }, the error fell from each recorded epoch to the next, from epoch 100 on. The rule goes downhill, as derived.`,
    refuted: ({ starts, others }) =>
      prose`For ${others} of ${starts} random ${
        term("start", "starts")
      }, the error once rose between two recorded epochs after epoch 100.`,
    undecided: ({ starts }) =>
      prose`${starts} random ${term("start", "starts")} do not decide whether the error falls at each recorded epoch.`,
  },
  update: prose`The weights are ${n.weights[0]}, ${n.weights[1]} and ${
    n.weights[2]
  }. The inputs are 1, 0 and the constant 1, the target is 1, and α = ${n.rate}. The
weight of the input 0 does not move:`,
  exercises: {
    after: {
      question: prose`Use the new weights. What is the output for the same row now?`,
      answer: prose`${n.outputAfter}, up from ${n.output}: a small step towards 1.`,
    },
    largest: {
      question: prose`The target is 1. For which output y is δ = y(1 − y)(1 − y) largest?`,
      answer:
        prose`Its derivative is (1 − y)(1 − 3y). It is 0 at y = ⅓, where δ = ${n.largest}. So the worst output does not
get the largest push.`,
    },
    confident: {
      question: prose`The target is 0. Compare δ for the outputs 0.5 and 0.99.`,
      answer:
        prose`${n.unsure} and ${n.confident}. A unit that is wrong and sure of it learns slowest, because its sigmoid
is flat there.`,
    },
  },
  code: prose`One epoch of the delta rule. Paste it into the console of your browser (F12). It prints the weights of the
last line of the table.`,
});
