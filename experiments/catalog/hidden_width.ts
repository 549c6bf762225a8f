import { defineExperiment } from "../experiment.ts";
import { allRuns, moreOften, mostRuns, noRuns, sooner } from "./shared/claim_builders.ts";
import { hiddenUnits, levelsOf, LOSS, outputBias } from "./shared/common_factors.ts";
import { ENDED_EARLY, STOP_WHEN_SOLVED, TWO_LAYER_XOR } from "./shared/lecture.ts";
import { HEAT, LEARNING_CURVES, RATES, SOLVED_AND_STOPPED } from "./shared/views.ts";

const LECTURE_SETTING = "with squared error and no output bias";

/** Nets of the lecture, but for their width. */
function lectureNet<const U extends string>(units: U) {
  return { units, output_bias: "false", loss: "halfSquaredError" } as const;
}

/** The claim that XOR is solved more often with an output bias. */
function biasHelps<const U extends string>(units: U, name: string) {
  const withBias = { units, output_bias: "true", loss: "halfSquaredError" } as const;
  const setting = `with squared error and ${name} units`;
  return moreOften([withBias, lectureNet(units)], "XOR is solved", "with an output bias", "without", setting);
}

/** How many hidden units? */
export const hiddenWidth = defineExperiment({
  id: "hidden-width",
  question: "How many hidden units does XOR need?",
  why: {
    theory:
      "Each hidden unit draws one line through the plane, and the output unit adds up what the units say. One line " +
      "is not enough for XOR (Minsky & Papert 1969); two are, with a bias at the output. But that a net can compute " +
      "XOR does not mean that it learns it. With two units and biases the squared error has no local minimum (Hamey " +
      "1998), with three it has some (Sprinkhuizen-Kuyper & Boers 1999); in either case the way down may be long and " +
      "flat. More units are more random lines, so it is likelier that some lie well from the start.",
    data: [
      "The nets of the other experiments have four units without output bias; here both vary, and a run ends when it " +
      "is solved.",
      {
        when: { "bias-helps-two": "supported", "bias-helps-four": "supported" },
        text: "With an output bias XOR is solved more often, by {bias-helps-two.estimate} with two units and by " +
          "{bias-helps-four.estimate} with four.",
      },
      {
        when: { "eight-beat-four": "supported", "wider-sooner": "supported" },
        text: "Spare units help: eight solve XOR more often than four, and sixteen are sooner than four from " +
          "{wider-sooner.wins} of {wider-sooner.n} starts.",
      },
    ],
  },
  base: { ...TWO_LAYER_XOR, ...STOP_WHEN_SOLVED },
  factors: {
    units: hiddenUnits(["1", "2", "3", "4", "8", "16"]),
    output_bias: {
      meaning: "whether the output unit has a bias; the hidden units' is the constant third input",
      levels: levelsOf(["false", "true"], outputBias),
    },
    loss: LOSS,
  },
  // the effect of an output bias is measured on small nets only
  exclude: [{ units: ["8", "16"], output_bias: "true" }],
  featuredCell: { units: "4", output_bias: "false", loss: "halfSquaredError" },
  replicates: 300,
  curveReplicates: 5,
  tables: {},
  claims: {
    "one-never": noRuns({ units: "1" }, "solve XOR", "with one unit, which draws one line"),
    "three-beat-two": moreOften(
      [lectureNet("3"), lectureNet("2")],
      "XOR is solved",
      "with three units",
      "with two",
      LECTURE_SETTING,
    ),
    "four-beat-three": moreOften(
      [lectureNet("4"), lectureNet("3")],
      "XOR is solved",
      "with four units",
      "with three",
      LECTURE_SETTING,
    ),
    "eight-beat-four": moreOften(
      [lectureNet("8"), lectureNet("4")],
      "XOR is solved",
      "with eight units",
      "with four",
      LECTURE_SETTING,
    ),
    "two-with-bias-mostly": mostRuns(
      { units: "2", output_bias: "true", loss: "halfSquaredError" },
      "solve XOR",
      "with squared error, two units and an output bias",
    ),
    "bias-helps-two": biasHelps("2", "two"),
    "bias-helps-four": biasHelps("4", "four"),
    "sixteen-always": allRuns(lectureNet("16"), "solve XOR", "with squared error and sixteen units"),
    "cross-entropy-sixteen-always": allRuns(
      { units: "16", loss: "crossEntropy" },
      "solve XOR",
      "with cross entropy and sixteen units",
    ),
    "wider-sooner": sooner(
      [lectureNet("16"), lectureNet("4")],
      "XOR is solved",
      "with sixteen units",
      "with four",
      LECTURE_SETTING,
    ),
    "sixteen-sooner-than-eight": sooner(
      [lectureNet("16"), lectureNet("8")],
      "XOR is solved",
      "with sixteen units",
      "with eight",
      LECTURE_SETTING,
    ),
  },
  headline: [
    {
      when: { "one-never": "supported", "two-with-bias-mostly": "supported", "sixteen-always": "supported" },
      text: "One never solves it; two do from {two-with-bias-mostly.count} of {two-with-bias-mostly.rows} " +
        "starts, with an output bias; sixteen from all {sixteen-always.rows}.",
    },
    {
      when: { "one-never": "supported", "two-with-bias-mostly": ["supported", "undecided"] },
      text: "At least two: with an output bias they solve it from {two-with-bias-mostly.count} of " +
        "{two-with-bias-mostly.rows} starts; one never does.",
    },
  ],
  answer: ["one-never", "two-with-bias-mostly", "sixteen-always"],
  views: [
    {
      ...RATES,
      by: "units",
      color: "loss",
      panel: "output_bias",
      title: "Runs that solve XOR, by hidden units and output bias",
      captionClaims: ["three-beat-two", "four-beat-three", "bias-helps-two", "bias-helps-four"],
    },
    {
      ...HEAT,
      x: "units",
      y: "output_bias",
      panel: "loss",
      title: "The same at a glance",
      captionClaims: ["one-never", "two-with-bias-mostly", "sixteen-always", "cross-entropy-sixteen-always"],
    },
    {
      ...SOLVED_AND_STOPPED,
      color: "units",
      panel: "loss",
      where: { output_bias: "false" },
      title: "Runs solved by each epoch, without output bias",
      captionClaims: ["eight-beat-four", "sixteen-sooner-than-eight"],
    },
    {
      ...LEARNING_CURVES,
      color: "loss",
      panel: "units",
      where: { output_bias: "false" },
      title: "Learning curves, without output bias",
      captionClaims: ["wider-sooner"],
      howToRead: `${LEARNING_CURVES.howToRead} A line ends where its run is solved.`,
    },
  ],
  limits: [
    "One unit would be enough if the inputs were also connected to the output (Sprinkhuizen-Kuyper & Boers 1996); no " +
    "such net is tried.",
    "One learning rate, 0.9, for all widths; at the same rate the output of a wider net takes larger steps.",
    "Starts are uniform from −1 to 1 at every width; a scale that shrinks with the width might do otherwise.",
    "A run that has not solved XOR after 10,000 epochs might still solve it later.",
    ENDED_EARLY,
  ],
  references: ["hamey1998", "minsky1969", "sprinkhuizen1996", "sprinkhuizen1999"],
});
