/** "Squared error or cross entropy" in English. */
import {
  apply,
  byNotation,
  m,
  minus,
  negative,
  type NumbersOf,
  product,
  prose,
  term,
  type TextsOf,
} from "../../../languages/en/writing_en.ts";
import type { lossesLesson } from "./losses_lesson.ts";

/** The texts of the lesson. */
export const LOSSES_EN = (n: NumbersOf<typeof lossesLesson>): TextsOf<typeof lossesLesson> => ({
  title: "Squared error or cross entropy",
  question: "Why does a unit that is sure and wrong learn so slowly?",
  lead: prose`Why does a ${term("unit", "unit")} that is sure and wrong learn so slowly?`,
  guess: {
    question: prose`The ${term("target", "target")} is 0. One unit answers 0.6, another 0.99. Which of them gets the
larger correction from the ${term("delta-rule", "delta rule")}?`,
    answer: prose`The first. Its ${
      term("delta", "δ")
    } is ${n.unsure}, that of the second only ${n.sure}. The worse answer gets the smaller correction.`,
  },
  lab: prose`The lab trains 200 ${term("net", "nets")} on ${term("xor", "XOR")} with ${
    term("cross-entropy", "cross entropy")
  }. Note how many are solved, and how soon. Then choose ${term("squared-error", "squared error")} and compare.`,
  idea: [
    prose`The delta rule has the factor y(1 − y), the slope of the ${
      term("sigmoid", "sigmoid")
    }. Near 0 and near 1 the sigmoid is flat, so this factor is almost 0. A unit that is sure and wrong sits just there.
It is ${term("saturated", "saturated")}: it has much to learn, and can hardly move.`,
    prose`What training makes smaller is called the ${term("loss", "loss")}. So far it was the
squared error. It never exceeds ½, however wrong an answer is. Between a terrible answer and a slightly better one it sees almost no
difference.`,
    prose`Cross entropy reads the ${
      term("output", "output")
    } as a probability. How much did the unit believe in what turned out to be true? The less it did, the higher
the price, and there is no limit. Its slope is so steep that it cancels the flat factor exactly.`,
  ],
  figure: {
    labels: {
      loss: "loss, target 0",
      delta: "size of δ, target 0",
      squared: "squared error",
      cross: "cross entropy",
      output: "output y",
    },
    description:
      "Two charts over the output from 0 to 1, for the target 0. The squared error rises to one half, the cross " +
      "entropy without limit. The δ of squared error is a low hill that falls back to 0 at the output 1. The δ of cross " +
      "entropy is a straight line up to 1.",
    caption: prose`The loss is what a wrong answer costs, and δ is how strongly it is corrected. With squared error the
correction falls back to 0 where the answer is worst.`,
  },
  parts: {
    surprise: {
      title: "The price of a surprise",
      steps: {
        one: prose`Read the output ${m("y")} as the probability of a 1. If the target is 1, the price is ${
          m(negative(apply("ln", "y")))
        }. A sure and right answer costs nothing: ln 1 = 0. As ${
          m("y")
        } goes to 0, the price grows without limit. If the target is 0, the unit gave the truth the probability ${
          m(minus(1, "y"))
        }, and the price is ${
          m(negative(apply("ln", minus(1, "y"))))
        }. One formula says both, for a factor of 0 switches one of its terms off. With d = 1, for example:`,
        both: prose`This is the cross entropy. We call it ${m("C")}, and keep ${m("E")} for the squared error:`,
      },
    },
    derived: {
      title: "The slope, step by step",
      steps: {
        output: prose`The derivative of ln y is 1/y. For ln(1 − y) the ${
          term("chain-rule", "chain rule")
        } adds a minus. Put both terms on one denominator:`,
        sum: prose`The output is the sigmoid of the ${term("weighted-sum", "weighted sum")}, so the slope ${
          m(product("y", minus(1, "y")))
        } of the sigmoid is another factor. It stands above the line and below it, and cancels:`,
        compare: prose`So this is what either loss hands to the ${term("weight", "weights")}${
          byNotation(
            prose`, with the ${term("error", "error")} ${m("e")} = ${m(minus("d", "y"))}`,
            prose``,
          )
        }:`,
      },
    },
    saturation: {
      title: "Sure and wrong",
      steps: {
        table:
          prose`Take outputs that should be 0. The surer the unit is of its wrong answer, the more the two differ:`,
        ratio:
          prose`Whatever the target, the two differ by one factor: one over the slope of the sigmoid. It is at least ${n.least}:`,
      },
    },
    price: {
      title: "Is cross entropy simply better?",
      steps: {
        larger: prose`It makes larger corrections, so at the same ${
          term("learning-rate", "learning rate")
        } it takes larger steps. That is quick, but a large step can also carry a ${
          term("hidden-layer", "hidden unit")
        } far away, to where its own
sigmoid is flat. Cross entropy cures the output unit only.`,
        stuck: {
          text: prose`Does this happen? An experiment counted the nets that do not learn XOR in 10,000 ${
            term("epoch", "epochs")
          }:`,
          finding: {
            supported: ({ starts, percent, percentInterval }) =>
              prose`From the same ${starts} random ${
                term("start", "starts")
              }, cross entropy failed more often, by ${percent}${percentInterval} percentage points.`,
            refuted: ({ starts, percent, percentInterval }) =>
              prose`From the same ${starts} random ${
                term("start", "starts")
              }, cross entropy did not fail more often. The difference is ${percent}${percentInterval} percentage
points.`,
            undecided: ({ starts, percent, percentInterval }) =>
              prose`From the same ${starts} random ${
                term("start", "starts")
              }, the difference is ${percent}${percentInterval} percentage points. Which loss fails more often stays
open.`,
          },
        },
      },
    },
  },
  finding: {
    supported: ({ starts, count }) =>
      prose`Where both losses solved XOR and one was sooner, it was cross entropy in ${count} of ${starts} cases.`,
    refuted: ({ starts, count }) =>
      prose`Where both losses solved XOR and one was sooner, it was cross entropy in only ${count} of ${starts} cases.`,
    undecided: ({ starts, count }) =>
      prose`Where both losses solved XOR and one was sooner, it was cross entropy in ${count} of ${starts} cases.
Whether it usually is stays open.`,
  },
  update: prose`A unit with one input is sure of a 1, but the target is 0. Its weight is 3, its ${
    term("bias", "bias")
  } 1, the learning rate 0.9. We take one step of the weight with squared error, and
then, again from 3, one with cross entropy.`,
  exercises: {
    half: {
      question: prose`A unit answers ½ to everything. What does cross entropy charge for each ${
        term("row", "row")
      } of XOR?`,
      answer: prose`ln 2 = ${n.half} for each, whatever the target. That is the price of knowing nothing.`,
    },
    updates: {
      question: prose`A unit starts at the sum 5, with the target 0, and only its bias learns, at the rate 0.9. How many
steps does it take until the output is 0.1? Guess first, then run the program below.`,
      answer: prose`With squared error ${n.squaredUpdates}, with cross entropy ${n.crossUpdates}.`,
    },
    ratio: {
      question: prose`For which output do both corrections differ least, and by which factor?`,
      answer: prose`Where the slope ${
        m(product("y", minus(1, "y")))
      } is largest. That is at ½, with the slope ${n.largestSlope}. So cross entropy corrects at least ${n.least} times as
strongly.`,
    },
  },
  code:
    prose`Here is the exercise with the bias as a program. Paste it into the console of your browser (F12). It prints
the number of steps for both losses.`,
});
