/** "Supervised learning" in English. */
import { markup } from "../../../html.ts";
import { inlineMath as m } from "../../formula/mathml.ts";
import type { NumbersOf, TextsOf } from "../../lesson.ts";
import { term } from "../../terms.ts";
import type { supervisedLearning } from "./supervised_learning.ts";

/** The texts of the lesson. */
export const SUPERVISED_LEARNING_EN = (
  n: NumbersOf<typeof supervisedLearning>,
): TextsOf<typeof supervisedLearning> => ({
  title: "Supervised learning",
  question: "How can a unit find good weights by itself?",
  lead: markup`How can a ${term("unit", "unit")} find good ${term("weight", "weights")} by itself?`,
  guess: {
    question:
      markup`A unit has random weights. It has never seen the table with the answers 0, 0, 1 and 1. How many of its
four ${term("output", "outputs")} will be on the right side of one half?`,
    answer: markup`Two on average, as by guessing. With the weights ${n.weights[0]}, ${n.weights[1]} and ${
      n.weights[2]
    } of the first lesson it is ${n.right} of
4.`,
  },
  lab: markup`The lab trains 200 ${
    term("net", "nets")
  } of one unit on the table below. Each square is one of them. Watch their outputs, which are shown as colours. How many nets learn the table?`,
  idea: [
    markup`${term("supervised", "Supervised learning")} needs a teacher, and the teacher is a table. Each ${
      term("row", "row")
    } holds inputs, and the right answer to them: the ${term("target", "target")}.`,
    markup`At first the weights are random, so the outputs are wrong. But now we can say how wrong. The ${
      term("error", "error")
    } compares the output with its target.`,
    markup`Then change a weight a little. If the error gets smaller, the change was good: keep it. If not, take it back. Do
this again and again. Nobody tells the unit which weights are right. It only learns what is better and what is worse.`,
    markup`This circle is called training. Using the unit afterwards is called ${
      term("inference", "inference")
    }: the upper half of the figure, without targets and without changes.`,
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
      markup`Above, in blue: inference, from the inputs to the output. The orange arrows are added in training: compare
with the target, and change the weights.`,
  },
  parts: {
    error: {
      title: "How wrong is it?",
      steps: {
        signed: markup`The error ${m("e")} is how much the output lacks to reach the target ${
          m("d")
        }. It is positive if the output ${m("y")} is too small, and negative if it is too large:`,
        squared:
          markup`To add up rows, we square it. Otherwise a row with 0.5 and a row with −0.5 would cancel, as if all were
well. The ½ is mere convenience: later it will cancel a 2. This is the ${term("squared-error", "squared error")}:`,
        table: markup`Here is our unit before training, with the weights ${n.weights[0]}, ${n.weights[1]} and ${
          n.weights[2]
        }:`,
        total:
          markup`The four squared errors add up to ${n.total}. This one number says how bad the weights are. Learning means making it small.`,
      },
    },
    loop: {
      title: "The learning loop",
      steps: {
        plan:
          markup`Take a weight and add ${n.nudge}. Compute all four outputs again, and the sum of the squared errors. Then
try the same with −${n.nudge}. These are all
tries of the first round.`,
        tries:
          markup`The first line shows the present weights. In each other line one weight has changed. The best of these
tries has the error ${n.best}:`,
        slow:
          markup`After ${n.rounds} rounds the unit knows the table: the program below shows it. But trying is slow. A net
with a million weights would need two million tries for one round. The next lesson finds out, without any try, which way
each weight should go.`,
      },
    },
    use: {
      title: "Training and inference",
      steps: {
        inference:
          markup`Keep the two apart. Training reads targets and changes weights. Inference reads inputs alone and
changes nothing. A phone that recognizes a face does inference. Its net was trained before, somewhere else, on many faces
with names.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      markup`From all ${starts} random ${
        term("start", "starts")
      } the unit learned the table: at the end every output was within 0.1 of its target.`,
    refuted: ({ starts, others }) =>
      markup`From ${others} of ${starts} random ${
        term("start", "starts")
      } the unit did not learn the table: some output was not within 0.1 of its target.`,
    undecided: ({ starts }) =>
      markup`${starts} random ${term("start", "starts")} do not decide whether the unit always learns the table.`,
  },
  update:
    markup`Do one try yourself, on the row 10 alone: its inputs are 1, 0 and 1, and its target is 1. With the weights
${n.weights[0]}, ${n.weights[1]} and ${
      n.weights[2]
    } its squared error was ${n.before}. Now the first weight is ${n.tried}. Is that better? (σ is the ${
      term("sigmoid", "sigmoid")
    }.)`,
  exercises: {
    half: {
      question: markup`A unit answers ½ in all four rows. What do its squared errors add up to?`,
      answer: markup`Each is ½ · ¼, so together they are ${n.half}. Always saying “no idea” costs that much.`,
    },
    cancel: {
      question: markup`The errors of two rows are 0.5 and −0.5. Add them up. Then add up their squared errors.`,
      answer: markup`0, and ${n.cancelled}. Only the second number shows that something is wrong.`,
    },
    cost: {
      question:
        markup`A unit has 1,000 weights, and its table 1,000 rows. How many outputs does one round of tries compute?`,
      answer: markup`${n.outputs}: two tries for each weight, and every try goes through all rows.`,
    },
  },
  code:
    markup`The learning loop, with nothing but tries. Paste it into the console of your browser (F12). It prints the four
outputs after ${n.rounds} rounds.`,
});
