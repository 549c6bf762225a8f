/** Tables of hidden units that are off for all rows: at the start, at the end, and at the recorded points between. */
import { NUMBERS } from "../../../core/arithmetic/elementary.ts";
import { forward } from "../../../core/network.ts";
import { stepsPerEpoch, type Training } from "../../../core/training.ts";
import type { Factor } from "../../define/factors.ts";
import type { Outcome } from "../../define/run.ts";
import { defineTable } from "../../define/tables.ts";
import {
  type FactorColumns,
  factorColumnsOf,
  integerColumn,
  numberColumn,
  textColumn,
} from "../shared/column_builders.ts";
import { outcomesByCell } from "../shared/outcomes.ts";

/** The names of the factors of the experiment. */
const FACTOR_NAMES = ["activation", "biases", "output_bias", "learning_rate"] as const;

type FactorName = typeof FACTOR_NAMES[number];

const SETTING = textColumn("activation, biases at the start and output bias in words");

/** Whether each unit of the first layer is off, z ≤ 0, for all rows; a NaN is not on. */
export function offUnits({ network, rows }: Training, parameters: readonly number[]): boolean[] {
  const hidden = { ...network, layers: network.layers.slice(0, 1) };
  const z = rows.map(({ inputs }) => forward(NUMBERS, hidden, parameters, inputs).z[0]!);
  return z[0]!.map((_, unit) => z.every((ofRow) => !(ofRow[unit]! > 0)));
}

/** The points of a run at which its parameters are known: its start, its recorded points, its end. */
function historyOf({ training, trained: { snapshots } }: Outcome) {
  const start = snapshots[0]!.step === 0 ? [] : [{ step: 0, parameters: training.start }];
  return [...start, ...snapshots].map(({ step, parameters }) => ({
    epoch: step / stepsPerEpoch(training),
    off: offUnits(training, parameters),
  }));
}

function countOf(units: readonly boolean[]): number {
  return units.filter(Boolean).length;
}

type Keys = FactorColumns<FactorName>;

/** The tables of an experiment with these factors. */
export function deadUnitTables(factors: Readonly<Record<FactorName, Factor>>) {
  const keys = factorColumnsOf<FactorName>(factors);
  const dead = deadTable(keys);
  return {
    dead,
    totals: totalsTable(keys, dead),
    by_active: byActiveTable(keys),
    history: historyTable(keys),
    deaths: deathsTable(keys),
  };
}

/** The units of each run that are off, at its start, at its end and in between. */
function deadTable(keys: Keys) {
  return defineTable({
    meaning: "every run that finished: how many hidden units are off for all rows, at its start, end and in between",
    columns: {
      ...keys,
      replicate: integerColumn("index of the random start"),
      solved: { type: "boolean", meaning: "whether the run was solved" },
      off_at_start: integerColumn("units that are off for all rows at the start"),
      switched_off: integerColumn("units that are not, but are at the end"),
      off_at_end: integerColumn("units that are off for all rows at the end"),
      active: integerColumn("units that are on for some row at the end"),
      ever_off: integerColumn("units that are off for all rows at the start, at the end or at a recorded point"),
      came_back: integerColumn("those that are on for some row at a later one of these points"),
    },
    key: [...FACTOR_NAMES, "replicate"],
    needs: "run",
    rows: (outcomes) =>
      outcomes.filter(hasFinished).map((outcome) => {
        const history = historyOf(outcome).map(({ off }) => off);
        const start = history[0]!;
        const end = history.at(-1)!;
        const isOff = (unit: number) => history.map((off) => off[unit]!);
        const everOff = start.map((_, unit) => isOff(unit).includes(true));
        const cameBack = start.map((_, unit) => isOff(unit).some((off, i) => off && isOff(unit).includes(false, i)));
        return {
          ...levelsOf(outcome),
          replicate: outcome.run.replicate,
          solved: outcome.trained.solved,
          off_at_start: countOf(start),
          switched_off: countOf(end.map((off, unit) => off && !start[unit])),
          off_at_end: countOf(end),
          active: end.length - countOf(end),
          ever_off: countOf(everOff),
          came_back: countOf(cameBack),
        };
      }),
  });
}

/** The runs of each setting by the number of units that are on at the end. */
function byActiveTable(keys: Keys) {
  return defineTable({
    meaning: "runs of each setting by the number of units that are on for some row at the end",
    columns: {
      setting: SETTING,
      learning_rate: keys.learning_rate,
      active: integerColumn("units that are on for some row at the end"),
      runs: integerColumn("runs with that many"),
      solved: integerColumn("runs solved"),
      share_solved: numberColumn("solved / runs", "proportion"),
    },
    key: ["setting", "learning_rate", "active"],
    needs: "setting",
    rows: (outcomes) =>
      outcomesByCell(outcomes).flatMap((cell) => {
        const groups = Map.groupBy(cell.filter(hasFinished), ({ training, trained }) => {
          return countOf(offUnits(training, trained.snapshots.at(-1)!.parameters).map((isOff) => !isOff));
        });
        const { learning_rate } = cell[0]!.run.levels;
        return [...groups].sort(([a], [b]) => a - b).map(([active, runs]) => {
          const solved = runs.filter(({ trained }) => trained.solved).length;
          const share_solved = solved / runs.length;
          return { setting: settingOf(cell[0]!), learning_rate, active, runs: runs.length, solved, share_solved };
        });
      }),
  });
}

/** The units of each setting, summed over the rows of its runs. */
function totalsTable(keys: Keys, dead: ReturnType<typeof deadTable>) {
  return defineTable({
    meaning: "all units of each setting, counted",
    columns: {
      ...keys,
      units: integerColumn("hidden units of the runs that finished"),
      off_at_start: integerColumn("units off for all rows at the start"),
      switched_off: integerColumn("units that are not, but are at the end"),
      came_back: integerColumn("units off for all rows at a known point, and on for some row at a later one"),
      off_at_end: integerColumn("units off for all rows at the end"),
      runs: integerColumn("runs"),
      solved: integerColumn("runs solved"),
    },
    key: [...FACTOR_NAMES],
    needs: "setting",
    rows: (outcomes, earlier) => {
      const cells = Map.groupBy(earlier(dead), (row) => FACTOR_NAMES.map((name) => row[name]).join("\n"));
      return outcomesByCell(outcomes).map((cell) => {
        const levels = levelsOf(cell[0]!);
        const rows = cells.get(FACTOR_NAMES.map((name) => levels[name]).join("\n")) ?? [];
        const sumOf = (read: (row: (typeof rows)[number]) => number | undefined) =>
          rows.reduce((sum, row) => sum + read(row)!, 0);
        return {
          ...levels,
          units: sumOf(({ active, off_at_end }) => active! + off_at_end!),
          off_at_start: sumOf((row) => row.off_at_start),
          switched_off: sumOf((row) => row.switched_off),
          came_back: sumOf((row) => row.came_back),
          off_at_end: sumOf((row) => row.off_at_end),
          runs: cell.length,
          solved: cell.filter(({ trained }) => trained.solved).length,
        };
      });
    },
  });
}

/** The units that are off at each recorded epoch. */
function historyTable(keys: Keys) {
  return defineTable({
    meaning: "units off for all rows in the runs whose learning curves are kept, by epoch",
    columns: {
      ...keys,
      setting: SETTING,
      epoch: numberColumn("epochs trained so far", "epochs"),
      progress: numberColumn("learning rate · epochs"),
      units: integerColumn("hidden units of these runs"),
      off: integerColumn("units off for all rows"),
      share_off: numberColumn("off / units", "proportion"),
    },
    key: [...FACTOR_NAMES, "epoch"],
    needs: "setting",
    rows: (outcomes) =>
      outcomesByCell(outcomes).flatMap((cell) => {
        const recorded = cell.filter(isRecorded);
        const points = recorded.flatMap(historyOf);
        const setting = settingOf(cell[0]!);
        return [...Map.groupBy(points, ({ epoch }) => epoch)].map(([epoch, at]) => {
          const units = at.reduce((sum, { off }) => sum + off.length, 0);
          const off = at.reduce((sum, point) => sum + countOf(point.off), 0);
          const progress = epoch * recorded[0]!.training.learningRate;
          return { ...levelsOf(cell[0]!), setting, epoch, progress, units, off, share_off: off / units };
        });
      }),
  });
}

/** When units that are on at first go off for good. */
function deathsTable(keys: Keys) {
  return defineTable({
    meaning: "every recorded run with a unit that is on for some row at the start and off for all rows at the end",
    columns: {
      ...keys,
      replicate: integerColumn("index of the random start"),
      units: integerColumn("such units"),
      first_off_by: numberColumn("the recorded epoch by which the first of them is off for good", "epochs"),
      last_off_by: numberColumn("the recorded epoch by which the last of them is", "epochs"),
    },
    key: [...FACTOR_NAMES, "replicate"],
    needs: "run",
    rows: (outcomes) =>
      outcomes.filter(isRecorded).flatMap((outcome) => {
        const points = historyOf(outcome);
        const epochs = points[0]!.off.flatMap((isOffAtStart, unit) => {
          const lastOn = points.findLastIndex(({ off }) => !off[unit]);
          return isOffAtStart || lastOn === points.length - 1 ? [] : [points[lastOn + 1]!.epoch];
        }).sort((a, b) => a - b);
        const { replicate } = outcome.run;
        if (epochs.length === 0) return [];
        const levels = levelsOf(outcome);
        return [{ ...levels, replicate, units: epochs.length, first_off_by: epochs[0], last_off_by: epochs.at(-1) }];
      }),
  });
}

/** The levels of a run's factors, as its rows begin with them. */
function levelsOf({ run: { levels } }: Outcome) {
  return {
    activation: levels.activation,
    biases: levels.biases,
    output_bias: levels.output_bias,
    learning_rate: levels.learning_rate,
  };
}

function hasFinished({ trained }: Outcome): boolean {
  return trained.status === "finished";
}

function isRecorded(outcome: Outcome): boolean {
  return hasFinished(outcome) && outcome.trained.snapshots.length > 1;
}

function settingOf({ run: { levels } }: Outcome): string {
  const activation = levels.activation === "relu" ? "ReLU" : "leaky ReLU";
  const biases = levels.biases === "drawn" ? "biases drawn" : `biases ${levels.biases}`;
  return `${activation}, ${biases}, ${levels.output_bias === "true" ? "output bias" : "no output bias"}`;
}
