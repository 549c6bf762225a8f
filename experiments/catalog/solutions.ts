import { defineExperiment } from "../experiment.ts";
import { CLAIMS_EN, exactWording } from "../words/claims_en.ts";
import { combined, containsPair, failuresLackUnits, frequent, phrase, SMALL, WIDE } from "./claims/solution_claims.ts";
import { classes, examples, ONE_SIDED, OR_AND, sets, surface, units } from "./tables/solution_tables.ts";
import { proportionOf } from "./shared/claim_builders.ts";
import { hiddenActivation, levelsOf } from "./shared/common_factors.ts";
import { ABOUT_LECTURE, LECTURE, lectureData, NETWORKS } from "./shared/lecture.ts";
import { RATES } from "./shared/views.ts";

const CORNERS = "AND, OR, x1 AND NOT x2, x2 AND NOT x1";

/** What do the hidden units learn? */
export const solutions = defineExperiment({
  id: "solutions",
  question: "What do the hidden units learn?",
  why: {
    theory:
      "A hidden unit is on where z ≥ 0, on one side of a line, so over the four rows it computes a function such as " +
      "OR or AND. XOR is OR and not AND; it is also x1 AND NOT x2, or x2 AND NOT x1. Rumelhart, Hinton & Williams " +
      "1986b already looked at such units. Nets come in copies: units can change places, and as tanh(−z) = −tanh z " +
      "and σ(−z) = 1 − σ(z), a negated unit with a negated output weight does the same (for σ with another output " +
      "bias). Copies form a class, named by the functions that are off for the row 00.",
    data: [
      {
        when: { "pairs-that-suffice": "supported" },
        text: "We try all pairs of functions: these two pairs suffice, up to negation, and no others.",
      },
      {
        when: { "solved-units-suffice": "supported" },
        text: "All {solved-units-suffice.rows} solved nets have hidden units that suffice, even rounded to 0 and 1.",
      },
      {
        when: { "few-starts-suffice": "supported", "failures-lack-units-sigmoid": "supported" },
        text: "Training makes them: before it {few-starts-suffice.count} of {few-starts-suffice.rows} nets with two " +
          "sigmoid units had such a pair, and of those unsolved after it {failures-lack-units-sigmoid.count} of " +
          "{failures-lack-units-sigmoid.rows}.",
      },
    ],
  },
  base: { ...LECTURE, ...lectureData("xor") },
  factors: {
    network: {
      meaning: "2-2-1: two hidden units and an output bias; 3-4-1: four, and none, inputs counted with the constant",
      levels: {
        [SMALL]: {
          network: {
            inputs: 3,
            layers: [{ units: 2, bias: false }, { ...NETWORKS["two-layer"].network.layers[1], bias: true }],
          },
        },
        [WIDE]: NETWORKS["two-layer"],
      },
    },
    activation: { meaning: "activation of the hidden units", levels: levelsOf(["sigmoid", "tanh"], hiddenActivation) },
  },
  featuredCell: { network: SMALL, activation: "sigmoid" },
  replicates: 500,
  curveReplicates: 5,
  tables: { sets, units, classes, examples, surface },
  claims: {
    "pairs-that-suffice": {
      kind: "proof",
      table: "sets",
      arms: [{ size: [1, 2] }],
      condition: {
        any: [
          { class: [OR_AND, ONE_SIDED], suffices: true },
          { not: { any: [{ class: [OR_AND, ONE_SIDED] }, { suffices: true }] } },
        ],
      },
      statement:
        "Two hidden units suffice for XOR, as rounded to 0 and 1, just if they compute OR and AND, or x1 AND " +
        "NOT x2 and x2 AND NOT x1, each up to negation.",
      wording: exactWording(
        "Of all {rows} sets of one or two functions, up to negation, just two suffice for XOR: OR with AND, and x1 AND " +
          "NOT x2 with x2 AND NOT x1.",
        "{others} of {rows} sets of one or two functions are exceptions; for example: {counterexample}.",
      ),
    },
    "solved-units-suffice": {
      kind: "every",
      table: "units",
      arms: [{ solved: true }],
      condition: { suffices: true },
      ...CLAIMS_EN.every("solved nets", "have hidden units that suffice for XOR, even when rounded to 0 and 1"),
    },
    "few-starts-suffice": proportionOf(
      "units",
      { network: SMALL, activation: "sigmoid" },
      { suffices_at_start: true },
      { is: "below", than: 0.1 },
      {
        amount: "fewer than a tenth",
        subject: "nets",
        predicate: "have hidden units that suffice for XOR before training",
        setting: phrase(SMALL, "sigmoid"),
      },
    ),
    "failures-lack-units-sigmoid": failuresLackUnits("sigmoid"),
    "failures-lack-units-tanh": failuresLackUnits("tanh"),
    "or-and-sigmoid": frequent("sigmoid", OR_AND, 1 / 3, "a third", "OR and AND"),
    "one-sided-sigmoid": frequent("sigmoid", ONE_SIDED, 1 / 4, "a quarter", "the one-sided pair"),
    "or-and-tanh": frequent("tanh", OR_AND, 1 / 4, "a quarter", "OR and AND"),
    "one-sided-tanh": frequent("tanh", ONE_SIDED, 1 / 3, "a third", "the one-sided pair"),
    "or-and-not-and": combined(OR_AND, "OR − AND", "XOR is OR and not AND"),
    "one-sided-sum": combined(
      ONE_SIDED,
      "(x1 AND NOT x2) + (x2 AND NOT x1)",
      "XOR is either of the two",
    ),
    "sigmoid-negates": proportionOf(
      "units",
      { network: SMALL, activation: "sigmoid", solved: true, class: OR_AND },
      { negated: 2 },
      { is: "above", than: 0.5 },
      {
        amount: "most",
        subject: "solved nets with OR and AND",
        predicate: "learn both negated, as NOR and NAND, one of four copies up to order",
        setting: phrase(SMALL, "sigmoid"),
      },
    ),
    "tanh-negates-half": proportionOf(
      "units",
      { network: SMALL, activation: "tanh", solved: true },
      { first_negated: true },
      { near: 0.5, margin: 0.15 },
      {
        amount: "half (to within 15 percentage points)",
        subject: "solved nets",
        predicate: "have a first unit that is on for the row 00",
        setting: `${phrase(SMALL, "tanh")}, whose starts and training do not change if signs are turned`,
      },
    ),
    "four-contain-pair-sigmoid": containsPair("sigmoid"),
    "four-contain-pair-tanh": containsPair("tanh"),
    "inhibits-00": {
      kind: "every",
      table: "units",
      arms: [{ network: WIDE, activation: "sigmoid", solved: true }],
      condition: { inhibits_00: true },
      ...CLAIMS_EN.every(
        "solved nets",
        "have a unit that is on for the row 00 and has a negative output weight, in place of an output bias",
        phrase(WIDE, "sigmoid"),
      ),
    },
    "corners-tanh": {
      kind: "difference",
      table: "units",
      arms: [{ network: WIDE, activation: "tanh", solved: true }, {
        network: WIDE,
        activation: "sigmoid",
        solved: true,
      }],
      condition: { class: CORNERS },
      is: "above",
      than: 0,
      ...CLAIMS_EN.difference.more(
        "each unit singles out another row",
        "with tanh",
        "with sigmoid",
        "in 3-4-1 nets, where both are solved",
      ),
    },
  },
  headline: [
    {
      when: { "or-and-sigmoid": ["supported", "undecided"], "one-sided-sigmoid": ["supported", "undecided"] },
      text: "Of {or-and-sigmoid.rows} solved two-unit sigmoid nets, {or-and-sigmoid.count} learn OR and AND or their " +
        "negations, {one-sided-sigmoid.count} “one input without the other”.",
    },
  ],
  answer: ["solved-units-suffice", "or-and-sigmoid", "one-sided-sigmoid"],
  views: [
    {
      kind: "surface",
      table: "surface",
      x: "x1",
      y: "x2",
      value: "output",
      panel: "panel",
      target: "target",
      title: "Two ways to solve XOR: the units of two 2-2-1 nets with sigmoid units",
      captionClaims: ["or-and-not-and", "one-sided-sum"],
      howToRead:
        "One net of each class, its hidden units first. Colour is a unit's output, the line is where it is ½; the " +
        "points carry the targets of XOR.",
    },
    {
      kind: "table",
      table: "examples",
      title: "The weights of these two nets",
      captionClaims: ["solved-units-suffice"],
      howToRead:
        "A unit adds its weighted inputs and its bias, and applies σ. The output unit's inputs are the hidden outputs; " +
        "a negative weight there stands for NOT.",
    },
    {
      kind: "table",
      table: "classes",
      title: "The classes of the solved nets",
      captionClaims: [
        "or-and-sigmoid",
        "one-sided-sigmoid",
        "or-and-tanh",
        "one-sided-tanh",
        "sigmoid-negates",
        "tanh-negates-half",
        "four-contain-pair-sigmoid",
        "four-contain-pair-tanh",
        "corners-tanh",
        "inhibits-00",
      ],
      howToRead:
        "Share is the proportion of the solved nets of the setting; copies differ in order and negations only.",
    },
    {
      ...RATES,
      by: "network",
      color: "activation",
      captionClaims: ["few-starts-suffice", "failures-lack-units-sigmoid", "failures-lack-units-tanh"],
    },
    {
      kind: "table",
      table: "sets",
      title: "The sets of functions that suffice for XOR, and those that do not",
      captionClaims: ["pairs-that-suffice"],
      howToRead:
        "A conflict names rows with target 1 and target 0 between which no weighted sum of the functions distinguishes.",
    },
  ],
  limits: [
    "A unit counts as on where z ≥ 0, though its output is between the extremes; in the 3-4-1 net, which has no output " +
    "bias, units that are off still matter.",
    "A class says which rows a line separates, not where the line lies.",
    "For sigmoid units without an output bias negation is no symmetry of the net: copies have the same lines only.",
    "One loss, one learning rate and 10,000 epochs; nets that are not solved by then might be solved later.",
    ABOUT_LECTURE,
  ],
  references: ["kim2017", "rumelhart1986b"],
});
