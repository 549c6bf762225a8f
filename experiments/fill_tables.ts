/** Fills the tables of a plan from results in the plan's order, of which only as many are in memory as a table needs. */
import { prepare } from "../core/train_network.ts";
import type { Trained, Training } from "../core/training.ts";
import type { Row } from "./define/columns.ts";
import type { Outcome, Run } from "./define/run.ts";
import type { EarlierTables, FurtherTable, TableNeeds } from "./define/tables.ts";
import { configOf, type Plan, runOf } from "./plan.ts";
import { checkKey, definitionsOf, schemaOf } from "./records.ts";

/** Receives rows of a table, in order. */
export type WriteRows = (table: string, rows: readonly Row[]) => void;

/** Runs whose rows are computed together, where each row follows from one run. */
const CHUNK = 512;

/** When the rows of a table can be computed: after each chunk of runs, after each setting, or at the end. */
const EXTENTS: Readonly<Record<TableNeeds, number>> = { run: 0, setting: 1, all: 2, tables: 2 };

interface Definition {
  readonly name: string;
  readonly table: FurtherTable;
  /** See `EXTENTS`. */
  readonly extent: number;
  /** Whether the table is that of an experiment, and may look at the initial parameters. */
  readonly isFurther: boolean;
}

/**
 * Computes the tables of a plan except claims: all of them, or those named.
 *
 * Throws a RangeError if a table reads one that is not listed before it or needs more outcomes, or if two rows have the
 * same key.
 */
export function fillTables(
  plan: Plan,
  results: Iterable<Trained>,
  write: WriteRows,
  isWanted: (name: string) => boolean = () => true,
  chunkSize = CHUNK,
): void {
  const filler = new TableFiller(plan, write, isWanted);
  const iterator = results[Symbol.iterator]();
  for (const [cell, { replicates }] of plan.cells.entries()) {
    for (let from = 0; from < replicates; from += chunkSize) {
      const to = Math.min(replicates, from + chunkSize);
      const chunk: Trained[] = [];
      for (let replicate = from; replicate < to; replicate++) chunk.push(iterator.next().value as Trained);
      filler.addRuns(cell, from, chunk);
    }
    filler.finishExtent(1);
  }
  filler.finishExtent(2);
}

class TableFiller {
  readonly #plan: Plan;
  readonly #write: WriteRows;
  readonly #isWanted: (name: string) => boolean;
  readonly #definitions: readonly Definition[];
  /** For each extent the outcomes and the rows of tables so far; undefined where no table needs them. */
  readonly #open: ({ outcomes: Outcome[]; rows: Map<unknown, Row[]> } | undefined)[];
  /** Whether the outcomes of all runs must be in memory together. */
  readonly #needsAll: boolean;
  readonly #keys = new Map<string, Map<string, number>>();
  readonly #counts = new Map<string, number>();

  constructor(plan: Plan, write: WriteRows, isWanted: (name: string) => boolean) {
    this.#plan = plan;
    this.#write = write;
    this.#isWanted = isWanted;
    const { tables } = plan.experiment;
    this.#definitions = Object.entries(definitionsOf(plan)).map(([name, table]) => {
      const isFurther = Object.hasOwn(tables, name);
      return { name, table, isFurther, extent: EXTENTS[table.needs ?? "all"] };
    }).filter(({ name, isFurther }) => isFurther || isWanted(name));
    const further = this.#definitions.filter(({ isFurther }) => isFurther);
    const needed = [0, 1, 2].map((extent) => further.some((each) => each.extent === extent));
    this.#needsAll = further.some(({ table: { needs = "all" } }) => needs === "all");
    this.#open = needed.map((isNeeded) => isNeeded ? { outcomes: [], rows: new Map() } : undefined);
  }

  /** Adds the results of consecutive replicates of a cell. */
  addRuns(cell: number, from: number, results: readonly Trained[]): void {
    const plan = this.#plan;
    const isNeeded = this.#needsAll || this.#open.slice(0, 2).some((open) => open);
    const outcomes = isNeeded ? results.map((trained, i) => new RunOutcome(plan, cell, from + i, trained)) : [];
    for (const [extent, open] of this.#open.entries()) {
      if (open && (extent < 2 || this.#needsAll)) { for (const outcome of outcomes) open.outcomes.push(outcome); }
    }
    const builtIn = this.#definitions.filter(({ isFurther }) => !isFurther);
    if (builtIn.length > 0) {
      const shared = sharedOutcomes(plan, cell, from, results);
      for (const { name, table } of builtIn) this.#write(name, table.rows(shared, noTables) as readonly Row[]);
    }
    this.finishExtent(0);
  }

  /** Computes the tables that need outcomes of an extent, now that these are complete. */
  finishExtent(extent: number): void {
    const open = this.#open[extent];
    if (!open) return;
    for (const [place, definition] of this.#definitions.entries()) {
      if (!definition.isFurther || definition.extent !== extent) continue;
      const { name, table } = definition;
      const rows = table.rows(open.outcomes, this.#earlierThan(place, open.rows)) as readonly Row[];
      this.#addKeys(name, table, rows);
      if (this.#isWanted(name)) this.#write(name, rows);
      for (const outer of this.#open.slice(extent)) {
        if (!outer) continue;
        const known = outer.rows.get(table) ?? [];
        outer.rows.set(table, known);
        for (const row of rows) known.push(row);
      }
    }
    this.#open[extent] = { outcomes: [], rows: new Map() };
  }

  #earlierThan(place: number, rows: ReadonlyMap<unknown, Row[]>): EarlierTables {
    const { name, extent } = this.#definitions[place]!;
    const earlier = (table: unknown): readonly Row[] => {
      const found = this.#definitions.findIndex((each) => each.table === table);
      if (found < 0 || found >= place) {
        throw new RangeError(`Cannot compute table "${name}": it reads a table that is not listed before it`);
      }
      if (this.#definitions[found]!.extent > extent) {
        throw new RangeError(`Cannot compute table "${name}": it reads a table that needs more outcomes than itself`);
      }
      return rows.get(table) ?? [];
    };
    return earlier as EarlierTables;
  }

  #addKeys(name: string, table: FurtherTable, rows: readonly Row[]): void {
    const keys = this.#keys.get(name) ?? new Map();
    const count = this.#counts.get(name) ?? 0;
    this.#keys.set(name, keys);
    this.#counts.set(name, count + rows.length);
    checkKey({ ...schemaOf(name, table), rows }, keys, count);
  }
}

/** The outcome that was asked for its run last, with what was made of it: a config and a training need much memory. */
let latest: { readonly outcome: RunOutcome; readonly run: Run; training?: Training } | undefined;

/** A run that has been trained; its config and training are made when they are asked for. */
class RunOutcome implements Outcome {
  constructor(
    readonly plan: Plan,
    readonly cell: number,
    readonly replicate: number,
    readonly trained: Trained,
  ) {}

  get run(): Run {
    return this.#latest().run;
  }

  get training(): Training {
    const latest = this.#latest();
    return latest.training ??= prepare(latest.run.config);
  }

  #latest() {
    if (latest?.outcome !== this) latest = { outcome: this, run: runOf(this.plan, this.cell, this.replicate) };
    return latest;
  }
}

/** The outcomes of consecutive replicates of a cell, which share a training: its initial parameters are of none of them. */
function sharedOutcomes(plan: Plan, cell: number, from: number, results: readonly Trained[]): Outcome[] {
  const { levels } = plan.cells[cell]!;
  let config = configOf(plan, cell, from);
  let training = prepare(config);
  return results.map((trained, i) => {
    const replicate = from + i;
    const own = configOf(plan, cell, replicate);
    if (own !== config) {
      config = own;
      training = prepare(config);
    }
    return { run: { cell, levels, replicate, config }, training, trained };
  });
}

const noTables: EarlierTables = () => {
  throw new RangeError("The tables of runs read no others");
};
