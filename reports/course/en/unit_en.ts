/** "A unit" in English. */
import { markup } from "../../html.ts";
import { exp } from "../formula/expression.ts";
import { inlineMath as m } from "../formula/mathml.ts";
import type { NumbersOf, TextsOf } from "../lesson.ts";
import type { unit } from "../lessons/unit.ts";
import { term } from "../terms.ts";

/** The texts of the lesson. */
export const UNIT_EN = (n: NumbersOf<typeof unit>): TextsOf<typeof unit> => ({
  title: "A unit",
  question: "What does one unit of a neural net compute?",
  lead: markup`What does one ${term("unit", "unit")} of a neural ${term("net", "net")} compute?`,
  guess: {
    question: markup`A unit has the inputs 1 and 0. It multiplies them by 0.4 and −0.8 and adds 0.1. Will its ${
      term("output", "output")
    } be above or below one half?`,
    answer:
      markup`Above. The sum is ${n.sum}, and a positive sum gives an output above ½. It is ${n.output}, as you will
compute below.`,
  },
  lab: markup`The lab shows 200 nets before any training. Each square is one net with random ${
    term("weight", "weights")
  }. Does any of them answer all four ${term("row", "rows")} right?`,
  idea: [
    markup`A unit does two things. First it multiplies each input by a weight and adds up. The result is the ${
      term("weighted-sum", "weighted sum")
    } ${m("v")}. It can be any number.`,
    markup`Then an ${term("activation", "activation function")} turns ${m("v")} into the output ${m("y")}. The ${
      term("sigmoid", "sigmoid")
    } makes it a number between 0 and 1. You may read it as a probability: the unit is ${n.percent} % sure of a 1.
Statisticians know this calculation as logistic regression.`,
    markup`Computing outputs from given weights is called ${
      term("inference", "inference")
    }. That is all a net does once it
is trained. Where good weights come from is the subject of the next lesson.`,
  ],
  figure: {
    labels: { step: "step", sigmoid: "sigmoid", tanh: "tanh", relu: "ReLU" },
    description:
      "Four curves. The step jumps from 0 to 1. The sigmoid rises smoothly from 0 to 1, tanh from −1 to 1. " +
      "ReLU is 0 on the left and rises as a straight line on the right.",
    caption:
      markup`Four activation functions, from v = −4 to v = 4. The dashed line is at 1. A step has no slope to learn
from; the other three have one.`,
  },
  parts: {
    sigmoid: {
      title: "Two formulas, one curve",
      steps: {
        forms: markup`Books print the sigmoid in two ways. Multiply top and bottom by ${
          m(exp("v"))
        } to get from one to the
other:`,
        mirror: markup`The probabilities of a 1 and of a 0 add up to 1. The curve is symmetric:`,
        odds: markup`Divide the two probabilities. These odds are simply:`,
        slope: markup`Learning will need the slope. The quotient rule gives it, and with ${m("y")} it becomes short:`,
        top: markup`It is largest in the middle, where y = ½: there it is ¼. Far out on either side it is almost 0.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      markup`For all ${starts} random ${
        term("start", "starts")
      }, every output of the untrained nets lay between 0.04 and
0.96. Nothing is decided yet.`,
    refuted: ({ starts, others }) =>
      markup`For ${others} of ${starts} random ${
        term("start", "starts")
      }, an output of an untrained net lay outside 0.04 to
0.96.`,
    undecided: ({ starts }) =>
      markup`${starts} random ${
        term("start", "starts")
      } do not decide whether untrained outputs lie between 0.04 and 0.96.`,
  },
  update: markup`The weights are 0.4, −0.8 and 0.1; the inputs are 1, 0 and a constant 1. The last weight thus adds 0.1
whatever the inputs are.`,
  exercises: {
    values: {
      question: markup`Compute σ(0), σ(2) and σ(−2).`,
      answer: markup`${n.sigmoids.join(", ")}. The last two add up to 1.`,
    },
    inverse: {
      question: markup`For which sum ${m("v")} is the output 0.9?`,
      answer: markup`The odds are 0.9 to 0.1, which is 9. So ${m(exp("v"))} = 9, and v = ln 9 = ${n.logNine}.`,
    },
    sharp: {
      question: markup`Multiply all three weights of the example by 10. What becomes of the output?`,
      answer:
        markup`The sum is ${n.sharp.sum}, and the output ${n.sharp.output}. The larger the weights, the more the sigmoid
acts like a step.`,
    },
  },
  code: markup`Inference in a few lines: one unit, four rows. Paste it into the console of your browser (F12). The third
output is the one that you computed.`,
});
