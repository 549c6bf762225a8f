/** The setting that a reader chooses in the lab, and the data of the lab's page. */
import type { ResolvedConfig } from "../../core/config/config.ts";
import type { Fault } from "../../core/input/input_error.ts";
import type { PointSetName } from "../../core/components/point_sets.ts";
import type { Choice } from "../../core/components/settings.ts";
import type { LayerParameters } from "../../core/network.ts";

/** Everything that can be chosen in the lab. Parts that a config has too are written as in the config. */
export interface LabState {
  readonly data: LabData;
  /** Inputs of truth tables as 0 and 1, or as −1 and 1; points ignore it. */
  readonly encoding: "binary" | "bipolar";
  /** Whether each row ends in a constant 1. */
  readonly constant: boolean;
  /** At most MAX_LAYERS. */
  readonly hidden: readonly HiddenLayer[];
  readonly outputBias: boolean;
  /** The activation of the output; null if it follows the loss. */
  readonly output: Choice | null;
  /** The perceptron rule ignores it. */
  readonly loss: NonNullable<ResolvedConfig["loss"]>;
  /** With its settings, its learning rate and its schedule. */
  readonly optimizer: ResolvedConfig["optimizer"];
  readonly batch: ResolvedConfig["batch"];
  readonly order: ResolvedConfig["order"];
  readonly initializer: NonNullable<ResolvedConfig["initializer"]>;
  /** Initial parameters for nets of their shape; null where all are drawn. No field of an address holds them. */
  readonly parameters: readonly LayerParameters[] | null;
  /** A fraction where the training ends within an epoch. */
  readonly epochs: number;
  readonly check: ResolvedConfig["check"];
  readonly stop: ResolvedConfig["stop"];
  /** The number of nets, from 1 to MAX_STARTS. */
  readonly starts: number;
  /** The experiment whose seeds the nets have; null for the lab's own. */
  readonly experiment: string | null;
  /** The claim whose fresh seeds the nets have; null while exploring. */
  readonly claim: string | null;
}

/** The rows to learn. */
export type LabData = LabTable | LabPlaced | LabGenerated | LabGiven;

/** A truth table: 2, 4, 8, 16 or 32 targets, for the rows 00 … 0 to 11 … 1. */
export interface LabTable {
  readonly kind: "table";
  readonly targets: readonly (0 | 1)[];
}

/** Points that the reader placed, at most MAX_PLACED_POINTS. */
export interface LabPlaced {
  readonly kind: "placed";
  readonly points: readonly LabPoint[];
}

/** A point in the plane, each coordinate from −MAX_COORDINATE to MAX_COORDINATE. */
export interface LabPoint {
  readonly x: number;
  readonly y: number;
  readonly target: 0 | 1;
}

/** Points drawn from a seed; GeneratedData documents the fields. */
export interface LabGenerated {
  readonly kind: "generated";
  readonly name: PointSetName;
  readonly points: number;
  readonly noise: number;
  readonly split: number;
  readonly balance: number;
  readonly dataSeed: number;
}

/** The data of a config, which no control makes. No field of an address holds them. */
export interface LabGiven {
  readonly kind: "given";
  readonly data: ResolvedConfig["data"];
}

/** A hidden layer. */
export interface HiddenLayer {
  /** From 1 to MAX_UNITS. */
  readonly units: number;
  /** Its name in ACTIVATIONS, with all its settings. */
  readonly activation: Choice;
  readonly bias: boolean;
}

/** Most hidden layers. */
export const MAX_LAYERS = 3;
/** Most units of a hidden layer. */
export const MAX_UNITS = 64;
/** Most inputs of a truth table, the constant one apart. */
export const MAX_TABLE_INPUTS = 5;
/** Most points placed by hand. */
export const MAX_PLACED_POINTS = 64;
/** Largest coordinate of a point placed by hand. */
export const MAX_COORDINATE = 10;
/** Most points of a generated set: the fast engine takes up to 500 rows. */
export const MAX_GENERATED_POINTS = 500;
/** Most nets. */
export const MAX_STARTS = 2000;
/** Most epochs. */
export const MAX_LAB_EPOCHS = 1_000_000;
/** Largest absolute value of the learning rate. */
export const MAX_RATE = 1000;

/** XOR without a hidden layer, trained as in the lecture. Fields that an address of the lab leaves out have its values. */
export const DEFAULT_STATE: LabState = {
  data: { kind: "table", targets: [0, 1, 1, 0] },
  encoding: "binary",
  constant: true,
  hidden: [],
  outputBias: false,
  output: null,
  loss: { name: "halfSquaredError", reduction: "mean" },
  optimizer: { name: "gradientDescent", learningRate: 0.9, weightDecay: 0 },
  batch: "online",
  order: "fixed",
  initializer: { name: "uniform", low: -1, high: 1, scale: 1, biases: "drawn" },
  parameters: null,
  epochs: 10_000,
  check: { every: 10, tolerance: 0.1 },
  stop: null,
  starts: 200,
  experiment: null,
  claim: null,
};

/** What is wrong with a value; each language puts it in words. */
export type LabFault = Pick<Fault, "rule" | "expected" | "value" | "relation" | "suggestion">;

/** What is wrong with a field. */
export interface LabProblem extends LabFault {
  /** The field of the address, such as `hidden`; empty for the setting as a whole. */
  readonly field: string;
  /** The part of the field, such as `hidden[0].units`. */
  readonly path: string;
}

/** The seeds of the lab's nets. */
export interface LabSeeds {
  readonly suiteSeed: string;
  /** The experiments that train nets, by id, in the order of the course. */
  readonly experiments: Readonly<Record<string, PublishedExperiment>>;
}

/** What an address is read by. */
export interface LabBasis extends LabSeeds {
  /** Fields that an address leaves out have its values; DEFAULT_STATE if absent. */
  readonly base?: LabState;
}

/** What the page of the lab knows of the suite. */
export interface LabPageData extends LabSeeds {
  /** The featured setting of each experiment, in the order of the course. */
  readonly presets: readonly LabPreset[];
}

/** An experiment, as far as the lab can repeat it. */
export interface PublishedExperiment {
  /** The digest of its rules, part of every seed. */
  readonly seal: string;
  /** By `settingAddress`: the number of published runs of each setting. */
  readonly replicates: Readonly<Record<string, number>>;
}

/** A setting to start from. */
export interface LabPreset {
  /** The place of its experiment in the course, from 1. */
  readonly number: number;
  readonly experiment: string;
  readonly question: string;
  /** Whether the course shows it among its steps. */
  readonly isStep: boolean;
  /** The address of the setting. */
  readonly address: string;
}

/** The id of the script element that holds the data of the lab's page as JSON. */
export const LAB_DATA_ID = "lab-data";
/** The id of the element in which the script of the page mounts the lab. */
export const LAB_ID = "lab";
