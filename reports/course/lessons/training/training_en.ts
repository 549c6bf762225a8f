/** "Ten thousand epochs" in English. */
import { markup } from "../../../html.ts";
import { minus, product, sum } from "../../formula/expression.ts";
import { inlineMath as m } from "../../formula/mathml.ts";
import type { NumbersOf, TextsOf } from "../../lesson.ts";
import { term } from "../../terms.ts";
import type { training } from "./training_lesson.ts";

const misprint = product("y", minus("y", 1), "e");

/** The texts of the lesson. */
export const TRAINING_EN = (n: NumbersOf<typeof training>): TextsOf<typeof training> => ({
  title: "Ten thousand epochs",
  question: "What does a unit know after 10,000 epochs, and what if one sign is wrong?",
  lead: markup`What does a ${term("unit", "unit")} know after 10,000 ${
    term("epoch", "epochs")
  }, and what if one sign is wrong?`,
  guess: {
    question: markup`The ${
      term("target", "targets")
    } of the table are 0, 0, 1 and 1. A unit practises it 10,000 times. Will its ${
      term("output", "outputs")
    } then be exactly 0, 0, 1 and 1?`,
    answer: markup`No. They are ${n.online}. They come as near as you like, but never arrive. You will see why.`,
  },
  lab: markup`The lab trains 200 ${term("net", "nets")} at the ${
    term("learning-rate", "learning rate")
  } −0.9. That is the same as a ${
    term("delta", "δ")
  } with the wrong sign. Watch the outputs, which are shown as colours. Then set the rate to 0.9, and watch again.`,
  idea: [
    markup`One step of the ${term("delta-rule", "delta rule")} moves the ${
      term("weight", "weights")
    } a little. So we take many: ${
      term("row", "row")
    } after row, and from the top again when the table is through. One pass through the table is an epoch.`,
    markup`The first epochs do most of the work. After a hundred, all four outputs are clearly on the right side. The
thousands that follow only polish.`,
    markup`And if the program has a wrong sign? Nothing crashes, and no message appears. The unit learns with the same zeal,
but uphill. So look at the ${term("error", "error")} while you train. If it rises from the beginning, suspect a sign.`,
  ],
  figure: {
    labels: {
      right: "right sign",
      wrong: "wrong sign",
      guess: "always answering ½",
      epochs: "epochs",
      error: "mean squared error",
    },
    description:
      "Two curves of the mean squared error over 1 to 10,000 epochs, both starting near ¼. With the right sign the error " +
      "falls to almost 0. With the wrong sign it rises to almost 1.",
    caption: markup`The same ${
      term("start", "start")
    } and the same table, only the sign of δ differs. Each mark on the axis stands for ten times as many epochs as the one before.`,
  },
  parts: {
    answers: {
      title: "From guesses to answers",
      steps: {
        epochs: markup`We train ${term("online", "online")}, with one ${
          term("update", "update")
        } after each row, from the weights ${n.weights[0]}, ${n.weights[1]} and ${
          n.weights[2]
        }, at α = ${n.rate}. Here are the outputs for the rows 00, 01, 10 and 11
after n epochs:`,
        textbook:
          markup`The last line, ${n.online}, stands in a textbook (Kim 2017). You have just reproduced it, to all four
digits. The textbook began with other weights. Whether that matters, the experiment below tests.`,
        slow: markup`Why not 0 and 1? A ${term("sigmoid", "sigmoid")} reaches them only for an infinite ${
          term("weighted-sum", "weighted sum")
        }. And the nearer the output comes, the
smaller are both ${m("e")} and ${
          m(product("y", minus(1, "y")))
        }, and so the steps. From 1,000 to 10,000 epochs the mean ${
          term("squared-error", "squared error")
        } is only divided by ${n.shrinks}.`,
      },
    },
    batch: {
      title: "Row by row, or all at once",
      steps: {
        online:
          markup`Online, every row moves the weights at once, and the next row already sees the new weights. With four
rows, an epoch has four updates.`,
        full: markup`In ${
          term("full-batch", "full batch")
        } all rows first say what they want. Then the weights move once, by the mean. An epoch has one update. Large nets use
something in between: a few dozen rows for each update.`,
        compared:
          markup`After 10,000 epochs in full batch the outputs are ${n.full}. That is not as near, because it made only
a quarter of the updates. After 40,000 epochs it has caught up: ${n.online}.`,
      },
    },
    sign: {
      title: "A misprint to know",
      steps: {
        printed: markup`Some lecture notes and many forum posts print ${m(misprint)} for δ. With ${m("e")} = ${
          m(minus("d", "y"))
        } this has the wrong sign. Compare:`,
        step:
          markup`Each step then goes uphill. Take the row that you will work by hand below. Its squared error is ${n.errors.before}. The right sign lowers it to ${n.errors.after}. The wrong sign raises it to
${n.errors.wrong}.`,
        away: {
          text:
            markup`Now repeat it 10,000 times. With the wrong sign the outputs end at ${n.wrong}. They ran away from their
targets as far as they could. The unit has learned the opposite of the table.`,
          finding: {
            supported: ({ starts }) =>
              markup`From all ${starts} random starts, on three tables, the wrong sign ended with a larger error than it began.`,
            refuted: ({ starts, others }) =>
              markup`From ${others} of ${starts} random starts, the wrong sign did not end with a larger error on each of three
tables.`,
            undecided: ({ starts }) =>
              markup`${starts} random starts do not decide whether the wrong sign always ends with a larger error.`,
          },
        },
        other: markup`But beware: the formula is right if the book has e = y − d and adds ${
          m(sum(product("α", "δ", "x")))
        }. Two changes of sign cancel. So look at both before you trust a δ.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) => markup`All ${starts} random starts ended at ${n.online}, to four digits.`,
    refuted: ({ starts, others }) =>
      markup`${others} of ${starts} random starts ended at outputs other than ${n.online}.`,
    undecided: ({ starts }) => markup`${starts} random starts do not decide whether all end at ${n.online}.`,
  },
  update:
    markup`Do one step with the misprint, on the row 10: the inputs are 1, 0 and 1, the target is 1, and α = ${n.rate}. The
misprinted δ is called ${m("q")}. The output should rise. Which way do the weights go?`,
  exercises: {
    count: {
      question: markup`How many updates are 10,000 epochs of a table with four rows, online and in full batch?`,
      answer: markup`${n.updates.online} online, and ${n.updates.full} in full batch.`,
    },
    rest: {
      question: markup`Compute the mean of the four squares (d − y)² for the outputs ${n.online}.`,
      answer: markup`${n.rest}. That is what is left after 10,000 epochs.`,
    },
    repair: {
      question: markup`Somebody has the misprinted δ, but writes ${
        m(minus("w", product("α", "δ", "x")))
      } instead of a plus. Does it learn?`,
      answer: markup`Yes. The two signs cancel, and each step goes downhill.`,
    },
  },
  code: markup`The whole training, with the right sign and with the wrong one. Paste it into the console of your browser
(F12). It prints the four outputs of each.`,
});
