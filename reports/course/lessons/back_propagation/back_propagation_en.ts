/** "Back-propagation" in English. */
import {
  byNotation,
  derivative,
  m,
  minus,
  type NumbersOf,
  product,
  prose,
  term,
  type TextsOf,
} from "../../../languages/en/writing_en.ts";
import type { backPropagation } from "./back_propagation.ts";

const outputDelta = byNotation(m("δ"), m(derivative("E", "v")));

/** The texts of the lesson. */
export const BACK_PROPAGATION_EN = (n: NumbersOf<typeof backPropagation>): TextsOf<typeof backPropagation> => ({
  title: "Back-propagation",
  question: "How does a hidden unit learn, if no target says what it should output?",
  lead: prose`How does a ${term("hidden-layer", "hidden unit")} learn, if no ${
    term("target", "target")
  } says what it should ${term("output", "output")}?`,
  guess: {
    question: prose`A ${term("net", "net")} answers ${n.output}, but the target is 0. The output ${
      term("unit", "unit")
    } reads two hidden units. The ${
      term("weight", "weight")
    } of one is 1, that of the other is −1. Which hidden output should go up, and which down?`,
    answer:
      prose`The answer must fall. So the hidden output with the weight 1 should go down, and the one with the weight −1
up. You have just sent an ${term("error", "error")} back through two weights.`,
  },
  lab: prose`The lab trains 200 nets with four hidden units on ${
    term("xor", "XOR")
  }. Most learn it. Click a square without an outline to see one that does not.`,
  idea: [
    prose`The output unit has a target. So its error is known, and it can learn. A hidden unit has no target, but it has
influence: its output enters the ${term("weighted-sum", "weighted sum")} of the output unit, times a weight.`,
    prose`If that weight is large, a small change of the hidden unit matters. If it is 0, the hidden unit does not
matter. If it is negative, the hidden unit should do the opposite. Say that the output unit’s sum needs a correction: so much up, or so
much down. Then the hidden unit gets this correction times the weight between them.`,
    prose`That is all. The corrections run back through the same weights through which the outputs ran forward. Hence the
name: ${term("back-propagation", "back-propagation")}. The ${
      term("chain-rule", "chain rule")
    } of school calculus shows that this is exactly the slope of the error.`,
  ],
  figure: {
    labels: { forward: "outputs run forward", back: "errors run back" },
    description:
      "Two inputs, two hidden units and an output unit, with their weights. Outputs stand above the units, " +
      "δ below them.",
    caption: prose`The numbers above the units are outputs. Below stands ${
      byNotation(prose``, prose`${m(derivative("E", "v"))}, the negative of `)
    }${term("delta", "δ")}, the correction that each unit’s sum asks for. The next section computes every one.`,
  },
  parts: {
    walk: {
      title: "One update, step by step",
      steps: {
        names: {
          text: prose`Take a net with two hidden units and an output unit, each with a ${
            term("bias", "bias")
          } and the ${term("sigmoid", "sigmoid")} σ. The weight ${
            m("w_12")
          } belongs to the first hidden unit and the second input. The output unit has the weights ${m("u_1")} and ${
            m("u_2")
          } and the bias ${m("c")}.`,
          figure: {
            labels: {},
            description:
              "Two inputs, two hidden units and an output unit, with weights and biases. Each unit has its " +
              "sum and output above it, its error and δ below. New weights stand below the old ones.",
            caption:
              prose`Numbers that run forward are blue, those that run back are orange. An arrow stands before each
new value.`,
          },
        },
        inputs: prose`A ${term("row", "row")} gives both inputs, and the target ${m("d")}.`,
        first: prose`The first hidden unit adds its weighted inputs and its bias. The sigmoid turns the sum into the
output ${m("h_1")}.`,
        second: prose`The second hidden unit does the same with its own weights and bias.`,
        output: prose`The output unit reads both hidden outputs in the same way.`,
        error: prose`The ${term("squared-error", "squared error")} ${m("E")} says how wrong the output is, and ${
          byNotation(prose`the error ${m("e")}`, prose`its derivative by ${m("y")}`)
        } says in which direction.`,
        correction: prose`Now back. ${
          byNotation(
            prose`The error times the slope of the sigmoid is ${m("δ")}, the correction of the sum ${m("v")}.`,
            prose`Times the slope of the sigmoid, it becomes the derivative by the sum ${m("v")}.`,
          )
        }`,
        blame: prose`Each hidden unit gets its share of the blame: ${outputDelta} times the weight through which its
output went forward.`,
        corrections: prose`Inside each hidden unit, the slope of its own sigmoid is another factor, as at the output.`,
        weights: prose`All nine weights and biases move at once. The step is the ${
          term("learning-rate", "learning rate")
        } ${m("α")} times ${
          byNotation(prose`the unit’s ${m("δ")}`, prose`the derivative by the unit’s sum`)
        } times the weight’s input. Two of them:`,
        again: prose`That was one ${term("update", "update")}. Run forward again, and the same row gives
${n.outputAfter} instead of ${n.output}: closer to the target.`,
      },
    },
    chain: {
      title: "Why these formulas: the chain rule",
      steps: {
        error: prose`Every step back asks one question: how does ${
          m("E")
        } change if this number grows a little? We begin with the squared error. The ½ is there because it cancels the 2 of the derivative:`,
        output: prose`${m("E")} depends on ${m("y")}, and ${m("y")} on ${m("v")}. We write ${
          m(derivative("E", "y"))
        } for the derivative of ${m("E")} by ${
          m("y")
        }. The round ∂ says that there are other quantities, too, and that they stay as they are. The derivative of the
sigmoid is ${m(product("y", minus(1, "y")))}. The chain rule multiplies:`,
        hidden: prose`Now the step that is new. A hidden unit acts on ${m("E")} through ${m("v")} alone. If ${
          m("h_1")
        } grows by a little, ${m("v")} grows by ${
          m("u_1")
        } times as much. So ${outputDelta} times the weight arrives. ${
          byNotation(
            prose`We call it ${m("e_1")}, the error of the hidden unit:`,
            prose`This is the derivative by the hidden output:`,
          )
        }`,
        inside:
          prose`Inside the hidden unit there is another sigmoid. So its slope is another factor, as at the output:`,
        weights: prose`A weight acts on ${
          m("E")
        } only through the sum of its unit, and that sum grows by the weight’s input. So the derivative for a weight is
the unit’s, times that input. For example:`,
        nudge: prose`Is that true? Raise ${m("w_11")} from 1 by ${n.nudge.by} and run forward again. The squared error
goes from ${n.nudge.before} to ${n.nudge.after}. Divide the change by ${n.nudge.by}, and you get ${n.nudge.ratio}. The
chain rule says ${n.nudge.derivative}.`,
        cost: prose`Such a nudge takes one run for each weight. Back-propagation finds all nine derivatives in one run
forward and one back. With a million weights, that makes all the difference. If several units read a hidden unit, it
adds up what they all send back.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`With four hidden units, all ${starts} random ${term("start", "starts")} learned XOR.`,
    refuted: ({ starts, count, others }) =>
      prose`With four hidden units, ${count} of ${starts} random ${
        term("start", "starts")
      } learned XOR. The other ${others} had not learned it at the end: back-propagation goes downhill, and not every way
down leads there in time.`,
    undecided: ({ starts }) =>
      prose`With ${starts} random ${term("start", "starts")} it stays open whether all learn XOR.`,
  },
  update: prose`In the walk every weight took one step downhill. That is ${
    term("gradient-descent", "gradient descent")
  }, here with ${
    m("α")
  } = ${n.rate}. These are all nine steps. A bias has the input 1, and all corrections were computed with the old
weights.`,
  exercises: {
    equal: {
      question:
        prose`All nine weights and biases are 0.5. Compute the correction of both hidden units for the row (1, 1).
What will training make of them?`,
      answer: prose`Both get ${
        m("δ")
      } = ${n.equalDelta}. They start alike, get the same correction, and so stay alike for
ever. Two units then do the work of one. That is why weights start at random.`,
    },
    doubled: {
      question: prose`Set ${
        m("u_1")
      } = 2 and leave the rest as in the derivation. Does the correction of the first hidden
unit double?`,
      answer: prose`No, it more than doubles. The output moves too: ${m("y")} = ${n.doubled.y} and ${m("δ")} =
${n.doubled.delta}. So ${m("δ_1")} = ${n.doubled.hidden}.`,
    },
    cut: {
      question: prose`Set ${
        m("u_1")
      } = 0 and leave the rest as in the derivation. What correction does the first hidden unit get? Can it ever learn?`,
      answer: prose`None: 0 times anything is 0. But ${m("u_1")} itself moves, because its input ${
        m("h_1")
      } is not 0. After one update it is ${n.cut}, and from then on the
hidden unit learns.`,
    },
  },
  code: prose`This is the net of the derivation, trained for 10,000 ${
    term("epoch", "epochs")
  }. Paste it into the console of your browser (F12). It prints the outputs for the four rows.`,
});
