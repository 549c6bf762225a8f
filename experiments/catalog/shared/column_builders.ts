/** Columns of further tables. */

/** A column of text. */
export function textColumn(meaning: string) {
  return { type: "string", meaning } as const;
}

/** A column of whole numbers. */
export function integerColumn(meaning: string, unit?: string) {
  return { type: "integer", ...(unit && { unit }), meaning } as const;
}

/** A column of numbers. */
export function numberColumn(meaning: string, unit?: string) {
  return { type: "number", ...(unit && { unit }), meaning } as const;
}
