/** Builds the typed columns of a table field by field, as CSV holds them. */
import type { ColumnValues } from "../../claims/column_table.ts";
import type { Column } from "../../define/columns.ts";

/** A column that grows. */
export interface ColumnBuilder {
  /** Adds a field; false if it is not what `csvOf` writes for a value of the column's type. */
  readonly add: (field: string) => boolean;
  /** The values; undefined if they were not kept. */
  readonly finish: () => ColumnValues | undefined;
}

/** A column of a type; without `isKept` fields are checked only. */
export function columnBuilder(type: Column["type"], isKept: boolean): ColumnBuilder {
  return BUILDERS[type](isKept);
}

const BUILDERS: Readonly<Record<Column["type"], (isKept: boolean) => ColumnBuilder>> = {
  string: (isKept) => {
    const codes = growing(Int32Array, isKept);
    const codeByWord = new Map<string, number>();
    let last = "";
    let lastCode = -1;
    return {
      add: (field) => {
        if (field !== last && isKept) {
          last = field;
          lastCode = field === "" ? -1 : codeByWord.get(field) ?? codeByWord.size;
          if (lastCode === codeByWord.size) codeByWord.set(field, lastCode);
        }
        codes.push(lastCode);
        return true;
      },
      finish: () => isKept ? { type: "text", codes: codes.finish(), words: [...codeByWord.keys()] } : undefined,
    };
  },
  boolean: (isKept) => {
    const values = growing(Int8Array, isKept);
    return {
      add: (field) => {
        const value = field === "true" ? 1 : field === "false" ? 0 : -1;
        values.push(value);
        return value >= 0 || field === "";
      },
      finish: () => isKept ? { type: "boolean", values: values.finish() } : undefined,
    };
  },
  number: (isKept) => numberBuilder(isKept, Number.isFinite),
  integer: (isKept) => numberBuilder(isKept, Number.isSafeInteger),
};

function numberBuilder(isKept: boolean, isValid: (value: number) => boolean): ColumnBuilder {
  const values = growing(Float64Array, isKept);
  return {
    add: (field) => {
      if (field === "") {
        values.push(NaN);
        return true;
      }
      const value = Number(field);
      values.push(value);
      return isValid(value) && String(value) === field;
    },
    finish: () => isKept ? { type: "number", values: values.finish() } : undefined,
  };
}

type Values = Int8Array | Int32Array | Float64Array;

/** An array that doubles its length when it is full; not kept, it stays empty. */
function growing<V extends Values>(kind: { new (length: number): V }, isKept: boolean) {
  let values = new kind(isKept ? 1024 : 0);
  let length = 0;
  return {
    push: (value: number): void => {
      if (!isKept) return;
      if (length === values.length) {
        const larger = new kind(2 * length);
        larger.set(values);
        values = larger;
      }
      values[length++] = value;
    },
    finish: (): V => values.slice(0, length) as V,
  };
}
