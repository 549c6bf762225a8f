/** Tables as they are stored. */
import type { ColumnTable } from "../claims/column_table.ts";
import type { Table } from "./tables.ts";

/** A file's content. */
export interface Content {
  /** Its length in bytes. */
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Its bytes piece by piece; each piece may be overwritten by the next. */
  readonly pieces: () => Iterable<Uint8Array>;
  /** All of it, where it is in memory and a string can hold it. */
  readonly text?: string | undefined;
  /** Where it is on the disk, if it is there. */
  readonly path?: string;
}

/** A table as it is stored. Its rows are made when they are asked for: those of a large table would fill the memory. */
export interface StoredTable extends Table {
  /** Its CSV text. */
  readonly content: Content;
  /** Its columns. */
  readonly columnTable: ColumnTable;
}
