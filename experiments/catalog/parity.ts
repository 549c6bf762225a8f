import type { PartialConfig } from "../define/factors.ts";
import { defineTable } from "../define/tables.ts";
import { defineExperiment } from "../experiment.ts";
import { fewRuns, moreOften, noRuns, proportionOf, SOLVED, sooner } from "./shared/claim_builders.ts";
import { integerColumn, numberColumn, textColumn } from "./shared/column_builders.ts";
import { hiddenUnits, levelsOf } from "./shared/common_factors.ts";
import { ENDED_EARLY, LECTURE, STOP_WHEN_SOLVED } from "./shared/lecture.ts";
import { outcomesByCell } from "./shared/outcomes.ts";
import { HEAT, RATES, SOLVED_AND_STOPPED } from "./shared/views.ts";

/** A level of `function`: parity of n bits, each unit with a bias of its own. */
function parityLevel(name: string): PartialConfig | undefined {
  if (!/^parity[1-8]$/.test(name)) return undefined;
  return { data: { name, constant: false }, network: { inputs: Number(name.slice(-1)) } };
}

/** The smallest number of hidden sigmoid units known to suffice for parity of n bits (Setiono 1997). */
export function sufficientUnits(bits: number): number {
  return bits % 2 === 0 ? bits / 2 + 1 : (bits + 1) / 2;
}

const widths = defineTable({
  meaning: "runs solved at each number of bits and units, beside the number of units that theory says suffice",
  columns: {
    encoding: textColumn("how the bits are written"),
    function: textColumn("function to learn"),
    bits: integerColumn("its bits"),
    units: integerColumn("hidden units"),
    enough: integerColumn("units that suffice: n/2 + 1 for even n, (n + 1)/2 for odd n"),
    just_enough: { type: "boolean", meaning: "whether the number of units is exactly what suffices" },
    runs: integerColumn("runs of the cell"),
    solved: integerColumn("runs solved at the end"),
    share_solved: numberColumn("solved / runs", "proportion"),
  },
  key: ["encoding", "function", "units"],
  needs: "setting",
  rows: (outcomes) =>
    outcomesByCell(outcomes).map((cell) => {
      const { run: { levels }, training: { network } } = cell[0]!;
      const bits = network.inputs;
      const units = network.layers[0]!.units;
      const enough = sufficientUnits(bits);
      const solved = cell.filter(({ trained }) => trained.solved).length;
      return {
        encoding: levels.encoding,
        function: levels.function,
        bits,
        units,
        enough,
        just_enough: units === enough,
        runs: cell.length,
        solved,
        share_solved: solved / cell.length,
      };
    }),
});

/** Eight units, more than sufficient for every number of bits here. */
const WIDE = { units: "8" } as const;
const BINARY = { encoding: "binary", ...WIDE } as const;
const BIPOLAR = { encoding: "bipolar", ...WIDE } as const;
const BINARY_SETTING = "with eight units and bits 0 and 1";
const BIPOLAR_SETTING = "with eight units and bits −1 and 1";

const TWO = ["parity2", "two"] as const;
const THREE = ["parity3", "three"] as const;
const FOUR = ["parity4", "four"] as const;
const FIVE = ["parity5", "five"] as const;

/** The claim that parity of fewer bits is solved more often than that of more bits, with the same number of units. */
function harder<const M extends string, const F extends string, const U extends string>(
  [more, moreName]: readonly [M, string],
  [fewer, fewerName]: readonly [F, string],
  units: U,
  setting: string,
) {
  const arms = [
    { encoding: "binary", units, function: fewer },
    { encoding: "binary", units, function: more },
  ] as const;
  return moreOften(arms, "parity is solved", `for ${fewerName} bits`, `for ${moreName}`, setting);
}

/** The claim that more than `percent` % of the runs of a setting solve parity. */
function found<const W>(bits: string, where: W, setting: string, percent: number) {
  return proportionOf("runs", where, SOLVED, { is: "above", than: percent / 100 }, {
    amount: `more than ${percent} %`,
    subject: "runs",
    predicate: `solve parity of ${bits} bits`,
    only: "refuted",
    setting,
  });
}

/** The claim that hardly any run solves parity with just the three units that suffice. */
function seldomFound<const F extends string>([bits, name]: readonly [F, string]) {
  const where = { encoding: "binary", function: bits, units: "3" } as const;
  return proportionOf("runs", where, SOLVED, { is: "below", than: 0.1 }, {
    amount: "fewer than a tenth",
    subject: "runs",
    predicate: `solve parity of ${name} bits`,
    only: "supported",
    setting: "with the three units that suffice",
  });
}

/** The claim that parity of some bits takes fewer epochs than that of others, though an epoch has other rows. */
function fewerEpochs<const E extends string, const F extends string, const S extends string>(
  cell: { readonly encoding: E; readonly units: "8" },
  setting: string,
  [first, firstName]: readonly [F, string],
  [second, secondName]: readonly [S, string],
) {
  const arms = [{ ...cell, function: first }, { ...cell, function: second }] as const;
  return sooner(arms, "parity is solved", `for ${firstName} bits`, `for ${secondName}`, setting);
}

/** How does difficulty grow? */
export const parity = defineExperiment({
  id: "parity",
  question: "How does difficulty grow from XOR to parity of five bits?",
  why: {
    theory:
      "Parity asks whether the number of ones is odd; XOR is parity of two bits. Flip any bit and the target flips, " +
      "so fewer bits say nothing about it (Minsky & Papert 1969). One hidden layer of n/2 + 1 units suffices for " +
      "even n, of (n + 1)/2 for odd n (Setiono 1997), with sigmoid units or tanh, as tanh z = 2 σ(2z) − 1. Such " +
      "weights exist; descent need not find them. With biases, bits 0 and 1 allow the same functions as −1 and 1. " +
      "But a weight moves by α · δ · x: a bit of 0 teaches its weights nothing, and inputs with mean 0 are better " +
      "(LeCun et al. 1998).",
    data: [
      "Hidden units are tanh units, every unit has a bias, and the loss is cross entropy.",
      {
        when: { "enough-mostly-fails": "supported", "spare-units-help": "supported" },
        text: "Enough is not enough: with the two units that suffice, {enough-mostly-fails.count} of " +
          "{enough-mostly-fails.rows} starts solve three bits; eight solve them more often, from " +
          "{spare-units-help.first_count}.",
      },
      {
        when: { "recoded-helps-five": "supported" },
        text: "Bits −1 and 1 help as theory says: eight units solve five bits from {recoded-helps-five.first_count} " +
          "starts, against {recoded-helps-five.second_count} with 0 and 1.",
      },
    ],
  },
  base: {
    ...LECTURE,
    ...STOP_WHEN_SOLVED,
    network: { layers: [{ activation: "tanh", bias: true }, { units: 1, activation: "sigmoid", bias: true }] },
    loss: { name: "crossEntropy" },
    optimizer: { name: "gradientDescent", learningRate: 0.1 },
    epochs: 3000,
  },
  factors: {
    encoding: {
      meaning: "how the bits are written: as 0 and 1, or as −1 and 1",
      levels: { binary: { data: { encoding: "binary" } }, bipolar: { data: { encoding: "bipolar" } } },
    },
    function: {
      meaning: "function to learn: parity of this number of bits",
      levels: levelsOf(["parity2", "parity3", "parity4", "parity5"], parityLevel),
      read: parityLevel,
    },
    units: hiddenUnits(["2", "3", "4", "8"], 999),
  },
  exclude: [{ function: "parity5", units: ["2", "4"] }, { encoding: "bipolar", units: ["2", "3", "4"] }],
  featuredCell: { encoding: "binary", function: "parity3", units: "3" },
  replicates: 200,
  curveReplicates: 3,
  tables: { widths },
  claims: {
    "too-narrow-never": noRuns(
      { encoding: "binary", function: "parity4", units: "2" },
      "solve parity of four bits",
      "with two units, one fewer than theory gives",
    ),
    "enough-often-found-2": found(
      "two",
      { encoding: "binary", function: "parity2", units: "2" },
      "with the two units that suffice",
      40,
    ),
    "enough-seldom-found-4": seldomFound(FOUR),
    "enough-seldom-found-5": seldomFound(FIVE),
    "harder-3-than-2": harder(THREE, TWO, "3", "with three units and bits 0 and 1"),
    "harder-4-than-3": harder(FOUR, THREE, "4", "with four units and bits 0 and 1"),
    "harder-5-than-4": harder(FIVE, FOUR, "8", BINARY_SETTING),
    "slower-with-bits": fewerEpochs(BINARY, BINARY_SETTING, TWO, FOUR),
    "slower-with-bits-recoded": fewerEpochs(BIPOLAR, BIPOLAR_SETTING, TWO, FOUR),
    "three-before-two-recoded": fewerEpochs(BIPOLAR, BIPOLAR_SETTING, THREE, TWO),
    "spare-units-help": moreOften(
      [{ ...BINARY, function: "parity3" }, { encoding: "binary", function: "parity3", units: "2" }],
      "parity of three bits is solved",
      "with eight units",
      "with the two that suffice",
    ),
    "enough-mostly-fails": fewRuns(
      { encoding: "binary", function: "parity3", units: "2" },
      "solve parity of three bits",
      "with the two units that suffice",
    ),
    "recoded-helps-five": moreOften(
      [{ ...BIPOLAR, function: "parity5" }, { ...BINARY, function: "parity5" }],
      "parity of five bits is solved",
      "with bits −1 and 1",
      "with 0 and 1",
      "with eight units",
    ),
    "recoded-sooner": sooner(
      [{ ...BIPOLAR, function: "parity4" }, { ...BINARY, function: "parity4" }],
      "parity of four bits is solved",
      "with bits −1 and 1",
      "with 0 and 1",
      "with eight units",
    ),
    "recoded-mostly-solves-five": found("five", { ...BIPOLAR, function: "parity5" }, BIPOLAR_SETTING, 90),
  },
  headline: [
    {
      when: { "harder-5-than-4": "supported" },
      text: "Fast: with eight units and bits 0 and 1, {harder-5-than-4.first_count} of {harder-5-than-4.n} " +
        "starts solve four bits, {harder-5-than-4.second_count} five.",
    },
  ],
  answer: ["harder-5-than-4", "slower-with-bits", "enough-mostly-fails", "recoded-helps-five"],
  views: [
    {
      ...RATES,
      by: "function",
      color: "encoding",
      where: WIDE,
      title: "Runs that solve parity with eight units, by bits and how they are written",
      captionClaims: ["harder-5-than-4", "recoded-helps-five", "recoded-mostly-solves-five"],
    },
    {
      ...HEAT,
      x: "units",
      y: "function",
      where: { encoding: "binary" },
      title: "Where success begins: bits 0 and 1, by hidden units",
      captionClaims: ["harder-3-than-2", "harder-4-than-3", "spare-units-help"],
    },
    {
      ...SOLVED_AND_STOPPED,
      color: "function",
      panel: "encoding",
      where: WIDE,
      title: "Runs with eight units solved by each epoch",
      captionClaims: ["slower-with-bits", "slower-with-bits-recoded", "three-before-two-recoded", "recoded-sooner"],
    },
    {
      kind: "table",
      table: "widths",
      columns: ["encoding", "bits", "units", "enough", "solved", "runs"],
      title: "Units that suffice in theory, and runs that were solved",
      captionClaims: [
        "enough-often-found-2",
        "enough-mostly-fails",
        "enough-seldom-found-4",
        "enough-seldom-found-5",
        "too-narrow-never",
      ],
      howToRead: "Enough: units sufficient by theory; fewer may also suffice.",
    },
  ],
  limits: [
    "3000 epochs for each number of bits: an epoch has 4, 8, 16 or 32 rows and as many updates.",
    "One learning rate, 0.1, one loss and one kind of start for all; others may find solutions that these runs miss. " +
    "We chose activation, loss and rate after trials with other starts, where we first saw what −1 and 1 do.",
    "Unsolved means after 3000 epochs: more epochs might solve it.",
    ENDED_EARLY,
  ],
  references: ["lecun1998", "minsky1969", "setiono1997"],
});
