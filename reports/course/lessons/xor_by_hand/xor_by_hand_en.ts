/** "XOR by hand" in English. */
import { m, type NumbersOf, prose, term, type TextsOf } from "../../../languages/en/writing_en.ts";
import type { xorByHand } from "./xor_by_hand.ts";

/** The texts of the lesson. */
export const XOR_BY_HAND_EN = (n: NumbersOf<typeof xorByHand>): TextsOf<typeof xorByHand> => ({
  title: "XOR by hand",
  question: "How do two hidden units solve XOR?",
  lead: prose`How do two ${term("hidden-layer", "hidden units")} solve ${term("xor", "XOR")}?`,
  guess: {
    question:
      prose`One friend looks at two bits and tells you OR. Another tells you AND. You cannot see the bits. How do
you get XOR from the two answers?`,
    answer: prose`XOR is 1 if the first friend says 1 and the second says 0. This is all that the ${
      term("output", "output")
    } ${term("unit", "unit")} has to check.`,
  },
  lab: prose`The lab trains 200 ${term("net", "nets")} with two hidden units on XOR. Click a square with an outline, a
solved net. Its picture shows a strip. Then take one hidden unit away: what is left of the strip?`,
  idea: [
    prose`One unit draws one line, and for XOR one line is not enough. So ask two questions that a line can answer. Is
at least one input 1? That is OR. Are both inputs 1? That is AND.`,
    prose`XOR is the case where the first answer is yes and the second is no. One hidden unit answers the first question,
the other the second. The output unit combines the answers, and that takes only one more line.`,
    prose`In the plane, the two hidden units draw parallel lines. Between them lies a strip. The ones of XOR lie in the
strip, and the zeros on either side of it.`,
  ],
  figure: {
    labels: { or: "OR: above a line", and: "AND: above another", xor: "XOR: between both" },
    description:
      "Three squares with four points each. A line separates the ones of OR, another line the one of AND. For " +
      "XOR the strip between both lines holds the two ones.",
    caption: prose`In the blue region the unit answers 1. Blue points have the ${
      term("target", "target")
    } 1, orange points the target 0. The strip is what OR holds and AND does not.`,
  },
  parts: {
    questions: {
      title: "Two questions",
      steps: {
        table: prose`Here are the answers for all four ${term("row", "rows")}, with XOR beside them:`,
        rule: prose`XOR is 1 exactly where OR is 1 and AND is 0. In short: OR and not AND.`,
      },
    },
    weights: {
      title: "The weights, one by one",
      steps: {
        hidden: prose`Take the ${term("step-function", "step function")} for now: a unit answers 1 if its ${
          term("weighted-sum", "weighted sum")
        } is at least 0. With both ${
          term("weight", "weights")
        } 1, the sum counts the ones. OR wants at least one of them. So the ${
          term("bias", "bias")
        } is −½, and the sum is positive from 1 on. AND wants two of them, so its bias is −1½:`,
        output: prose`The output unit reads ${m("h_1")} and ${
          m("h_2")
        } as its inputs. OR speaks for a 1, so its weight is 1. AND speaks against it, so its weight is −1. The bias is
−½ again, so the threshold lies halfway between 0 and 1:`,
        sums: prose`Check all four rows. A sum below 0 becomes 0, any other becomes 1:`,
        strip: prose`The answer is 1 if the number of ones lies between the two thresholds:`,
        lines:
          prose`Put an equals sign for each “less than”, and you have two parallel lines. Between them lies the strip.`,
      },
    },
    soft: {
      title: "The same with sigmoids",
      steps: {
        scale: prose`A step has no slope to learn from. But a ${
          term("sigmoid", "sigmoid")
        } with large weights is almost a step. So multiply all weights and biases by ${n.factor}:`,
        table: prose`The outputs are no longer exact, but all of them are close to their targets:`,
        training: prose`Training does not begin with such weights. It begins with small random ones and has to find
something like them. A later lesson shows what it really finds.`,
      },
    },
    relu: {
      title: "The same with ReLU",
      steps: {
        formulas: prose`With ${term("relu", "ReLU")}, the output unit needs no ${
          term("activation", "activation function")
        } at all. The first hidden unit passes the number of ones on. The
second begins only above 1. It counts double, and against:`,
        table: prose`The four rows, exact this time:`,
        shape: {
          text:
            prose`Draw the output over the number of ones, and you see a tent. Up to 1 only the first unit works, and
the slope is 1. From there on the second joins in, and the slope is 1 − 2 = −1.`,
          figure: {
            labels: {},
            description:
              "The output over the sum of the inputs: a tent that rises from 0 at 0 to 1 at 1 and falls to 0 at 2. " +
              "Dashed lines show the outputs of the two ReLU units, which start to rise at 0 and at 1.",
            caption: prose`The dashed lines are the two hidden units. The tent is the first minus twice the second.`,
          },
        },
      },
    },
  },
  finding: {
    supported: ({ starts, count }) =>
      prose`Such weights can be learned: with two hidden units and an output bias, ${count} of ${starts} random ${
        term("start", "starts")
      } solved XOR.`,
    refuted: ({ starts, count }) =>
      prose`Two units can do it, but they seldom learn it: only ${count} of ${starts} random ${
        term("start", "starts")
      } solved XOR.`,
    undecided: ({ starts, count }) =>
      prose`With two hidden units and an output bias, ${count} of ${starts} random ${
        term("start", "starts")
      } solved XOR. Whether most do stays open.`,
  },
  update: prose`Take the sigmoid net and the row 11, which a single line gets wrong. Both hidden units answer yes. Their
weights cancel, and the bias decides.`,
  exercises: {
    nand: {
      question: prose`XOR is also OR and NAND, where NAND means “not both”. Which weights do the second hidden unit and
the output unit need now, with steps?`,
      answer: prose`NAND has the weights −1, −1 and the bias 1½. The output unit computes AND of both: 1, 1 and the bias
−1½.`,
    },
    soft: {
      question: prose`Multiply by 4 instead of ${n.factor}. Which outputs do you get? Would you call XOR solved?`,
      answer:
        prose`The outputs are ${n.softer}. Each is on the right side of ½, but none is within 0.1 of its target. So
training has to make the weights larger.`,
    },
    three: {
      question: prose`With three inputs, let the answer be 1 if the number of ones is odd. How many parallel lines do
you need? Find the weights of the output unit, with steps.`,
      answer: prose`Three hidden units, with biases −½, −1½ and −2½. The output weights are 1, −1 and 1, the bias is −½.
For 0, 1, 2 and 3 ones the answers are ${n.parity}.`,
    },
  },
  code:
    prose`Here are all three nets: with steps, with sigmoids, and with ReLU. Paste the program into the console of your
browser (F12). It prints the outputs for the four rows.`,
});
