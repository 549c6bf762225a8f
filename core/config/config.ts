/** The config of one training, as written and as resolved. */
import type { ActivationName, ACTIVATIONS } from "../components/activations.ts";
import type { Dataset, NamedData } from "../components/datasets.ts";
import type { GeneratedData, PointSetName } from "../components/point_sets.ts";
import type { InitializerName, INITIALIZERS } from "../components/initializers.ts";
import type { LOSSES, LossName } from "../components/losses.ts";
import type { OptimizerChoice, OPTIMIZERS } from "../components/optimizers.ts";
import type { ScheduleName, SCHEDULES } from "../components/schedules.ts";
import type { Choice, ChoiceOf } from "../components/settings.ts";
import type { LayerParameters } from "../network.ts";

/** The name of an engine. */
export type EngineName = "auto" | "reference" | "wasm";

/** The engines by name. */
export const ENGINE_NAMES: readonly EngineName[] = ["auto", "reference", "wasm"];

/** A layer as a config writes it. */
export interface LayerConfig {
  /** From 1 to 4096. */
  readonly units: number;
  /** A name, or a name with settings: `{ name: "leakyRelu", slope: 0.1 }`. */
  readonly activation: ActivationName | ChoiceOf<typeof ACTIVATIONS>;
  /** Whether each unit has a bias. */
  readonly bias: boolean;
}

/** The config of one training; `parseConfig` fills in the defaults of optional fields. */
export interface TrainConfig {
  /** The path or address of a JSON Schema, for editors; it changes nothing. */
  readonly $schema?: string;
  /** A data set, its name (binary, without the constant column), or its name with options. */
  readonly data:
    | Dataset
    | string
    | (Partial<NamedData> & { readonly name: string })
    | (Partial<GeneratedData> & { readonly name: PointSetName });
  /** The number of inputs, and the layers up to the output. */
  readonly network: { readonly inputs: number; readonly layers: readonly LayerConfig[] };
  /** Initial parameters; if absent, `initializer` draws them from `seed`. */
  readonly parameters?: readonly LayerParameters[];
  /** The seed of initial parameters and shuffled orders. */
  readonly seed?: number | string;
  /** Uniform in (−1, 1) by default. `biases`: one value for all biases, or `"drawn"` to draw them like weights. */
  readonly initializer?: InitializerName | ChoiceOf<typeof INITIALIZERS> & { readonly biases?: number | "drawn" };
  /** Required, but absent for the perceptron rule. `reduction` over the rows of an update: mean by default. */
  readonly loss?: LossName | ChoiceOf<typeof LOSSES> & { readonly reduction?: "mean" | "sum" } | null;
  /** A name with settings; `learningRate` is required. `schedule` changes it from epoch to epoch; constant if absent. */
  readonly optimizer: ChoiceOf<typeof OPTIMIZERS> & {
    readonly schedule?: ScheduleName | ChoiceOf<typeof SCHEDULES>;
  };
  /** Rows per update: 1, all (the default), or a number. */
  readonly batch?: "online" | "full" | number;
  /** Order of the rows in an epoch: as in the data (the default), reshuffled in each epoch, or a permutation. */
  readonly order?: "fixed" | "shuffled" | readonly number[];
  /** Length of the training; exactly one of `epochs` and `steps` is required. */
  readonly epochs?: number;
  /** Length of the training in updates. */
  readonly steps?: number;
  /** Unit of `checkpoints`: epoch by default. */
  readonly unit?: "epoch" | "step";
  /** When to record the parameters; null (the default): only at the end. */
  readonly checkpoints?: readonly number[] | null;
  /** Whether to record the gradient at each checkpoint. */
  readonly gradient?: boolean;
  /** Every 10 epochs by default; a network is solved if all errors are below the tolerance, 0.1 by default. */
  readonly check?: { readonly every?: number; readonly tolerance?: number };
  /** Ends the run at the first check whose largest error is below `maxError`. */
  readonly stop?: { readonly maxError: number } | null;
  /** The engine, for the command line; `trainNetwork` always uses the reference. All engines give the same bits. */
  readonly engine?: EngineName;
}

/** A config with all defaults filled in; TrainConfig documents the fields. */
export interface ResolvedConfig
  extends
    Pick<TrainConfig, "parameters" | "seed" | "epochs" | "steps">,
    Required<Pick<TrainConfig, "batch" | "order" | "unit" | "checkpoints" | "gradient" | "stop">> {
  /** A data set, or its name with all options. */
  readonly data: Dataset | NamedData | GeneratedData;
  /** The number of inputs, and the layers up to the output. */
  readonly network: {
    readonly inputs: number;
    readonly layers: readonly { readonly units: number; readonly activation: Choice; readonly bias: boolean }[];
  };
  /** Distribution of the initial parameters, unless they are given. */
  readonly initializer?: Choice & { readonly biases: number | "drawn" };
  /** Null for the perceptron rule. */
  readonly loss: (Choice & { readonly reduction: "mean" | "sum" }) | null;
  /** The optimiser with all its settings and its schedule, if any. */
  readonly optimizer: OptimizerChoice & { readonly learningRate: number };
  /** Epochs between checks, and the tolerance below which all errors of a solved network are. */
  readonly check: { readonly every: number; readonly tolerance: number };
}
