/** A word quoted for a shell; one with control characters becomes `$'…'` with escapes, so that it stays on one line. */
export function shellQuote(word: string): string {
  if (/^[\w.,=+:@%/-]+$/.test(word)) return word;
  const control = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
  if (word.search(control) < 0) return `'${word.replaceAll("'", `'\\''`)}'`;
  const hexEscapes = (char: string) => new TextEncoder().encode(char).toHex().replaceAll(/../g, "\\x$&");
  return `$'${word.replaceAll(/[\\']/g, "\\$&").replaceAll(control, hexEscapes)}'`;
}
