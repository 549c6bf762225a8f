/** Limits that several experiments share. */

/** The limit of experiments whose runs end when they are solved. */
export const ENDED_EARLY = "A run ends at the first check that it passes; whether it would stay solved is not known.";

/** The limit of claims made after a first run had shown the effect, such as "that SiLU comes first". */
export function postHocLimit(what: string): string {
  return `We saw in a first run ${what}, and claimed it then; --suite-seed with another text tests it on new runs.`;
}
