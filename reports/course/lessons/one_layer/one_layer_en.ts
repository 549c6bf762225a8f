/** "Why one layer fails" in English. */
import {
  byNotation,
  derivative,
  m,
  minus,
  negative,
  type NumbersOf,
  product,
  prose,
  sigmoid,
  square,
  sum,
  term,
  type TextsOf,
} from "../../../languages/en/writing_en.ts";
import type { oneLayer } from "./one_layer.ts";

/** The texts of the lesson. */
export const ONE_LAYER_EN = (n: NumbersOf<typeof oneLayer>): TextsOf<typeof oneLayer> => ({
  title: "Why one layer fails",
  question: "Why can a net with one layer not learn XOR?",
  lead: prose`Why can a ${term("net", "net")} with one ${term("layer", "layer")} not learn ${term("xor", "XOR")}?`,
  guess: {
    question: prose`Draw the four points of XOR: (0, 0) and (1, 1) should give 0, the other two 1. Now draw one straight
line. How many of the points can you get on the right side?`,
    answer: prose`Three. Every line leaves at least one point on the wrong side. Below you see why, in three lines.`,
  },
  lab: prose`The lab trains 200 nets with one layer on XOR. Watch the count of solved nets. Then add a
${term("hidden-layer", "hidden layer")} and watch again.`,
  idea: [
    prose`A ${term("unit", "unit")} multiplies each input by a ${term("weight", "weight")} and adds up. If this
${
      term("weighted-sum", "weighted sum")
    } is positive, the unit leans to 1; if it is negative, to 0. Where the sum is exactly
0, the unit cannot decide. You know this equation from school: ${
      m(sum(product("w_1", "x_1"), product("w_2", "x_2"), "w_3"))
    } = 0 is a straight line. So one unit is one line.`,
    prose`For AND and OR one line is enough. Such tables are ${
      term("separable", "linearly separable")
    }. XOR is not: its two
ones lie diagonally across from each other, and so do its two zeros.`,
    prose`A net with one layer and one ${term("output", "output")} is a single unit. No training can teach it XOR. But
training does something: it ends at the outputs ${n.printed}. Why these? You can compute all four by hand.`,
  ],
  figure: {
    labels: { and: "AND: one line works", or: "OR: one line works", xor: "XOR: no line works", wrong: "wrong side" },
    description: "Three squares with four points each. One line separates the ones from the zeros of AND and of OR. " +
      "For XOR the line leaves the point (1, 1) on the wrong side.",
    caption: prose`Blue points have the ${
      term("target", "target")
    } 1, orange points the target 0. In the blue region the
unit leans to 1. For XOR you may turn and shift the line: one point stays on the wrong side.`,
  },
  parts: {
    line: {
      title: "No line works",
      steps: {
        sums: prose`The third input is always 1. Its weight ${m("w_3")} shifts the line away from the origin. Write ${
          m("v_01")
        } for the weighted sum of the ${term("row", "row")} 01, and so on. An input of 0 leaves its weight out:`,
        wanted: prose`XOR wants ${m("v_01")} and ${m("v_10")} positive, but ${m("v_00")} and ${m("v_11")} negative.`,
        pairs: prose`Add the sums in pairs. Whatever the weights are, both pairs give the same:`,
        contradiction: prose`The left side must be positive and the right side negative. They are equal, so that is
impossible. No weights solve XOR.`,
      },
    },
    printed: {
      title: `Where ${n.printed} come from`,
      steps: {
        setup: prose`Train ${term("online", "online")}: one ${
          term("update", "update")
        } after each row, in the order 00, 01, 10, 11. The ${
          term("learning-rate", "learning rate")
        } is α = ${n.rate}. A row changes each weight by α${term("delta", "δ")} times its input. ${
          byNotation(
            prose`For each row, ${m("δ")} = ${m(product("y", minus(1, "y"), minus("d", "y")))}.`,
            prose`Here ${m("δ")} stands for ${m(negative(derivative("E", "v")))}.`,
          )
        } Let ${m("w_1")}, ${m("w_2")} and ${m("w_3")} be the weights at the beginning of an ${
          term("epoch", "epoch")
        }.`,
        rest: prose`After many epochs, the weights return to the same values at the end of each. So the changes of each
weight cancel. The input ${m("x_1")} is 1 in the rows 10 and 11 alone, so these two must cancel for ${
          m("w_1")
        }. Likewise for ${m("w_2")} and ${m("w_3")}:`,
        sizes: prose`The first two lines say that ${m("δ_10")} and ${m("δ_01")} are equal: both are the opposite of ${
          m("δ_11")
        }. Then the third says that ${m("δ_00")} equals ${m("δ_11")}. All four rows push equally hard, and we call this
strength ${m("δ")}:`,
        outputs: prose`Which outputs push like that? Let ${
          m("p")
        } be the output for 00 when its turn comes; its target is 0. The push ${
          m(product(square("p"), minus(1, "p")))
        } grows with ${m("p")} up to ⅔. So near ½ no other output pushes as hard, and the row 11 has the output ${
          m("p")
        }, too. For 01 and 10, whose target is 1, the output is ${m(minus(1, "p"))}:`,
        ledger:
          prose`Now follow the weights through an epoch. The table shows by how many αδ each row changes each weight:`,
        moving: prose`Write ${m("p")} = ${m(sigmoid("a"))} with the ${term("sigmoid", "sigmoid")} σ. Then ${
          m(minus(1, "p"))
        } = ${m(sigmoid(negative("a")))}. So the sum is ${m("a")} for 00 and 11, and −${
          m("a")
        } for 01 and 10. Each row meets weights that the rows above it have changed. At 01, ${
          m("w_3")
        } has lost one αδ. At 10, it has it back. At 11, each weight has gained one αδ:`,
        solved: prose`These are four equations with four unknowns. The first three give the weights, if ${
          m("a")
        } is known:`,
        fourth: prose`Put these into the fourth. What is left gives ${m("a")}, and so ${m("w_2")}:`,
        value: prose`Now δ is ${m(product(square("p"), minus(1, "p")))}, and ${m("p")} is ${
          m(sigmoid("a"))
        }. One equation is left. Begin with 0 for ${
          m("a")
        } on the right side, and put in what comes out, again and again: ${n.iteration} … It settles at ${n.a}.`,
        result: prose`Now all weights are known, and with them the four outputs at the end of an epoch:`,
        meaning:
          prose`So these four numbers are no attempt at XOR. They show the order of the rows: 00 came first and 11
came last.`,
      },
    },
    history: {
      title: "A short history",
      steps: {
        units:
          prose`<b>1943.</b> McCulloch and Pitts describe units that fire if enough of their inputs do. Nets of them can
compute any logical function. But their weights are set by hand: they do not learn.`,
        perceptron: prose`<b>1957–58.</b> Rosenblatt presents the ${term("perceptron", "perceptron")}, which learns its
weights from examples. If a separating line exists, his rule finds one. Newspapers expect thinking machines.`,
        limits: prose`<b>1969.</b> Minsky and Papert prove what one layer cannot do. XOR is the smallest case. They know
that more layers could do it, but no good way to train them is known. Money and interest turn elsewhere. For more than a
decade it is winter for neural nets.`,
        revival: prose`<b>1986.</b> Rumelhart, Hinton and Williams make ${
          term("back-propagation", "back-propagation")
        } known: a way to train hidden layers. Others had found it before, Werbos in 1974. XOR is one of their first
examples.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`All ${starts} random ${term("start", "starts")} ended at ${n.precise}, as derived, to five digits.`,
    refuted: ({ starts, others }) =>
      prose`${others} of ${starts} random ${term("start", "starts")} ended at outputs other than ${n.precise}.`,
    undecided: ({ starts }) =>
      prose`With ${starts} random ${term("start", "starts")} it stays open whether all end at ${n.precise}.`,
  },
  update: prose`The weights are 0.2, −0.4 and 0.1. The row is 01, so the inputs are 0, 1 and 1, and the target is 1. The
${term("error", "error")} pushes the sum up. The weight of the input 0 does not move.`,
  exercises: {
    and: {
      question: prose`Find three weights that solve AND: the sum must be positive for the row 11 alone.`,
      answer: prose`For example 1, 1 and −1.5. The sums for 00, 01, 10 and 11 are ${n.andSums.join(", ")}.`,
    },
    order: {
      question: prose`Train in the reverse order 11, 10, 01, 00. At which outputs does an epoch end now?`,
      answer: prose`The same argument gives ${m("w_1")} = ${m("a")} and ${m("w_2")} = ${m("w_3")} = 0, with the same
${m("a")}. The outputs for 00, 01, 10 and 11 are ${n.backwardOutputs}. Again, they show the order of the rows.`,
    },
    rate: {
      question:
        prose`Compute the four outputs for the learning rate ${n.smallRate}. What do they approach as α goes to 0?`,
      answer: prose`${n.smallRateOutputs}. As α goes to 0, so does ${m("a")} = ${
        m(product("α", square(sigmoid("a")), minus(1, sigmoid("a"))))
      }, and all outputs approach ½. That is the answer with the smallest ${term("squared-error", "squared error")}.`,
    },
  },
  code: prose`Paste this into the console of your browser (F12). It prints ${n.printed}. Change the first
weights: the result stays.`,
});
