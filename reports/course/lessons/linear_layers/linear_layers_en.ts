/** "Linear layers collapse" in English. */
import { apply, m, type NumbersOf, product, prose, sum, term, type TextsOf } from "../../../languages/en/writing_en.ts";
import type { linearLayers } from "./linear_layers.ts";

/** The texts of the lesson. */
export const LINEAR_LAYERS_EN = (n: NumbersOf<typeof linearLayers>): TextsOf<typeof linearLayers> => ({
  title: "Linear layers collapse",
  question: "Do more layers help, if every unit only adds up?",
  lead: prose`Do more ${term("layer", "layers")} help, if every ${term("unit", "unit")} only adds up?`,
  guess: {
    question: prose`A number runs through three units, one after another. Each has one ${
      term("weight", "weight")
    }, 2, and passes its sum on as it is, without any ${
      term("activation", "activation function")
    }. Which single unit does the same?`,
    answer: prose`One with the weight 8. The first unit turns x into 2x, the second into 4x, the third into 8x.`,
  },
  lab: prose`The lab trains 200 ${term("net", "nets")} on ${term("xor", "XOR")}. Each has a ${
    term("hidden-layer", "hidden layer")
  } of four units with no activation function. The menu calls this identity. Does any net solve XOR? Then choose ${
    term("tanh", "tanh")
  }
and watch again.`,
  idea: [
    prose`A unit without an activation function is called linear. Its ${term("output", "output")} is its ${
      term("weighted-sum", "weighted sum")
    }. A linear unit behind it adds up such sums. But sums of sums are sums again.`,
    prose`So two linear layers do nothing that one could not do. Nor do three, or a hundred. The weights multiply into
new weights, and the layers collapse into one.`,
    prose`The figure shows it for the four ${
      term("row", "rows")
    } of XOR. Each row is a point, and a layer moves it. A linear layer can turn, stretch and tilt the square. But
straight lines stay straight, and the diagonals still cross in their middle. So the middle of the zeros is also the
middle of the ones, and no line separates them.`,
    prose`${
      term("relu", "ReLU")
    } is an activation function that cuts off what is negative. It folds the square. Then one line is enough.`,
  ],
  figure: {
    labels: { inputs: "inputs", linear: "a linear layer", second: "two linear layers", relu: "a ReLU layer" },
    description: "Four panels with the four points of XOR. The inputs form a square. One linear layer makes it a " +
      "slanted parallelogram, two make it another; in all three the diagonals cross in their middle. With ReLU both " +
      "zeros lie at the origin, and a line separates them from the ones.",
    caption: prose`Layers move the four points of XOR. Blue points have the ${
      term("target", "target")
    } 1, orange points the target 0. In the last panel both zeros lie at the origin, one on top of the other.`,
  },
  parts: {
    one: {
      title: "One input: the weights multiply",
      steps: {
        multiply: prose`Begin with one number. Three linear units multiply it by a, one after the other. The result is
a·a·a·x, and a·a·a is a single weight:`,
        biases: prose`A ${
          term("bias", "bias")
        } does not change that. Put the first unit into the second and multiply out:`,
        same: prose`That is one unit. Its weight is ${m(product("u", "w"))}, and its bias is ${
          m(sum(product("u", "b"), "c"))
        }.`,
      },
    },
    two: {
      title: "Two inputs: paths add up",
      steps: {
        layers: prose`Now take two inputs, two hidden units and an output unit. All three are linear:`,
        substitute: prose`Put the first two lines into the third, and sort by inputs:`,
        single: prose`The parentheses hold numbers that no input changes. Call them ${m("p_1")} and ${
          m("p_2")
        }. The net is a single unit with these weights. For the figure’s net they are:`,
        slope: prose`There is a second way to see it. If ${m("x_1")} grows a little, ${
          m("v")
        } changes along two paths, one through each hidden unit. Along a path the slopes multiply, as the ${
          term("chain-rule", "chain rule")
        } says. The paths add up:`,
        plane: prose`No input appears in this slope. It is the same everywhere, so the net is a plane without a bend.`,
      },
    },
    matrices: {
      title: "The same with matrices",
      steps: {
        product: prose`Write the weights of a layer as a ${
          term("matrix", "matrix")
        }, one line for each unit. Put a second linear layer behind the first. Together they act as the product of
their matrices:`,
        entries: prose`To get an entry, take a line from the left and a column from the right. Multiply them in pairs
and add up. Each product is one path through the net, as before:`,
        any: prose`A third layer is a third factor. However many matrices you multiply, the result is one matrix. So it
is one layer.`,
      },
    },
    bend: {
      title: "What a bend changes",
      steps: {
        pairs: prose`The last lesson added up the sums of XOR in pairs. The net is a single unit, so both pairs still
agree:`,
        impossible: prose`XOR wants the left side positive and the right side negative. So no linear net solves it, at
any depth.`,
        relu: prose`Now put ReLU into the two hidden units: ${
          m(apply("max", 0, "v"))
        }. All weights stay. For the row 10 we get:`,
        table: prose`Here are all four rows, first without and then with ReLU:`,
        fold: prose`With ReLU, ${
          m("v")
        } is positive for 01 and 10 alone. The same weights now solve XOR. ReLU has only one bend, but that is enough.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`With one, two or three linear layers, none of ${starts} random ${term("start", "starts")} solved XOR.`,
    refuted: ({ starts, count }) =>
      prose`With one, two or three linear layers, ${count} of ${starts} random ${
        term("start", "starts")
      } solved XOR. The derivation rules that out, so something is wrong here.`,
    undecided: ({ starts }) =>
      prose`With ${starts} random ${term("start", "starts")} it stays open whether linear layers solve XOR.`,
  },
  update:
    prose`Take the net of the figure without ReLU, and the row 10. Compute its sum twice: through the hidden units,
and then with the single unit.`,
  exercises: {
    shrink: {
      question:
        prose`Ten linear units follow each other, each with the weight ½. Which single weight does the same? What becomes
of a change at the input?`,
      answer: prose`The weight is ½ to the tenth power, ${n.shrunk}. A change at the input arrives a thousand times
smaller. Corrections that run back through many layers can shrink in the same way.`,
    },
    order: {
      question: prose`Multiply the two matrices of this lesson in the other order. Is the product the same?`,
      answer: prose`No. Line by line it is ${n.reversed} instead of ${n.product}. The order of the layers matters, but
they collapse either way.`,
    },
    absolute: {
      question: prose`No linear net computes |x|. Find one with two ReLU units that does.`,
      answer: prose`${m(sum(apply("max", 0, "x"), apply("max", 0, product(-1, "x"))))}: the hidden weights are 1 and
−1, the output weights 1 and 1. For x = −3 the sum is ${n.absolute}.`,
    },
  },
  code: prose`This program computes the net three times: as two linear layers, as a single unit, and with ReLU. Paste it
into the console of your browser (F12). The first two agree in every row.`,
});
