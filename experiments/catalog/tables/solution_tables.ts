/** Tables of what the hidden units of trained nets compute. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { forward, unflatten } from "../../../core/network.ts";
import type { Outcome } from "../../define/run.ts";
import { defineTable } from "../../define/tables.ts";
import { integerColumn, numberColumn, textColumn } from "../shared/column_builders.ts";
import { GRID_POSITIONS } from "../shared/surface_table.ts";
import {
  classOf,
  conflictOf,
  copiesOf,
  functionName,
  hiddenFunctions,
  isNegated,
  setsOfLines,
  signedSum,
  suffice,
} from "../analysis/hidden_functions.ts";

/** The two pairs of functions from which XOR can be computed, as classes. */
export const OR_AND = "AND, OR";
export const ONE_SIDED = "x1 AND NOT x2, x2 AND NOT x1";

const NETWORK = textColumn("the net");
const ACTIVATION = textColumn("activation of its hidden units");
const CLASS = textColumn("functions of the units, each or its negation, sorted by name");

/** The functions of every net. */
export const units = defineTable({
  meaning: "every run that finished: the functions of its hidden units, on where z ≥ 0",
  columns: {
    network: NETWORK,
    activation: ACTIVATION,
    replicate: integerColumn("index of the random start"),
    solved: { type: "boolean", meaning: "whether the run was solved" },
    functions: textColumn("functions of the units in their order"),
    class: CLASS,
    formula: textColumn("these functions, each with the sign of its output weight"),
    copies: integerColumn("lists of functions that exchanging and negating units turn into this one"),
    suffices: { type: "boolean", meaning: "whether XOR can be computed from the functions, as rounded to 0 and 1" },
    suffices_at_start: { type: "boolean", meaning: "the same before training" },
    pair: textColumn("the pairs of functions among them that suffice alone: one, both or none"),
    first_negated: { type: "boolean", meaning: "whether the first unit is on for the row 00" },
    negated: integerColumn("units that are on for the row 00"),
    inhibits_00: {
      type: "boolean",
      meaning: "whether some unit is on for the row 00 and has a negative output weight",
    },
  },
  key: ["network", "activation", "replicate"],
  needs: "run",
  rows: (outcomes) => outcomes.filter(({ trained }) => trained.status === "finished").map(unitsRow),
});

/** The classes of the solved nets, counted. */
export const classes = defineTable({
  meaning: "the classes of solved nets, most frequent first",
  columns: {
    network: NETWORK,
    activation: ACTIVATION,
    class: CLASS,
    nets: integerColumn("solved nets of the class"),
    share: numberColumn("proportion of the solved nets of the setting", "proportion"),
    copies: integerColumn("lists of functions in the class: its symmetric copies"),
    copies_found: integerColumn("those that some net has"),
  },
  key: ["network", "activation", "class"],
  needs: "tables",
  rows: (_, earlier) => {
    const solved = earlier(units).filter((row) => row.solved);
    const settings = Map.groupBy(solved, ({ network, activation }) => `${network}\n${activation}`);
    return [...settings.values()].flatMap((nets) => {
      const groups = [...Map.groupBy(nets, (row) => row.class!)];
      return groups.sort(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1)).map(
        ([name, group]) => ({
          network: nets[0]!.network,
          activation: nets[0]!.activation,
          class: name,
          nets: group.length,
          share: group.length / nets.length,
          copies: group[0]!.copies,
          copies_found: new Set(group.map(({ functions }) => functions)).size,
        }),
      );
    });
  },
});

/** The sets of up to three functions, each with the answer whether XOR can be computed from it. */
export const sets = defineTable({
  meaning: "all sets of one, two or three different functions of the units, up to negation",
  columns: {
    size: integerColumn("number of functions"),
    class: CLASS,
    suffices: { type: "boolean", meaning: "whether a unit with a bias computes XOR from their values" },
    conflict: textColumn("if not: rows, or sums of two rows, that have equal values in all functions of the set"),
  },
  key: ["class"],
  needs: "tables",
  rows: () =>
    setsOfLines().map((set) => {
      return { size: set.length, class: classOf(set), suffices: suffice(set), conflict: conflictOf(set) };
    }),
});

/** The weights of one net of each of the two classes, and the outputs of its units. */
export const examples = defineTable({
  meaning:
    "the first solved 2-2-1 net with sigmoid units of each of the two classes: weights, and outputs for each row",
  columns: {
    class: CLASS,
    replicate: integerColumn("index of the random start"),
    unit: textColumn("unit"),
    function: textColumn("its function"),
    weight_1: numberColumn("weight of x1, or of the first hidden unit"),
    weight_2: numberColumn("weight of x2, or of the second hidden unit"),
    bias: numberColumn("bias"),
    output_00: numberColumn("output for the row 00"),
    output_01: numberColumn("output for the row 01"),
    output_10: numberColumn("output for the row 10"),
    output_11: numberColumn("output for the row 11"),
  },
  key: ["class", "unit"],
  rows: (outcomes) => exampleNets(outcomes).flatMap(exampleRows),
});

/** The outputs of these nets' units over the plane. */
export const surface = defineTable({
  meaning: "outputs of the units of these nets over the plane of their inputs",
  columns: {
    panel: textColumn("which unit of which net"),
    x1: numberColumn("first input"),
    x2: numberColumn("second input"),
    output: numberColumn("the unit's output there"),
    target: numberColumn("the target d of the net, only at the four rows of the data"),
  },
  rows: (outcomes) => exampleNets(outcomes).flatMap(surfaceRows),
});

function unitsRow({ run, training, trained }: Outcome) {
  const { parameters } = trained.snapshots.at(-1)!;
  const functions = hiddenFunctions(training, parameters);
  const outputWeights = parameters.slice(training.network.layers[1]!.weights);
  const classes = new Set(
    functions.flatMap((first, i) => functions.slice(i + 1).map((each) => classOf([first, each]))),
  );
  return {
    network: run.levels.network,
    activation: run.levels.activation,
    replicate: run.replicate,
    solved: trained.solved,
    functions: functions.map(functionName).join(", "),
    class: classOf(functions),
    formula: signedSum(functions, outputWeights),
    copies: copiesOf(functions),
    suffices: suffice(functions),
    suffices_at_start: suffice(hiddenFunctions(training, training.start)),
    pair: pairAmong(classes.has(OR_AND), classes.has(ONE_SIDED)),
    first_negated: isNegated(functions[0]!),
    negated: functions.filter(isNegated).length,
    inhibits_00: functions.some((unit, i) => isNegated(unit) && outputWeights[i]! < 0),
  };
}

function pairAmong(hasOrAnd: boolean, hasOneSided: boolean): string {
  if (hasOrAnd) return hasOneSided ? "both" : OR_AND;
  return hasOneSided ? ONE_SIDED : "none";
}

/** The first solved 2-2-1 net with sigmoid units of each of the two classes. */
function exampleNets(outcomes: readonly Outcome[]): Outcome[] {
  const solved = outcomes.filter(({ run: { levels }, trained }) =>
    levels.network === "2-2-1" && levels.activation === "sigmoid" && trained.solved
  );
  return [OR_AND, ONE_SIDED].flatMap((name) =>
    solved.find((outcome) => classOf(functionsAtEnd(outcome)) === name) ?? []
  );
}

function functionsAtEnd({ training, trained }: Outcome): number[] {
  return hiddenFunctions(training, trained.snapshots.at(-1)!.parameters);
}

/** The units of a 2-2-1 net: their names, functions, and places in a forward pass. */
function namedUnits(outcome: Outcome) {
  const functions = functionsAtEnd(outcome).map(functionName);
  const hidden = functions.map((name, i) => ({ unit: `hidden ${i + 1}`, function: name, layer: 1, index: i }));
  return [...hidden, { unit: "output", function: "XOR", layer: 2, index: 0 }];
}

function exampleRows(outcome: Outcome) {
  const { run, training: { network, rows }, trained } = outcome;
  const { parameters } = trained.snapshots.at(-1)!;
  const [hidden, output] = unflatten(network, parameters);
  const passes = rows.map(({ inputs }) => forward(NUMBERS, network, parameters, inputs).a);
  return namedUnits(outcome).map(({ unit, function: name, layer, index }) => {
    const [first, second, third] = (layer === 1 ? hidden : output)!.W[index]!;
    const outputs = passes.map((a) => a[layer]![index]);
    return {
      class: classOf(functionsAtEnd(outcome)),
      replicate: run.replicate,
      unit,
      function: name,
      weight_1: first,
      weight_2: second,
      // the constant third input is the hidden units' bias
      bias: third ?? output!.b?.[index],
      output_00: outputs[0],
      output_01: outputs[1],
      output_10: outputs[2],
      output_11: outputs[3],
    };
  });
}

function surfaceRows(outcome: Outcome) {
  const { run, training: { network, rows }, trained } = outcome;
  const { parameters } = trained.snapshots.at(-1)!;
  const points = GRID_POSITIONS.flatMap((x1) =>
    GRID_POSITIONS.map((x2) => {
      const target = rows.find(({ inputs }) => inputs[0] === x1 && inputs[1] === x2)?.targets[0];
      return { x1, x2, target, a: forward(NUMBERS, network, parameters, [x1, x2, 1]).a };
    })
  );
  return namedUnits(outcome).flatMap(({ unit, function: name, layer, index }) =>
    points.map(({ x1, x2, target, a }) => {
      return { panel: `start ${run.replicate}, ${unit}: ${name}`, x1, x2, output: a[layer]![index], target };
    })
  );
}
