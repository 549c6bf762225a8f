/** Bytes as text, where they are such. */
import { InputError } from "../../core/input/input_error.ts";

const LINE_END = 10;

/** The text that bytes are, a byte order mark included; throws an InputError that names the first line that is none. */
export function textOf(bytes: Uint8Array, what: string): string {
  const text = decoded(bytes);
  if (text !== undefined) return text;
  let line = 1, from = 0;
  for (let end = 0; (end = bytes.indexOf(LINE_END, from)) >= 0; from = end + 1) {
    if (decoded(bytes.subarray(from, end)) === undefined) break;
    line++;
  }
  throw new InputError({ file: what, rule: `must be UTF-8 text, but line ${line} is not` });
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
