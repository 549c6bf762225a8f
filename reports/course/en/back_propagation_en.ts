/** "Back-propagation" in English. */
import { markup } from "../../html.ts";
import { derivative, minus, product } from "../formula/expression.ts";
import { inlineMath as m } from "../formula/mathml.ts";
import type { NumbersOf, TextsOf } from "../lesson.ts";
import type { backPropagation } from "../lessons/back_propagation.ts";
import { byNotation, term } from "../terms.ts";

const outputDelta = byNotation(m("δ"), m(derivative("E", "v")));

/** The texts of the lesson. */
export const BACK_PROPAGATION_EN = (n: NumbersOf<typeof backPropagation>): TextsOf<typeof backPropagation> => ({
  title: "Back-propagation",
  question: "How does a hidden unit learn, if nobody says what it should output?",
  lead: markup`How does a ${term("hidden-layer", "hidden unit")} learn, if nobody says what it should ${
    term("output", "output")
  }?`,
  guess: {
    question: markup`A ${term("net", "net")} answers ${n.output}, but the ${
      term("target", "target")
    } is 0. Two hidden units feed the output ${term("unit", "unit")}, one by the ${
      term("weight", "weight")
    } 1, the other by the weight −1. Which of them should go up, and which down?`,
    answer:
      markup`The answer must fall. So the hidden unit with weight 1 should go down, the one with weight −1 up. You have
just sent an ${term("error", "error")} back through two weights.`,
  },
  lab: markup`The lab trains 200 nets with four hidden units on ${
    term("xor", "XOR")
  }. Most learn it. Click a square without an outline to see one that does not.`,
  idea: [
    markup`The output unit has a target. So its error is known, and it can learn. A hidden unit has no target, but it has
influence: its output enters the ${term("weighted-sum", "weighted sum")} of the output unit, times a weight.`,
    markup`If that weight is large, a small change of the hidden unit matters. If it is 0, nothing matters. If it is
negative, the hidden unit should do the opposite. So the hidden unit receives the output’s correction, times the weight
between them.`,
    markup`That is all. The corrections run back through the same weights through which the outputs ran forward. Hence the
name: ${term("back-propagation", "back-propagation")}. The ${
      term("chain-rule", "chain rule")
    } of school calculus shows that this is exactly the slope of the error.`,
  ],
  figure: {
    labels: { forward: "outputs run forward", back: "errors run back" },
    description:
      "Two inputs, two hidden units and an output unit, with their weights. Outputs stand above the units, " +
      "δ below them.",
    caption: markup`The numbers above the units are outputs. Below stands ${
      byNotation(markup``, markup`${m(derivative("E", "v"))}, the negative of `)
    }${term("delta", "δ")}, the correction that each unit’s sum asks for. The next section computes every one.`,
  },
  parts: {
    chain: {
      title: "The chain rule, number by number",
      steps: {
        forward: markup`Take a net with two hidden units and an output unit, each with a ${
          term("bias", "bias")
        } and the ${term("sigmoid", "sigmoid")} σ. The ${term("row", "row")} is (1, 1), and its target is ${
          m("d")
        } = 0. We
first go forward, unit by unit:`,
        error: markup`How wrong is that? We take the ${
          term("squared-error", "squared error")
        }. The ½ is there because it cancels the 2 of the derivative:`,
        output: markup`${m("E")} depends on ${m("y")}, and ${m("y")} on ${m("v")}. The derivative of the sigmoid is ${
          m(product("y", minus(1, "y")))
        }. The chain rule multiplies:`,
        hidden: markup`Now the step that is new. A hidden unit acts on ${m("E")} through ${m("v")} alone. If ${
          m("h_1")
        } grows by a little, ${m("v")} grows by ${
          m("u_1")
        } times as much. So what arrives is ${outputDelta} times the weight:`,
        inside: markup`Inside the hidden unit stands another sigmoid. So its slope comes on top, as at the output:`,
        weights: markup`A weight acts on ${
          m("E")
        } only through the sum of its unit, and that sum grows by the weight’s input.
So the derivative for a weight is the unit’s, times that input. For example:`,
      },
    },
    xor: {
      title: "XOR is OR and not AND",
      steps: {
        plan:
          markup`Why two hidden units? Each draws one line. XOR is 1 if OR is 1 and AND is 0. So one hidden unit does OR,
the other AND, and the output unit combines them: the first counts for, the second against.`,
        weights:
          markup`Large weights make the sigmoid almost a step. OR needs a sum of inputs above ½, so its bias is −10.
AND needs one above 1½, so its bias is −30:`,
        table:
          markup`All four rows come out right. Training begins with small random weights and has to find something like
this by itself.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      markup`With four hidden units, all ${starts} random ${term("start", "starts")} learned XOR.`,
    refuted: ({ starts, count, others }) =>
      markup`With four hidden units, ${count} of ${starts} random ${
        term("start", "starts")
      } learned XOR. The other ${others} had not learned it at the end: back-propagation goes downhill, and not every way
down leads there in time.`,
    undecided: ({ starts }) =>
      markup`With ${starts} random ${term("start", "starts")} it stays open whether all learn XOR.`,
  },
  update: markup`Now every weight takes its step, downhill: ${term("gradient-descent", "gradient descent")}. The ${
    term("learning-rate", "learning rate")
  } is α = 0.9. A bias has the input 1. After this one ${
    term("update", "update")
  } the same row gives ${n.outputAfter} instead of ${n.output}: closer to 0.`,
  exercises: {
    equal: {
      question:
        markup`All nine weights and biases are 0.5. Compute the correction of both hidden units for the row (1, 1).
What will training make of them?`,
      answer: markup`Both get ${
        m("δ")
      } = ${n.equalDelta}. They start alike, get the same correction, and so stay alike for
ever. Two units then do the work of one. That is why weights start at random.`,
    },
    doubled: {
      question: markup`Set ${
        m("u_1")
      } = 2 and leave the rest as in the derivation. Does the correction of the first hidden
unit double?`,
      answer: markup`No, it more than doubles. The output moves too: ${m("y")} = ${n.doubled.y} and ${m("δ")} =
${n.doubled.delta}. So ${m("δ_1")} = ${n.doubled.hidden}.`,
    },
    nand: {
      question: markup`XOR is also OR and NAND. Find weights for the second hidden unit and the output unit.`,
      answer:
        markup`NAND has the weights −20, −20 and the bias 30. The output unit does AND: 20, 20 and the bias −30. The
outputs are then the same as in the table above, to two digits.`,
    },
  },
  code: markup`This is the net of the derivation, trained for 10,000 ${
    term("epoch", "epochs")
  }. Paste it into the console of your browser (F12). It prints the outputs for the four rows.`,
});
