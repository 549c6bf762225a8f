/** "A unit" in English. */
import { exp, m, negative, type NumbersOf, prose, term, type TextsOf } from "../../../languages/en/writing_en.ts";
import type { unit } from "./unit.ts";

/** The texts of the lesson. */
export const UNIT_EN = (n: NumbersOf<typeof unit>): TextsOf<typeof unit> => ({
  title: "A unit",
  question: "What does one unit of a neural net compute?",
  lead: prose`What does one ${term("unit", "unit")} of a neural ${term("net", "net")} compute?`,
  guess: {
    question: prose`A unit has the inputs 1 and 0. It multiplies them by ${n.weights[0]} and ${
      n.weights[1]
    }, adds the products, and adds
another ${n.weights[2]}. Then it turns the sum into a number between 0 and 1. Will this ${
      term("output", "output")
    } be above or below
one half?`,
    answer: prose`Above. The sum is ${n.sum}, and a positive sum gives an output above ½. It is ${n.output}, as you will
compute below.`,
  },
  lab: prose`The lab shows 200 nets before any training. Each square is one net with random ${
    term("weight", "weights")
  }. Does any of them get all four ${term("row", "rows")} right?`,
  idea: [
    prose`A unit is a small calculator. A few numbers go in, and one number comes out. It takes two steps.`,
    prose`First it multiplies each input by a weight and adds up the products. The result is the ${
      term("weighted-sum", "weighted sum")
    } ${
      m("v")
    }. An input with a large weight counts a lot. One with a negative weight counts against. One with the weight 0
does not count at all.`,
    prose`The sum can be any number. So, second, an ${
      term("activation", "activation function")
    } turns it into the output ${m("y")}. Ours is the ${
      term("sigmoid", "sigmoid")
    }, written σ (sigma). A large positive sum gives almost 1, a large negative one almost 0. In between, the output rises
smoothly.`,
    prose`That is the whole unit. A net is many of them, each reading the outputs of others. We begin with one.`,
  ],
  figure: {
    labels: { inputs: "inputs", weights: "weights", sum: "sum", output: "output" },
    description:
      `Three inputs, 1, 0 and 1, are multiplied by the weights ${n.weights[0]}, ${n.weights[1]} and ${
        n.weights[2]
      }. They meet in the weighted ` +
      "sum v. A box σ turns it into the output y.",
    caption: prose`The unit of the guess. The third input is always 1, so its weight is simply added.`,
  },
  parts: {
    table: {
      title: "A table of examples",
      steps: {
        rows: prose`A net learns from examples, which are kept in a table. Each row is one example. It holds the
inputs ${m("x_1")} and ${m("x_2")}, and the ${term("target", "target")} ${
          m("d")
        }: the output that we would like. This small table will stay with us for several lessons. Its rows are called 00, 01, 10 and 11, after the first two inputs:`,
      },
    },
    sum: {
      title: "The weighted sum",
      steps: {
        formula: prose`Each input has a weight of the same number. The weights belong to the unit. They are the same for
every row:`,
        constant:
          prose`Why a third input that is always 1? Take the row 00. Without the third input the sum would be 0, whatever the weights are. With it, ${
            m("w_3")
          } decides:`,
      },
    },
    sigmoid: {
      title: "From the sum to the output",
      steps: {
        formula: prose`Here ${m("e")} is the number 2.718… that you know from school. The larger ${
          m("v")
        } is, the smaller ${m(exp(negative("v")))} becomes, and the closer the fraction comes to 1:`,
        ends: prose`Three values show the shape. The sum 0 gives exactly the middle:`,
        rows: prose`Now you can compute the output for every row. The weights are ${n.weights[0]}, ${
          n.weights[1]
        } and ${n.weights[2]}:`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`${starts} random ${
        term("start", "starts")
      } were tried. None gave a net whose four outputs were all within 0.1 of their targets. Random weights know nothing
about the table.`,
    refuted: ({ starts, count }) =>
      prose`${count} of ${starts} random ${
        term("start", "starts")
      } gave nets whose four outputs were all within 0.1 of their targets, before any training.`,
    undecided: ({ starts }) =>
      prose`${starts} random ${
        term("start", "starts")
      } do not decide whether an untrained net can have all four outputs within 0.1 of their targets.`,
  },
  update: prose`The weights are ${n.weights[0]}, ${n.weights[1]} and ${
    n.weights[2]
  }. The row is 10, so the inputs are 1, 0 and the constant 1. Do the sum
first. For the second line you need a calculator:`,
  exercises: {
    values: {
      question: prose`Compute σ(0), σ(2) and σ(−2). How are the last two related?`,
      answer: prose`${n.sigmoids.join(", ")}. The last two add up to 1.`,
    },
    constant: {
      question: prose`What is the output for the row 00? Which weight decides it?`,
      answer: prose`The third alone: the sum is ${n.constant.sum}, and the output ${n.constant.output}. Such a weight is
called a ${term("bias", "bias")} in most books.`,
    },
    sharp: {
      question: prose`Multiply all three weights by 10. What happens to the output for the row 10?`,
      answer:
        prose`The sum is ${n.sharp.sum}, and the output ${n.sharp.output}. The larger the weights, the more the unit acts like a switch.`,
    },
  },
  code: prose`One unit, four rows. Paste it into the console of your browser (F12). The last line is what it prints; the
third number is the one that you computed.`,
});
