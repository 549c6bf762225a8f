/** The state that an optimiser carries from update to update: declared by name, stored as one flat list. */

/** A field of an optimiser's state: one number per parameter, or one number per network. */
export interface StateField {
  /** What it has one number for. */
  readonly per: "parameter" | "network";
  /** Its value before the first update. */
  readonly initial: number;
}

/** The fields of an optimiser's state by name, in the order of the flat list. */
export type StateFields = Readonly<Record<string, StateField>>;

/** The state of an optimiser: a list where the field has one number per parameter, a single value otherwise. */
export type OptimizerState<T, F extends StateFields = StateFields> = {
  readonly [K in keyof F]: { readonly parameter: readonly T[]; readonly network: T }[F[K]["per"]];
};

/** All that an update changes. */
export interface TrainingState<T, F extends StateFields = StateFields> {
  /** The flat list of the network. */
  readonly parameters: readonly T[];
  /** The state of the optimiser. */
  readonly optimizerState: OptimizerState<T, F>;
}

/** The flat list of a state before the first update. */
export function initialStateList(fields: StateFields, parameterCount: number): number[] {
  return Object.values(fields).flatMap(({ per, initial }) =>
    new Array<number>(per === "parameter" ? parameterCount : 1).fill(initial)
  );
}

/** The state before the first update. */
export function initialState(fields: StateFields, parameterCount: number): OptimizerState<number> {
  return unflattenState(fields, parameterCount, initialStateList(fields, parameterCount));
}

/** Concatenates the fields of a state in their declared order. */
export function flattenState<T>(fields: StateFields, state: OptimizerState<T>): T[] {
  return Object.keys(fields).flatMap((name) => state[name] as T | T[]);
}

/** Splits the flat list of a state into its fields; inverse of `flattenState`. */
export function unflattenState<T>(fields: StateFields, parameterCount: number, list: readonly T[]): OptimizerState<T> {
  let next = 0;
  const entries = Object.entries(fields).map(([name, { per }]) => {
    const value = per === "network" ? list[next++]! : list.slice(next, next += parameterCount);
    return [name, value] as const;
  });
  return Object.fromEntries(entries);
}

/** Parameters and optimiser state as one flat list. */
export function flattenTrainingState<T>(fields: StateFields, { parameters, optimizerState }: TrainingState<T>): T[] {
  return [...parameters, ...flattenState(fields, optimizerState)];
}

/** Inverse of `flattenTrainingState`. */
export function unflattenTrainingState<T>(
  fields: StateFields,
  parameterCount: number,
  list: readonly T[],
): TrainingState<T> {
  return {
    parameters: list.slice(0, parameterCount),
    optimizerState: unflattenState(fields, parameterCount, list.slice(parameterCount)),
  };
}
