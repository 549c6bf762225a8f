/** Which language of the front page a reader wants. */
import { MAIN_LANGUAGE } from "../../experiments/words/names.ts";
import { OTHER_LANGUAGES } from "../languages/languages.ts";

/**
 * The address of the front page in the reader's language; undefined if the present page is right.
 *
 * Sent to the page as its own source text, so it must not refer to anything outside. `preferred` are the codes that the
 * browser prefers; `place` is the query and fragment of the address, and anything there means that the reader has chosen.
 */
export function readersPage(
  preferred: readonly string[],
  place: string,
  main: string,
  others: readonly string[],
): string | undefined {
  if (place !== "") return undefined;
  const known = [main, ...others];
  const wanted = preferred.flatMap((code) => [code, code.split("-")[0]!]).find((code) => known.includes(code));
  return wanted === undefined || wanted === main ? undefined : `${wanted}/index.html`;
}

/** The script with which the front page in the main language opens the one in the reader's language. */
export const READERS_LANGUAGE_SCRIPT = `const page=(${readersPage})(navigator.languages,location.search+location.hash,${
  JSON.stringify(MAIN_LANGUAGE)
},${JSON.stringify(OTHER_LANGUAGES)});if(page)location.replace(page);`;
