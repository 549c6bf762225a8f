/** One name or several, or none. */
export type Names = string | readonly string[] | undefined;

/** Other names of a flag. */
export type Aliases = Readonly<Record<string, string | readonly string[]>>;

/** What `parseArgs` may be told. */
export interface ParseOptions<
  TBooleans extends boolean | string | undefined = boolean | string | undefined,
  TStrings extends string | undefined = string | undefined,
  TCollectable extends string | undefined = string | undefined,
  TNegatable extends string | undefined = string | undefined,
  TDefaults extends Record<string, unknown> | undefined =
    | Record<string, unknown>
    | undefined,
  TAliases extends Aliases | undefined = Aliases | undefined,
  TDoubleDash extends boolean | undefined = boolean | undefined,
> {
  /** Whether the words after `--` go under `--`; by default they go under `_`. */
  "--"?: TDoubleDash;
  /** Other names of flags; what is said of a flag holds for all its names. */
  alias?: TAliases;
  /** Flags that take no value and are false by default; `true`: all long flags without `=`. */
  boolean?: TBooleans | readonly Extract<TBooleans, string>[];
  /** Values of flags that do not occur. */
  default?: TDefaults & Record<string, unknown>;
  /** Whether to take all words after the first that is no flag as they are. */
  stopEarly?: boolean;
  /** Flags whose values stay text; `_`: the words that are no flags. */
  string?: TStrings | readonly Extract<TStrings, string>[];
  /** Flags whose values are gathered in an array; of others the last value counts. */
  collect?: TCollectable | readonly Extract<TCollectable, string>[];
  /** Flags that `--no-name` sets to false. */
  negatable?: TNegatable | readonly Extract<TNegatable, string>[];
  /** Called with each word, flag and value that the options do not name; where it returns false, they are left out. */
  unknown?: (arg: string, key?: string, value?: unknown) => unknown;
}

/** What `parseArgs` returns. */
export type Args<
  // deno-lint-ignore no-explicit-any
  TArgs extends Record<string, unknown> = Record<string, any>,
  TDoubleDash extends boolean | undefined = undefined,
> = Flat<
  & TArgs
  & { _: (string | number)[] }
  & (boolean extends TDoubleDash ? { "--"?: string[] }
    : true extends TDoubleDash ? { "--": string[] }
    : unknown)
>;

type Flat<T> = { [K in keyof T]: T[K] };

/** The flags that the options name, with their types; any flag at all where they name none. */
export type Values<B, S, C, N, D, A> = [IsAbsent<B>, IsAbsent<S>, IsAbsent<C>] extends [true, true, true]
  // deno-lint-ignore no-explicit-any
  ? Record<string, any>
  :
    & Record<string, unknown>
    & WithAliases<WithDefaults<Flags<Text<B>, Text<S>, Text<C>, N>, D>, A>;

type IsAbsent<T> = [Extract<T, false | undefined>] extends [never] ? false : true;

type Text<T> = Extract<T, string>;

type Flags<B extends string, S extends string, C extends string, N> =
  & { [K in Exclude<S, C>]?: string | Off<K, N> }
  & { [K in Extract<S, C>]: string[] | Off<K, N> }
  & { [K in Exclude<B, C>]: boolean }
  & { [K in Extract<B, C>]: boolean[] }
  & { [K in Exclude<C, S | B>]: unknown[] | Off<K, N> };

type Off<K, N> = K extends N ? false : never;

type WithDefaults<T, D> = D extends undefined ? T
  :
    & Omit<T, keyof D>
    & {
      [K in keyof D]: K extends keyof T ? D[K] | NonNullable<T[K]> : unknown;
    };

type WithAliases<T, A> = { [K in keyof T as K | AliasOf<K, A>]: T[K] };

type AliasOf<K, A> = K extends keyof A ? string extends A[K] ? never
  : A[K] extends string ? A[K]
  : A[K] extends readonly (infer X extends string)[] ? X
  : never
  : never;
