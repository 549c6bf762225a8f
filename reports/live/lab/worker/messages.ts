/** The messages between the page of the lab and its workers. */
import type { Trained } from "../../../../core/training.ts";
import type { LabSeeds, LabState } from "../../../wire/lab_state.ts";

/** A run of consecutive starts. */
export interface StartRange {
  readonly first: number;
  readonly count: number;
}

/** What a worker is asked to train. */
interface Assignment extends StartRange {
  readonly job: number;
  readonly state: LabState;
}

/** Trains nets and reports a frame at each of some epochs. */
export interface FilmRequest extends Assignment {
  readonly type: "film";
  /** The epochs of the frames: ascending, from 0 to the end of the training; fractions within an epoch. */
  readonly epochs: readonly number[];
  /** Points on a side of a tile of the wall. */
  readonly tileSide: number;
  /** Whether all other jobs come before it: nobody waits for its frames. */
  readonly isBehind?: boolean;
}

/** Trains nets to their end and reports the epochs at which they were solved. */
export interface CountRequest extends Assignment {
  readonly type: "count";
}

/** Trains nets to their end and reports their rows. */
export interface RowsRequest extends Assignment {
  readonly type: "rows";
}

/** Trains nets to their end and reports how they ended. */
export interface EndsRequest extends Assignment {
  readonly type: "ends";
  /** The columns of the rows whose digests are wanted, and the values of those that are factors. */
  readonly columns: readonly string[];
  readonly levels: Readonly<Record<string, string>>;
}

/** How a net ended. */
export interface NetEnd extends Pick<Trained, "status" | "solvedEpoch"> {
  /** Epochs trained. */
  readonly epochs: number;
  /** The digest of its row. */
  readonly digest: string;
}

/** Evaluates one net over the plane of two inputs. */
export interface PlaneRequest {
  readonly type: "plane";
  readonly job: number;
  readonly state: LabState;
  readonly parameters: readonly number[];
  /** Whether the outputs of the hidden units are wanted, too. */
  readonly withUnits: boolean;
  /** The values of inputs that the plane holds constant. */
  readonly held: ReadonlyMap<number, number>;
}

/** A message to a worker. */
export type LabRequest =
  | { readonly type: "start"; readonly seeds: LabSeeds }
  | FilmRequest
  | CountRequest
  | RowsRequest
  | EndsRequest
  | PlaneRequest
  | { readonly type: "cancel"; readonly job: number }
  /** Suspends films, or lets them go on. */
  | { readonly type: "suspend"; readonly isSuspended: boolean };

/** Nets at one epoch; arrays are ordered by start. */
export interface FrameArrays {
  /** The flat lists of parameters, one after the other. */
  readonly parameters: Float64Array<ArrayBuffer>;
  /** The outputs over the plane, row by row from the bottom; see `tileBytes`. */
  readonly tiles: Uint8Array<ArrayBuffer>;
  /** The loss over the training data. */
  readonly losses: Float64Array<ArrayBuffer>;
  /** The fraction of training rows that are classified right; empty for truth tables. */
  readonly right: Float64Array<ArrayBuffer>;
  /** The fraction of test rows that are classified right; empty if there are none. */
  readonly testRight: Float64Array<ArrayBuffer>;
  /** In epochs: the earliest check such that it and all later ones so far were solved; NaN if the last one was not. */
  readonly solvedSince: Float64Array<ArrayBuffer>;
}

/** A message from a worker; `job` is that of the request. */
export type LabResponse =
  | { readonly type: "ready"; readonly hasWebAssembly: boolean }
  | { readonly type: "frame"; readonly job: number; readonly frame: number; readonly arrays: FrameArrays }
  | { readonly type: "counted"; readonly job: number; readonly solvedEpochs: readonly (number | undefined)[] }
  | { readonly type: "rows"; readonly job: number; readonly text: string }
  | { readonly type: "ends"; readonly job: number; readonly ends: readonly NetEnd[] }
  | { readonly type: "plane"; readonly job: number; readonly plane: PlaneOutputs }
  | { readonly type: "failed"; readonly job: number; readonly message: string };

/** The outputs of a net over a plane: point by point, row by row from the bottom. */
export interface PlaneOutputs {
  /** The probabilities that the output represents. */
  readonly surface: Float64Array;
  /** The outputs of the hidden units by layer and unit; undefined if they were not wanted. */
  readonly units: readonly (readonly Float64Array[])[] | undefined;
}

/** The byte of a tile that stands for an output that is not finite. */
export const NOT_FINITE_BYTE = 255;
/** The byte of a tile that stands for an output of 1 or more; that of 0 or less is 0. */
export const MAX_TILE_BYTE = 254;

function tileByte(output: number): number {
  if (output >= 0 && output <= 1) return MAX_TILE_BYTE * output + 0.5 | 0;
  return Number.isFinite(output) ? output < 0 ? 0 : MAX_TILE_BYTE : NOT_FINITE_BYTE;
}

/** Outputs as bytes of tiles. */
export function tileBytes(outputs: Float64Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(outputs.length);
  // a loop: `Uint8Array.from` takes twenty times as long
  for (let i = 0; i < outputs.length; i++) {
    bytes[i] = tileByte(outputs[i]!);
  }
  return bytes;
}
