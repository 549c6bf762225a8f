/** Escaping, so that a message stays on one line. */

/** A text whose line breaks and other control characters are escaped as in JSON. */
export function escapeControlCharacters(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (character) => {
    const json = JSON.stringify(character).slice(1, -1);
    return json === character ? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}` : json;
  });
}
