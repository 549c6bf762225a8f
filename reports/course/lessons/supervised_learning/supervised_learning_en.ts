/** "Supervised learning" in English. */
import { m, type NumbersOf, prose, term, type TextsOf } from "../../../languages/en/writing_en.ts";
import type { supervisedLearning } from "./supervised_learning.ts";

/** The texts of the lesson. */
export const SUPERVISED_LEARNING_EN = (
  n: NumbersOf<typeof supervisedLearning>,
): TextsOf<typeof supervisedLearning> => ({
  title: "Supervised learning",
  question: "How can a unit find good weights by itself?",
  lead: prose`How can a ${term("unit", "unit")} find good ${term("weight", "weights")} by itself?`,
  guess: {
    question:
      prose`A unit has random weights. It has never seen the table with the answers 0, 0, 1 and 1. How many of its
four ${term("output", "outputs")} will be on the right side of one half?`,
    answer: prose`Two on average, as by guessing. With the weights ${n.weights[0]}, ${n.weights[1]} and ${
      n.weights[2]
    } of the first lesson, it is ${n.right} of
4.`,
  },
  lab: prose`The lab trains 200 ${
    term("net", "nets")
  } of one unit on the table below. Each square is one of them. Watch their outputs, which are shown as colours. How many nets learn the table?`,
  idea: [
    prose`${term("supervised", "Supervised learning")} needs a teacher, and the teacher is a table. Each ${
      term("row", "row")
    } holds inputs and the right answer to them, the ${term("target", "target")}.`,
    prose`At first the weights are random, so the outputs are wrong. But now we can say how wrong. The ${
      term("error", "error")
    } compares the output with its target.`,
    prose`Then change a weight a little. If the error gets smaller, the change was good: keep it. If not, take it back. Do
this again and again. Nobody tells the unit which weights are right. It only learns what is better and what is worse.`,
    prose`This loop is called training. Using the unit afterwards is called ${
      term("inference", "inference")
    }: the upper half of the figure, with no targets and no changes.`,
  ],
  figure: {
    labels: {
      inputs: "inputs",
      unit: "unit",
      output: "output",
      target: "target",
      error: "error",
      change: "change weights",
    },
    description:
      "Arrows lead from the inputs to the unit and on to the output. Output and target lead to the error. From the error " +
      "an arrow leads back to the unit: change the weights.",
    caption:
      prose`Above, in blue: inference, from the inputs to the output. The orange arrows are added in training: compare
with the target, and change the weights.`,
  },
  parts: {
    error: {
      title: "How wrong is it?",
      steps: {
        signed: prose`The error ${m("e")} says how far the output falls short of the target ${
          m("d")
        }. It is positive if the output ${m("y")} is too small, and negative if it is too large:`,
        squared:
          prose`Before adding up rows, we square it. Otherwise a row with 0.5 and a row with −0.5 would cancel, as if all were
well. The ½ is mere convenience: later it will cancel a 2. This is the ${term("squared-error", "squared error")}:`,
        table: prose`Here is our unit before training, with the weights ${n.weights[0]}, ${n.weights[1]} and ${
          n.weights[2]
        }:`,
        total:
          prose`The four squared errors add up to ${n.total}. This one number says how bad the weights are. Learning means making it small.`,
      },
    },
    loop: {
      title: "The learning loop",
      steps: {
        plan:
          prose`Take a weight and add ${n.nudge}. Compute all four outputs again, and the sum of the squared errors. Then
try the same with −${n.nudge}. Here are all
tries from the present weights.`,
        tries:
          prose`The first line shows the present weights. In each other line one weight has changed. The best of these
tries lowers the sum to ${n.best}:`,
        slow:
          prose`After ${n.rounds} rounds the unit knows the table: the program below shows it. But trying is slow. A net
with a million weights would need two million tries for one round. The next lesson finds out which way each weight
should go, without a single try.`,
      },
    },
    use: {
      title: "Training and inference",
      steps: {
        inference:
          prose`Keep the two apart. Training reads targets and changes weights. Inference reads inputs alone and
changes nothing. A phone that recognizes a face does inference. Its net was trained before, somewhere else, on many faces
with names.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`From all ${starts} random ${
        term("start", "starts")
      } the unit learned the table: at the end every output was within 0.1 of its target.`,
    refuted: ({ starts, others }) =>
      prose`From ${others} of ${starts} random ${
        term("start", "starts")
      } the unit did not learn the table: some output was not within 0.1 of its target.`,
    undecided: ({ starts }) =>
      prose`${starts} random ${term("start", "starts")} do not decide whether the unit always learns the table.`,
  },
  update:
    prose`Make one try yourself, on the row 10 alone: its inputs are 1, 0 and 1, and its target is 1. With the weights
${n.weights[0]}, ${n.weights[1]} and ${
      n.weights[2]
    } its squared error was ${n.before}. Now the first weight is ${n.tried}. Is that better? (σ is the ${
      term("sigmoid", "sigmoid")
    }.)`,
  exercises: {
    half: {
      question: prose`A unit answers ½ in all four rows. What do its squared errors add up to?`,
      answer: prose`Each is ½ · ¼, so together they are ${n.half}. Always saying “no idea” costs that much.`,
    },
    cancel: {
      question: prose`The errors of two rows are 0.5 and −0.5. Add them up. Then add up their squared errors.`,
      answer: prose`0, and ${n.cancelled}. Only the second number shows that something is wrong.`,
    },
    cost: {
      question:
        prose`A unit has 1000 weights, and its table 1000 rows. How many outputs does one round of tries compute?`,
      answer: prose`${n.outputs}: two tries for each weight, and every try goes through all rows.`,
    },
  },
  code:
    prose`The learning loop, with nothing but tries. Paste it into the console of your browser (F12). It prints the four
outputs after ${n.rounds} rounds.`,
});
