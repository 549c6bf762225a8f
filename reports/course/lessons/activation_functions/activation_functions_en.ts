/** "Activation functions" in English. */
import { exp, m, type NumbersOf, prose, term, type TextsOf } from "../../../languages/en/writing_en.ts";
import { SIGMOID_SLOPE } from "../../formula/one_unit.ts";
import type { activationFunctions } from "./activation_functions.ts";

/** The texts of the lesson. */
export const ACTIVATION_FUNCTIONS_EN = (
  n: NumbersOf<typeof activationFunctions>,
): TextsOf<typeof activationFunctions> => ({
  title: "Activation functions",
  question: "Why does a unit bend its weighted sum, and with which curve?",
  lead: prose`Why does a ${term("unit", "unit")} bend its ${
    term("weighted-sum", "weighted sum")
  }, and with which curve?`,
  guess: {
    question: prose`A unit answers 1 if its sum is at least 0, and otherwise 0. Its sum is 0.3, but its ${
      term("target", "target")
    } is 0. You change one ${
      term("weight", "weight")
    } a tiny bit, in the right direction, and the sum falls to 0.29. What does the ${term("output", "output")} do?`,
    answer: prose`Nothing: it is still 1. So you cannot tell that you went the right way. To learn, a unit needs a
curve that responds to small changes.`,
  },
  lab: prose`The lab trains 200 ${term("net", "nets")} with a ${term("hidden-layer", "hidden layer")} of four ${
    term("tanh", "tanh")
  } units, on a table named ${term("xor", "XOR")}. Give the hidden units another curve: step, then ${
    term("relu", "ReLU")
  }, then identity, which bends nothing. How many nets are solved
each time?`,
  idea: [
    prose`Suppose that a unit passed its sum on as it is. Then its graph would be a straight line: twice the input, twice
the output. Nets of such units can only do straight things, as a later lesson shows.`,
    prose`An ${
      term("activation", "activation function")
    } bends the line. A function whose graph is not straight is called ${
      term("nonlinear", "nonlinear")
    }. Every ability of a net beyond straight lines comes from this bend.`,
    prose`There are many bends. The figure shows the four that you will meet most. The ${
      term("step-function", "step function")
    } is the oldest: it says yes or no. The ${
      term("sigmoid", "sigmoid")
    } is a soft step. tanh has the same shape, but runs from −1 to 1. ReLU lets positive sums pass and stops negative ones.`,
    prose`For learning, one more thing counts: the slope. It says by how much the output changes if the sum changes a
little. Where the slope is 0, small changes have no effect, and the unit gets no hint.`,
  ],
  figure: {
    labels: { step: "step", sigmoid: "sigmoid", tanh: "tanh", relu: "ReLU" },
    description:
      "Four curves with their slopes dashed. The step jumps from 0 to 1, and its slope is 0. The sigmoid rises smoothly " +
      "from 0 to 1, and its slope is a low hill. tanh rises from −1 to 1, and its slope is a hill of height 1. ReLU is 0 " +
      "on the left and rises as a straight line on the right, where its slope is 1.",
    caption:
      prose`Solid: the function, from v = −4 to v = 4. Dashed: its slope. The thin dashed line is at height 1. The
slope of the step is 0 on both sides.`,
  },
  parts: {
    sigmoid: {
      title: "The sigmoid and its slope",
      steps: {
        forms: prose`Books print the sigmoid in two ways. Multiply top and bottom by ${
          m(exp("v"))
        } to get from one to the other:`,
        slope: prose`At school, a slope is written dy/dv. We write it with a round ∂, because ${
          m("y")
        } will soon depend on many things, and only ${m("v")} moves here. The quotient rule gives:`,
        short: prose`This is a product of two fractions. The first is ${
          m("y")
        }. The two add up to 1, so the second is 1 − ${m("y")}:`,
        top:
          prose`So once you have the output, you have the slope, without another power of e. It is largest in the middle: at y = ½ it
is ¼. At both ends it is almost 0.`,
      },
    },
    others: {
      title: "tanh, ReLU and the step",
      steps: {
        tanh: prose`tanh is made of the same powers of e. We call its output ${m("t")}. Its slope, too, needs only the
output:`,
        stretched: prose`It is the sigmoid in disguise: twice as high, twice as fast, and moved down by 1:`,
        relu: prose`ReLU is the larger of 0 and ${
          m("v")
        }. Its slope is 1 for positive sums and 0 for negative ones. At the
corner itself, programs use 0:`,
        step: prose`The step function is 1 if ${
          m("v")
        } is at least 0, and otherwise 0. It is flat on both sides. A unit with
a step can decide, but slopes cannot teach it.`,
      },
    },
    nonlinear: {
      title: "How to see that a curve is bent",
      steps: {
        linear: prose`On a straight line, equal steps give equal rises. That is a simple test.`,
        test: prose`The sigmoid fails it. From 0 to 1 it rises more than from 1 to 2:`,
      },
    },
  },
  finding: {
    supported: ({ starts, count }) =>
      prose`With step functions in the hidden layer, only ${count} of ${starts} random ${
        term("start", "starts")
      } solved XOR. The weights into a step never change. So only the output unit can learn.`,
    refuted: ({ starts, count }) =>
      prose`With step functions in the hidden layer, ${count} of ${starts} random ${
        term("start", "starts")
      } still solved XOR. The weights into a step never change. But the output unit learns, and luck does the rest.`,
    undecided: ({ starts, count }) =>
      prose`With step functions in the hidden layer, ${count} of ${starts} random ${
        term("start", "starts")
      } solved XOR. These are too few starts to say whether fewer than half solve it.`,
  },
  update:
    prose`Here is one sum, v = 0.5, and three curves. Compute each output, and from it the slope. The slope of ReLU is simply
1 here:`,
  exercises: {
    flat: {
      question: prose`How steep is the sigmoid at v = 0, at 2 and at 5? Use ${m(SIGMOID_SLOPE)}.`,
      answer: prose`${
        n.slopes.join(", ")
      }. At 5, a change of the sum has only 1/${n.weaker} of the effect that it has at 0. The unit
is then called ${term("saturated", "saturated")}.`,
    },
    steeper: {
      question: prose`Which is steeper at v = 0, the sigmoid or tanh? By what factor?`,
      answer: prose`tanh: its slope is 1 there, that of the sigmoid ¼. So tanh is ${n.steeper} times as steep.`,
    },
    dead: {
      question: prose`A ReLU unit has a negative sum for every ${
        term("row", "row")
      } of its table. What is its slope in each row? What can it learn?`,
      answer:
        prose`The slope is 0 in each row, so nothing moves its weights. It outputs 0 forever. Such a unit is called
dead.`,
    },
  },
  code:
    prose`A slope can also be measured. Go a little to both sides, and divide the rise by the distance. Paste this into the console of your browser
(F12). It prints the slopes at v = 0.5 of the step, the sigmoid, tanh and ReLU.`,
});
