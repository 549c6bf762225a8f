/** Strict UTF-8 decoding. */
import { InputError } from "../../core/input/input_error.ts";

const LINE_FEED = 10;

/** Decodes UTF-8 and keeps a byte order mark; throws an InputError that names the first line that is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, file: string): string {
  const text = tryDecode(bytes);
  if (text !== undefined) return text;
  let line = 1;
  for (let from = 0, end; (end = bytes.indexOf(LINE_FEED, from)) >= 0; from = end + 1) {
    if (tryDecode(bytes.subarray(from, end)) === undefined) break;
    line++;
  }
  throw new InputError({ file, rule: `must be UTF-8 text, but line ${line} is not` });
}

function tryDecode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
