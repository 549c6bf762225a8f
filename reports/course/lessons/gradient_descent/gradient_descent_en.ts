/** "Gradient descent" in English. */
import { derivative, m, minus, type NumbersOf, prose, term, type TextsOf } from "../../../languages/en/writing_en.ts";
import type { gradientDescent } from "./gradient_descent.ts";

/** The texts of the lesson. */
export const GRADIENT_DESCENT_EN = (n: NumbersOf<typeof gradientDescent>): TextsOf<typeof gradientDescent> => ({
  title: "Gradient descent",
  question: "Which way should a weight go, and how far?",
  lead: prose`Which way should a ${term("weight", "weight")} go, and how far?`,
  guess: {
    question: prose`You may change one weight. At its present value, the ${
      term("error", "error")
    } of the table has the slope −4: it falls if the weight grows. Should the weight grow or shrink?`,
    answer:
      prose`It should grow. A negative slope falls to the right. With the slope 4 it should shrink. So the weight goes
against the slope.`,
  },
  lab: prose`The lab trains 200 ${term("net", "nets")} with a ${term("hidden-layer", "hidden layer")} on ${
    term("xor", "XOR")
  }, at the ${
    term("learning-rate", "learning rate")
  } 0.01. Nothing much happens. Set the rate to 0.9, and then to 100. Which of the three is too small, and which too large?`,
  idea: [
    prose`Picture the error as a landscape. Every place stands for certain weights, and its height is the error that they
make. Good weights lie in a valley. Training has to get there.`,
    prose`There is fog, so you cannot see the valley. But you feel the slope under your feet. So take a step downhill, feel
again, take another step. This is ${
      term("gradient-descent", "gradient descent")
    }. Almost all nets of today are trained like this.`,
    prose`The slope replaces all those tries of the last lesson. It gives the direction without trying. And it sets the
length of the step: where the ground is steep, the step is long. Near the valley the steps become short by themselves.`,
    prose`You choose how long a step is for a given slope. That factor is the learning rate, written α.`,
  ],
  figure: {
    labels: { error: "error E", weight: "weight w", slope: "slope", step: "step" },
    description:
      "A curve with a valley: the error over one weight. On its left side a tangent falls to the right. An " +
      "arrow below shows a step to the right, towards the valley.",
    caption: prose`The error of a ${term("unit", "unit")} with one weight, the input 1 and the ${
      term("target", "target")
    } 0.7. The straight line shows the slope at the left point. One step against it leads to the right point.`,
  },
  parts: {
    rule: {
      title: "The rule",
      steps: {
        valley:
          prose`Take the simplest valley: a parabola, deepest at w = 2. Its slope is school calculus. The round ∂ only
says that other weights, if there are any, stay as they are:`,
        sign:
          prose`Left of 2 the slope is negative, and the weight should grow. Right of 2 it is positive, and the weight
should shrink. In both cases the weight goes against the slope. That is where the minus comes from.`,
        step: prose`So one step is this. The arrow means: the new ${m("w")} is …`,
      },
    },
    size: {
      title: "How large a step?",
      steps: {
        distance: prose`Call the new weight ${
          m("w′")
        } and substitute the slope. How far is it from the valley? Each step multiplies the distance by the same number:`,
        table:
          prose`Now you can foresee everything. Begin at w = 0. Here is w after 1, 2, 3 and 10 steps, for five learning
rates α:`,
        meaning:
          prose`With 0.1 it creeps. With 1 it lands at once. With 1.9 it leaps over the valley, but each time a little
less. With 2.1 each leap is longer than the last, and w runs away. Too small costs time. Too large costs everything.`,
      },
    },
    ravine: {
      title: "A bowl and a ravine",
      steps: {
        gradient:
          prose`A net has many weights, and so a slope for each of them. All these slopes together are called the ${
            term("gradient", "gradient")
          }. Each weight goes against its own. Here is a valley of two weights that is 20 times as steep in one direction:`,
        picture: {
          text: prose`Here it is from above, beside a round bowl. Every ring is a line of equal height:`,
          figure: {
            labels: { bowl: "bowl", ravine: "ravine" },
            description:
              "Two maps with rings around the deepest place. In the bowl the rings are circles, and the path leads straight " +
              "to the middle. In the ravine they are long ellipses. The path zigzags across and creeps along.",
            caption:
              prose`In a bowl the path runs straight to the middle. In the ravine it zigzags from wall to wall, and
creeps along the floor.`,
          },
        },
        dilemma:
          prose`Across the ravine, the rate must stay below 2/20 = ${n.largest}, or w runs away. But along the floor
the slope is gentle. There a rate of ${n.rate} covers only ${n.along} % of the way in each step. One rate has to do for
both. That is the whole trouble with learning rates.`,
      },
    },
  },
  finding: {
    supported: ({ starts, percent }) =>
      prose`From ${starts} random ${
        term("start", "starts")
      } each, XOR was solved more often at the rate 0.9 than at 100, by ${percent} percentage points. Too large a step
misses the valley.`,
    refuted: ({ starts, percent }) =>
      prose`From ${starts} random ${
        term("start", "starts")
      } each, XOR was not solved more often at the rate 0.9 than at 100. The difference was ${percent} percentage points.`,
    undecided: ({ starts, percent }) =>
      prose`From ${starts} random ${
        term("start", "starts")
      } each, XOR was solved more often at the rate 0.9 than at 100, by ${percent} percentage points. These are too few starts
to be sure.`,
  },
  update: prose`Descend the parabola from w = 0 with α = 0.5. Its slope is ${
    m(minus("w", 2))
  }. Three steps are enough to see what happens:`,
  exercises: {
    away: {
      question: prose`Take the rate 2.1 instead, and begin at w = 0. Where are you after one step, and after two?`,
      answer: prose`At ${n.away[0]} and at ${n.away[1]}. First you are 2 from the valley, then 2.2, then 2.42.`,
    },
    landing: {
      question: prose`In the ravine, for which rate does ${
        m("w_2")
      } reach its best value 0 in a single step? How far does ${m("w_1")} get in that step?`,
      answer: prose`${m(derivative("F", "w_2"))} is 20 times the weight, so the rate is 1/20 = ${n.landing}. With it, ${
        m("w_1")
      } covers only 5 % of its way.`,
    },
    factors: {
      question: prose`At the rate ${n.rate}, by what does each step multiply ${m("w_1")} and ${
        m("w_2")
      }? Begin at (1, 1). Where are you after ten steps?`,
      answer: prose`By ${n.factors[0]} and by ${n.factors[1]}. After ten steps you are at (${n.tenSteps[0]}, ${
        n.tenSteps[1]
      }): the gentle direction lags far behind.`,
    },
  },
  code: prose`Gradient descent in one line: the one with the slope. Paste the program into the console of your browser
(F12). It prints w after ten steps for the five rates of the table.`,
});
