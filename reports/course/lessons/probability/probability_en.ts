/** "Probability" in English. */
import { exp, m, type NumbersOf, prose, term, type TextsOf } from "../../../languages/en/writing_en.ts";
import type { probability } from "./probability.ts";

/** The texts of the lesson. */
export const PROBABILITY_EN = (n: NumbersOf<typeof probability>): TextsOf<typeof probability> => ({
  title: "A sigmoid as a probability",
  question: "What does it mean if a sigmoid unit outputs 0.8?",
  lead: prose`What does it mean if a ${term("sigmoid", "sigmoid")} ${term("unit", "unit")} ${
    term("output", "outputs")
  } 0.8?`,
  guess: {
    question: prose`The output is 0.9. Then something doubles the unit’s ${
      term("weighted-sum", "weighted sum")
    }. Will the output be about 0.95, about 0.99, or 1.8?`,
    answer: prose`About 0.99, exactly ${n.doubled}. An output cannot exceed 1. What doubling the sum does is simple once
you think of it as a bet. This lesson shows how.`,
  },
  lab: prose`The lab trains 200 single units on AND: 1 if both inputs are 1. This is ${
    term("logistic-regression", "logistic regression")
  }. Click a square and watch the four outputs of that ${
    term("net", "net")
  }, shown as colours. They begin as guesses. Which one becomes sure first?`,
  idea: [
    prose`A sigmoid never leaves the range from 0 to 1. So you may read its output as a probability. 0.8 means: the chance of a 1 is 80 %, that of a 0 is 20 %. An output of ½ means: no idea.`,
    prose`Gamblers prefer to compare the two chances. 80 to 20 are ${
      term("odds", "odds")
    } of 4 to 1. And here the sigmoid becomes simple. Add 1 to the sum, and the odds are multiplied by 2.718, the number e.
Double the sum, and the odds are squared.`,
    prose`So each ${
      term("weight", "weight")
    } is a piece of evidence. If its input is on, it multiplies the odds by a fixed
factor. Several clues multiply their factors. The unit adds, and the sigmoid turns the sum into the bet.`,
    prose`Statisticians have used this formula since the 1940s. They call it logistic regression. Computing a forecast with
weights that stay as they are is called ${term("inference", "inference")}. That is all that a trained unit does.`,
  ],
  figure: {
    labels: {
      one: "chance of a 1",
      zero: "chance of a 0",
      sum: "sum v",
      against: "1 to 9",
      even: "1 to 1",
      for: "9 to 1",
    },
    description:
      "The sigmoid over the sum v. At three sums a bar from 0 to 1 is cut by the curve: below lies the chance of a 1, " +
      "above the chance of a 0. The odds are 1 to 9, 1 to 1 and 9 to 1.",
    caption:
      prose`The curve cuts each bar into two chances. Left, middle and right are equally far apart. From one to the
next, the odds grow by the same factor, 9.`,
  },
  parts: {
    odds: {
      title: "From the sum to the odds",
      steps: {
        mirror: prose`The chances of a 1 and of a 0 add up to 1. For the chance of a 0, just flip the sign of the sum:`,
        ratio: prose`Call the output ${m("y")}, and divide the two chances. With the formula ${m("y")} = ${
          m(exp("v"))
        }/(${m(exp("v"))} + 1), almost everything cancels. The odds are:`,
        log: prose`Take the logarithm of both sides. The sum is simply the logarithm of the odds, the log-odds:`,
      },
    },
    evidence: {
      title: "Weights are evidence",
      steps: {
        split: prose`A power of a sum is a product of powers. So each input contributes a factor of its own:`,
        factors: prose`Here is a small weather unit. It forecasts rain. ${m("x_1")} is 1 if there are dark clouds, ${
          m("x_2")
        } is 1 if the air pressure rises, ${m("x_3")} is always 1. Its weights are ${n.weights[0]}, ${
          n.weights[1]
        } and ${n.weights[2]}. These are the factors:`,
        honest:
          prose`Dark clouds multiply the odds of rain by ${n.clouds}. Rising pressure divides them by ${n.pressure}. But beware: calling 0.8 a probability does not make it one. It is one only if, of all ${
            term("row", "rows")
          } with the output 0.8, eight in ten have the ${term("target", "target")} 1. Training works towards that.`,
      },
    },
  },
  finding: {
    supported: ({ starts }) =>
      prose`For all ${starts} random ${
        term("start", "starts")
      }, every output of the untrained nets lay between 0.04 and 0.96. Before training, a net is sure of nothing.`,
    refuted: ({ starts, others }) =>
      prose`For ${others} of ${starts} random ${
        term("start", "starts")
      }, an output of an untrained net lay outside 0.04 to 0.96: sure of something, though it knew nothing.`,
    undecided: ({ starts }) =>
      prose`${starts} random ${
        term("start", "starts")
      } do not decide whether untrained outputs lie between 0.04 and 0.96.`,
  },
  update: prose`There are dark clouds, and the pressure does not rise. So the inputs are 1, 0 and 1, and the weights ${
    n.weights[0]
  }, ${n.weights[1]} and ${n.weights[2]}. What is the chance of rain? Compute the sum, the odds ${
    m("o")
  }, and the probability:`,
  exercises: {
    inverse: {
      question: prose`For which sum is the output 0.9?`,
      answer: prose`The odds are 0.9 to 0.1, which is 9. The sum is their logarithm: ln 9 = ${n.logNine}.`,
    },
    all: {
      question: prose`What does the weather unit say on each of the four days 00, 01, 10 and 11?`,
      answer: prose`${n.percents[0]} %, ${n.percents[1]} %, ${n.percents[2]} % and ${
        n.percents[3]
      } %. On the last day the clues cancel: the sum is 0, and the unit has no idea.`,
    },
    mixed: {
      question: prose`Ten days have the same inputs. It rained on seven of them. Which output ${
        m("y")
      } makes the sum of the ${term("squared-error", "squared errors")} smallest? Without the ½ it is 7(1 − y)² + 3y².`,
      answer: prose`The derivative −14(1 − y) + 6y is 0 for y = ${n.best}. So the best output is the true
proportion: seven in ten.`,
    },
  },
  code: prose`The weather unit without any sum: it multiplies the odds, clue by clue. Paste it into the console of your
browser (F12). It prints the four chances of rain.`,
});
