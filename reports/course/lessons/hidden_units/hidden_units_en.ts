/** "What hidden units learn" in English. */
import { m, type NumbersOf, prose, term, type TextsOf } from "../../../languages/en/writing_en.ts";
import type { hiddenUnits } from "./hidden_units_lesson.ts";

/** The texts of the lesson. */
export const HIDDEN_UNITS_EN = (n: NumbersOf<typeof hiddenUnits>): TextsOf<typeof hiddenUnits> => ({
  title: "What hidden units learn",
  question: "What do the two hidden units of a trained net compute?",
  lead: prose`What do the two ${term("hidden-layer", "hidden units")} of a trained ${term("net", "net")} compute?`,
  guess: {
    question: prose`A hundred nets with two hidden units have learned ${term("xor", "XOR")}, each from a random ${
      term("start", "start")
    } of its own. Must all of them have found OR and AND?`,
    answer: prose`No. A hidden ${
      term("unit", "unit")
    } may as well compute the opposite of OR or AND. And a quite different pair of questions works, too.`,
  },
  lab: prose`The lab trains 200 nets with two hidden units on XOR. Click some solved nets and compare the pictures of
their hidden units. How many kinds do you find?`,
  idea: [
    prose`A hidden unit turns a ${
      term("row", "row")
    } into a number between 0 and 1. Two hidden units turn it into two such numbers. Take them as coordinates, and the
row is a point in a square: the ${term("hidden-space", "hidden space")}.`,
    prose`The ${
      term("output", "output")
    } unit sees this point and nothing else. It draws one line through the hidden space, and the ones must lie on one side of
it. So the hidden units have one job: to move the four points until one line is enough.`,
    prose`The figure shows them at work. Before training, the four points lie close together. Then they spread, and in the
end a line fits between zeros and ones. The places of the points are not given. The hidden units find them by
following the ${term("error", "errors")} that come back from the output.`,
  ],
  figure: {
    labels: { before: "before training", during: `${n.middle} epochs`, after: `${n.epochs} epochs` },
    description:
      "Three squares with the four rows as points of the hidden space. Before training the points lie close together. After " +
      "training both ones lie together in the lower right corner, one zero at the top right, the other at the bottom left, " +
      "and a line separates the ones.",
    caption: prose`The four rows of XOR in the hidden space of one net. Blue points have the ${
      term("target", "target")
    } 1, orange points the target 0. In the blue region the output is above ½. The ones end at almost the same place.`,
  },
  parts: {
    space: {
      title: "Before and after",
      steps: {
        table: prose`These are the coordinates of the figure. The number in brackets counts the ${
          term("epoch", "epochs")
        }. The ${term("learning-rate", "learning rate")} is ${n.rate}, so that the training is short:`,
        line: prose`The output is above ½ where the output unit’s ${
          term("weighted-sum", "weighted sum")
        } is positive. With rounded ${
          term("weight", "weights")
        } this is one side of a line in the hidden space. For the row 01 we get:`,
      },
    },
    names: {
      title: "Give the units their names",
      steps: {
        signs: prose`Call a unit on if its sum is at least 0. The signs then tell its name:`,
        nand: prose`The first unit is on for every row but 11. That is NAND, the opposite of AND. The second is on for
00 alone. That is NOR, the opposite of OR. The output unit adds the first and subtracts the second.`,
        why: prose`So this net says: NAND and not NOR. Now “not NOR” is OR, and NAND is “not AND”. It is the same as OR
and not AND, said in opposites.`,
      },
    },
    copies: {
      title: `One solution, ${n.copies.two} copies`,
      steps: {
        turn: prose`Opposites come cheap. Change the signs of both weights and of the ${
          term("bias", "bias")
        } of a hidden unit. Its sum changes sign, and the ${term("sigmoid", "sigmoid")} gives 1 minus its old output:`,
        absorb: prose`Write ${
          m("k_1")
        } for the new output. The output unit can make up for the change. It flips the sign of its weight, and adds the
old weight to its bias:`,
        count: prose`The whole net computes the same as before. Each of the two units can be flipped, and the two can
swap places. So every solution comes in this many copies:`,
      },
    },
    kinds: {
      title: "Two kinds of solution",
      steps: {
        lines: prose`A line can divide the four rows in ${n.lines} ways, if opposites count as one:`,
        pairs: {
          text: prose`Two units thus have ${n.pairs} pairs to choose from. Just ${n.sufficient} of them suffice for XOR.
One is OR with AND. The figure shows both:`,
          figure: {
            labels: { nand: "NAND and not NOR", sides: "one side or the other" },
            description:
              "Two squares with the four points of XOR and two lines each. In the first the ones lie in the strip " +
              "between the lines. In the second the lines run the other way: the zeros lie in the strip, and each one lies " +
              "outside, on a side of its own.",
            caption:
              prose`The lines of the hidden units in two trained nets. In the blue regions the hidden units vote for
a 1. The nets differ in their random start only.`,
          },
        },
        sides: prose`In the second kind, each hidden unit picks one of the ones: the first input without the second, or
the second without the first. The output unit adds them up. Both kinds solve XOR, and the start decides which one a net
finds.`,
      },
    },
  },
  finding: {
    supported: ({ starts, count }) =>
      prose`Of ${starts} solved nets with two sigmoid units, ${count} had learned OR and AND, each or its opposite.`,
    refuted: ({ starts, count }) =>
      prose`Of ${starts} solved nets with two sigmoid units, only ${count} had learned OR and AND, each or its
opposite. That is no more than a third.`,
    undecided: ({ starts, count }) =>
      prose`Of ${starts} solved nets with two sigmoid units, ${count} had learned OR and AND, each or its opposite.
Whether that is more than a third in general stays open.`,
  },
  update: prose`Take the trained net with its weights rounded, and send the row 01 through it. Between the fourth line
and the fifth, you are in the hidden space.`,
  exercises: {
    turn: {
      question: prose`Flip the first hidden unit of this net into AND. Which weights does it get, and what does the
output unit need?`,
      answer: prose`The hidden unit gets the weights ${n.turned.weights.join(" and ")} and the bias ${n.turned.bias}.
The output unit gets the weight ${n.turned.output} for it, and its bias becomes ${n.turned.outputBias}.`,
    },
    count: {
      question: prose`How many copies does a solution with three hidden units have? And with four?`,
      answer:
        prose`Three units can be flipped in 8 ways and ordered in 6, which makes ${n.copies.three}. With four it is
16 times 24, which makes ${n.copies.four}.`,
    },
    conflict: {
      question: prose`Why do OR and “the first input” not suffice as a pair?`,
      answer: prose`Both answer 1 for 10 and for 11. So these two rows land on the same point of the hidden space, but
their targets differ. No line can separate a point from itself.`,
    },
  },
  code: prose`This program trains the net of the figure and prints what its two units say for the rows 00, 01, 10 and
11. Paste it into the console of your browser (F12), and try other starts.`,
});
