import { defineExperiment, defineTable, type PartialConfig } from "../experiment.ts";
import { LECTURE } from "./lecture.ts";
import { READING, solved, solvedEpoch } from "./wording.ts";

/** Parity of n bits, as it stands: each unit has a bias of its own. */
function parityOf(bits: number): PartialConfig {
  return { data: { name: `parity${bits}`, encoding: "binary", constant: false }, network: { inputs: bits } };
}

/** So many sigmoid hidden units. */
function hidden(units: number): PartialConfig {
  return { network: { layers: [{ units }] } };
}

/** The fewest sigmoid units with which a hidden layer is known to solve parity of n bits (Setiono 1997). */
export function enoughUnits(bits: number): number {
  return bits % 2 === 0 ? bits / 2 + 1 : (bits + 1) / 2;
}

const widths = defineTable({
  meaning: "runs solved at each number of bits and units, beside the number of units that theory says suffice",
  columns: {
    function: { type: "string", meaning: "what is to be learned" },
    bits: { type: "integer", meaning: "its bits" },
    units: { type: "integer", meaning: "hidden units" },
    enough: { type: "integer", meaning: "units that suffice: n/2 + 1 for even n, (n + 1)/2 for odd n" },
    runs: { type: "integer", meaning: "runs made" },
    solved: { type: "integer", meaning: "runs solved at the end" },
    share_solved: { type: "number", meaning: "solved / runs" },
  },
  rows: (outcomes) =>
    Array.from(Map.groupBy(outcomes, ({ run }) => run.cell).values(), (cell) => {
      const { network } = cell[0]!.training, bits = network.inputs, units = network.layers[0]!.units;
      const runs = cell.length, solved = cell.filter(({ trained }) => trained.solved).length;
      const place = { function: cell[0]!.run.levels.function, bits, units, enough: enoughUnits(bits) };
      return { ...place, runs, solved, share_solved: solved / runs };
    }),
});

/** How does difficulty grow? */
export const parity = defineExperiment({
  id: "parity",
  question: "How does difficulty grow from XOR to parity of five bits?",
  background:
    "Parity asks whether the number of ones is odd; XOR is parity of two bits. Every bit matters in every row, so no " +
    "part of the answer can be learned from fewer bits. One hidden layer of sigmoid units is known to suffice with " +
    "n/2 + 1 units for even n and (n + 1)/2 for odd n (Setiono 1997): such weights exist; whether learning finds " +
    "them is another question. Here every unit has a bias, and the loss is cross entropy.",
  base: {
    ...LECTURE,
    network: {
      layers: [{ activation: "sigmoid", bias: true }, { units: 1, activation: "sigmoid", bias: true }],
    },
    loss: { name: "crossEntropy" },
    epochs: 5000,
  },
  factors: {
    function: {
      meaning: "what is to be learned: parity of so many bits",
      levels: { parity2: parityOf(2), parity3: parityOf(3), parity4: parityOf(4), parity5: parityOf(5) },
      read: (text) => /^parity[1-8]$/.test(text) ? parityOf(Number(text.slice(-1))) : undefined,
    },
    units: {
      meaning: "hidden units",
      levels: { "2": hidden(2), "3": hidden(3), "4": hidden(4), "8": hidden(8) },
      read: (text) => /^[1-9]\d{0,2}$/.test(text) ? hidden(Number(text)) : undefined,
    },
  },
  without: [{ function: "parity5", units: "4" }],
  replicates: 60,
  curves: 3,
  tables: { widths },
  claims: {
    "too-narrow-never": {
      kind: "none",
      table: "runs",
      where: { function: ["parity4", "parity5"], units: "2" },
      holds: solved,
      statement: "With two units, one fewer than theory gives, no run solves parity of four or five bits.",
      says: {
        supported: "With two units, one fewer than theory gives, none of {n} runs solves parity of four or five bits.",
        refuted: "With two units, one fewer than theory gives, {count} of {n} runs solve parity of four or five bits " +
          "all the same (one of them: {counterexample}).",
        undecided: "No run was made with two units on four or five bits.",
      },
    },
    "enough-is-found": {
      kind: "every",
      table: "widths",
      holds: ({ units, enough, solved }) => units !== enough || solved! > 0,
      statement: "For each number of bits, at least one run with just as many units as theory asks for solves it.",
      says: {
        supported: "For each number of bits, at least one run with just as many units as theory asks for solves it.",
        refuted: "With just as many units as theory asks for, learning does not find a solution for each number of " +
          "bits within the epochs (an exception: {counterexample}).",
        undecided: "No run was made.",
      },
    },
    "harder-3-than-2": {
      kind: "difference",
      family: "harder",
      first: { function: "parity2", units: "8" },
      second: { function: "parity3", units: "8" },
      holds: solved,
      statement: "With eight units, two bits are solved more often than three.",
      says: {
        supported: "With eight units, the share of runs solved falls by {estimate} {interval} from two bits to three.",
        refuted: "With eight units, the share of runs solved rises from two bits to three: the difference, two less " +
          "three, is {estimate} {interval}.",
        undecided: "With eight units, the shares of runs solved on two bits and on three cannot be told apart: the " +
          "difference is {estimate} {interval}.",
      },
    },
    "harder-4-than-3": {
      kind: "difference",
      family: "harder",
      first: { function: "parity3", units: "8" },
      second: { function: "parity4", units: "8" },
      holds: solved,
      statement: "With eight units, three bits are solved more often than four.",
      says: {
        supported: "From three bits to four the share solved falls by {estimate} {interval}.",
        refuted:
          "From three bits to four the share solved rises: the difference, three less four, is {estimate} {interval}.",
        undecided:
          "From three bits to four the shares solved cannot be told apart: the difference is {estimate} {interval}.",
      },
    },
    "harder-5-than-4": {
      kind: "difference",
      family: "harder",
      first: { function: "parity4", units: "8" },
      second: { function: "parity5", units: "8" },
      holds: solved,
      statement: "With eight units, four bits are solved more often than five.",
      says: {
        supported: "From four bits to five the share solved falls by {estimate} {interval}.",
        refuted:
          "From four bits to five the share solved rises: the difference, four less five, is {estimate} {interval}.",
        undecided:
          "From four bits to five the shares solved cannot be told apart: the difference is {estimate} {interval}.",
      },
    },
    "slower-with-bits": {
      kind: "sooner",
      first: { function: "parity2", units: "8" },
      second: { function: "parity4", units: "8" },
      value: solvedEpoch,
      statement: "With eight units, two bits are solved in fewer epochs than four.",
      says: {
        supported: "With eight units, two bits are solved sooner than four in {estimate} {interval} of {n} pairs of " +
          "runs, though an epoch of four bits has four times the rows.",
        refuted: "With eight units, two bits are solved sooner than four in only {estimate} {interval} of {n} pairs " +
          "of runs; an epoch of four bits has four times the rows.",
        undecided: "With eight units, two bits are solved sooner than four in {estimate} {interval} of {n} pairs of " +
          "runs, which decides nothing.",
      },
    },
    "spare-units-help": {
      kind: "difference",
      first: { function: "parity3", units: "8" },
      second: { function: "parity3", units: "2" },
      holds: solved,
      statement: "On three bits, eight units solve more seeds than two, which theory says suffice.",
      says: {
        supported: "Spare units help: three bits are solved more often with eight units than with the two that " +
          "suffice, by {estimate} {interval}.",
        refuted: "Spare units hinder: three bits are solved less often with eight units than with the two that " +
          "suffice: the difference is {estimate} {interval}.",
        undecided: "Whether spare units help on three bits remains open: the difference is {estimate} {interval}.",
      },
    },
    "enough-mostly-fails": {
      kind: "share",
      where: { function: "parity3", units: "2" },
      holds: solved,
      is: "below",
      than: 0.5,
      statement: "On three bits, fewer than half of the runs solve it with the two units that theory says suffice.",
      says: {
        supported: "That weights exist does not mean that they are found: with the two units that suffice, {count} " +
          "of {n} runs solve three bits.",
        refuted: "With the two units that suffice, most runs solve three bits: {count} of {n}, {estimate} {interval}.",
        undecided:
          "With the two units that suffice, {count} of {n} runs solve three bits, {estimate} {interval}, which " +
          "leaves open whether most do.",
      },
    },
  },
  answer: ["harder-3-than-2", "harder-4-than-3", "harder-5-than-4"],
  views: [
    {
      kind: "rates",
      by: "units",
      color: "function",
      title: "Share of runs that solve parity, by hidden units and bits",
      finding: ["harder-3-than-2", "harder-4-than-3", "harder-5-than-4"],
      reading: READING.rates,
    },
    {
      kind: "heat",
      x: "units",
      y: "function",
      title: "Where success begins",
      finding: ["too-narrow-never", "enough-is-found", "enough-mostly-fails"],
      reading: READING.heat,
    },
    {
      kind: "solved",
      color: "function",
      panel: "units",
      title: "Share of runs solved by each epoch",
      finding: ["slower-with-bits", "spare-units-help"],
      reading: READING.solved,
    },
    {
      kind: "table",
      table: "widths",
      columns: ["bits", "units", "enough", "runs", "solved"],
      title: "Units that suffice in theory, and runs that were solved",
      finding: ["enough-is-found"],
      reading: "Enough is the number of units that theory says suffice; that fewer fail is not proven by these runs.",
    },
  ],
  limits: [
    "5,000 epochs for each number of bits: an epoch has 4, 8, 16 or 32 rows and as many updates.",
    "One learning rate, 0.9, one loss and one kind of start for all; others may find solutions that these runs miss. " +
    "Cross entropy was chosen after trials with other seeds.",
    "A run that is not solved is stuck or slow within its epochs; that its net has no solution does not follow.",
  ],
});
