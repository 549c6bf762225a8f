/** The lines of a journal: a checksum, a space, and a value as JSON. */
import type { Trained } from "../../core/training.ts";
import { sha256Hex } from "../store/files.ts";

/** The results of consecutive runs: every line of a journal but the first, which is its header. */
export interface JournalEntry {
  /** Index of the first run. */
  readonly first: number;
  readonly runs: readonly EncodedResult[];
}

/** A training's result in a form that JSON preserves to the last bit. */
type EncodedResult = ReturnType<typeof encodeResult>;

const NEWLINE = 10;
const CHECKSUM_LENGTH = 16;

/** A value as a line with its checksum. */
export function checksummedLine(value: unknown): string {
  const json = JSON.stringify(value);
  return `${checksumOf(json)} ${json}\n`;
}

/** The values of all lines up to the first that is cut off or does not match its checksum, and their length in bytes. */
export function readLines(bytes: Uint8Array): { readonly values: readonly unknown[]; readonly validLength: number } {
  const values: unknown[] = [];
  let validLength = 0;
  while (true) {
    const end = bytes.indexOf(NEWLINE, validLength);
    if (end < 0) break;
    const line = new TextDecoder().decode(bytes.subarray(validLength, end));
    const json = line.slice(CHECKSUM_LENGTH + 1);
    if (!line.startsWith(`${checksumOf(json)} `)) break;
    values.push(JSON.parse(json));
    validLength = end + 1;
  }
  return { values, validLength };
}

function checksumOf(json: string): string {
  return sha256Hex(json).slice(0, CHECKSUM_LENGTH);
}

/** Encodes a result; −0, NaN and infinities become strings. */
export function encodeResult({ solvedEpoch, snapshots, ...rest }: Trained) {
  const encode = (value: number) => Object.is(value, -0) ? "-0" : Number.isFinite(value) ? value : String(value);
  return {
    ...rest,
    solvedEpoch: solvedEpoch ?? null,
    snapshots: snapshots.map(({ step, parameters }) => ({ step, parameters: parameters.map(encode) })),
  };
}

/** Decodes what `encodeResult` returned. */
export function decodeResult({ solvedEpoch, snapshots, ...rest }: EncodedResult): Trained {
  return {
    ...rest,
    solvedEpoch: solvedEpoch ?? undefined,
    snapshots: snapshots.map(({ step, parameters }) => ({ step, parameters: parameters.map(Number) })),
  };
}
