/** "The delta rule" in English. */
import { markup } from "../../html.ts";
import { derivative, minus, negative, product, sum } from "../formula/expression.ts";
import { inlineMath as m } from "../formula/mathml.ts";
import type { NumbersOf, TextsOf } from "../lesson.ts";
import type { deltaRule } from "../lessons/delta_rule_lesson.ts";
import { byNotation, term } from "../terms.ts";

const printed = product("y", minus("y", 1), "e");
const downhill = product("α", derivative("E", "v"), "x_1");

/** The texts of the lesson. */
export const DELTA_RULE_EN = (n: NumbersOf<typeof deltaRule>): TextsOf<typeof deltaRule> => ({
  title: "The delta rule",
  question: "How does a unit learn from its errors?",
  lead: markup`How does a ${term("unit", "unit")} learn from its ${term("error", "errors")}?`,
  guess: {
    question: markup`A unit should answer 1, but its ${
      term("output", "output")
    } is 0.6. One of its inputs is 1, another is 0.
Which of their ${term("weight", "weights")} should change?`,
    answer:
      markup`The one of the input 1, and it should grow. The other is multiplied by 0, so it had no part in the error.`,
  },
  lab: markup`The lab trains 200 units on the table d = x₁, and all learn it. Now make the ${
    term("learning-rate", "learning rate")
  } negative. What do they learn?`,
  idea: [
    markup`${term("supervised", "Supervised learning")} means: each ${term("row", "row")} comes with its ${
      term("target", "target")
    } d. The error e = d − y tells how far the output y is off, and in which direction.`,
    markup`Picture the ${
      term("squared-error", "squared error")
    } as hills over the weights. You stand somewhere on a slope, in fog. You cannot see the valley, but you feel which way is
down. So you take a small step down, and another. This is ${term("gradient-descent", "gradient descent")}.`,
    markup`For one unit, the slope has a short formula. Following it is called the ${
      term("delta-rule", "delta rule")
    }. Each weight changes by the learning rate, times ${term("delta", "δ")}, times its input.`,
  ],
  figure: {
    labels: { error: "error E", weight: "weight w", slope: "slope", step: "step" },
    description:
      "A curve with a valley: the error over one weight. On its left side a tangent falls to the right. An " +
      "arrow below shows a step to the right, towards the valley.",
    caption:
      markup`One weight, input 1, target 0.7. The tangent shows the slope at the left point. The step goes against the
slope and leads to the right point, nearer to the valley.`,
  },
  parts: {
    derived: {
      title: "The rule derived",
      steps: {
        chain: markup`${m("E")} depends on the output ${m("y")}, ${m("y")} on the ${
          term("weighted-sum", "weighted sum")
        } ${m("v")}, and ${m("v")} on the weight. The ${
          term("chain-rule", "chain rule")
        } multiplies the three slopes. The ½ is there to cancel a 2:`,
        slopes: markup`Each of the three is easy. The second is the slope of the ${
          term("sigmoid", "sigmoid")
        }, from the last
lesson. The third is the input, because ${m("v")} contains ${m(product("w_1", "x_1"))}:`,
        together: markup`The first two belong to the unit as a whole. Together they are ${
          byNotation(m(negative(derivative("E", "v"))), m(derivative("E", "v")))
        }:`,
        rule: markup`Downhill means against the slope. So the weight moves by ${
          byNotation(m(product("α", "δ", "x_1")), m(negative(downhill)))
        }, and likewise for every other weight.`,
      },
    },
    sign: {
      title: "A misprint to know",
      steps: {
        printed: markup`Some lecture notes and many forum posts print ${
          m(printed)
        }. With e = d − y this has the wrong sign:`,
        climbs:
          markup`Each step then goes uphill. Take the row that you will work by hand below. Its squared error is ${n.errors.before}.
The right sign lowers it to ${n.errors.after}. The wrong sign raises it to ${n.errors.wrong}.`,
        other: markup`The formula is right if the book has e = y − d and adds ${
          m(sum(product("α", "δ", "x")))
        }. Two signs changed are none changed. So look at both before you trust a δ.`,
      },
    },
    epochs: {
      title: "Ten thousand epochs",
      steps: {
        outputs: markup`One pass over all rows is an ${term("epoch", "epoch")}. We train ${
          term("online", "online")
        }: a step after every row. After 10,000 epochs on the table d = x₁, the four outputs are ${n.trained}.`,
        slow:
          markup`They never reach 0 and 1. The closer they come, the smaller y(1 − y) and e both are, and the smaller is
each step.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      markup`All ${starts} random ${term("start", "starts")} ended at ${n.trained}, to four digits.`,
    refuted: ({ starts, others }) =>
      markup`${others} of ${starts} random ${term("start", "starts")} ended at outputs other than ${n.trained}.`,
    undecided: ({ starts }) =>
      markup`${starts} random ${term("start", "starts")} do not decide whether all end at ${n.trained}.`,
  },
  update:
    markup`The weights are 0.4, −0.8 and 0.1. The inputs are 1, 0 and the constant 1, the target is 1, and α = 0.9. The
weight of the input 0 does not move.`,
  exercises: {
    after: {
      question: markup`Use the new weights. What is the output for the same row now?`,
      answer: markup`${n.outputAfter}, up from ${n.output}: a small step towards 1.`,
    },
    largest: {
      question: markup`The target is 1. For which output y is δ = y(1 − y)(1 − y) largest?`,
      answer:
        markup`Its derivative is (1 − y)(1 − 3y). It is 0 at y = ⅓, where δ = ${n.largest}. Not the worst output gets the
largest push.`,
    },
    confident: {
      question: markup`The target is 0. Compare δ for the outputs 0.5 and 0.99.`,
      answer:
        markup`${n.unsure} and ${n.confident}. A unit that is wrong and sure of it learns slowest, because its sigmoid is
flat there.`,
    },
  },
  code:
    markup`The whole training in a dozen lines. Paste it into the console of your browser (F12). It prints ${n.trained}.`,
});
