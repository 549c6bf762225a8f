/** "What changes learning" in English. */
import {
  type FindingValues,
  m,
  minus,
  type NumbersOf,
  product,
  prose,
  term,
  type TextsOf,
} from "../../../languages/en/writing_en.ts";
import type { choices } from "./choices.ts";

/** A difference of two proportions with its interval. */
const points = ({ percent, percentInterval }: FindingValues) => `${percent}${percentInterval} percentage points`;

/** The texts of the lesson. */
export const CHOICES_EN = (n: NumbersOf<typeof choices>): TextsOf<typeof choices> => ({
  title: "What changes learning",
  question: "Which choices decide whether a net learns?",
  lead: prose`Which choices decide whether a ${term("net", "net")} learns?`,
  guess: {
    question: prose`One setting solved ${term("xor", "XOR")} from 190 of 200 random ${
      term("start", "starts")
    }, another from 180 of 200. Is the first one better?`,
    answer: prose`Probably, but these two counts alone do not settle it. The 95 % ${
      term("interval", "intervals")
    } are ${n.first} and ${n.second} per cent, and they overlap. It helps to use the same starts for both and to compare
them one by one.`,
  },
  lab: prose`The lab trains 200 nets with four ${term("sigmoid", "sigmoid")} ${
    term("unit", "units")
  } on XOR. How many are solved? Change one thing at a time: the ${
    term("activation", "activation function")
  }, the size of the starts, the ${term("learning-rate", "learning rate")}, the ${
    term("optimiser", "optimiser")
  }, the number of ${term("hidden-layer", "hidden units")}. What helps most?`,
  idea: [
    prose`Every training is full of choices. Some change what a net can compute. Most change only whether training finds
it, and how soon.`,
    prose`To judge a choice, change it alone. Keep everything else, the random starts included. Then train from many
starts and count. A single start tells almost nothing, because the next one may do the opposite.`,
    prose`Even a count from 200 starts is not the truth. Two hundred others would give a slightly different one. An
interval tells how far away the truth may be. The figure shows ${n.trials} such trials, of which each knows only its own
${n.starts} starts.`,
  ],
  figure: {
    labels: { truth: `truth: ${n.truth} %`, solved: "solved starts, %" },
    description:
      "Forty horizontal bars, one for each trial, around a vertical line at the truth of 90 per cent. Almost all " +
      "bars cross the line; those that do not are marked by a cross.",
    caption:
      prose`${n.trials} trials of ${n.starts} starts each, if every start is solved with a probability of ${n.truth}
%. A bar is the 95 % interval of one trial. In this drawing ${n.hits} of ${n.trials} hold the truth.`,
  },
  parts: {
    interval: {
      title: "How to read an interval",
      steps: {
        flip: prose`Say that a start is solved with the probability ${
          m("p")
        }. Write 1 if it is, and 0 if not. The mean is
then ${m("p")}. How far from the mean is a single start? Take the mean of the squared distances:`,
        spread: prose`The mean of ${m("n")} starts scatters less: its squared distance is ${
          m("n")
        } times smaller. For p = 0.9 and n = 200, its root is
${n.spread} percentage points:`,
        back: prose`In 95 of 100 trials, the fraction ${m("f")} that is found lies within 1.96 such steps of ${
          m("p")
        }. We know ${m("f")} and look for ${m("p")}. The ends of the interval are the two solutions of this equation, in
which z = 1.96:`,
        holm:
          prose`So an interval holds all true values that fit the count. If it lies above one half, most starts are solved.
If it reaches down to one half, the question stays open. The intervals of our experiments are a little wider, because
each experiment asks several questions at once.`,
      },
    },
    activation: {
      title: "Activation",
      steps: {
        slopes: prose`${
          term("error", "Errors")
        } run back through the slope of the hidden activation function. The sigmoid’s is ¼ at most. That of ${
          term("tanh", "tanh")
        } is up to 1, so up to four times as much reaches the hidden units. With s for the sigmoid and t for tanh, at the ${
          term("weighted-sum", "weighted sum")
        } 0:`,
        found: {
          text: prose`The experiment trains both from the same starts:`,
          finding: {
            supported: (values) => prose`XOR is solved more often with tanh than with sigmoid, by ${points(values)}.`,
            refuted: (values) =>
              prose`XOR is not solved more often with tanh than with sigmoid: the difference is ${points(values)}.`,
            undecided: (values) =>
              prose`Between tanh and sigmoid the difference is ${points(values)}. Which is better stays open.`,
          },
        },
      },
    },
    start: {
      title: "Start",
      steps: {
        tiny: prose`If all ${
          term("weight", "weights")
        } start alike, all hidden units stay alike. If all are tiny, they are almost alike, and what runs back to them is tiny, too. Behind a weight of
0.001 almost nothing arrives:`,
        found: {
          text: prose`The experiment compares starts from −1 to 1 with starts a thousand times smaller:`,
          finding: {
            supported: (values) => prose`XOR is solved more often from the larger starts, by ${points(values)}.`,
            refuted: (values) =>
              prose`XOR is not solved more often from the larger starts: the difference is ${points(values)}.`,
            undecided: (values) =>
              prose`The difference in favour of the larger starts is ${points(values)}. Which are better stays open.`,
          },
        },
      },
    },
    rate: {
      title: "Learning rate",
      steps: {
        parabola: prose`Near its bottom, a valley looks like a parabola. There ${
          term("gradient-descent", "gradient descent")
        } can be followed exactly. With a weight ${m("w")} and a steepness ${
          m("k")
        }, one step multiplies the weight by a fixed number:`,
        table: prose`The step leads towards 0 if ${
          m(minus(1, product("α", "k")))
        } lies between −1 and 1, so if α is less than 2/k. For k = 1, here is the weight after 1, 2 and 10 steps from 1:`,
        found: {
          text: prose`At 2.1 the weight swings wider with every step. At 0.1 it is safe, but slow. A net has many
directions with different steepness, and one rate must suit them all:`,
          finding: {
            supported: (values) =>
              prose`XOR is solved more often at the rate 0.9 than at 0.01, by ${points(values)}, within 10,000 ${
                term("epoch", "epochs")
              }.`,
            refuted: (values) =>
              prose`XOR is not solved more often at the rate 0.9 than at 0.01: the difference is ${
                points(values)
              }, within 10,000 ${term("epoch", "epochs")}.`,
            undecided: (values) =>
              prose`Between the rates 0.9 and 0.01 the difference is ${points(values)} within 10,000 ${
                term("epoch", "epochs")
              }. Which is better stays open.`,
          },
        },
      },
    },
    optimiser: {
      title: "Optimiser",
      steps: {
        momentum: prose`An optimiser turns slopes into steps. ${term("momentum", "Momentum")} keeps ${
          m("β")
        } of the last step and adds the new one. Where the slope stays the same, the steps add up to 1 + β + β² + … With
β = 0.9 that makes ten times the rate:`,
        adam: prose`Adam divides the slope ${
          m("g")
        } by its usual size. So each weight steps by about α, however flat or steep its direction is. If the slope stays
the same, then with α = 0.5:`,
        found: {
          text:
            prose`A rate means something else to every optimiser. So a fair comparison gives each its own best rate:`,
          finding: {
            supported: ({ estimate, interval }) =>
              prose`Restarting after 1000 epochs, plain descent takes ${estimate}${interval} times as many epochs as Adam.`,
            refuted: ({ estimate, interval }) =>
              prose`Restarting after 1000 epochs, plain descent takes only ${estimate}${interval} times as many epochs as Adam.`,
            undecided: ({ estimate, interval }) =>
              prose`Restarting after 1000 epochs, plain descent takes ${estimate}${interval} times as many epochs as Adam. Which
is quicker stays open.`,
          },
        },
      },
    },
    width: {
      title: "Width",
      steps: {
        lines:
          prose`Two hidden units can solve XOR. But each begins as a random line, and both must find a useful place.
With more units than needed, some lines lie well from the start, and the rest does no harm.`,
        found: {
          text: prose`The experiment compares eight hidden units with four:`,
          finding: {
            supported: (values) => prose`XOR is solved more often with eight than with four, by ${points(values)}.`,
            refuted: (values) =>
              prose`XOR is not solved more often with eight than with four: the difference is ${points(values)}.`,
            undecided: (values) =>
              prose`Between eight and four the difference is ${points(values)}. Which is better stays open.`,
          },
        },
      },
    },
  },
  finding: {
    supported: ({ starts, count, percent, percentInterval }) =>
      prose`Four sigmoid units solved XOR from ${count} of ${starts} starts: ${percent}${percentInterval} %. The
interval lies above one half, so most starts are solved.`,
    refuted: ({ starts, count, percent, percentInterval }) =>
      prose`Four sigmoid units solved XOR from ${count} of ${starts} starts: ${percent}${percentInterval} %. The
interval lies below one half, so most starts fail.`,
    undecided: ({ starts, count, percent, percentInterval }) =>
      prose`Four sigmoid units solved XOR from ${count} of ${starts} starts: ${percent}${percentInterval} %. The
interval contains one half, so it stays open whether most starts are solved.`,
  },
  update: prose`A setting solved 190 of 200 starts. We compute its interval: ${m("m")} is its middle, ${
    m("r")
  } its half width, ${m("l")} and ${m("u")} are its ends, and z is 1.96.`,
  exercises: {
    all: {
      question: prose`A setting solved all of 20 starts. Does it always work?`,
      answer: prose`The interval begins at ${n.all} %. It may well fail from one start in ten. Twenty starts are not
enough to say “always”.`,
    },
    narrow: {
      question: prose`You want an interval half as wide. How many starts do you need?`,
      answer: prose`Four times as many, because n stands under a root. With 760 of 800 starts instead of 190 of 200, the
interval is ${n.narrower} times narrower.`,
    },
    rate: {
      question: prose`Take the parabola with k = 4. Which learning rates lead to the bottom? Which leads there in one
step?`,
      answer: prose`All below ${n.largestRate}. With ${n.bestRate}, the factor ${
        m(minus(1, product("α", "k")))
      } is 0, and one step is enough.`,
    },
  },
  code: prose`This program computes intervals in per cent. Paste it into the console of your browser (F12), and try your
own counts from the lab.`,
});
