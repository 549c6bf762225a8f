/** A film: the frames of a training that arrived so far, for all starts. */
import type { LabState } from "../../../wire/lab_state.ts";
import type { FrameArrays, StartRange } from "../worker/messages.ts";

/** All nets at one epoch. */
export interface Frame extends FrameArrays {
  readonly epoch: number;
  /** The number of solved nets. */
  readonly solved: number;
  /** The mean change of the tiles since the previous frame, from 0 to 1. */
  readonly change: number;
}

/** The frames of a training. */
export type Film = ReturnType<typeof createFilm>;

/** How a film is made. */
interface FilmFormat {
  /** Points on a side of a tile. */
  readonly tileSide: number;
  readonly updatesPerEpoch: number;
}

/** Creates a film without frames; `starts` nets are trained. */
export function createFilm(
  state: LabState,
  starts: number,
  epochs: readonly number[],
  { tileSide, updatesPerEpoch }: FilmFormat,
) {
  const frames: Frame[] = [];
  const waiting = new Map<number, { readonly range: StartRange; readonly arrays: FrameArrays }[]>();
  return {
    state,
    starts,
    epochs,
    tileSide,
    updatesPerEpoch,
    frames: frames as readonly Frame[],
    get isComplete() {
      return frames.length === epochs.length;
    },
    /** Adds the nets of some starts; returns whether a frame became complete. Frames arrive in order from each worker. */
    add(frame: number, range: StartRange, arrays: FrameArrays): boolean {
      const parts = [...waiting.get(frame) ?? [], { range, arrays }];
      waiting.set(frame, parts);
      if (parts.reduce((sum, { range: { count } }) => sum + count, 0) < starts) return false;
      waiting.delete(frame);
      const joined = joinParts(parts);
      frames.push({
        ...joined,
        epoch: epochs[frame]!,
        solved: joined.solvedSince.reduce((sum, since) => sum + Number(since === since), 0),
        change: tileChange(frames.at(-1)?.tiles, joined.tiles),
      });
      return true;
    },
  };
}

function joinParts(parts: readonly { readonly range: StartRange; readonly arrays: FrameArrays }[]): FrameArrays {
  if (parts.length === 1) return parts[0]!.arrays;
  const sorted = parts.toSorted((a, b) => a.range.first - b.range.first).map(({ arrays }) => arrays);
  const numbers = (name: Exclude<keyof FrameArrays, "tiles">) => {
    const joined = new Float64Array(sorted.reduce((sum, arrays) => sum + arrays[name].length, 0));
    let at = 0;
    for (const { [name]: array } of sorted) {
      joined.set(array, at);
      at += array.length;
    }
    return joined;
  };
  const tiles = new Uint8Array(sorted.reduce((sum, { tiles }) => sum + tiles.length, 0));
  let at = 0;
  for (const arrays of sorted) {
    tiles.set(arrays.tiles, at);
    at += arrays.tiles.length;
  }
  return {
    parameters: numbers("parameters"),
    tiles,
    losses: numbers("losses"),
    right: numbers("right"),
    testRight: numbers("testRight"),
    solvedSince: numbers("solvedSince"),
  };
}

function tileChange(before: Uint8Array | undefined, after: Uint8Array): number {
  if (!before) return 0;
  let sum = 0;
  for (let i = 0; i < after.length; i++) sum += Math.abs(after[i]! - before[i]!);
  return sum / (255 * after.length);
}

/** The parameters of one net. */
export function parametersOf({ parameters }: Frame, starts: number, start: number): readonly number[] {
  const count = parameters.length / starts;
  return Array.from(parameters.subarray(start * count, (start + 1) * count));
}

/** The epoch since which a net is solved; undefined if it is not. */
export function solvedSinceOf({ solvedSince }: Frame, start: number): number | undefined {
  const since = solvedSince[start]!;
  return Number.isNaN(since) ? undefined : since;
}

/** The epochs since which the nets are solved; undefined for those that are not. */
export function solvedEpochsOf({ solvedSince }: Frame): (number | undefined)[] {
  return Array.from(solvedSince, (since) => Number.isNaN(since) ? undefined : since);
}

/** The index of the last frame at or before an epoch. */
export function frameIndexAt({ epochs }: Pick<Film, "epochs">, epoch: number): number {
  return Math.max(0, epochs.findLastIndex((each) => each <= epoch));
}
