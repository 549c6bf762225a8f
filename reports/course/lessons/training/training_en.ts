/** "Ten thousand epochs" in English. */
import { m, minus, type NumbersOf, product, prose, sum, term, type TextsOf } from "../../../languages/en/writing_en.ts";
import type { training } from "./training_lesson.ts";

const misprint = product("y", minus("y", 1), "e");

/** The texts of the lesson. */
export const TRAINING_EN = (n: NumbersOf<typeof training>): TextsOf<typeof training> => ({
  title: "Ten thousand epochs",
  question: "What does a unit know after 10,000 epochs, and what if one sign is wrong?",
  lead: prose`What does a ${term("unit", "unit")} know after 10,000 ${
    term("epoch", "epochs")
  }, and what if one sign is wrong?`,
  guess: {
    question: prose`The ${
      term("target", "targets")
    } of the table are 0, 0, 1 and 1. A unit trains on it 10,000 times. Will its ${
      term("output", "outputs")
    } then be exactly 0, 0, 1 and 1?`,
    answer: prose`No. They are ${n.online}. They come as close as you like, but never arrive. You will see why.`,
  },
  lab: prose`The lab trains 200 ${term("net", "nets")} at the ${
    term("learning-rate", "learning rate")
  } −0.9. That is the same as a ${
    term("delta", "δ")
  } with the wrong sign. Watch the outputs, which are shown as colours. Then set the rate to 0.9, and watch again.`,
  idea: [
    prose`One step of the ${term("delta-rule", "delta rule")} moves the ${
      term("weight", "weights")
    } a little. So we take many: ${
      term("row", "row")
    } after row, and from the top again after the last one. One pass through the table is an epoch.`,
    prose`The first epochs do most of the work. After a hundred, all four outputs are clearly on the right side. The
thousands that follow only polish.`,
    prose`And if the program has a wrong sign? Nothing crashes, and no message appears. The unit learns just as eagerly,
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
    caption: prose`The same ${
      term("start", "start")
    } and the same table, only the sign of δ differs. Each mark on the axis stands for ten times as many epochs as the one before.`,
  },
  parts: {
    answers: {
      title: "From guesses to answers",
      steps: {
        epochs: prose`We train ${term("online", "online")}, with one ${
          term("update", "update")
        } after each row, from the weights ${n.weights[0]}, ${n.weights[1]} and ${
          n.weights[2]
        }, at α = ${n.rate}. Here are the outputs for the rows 00, 01, 10 and 11
after n epochs:`,
        textbook:
          prose`The last line, ${n.online}, appears in a textbook (Kim 2017). You have just reproduced it, to all four
digits. The textbook began with other weights. The experiment below tests whether that matters.`,
        slow: prose`Why not 0 and 1? A ${term("sigmoid", "sigmoid")} reaches them only for an infinite ${
          term("weighted-sum", "weighted sum")
        }. And the closer the output comes, the
smaller both ${m("e")} and ${
          m(product("y", minus(1, "y")))
        } become, and with them the steps. From 1000 to 10,000 epochs the mean ${
          term("squared-error", "squared error")
        } is only divided by ${n.shrinks}.`,
      },
    },
    batch: {
      title: "Row by row, or all at once",
      steps: {
        online:
          prose`Online, every row moves the weights at once, and the next row already sees the new weights. With four
rows, an epoch has four updates.`,
        full: prose`In ${
          term("full-batch", "full batch")
        }, all rows first say what they want. Then the weights move once, by the mean. An epoch has one update. Large nets use
something in between: a few dozen rows for each update.`,
        compared:
          prose`After 10,000 epochs in full batch the outputs are ${n.full}. That is not as close, because it made only
a quarter of the updates. After 40,000 epochs it has caught up: ${n.online}.`,
      },
    },
    sign: {
      title: "A misprint to know",
      steps: {
        printed: prose`Some lecture notes and many forum posts print ${m(misprint)} for δ. With ${m("e")} = ${
          m(minus("d", "y"))
        }, this has the wrong sign. Compare:`,
        step:
          prose`Each step then goes uphill. Take the row that you will work by hand below. Its squared error is ${n.errors.before}. The right sign lowers it to ${n.errors.after}. The wrong sign raises it to
${n.errors.wrong}.`,
        away: {
          text:
            prose`Now train for 10,000 epochs. With the wrong sign the outputs end at ${n.wrong}. They ran away from their
targets as far as they could. The unit has learned the opposite of the table.`,
          finding: {
            supported: ({ starts }) =>
              prose`From all ${starts} random starts, on three tables, the wrong sign ended with a larger error than it began with.`,
            refuted: ({ starts, others }) =>
              prose`From ${others} of ${starts} random starts, the wrong sign did not end with a larger error on each of three
tables.`,
            undecided: ({ starts }) =>
              prose`${starts} random starts do not decide whether the wrong sign always ends with a larger error.`,
          },
        },
        other: prose`But beware: the formula is right if the book has e = y − d and adds ${
          m(sum(product("α", "δ", "x")))
        }. Two changes of sign cancel. So look at both before you trust a δ.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) => prose`All ${starts} random starts ended at ${n.online}, to four digits.`,
    refuted: ({ starts, others }) =>
      prose`${others} of ${starts} random starts ended at outputs other than ${n.online}.`,
    undecided: ({ starts }) => prose`${starts} random starts do not decide whether all end at ${n.online}.`,
  },
  update:
    prose`Do one step with the misprint, on the row 10: the inputs are 1, 0 and 1, the target is 1, and α = ${n.rate}. The
misprinted δ is called ${m("q")}. The output should rise. Which way do the weights go?`,
  exercises: {
    count: {
      question: prose`How many updates do 10,000 epochs of a table with four rows make, online and in full batch?`,
      answer: prose`${n.updates.online} online, and ${n.updates.full} in full batch.`,
    },
    rest: {
      question: prose`Compute the mean of the four squares (d − y)² for the outputs ${n.online}.`,
      answer: prose`${n.rest}. That is what is left after 10,000 epochs.`,
    },
    repair: {
      question: prose`Somebody uses the misprinted δ, but writes ${
        m(minus("w", product("α", "δ", "x")))
      } instead of a plus. Does it learn?`,
      answer: prose`Yes. The two signs cancel, and each step goes downhill.`,
    },
  },
  code: prose`The whole training, with the right sign and with the wrong one. Paste it into the console of your browser
(F12). It prints the four outputs of each.`,
});
