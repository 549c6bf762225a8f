/**
 * The contract of the three packages of the standard library, as far as the suite relies on it.
 *
 * The fixture records calls of the real packages with their results or errors. The tests import the packages by name, so
 * they run against the adapters in `std/` and against the real packages alike. They compare printed text rather than use
 * the assertions under test.
 */
import * as assertions from "@std/assert";
import { parseArgs, type ParseOptions } from "@std/cli";
import { ProgressBar, type ProgressBarFormatter } from "@std/cli/unstable-progress-bar";
import { parse, stringify } from "@std/csv";
import fixture from "../fixtures/std_behaviour.json" with { type: "json" };

/** The recorded outcome of a call. */
interface RecordedOutcome {
  readonly result?: unknown;
  readonly throws?: string;
  readonly message?: string;
}

interface AssertCase extends RecordedOutcome {
  readonly call: string;
  readonly args?: readonly unknown[];
  /** Describes a call with a function as its argument, see `DESCRIBED_CALLS`. */
  readonly what?: string;
}

/** The result of a call, or the class and the message of its error without colours. */
type Outcome = { readonly result: unknown } | { readonly throws: string; readonly message: string };

async function outcomeOf(call: () => unknown): Promise<Outcome> {
  try {
    return { result: await call() };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // deno-lint-ignore no-control-regex
    return { throws: error.constructor.name, message: error.message.replace(/\x1b\[\d+m/g, "") };
  }
}

function expectedOutcome(recorded: RecordedOutcome): Outcome {
  return recorded.throws === undefined
    ? { result: decode(recorded.result) }
    : { throws: recorded.throws, message: recorded.message ?? "" };
}

/** Decoders of values that JSON lacks, by the key of the object that stands for one. */
const DECODERS: Readonly<Record<string, (content: never) => unknown>> = {
  $undefined: () => undefined,
  $number: (text: string) => Number(text),
  $date: (text: string) => new Date(text),
  $map: (entries: [unknown, unknown][]) => new Map(entries.map((entry) => [decode(entry[0]), decode(entry[1])])),
  $set: (members: unknown[]) => new Set(members.map(decode)),
  $float64: (numbers: unknown[]) => new Float64Array(numbers.map((number) => decode(number) as number)),
  $regexp: (text: string) => new RegExp(text.slice(1, -1)),
};

function decode(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(decode);
  const [key, content] = Object.entries(value)[0] ?? [];
  const decoder = DECODERS[key ?? ""];
  if (decoder) return decoder(content as never);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, decode(item)]));
}

function print(value: unknown): string {
  return Deno.inspect(value, { depth: Infinity, sorted: true, iterableLimit: Infinity, strAbbreviateSize: Infinity });
}

function expectSame(what: string, actual: unknown, expected: unknown): void {
  if (print(actual) === print(expected)) return;
  throw new Error(`${what}\nmust be ${print(expected)}\nbut is  ${print(actual)}`);
}

/** Makes recorded calls again. */
async function replay<C extends RecordedOutcome>(cases: readonly C[], call: (recorded: C) => unknown): Promise<void> {
  for (const recorded of cases) {
    const outcome = await outcomeOf(() => call(recorded));
    expectSame(`Case ${JSON.stringify(recorded)}`, outcome, expectedOutcome(recorded));
  }
}

/** The calls that the fixture describes, because their arguments are functions. */
const DESCRIBED_CALLS: Readonly<Record<string, () => unknown>> = {
  "fn throws TypeError('bad x'), expects TypeError, 'bad'": () =>
    assertions.assertThrows(throwing(new TypeError("bad x")), TypeError, "bad").message,
  "fn does not throw": () => assertions.assertThrows(() => {}, Error),
  "fn throws RangeError('no'), expects TypeError": () =>
    assertions.assertThrows(throwing(new RangeError("no")), TypeError),
  "fn throws Error('no'), expects Error including 'yes'": () =>
    assertions.assertThrows(throwing(new Error("no")), Error, "yes"),
  "fn throws the string 'x'": () => assertions.assertThrows(throwing("x"), Error),
  "fn throws TypeError, expects Error (a superclass)": () =>
    assertions.assertThrows(throwing(new TypeError("x")), Error).name,
  "rejects with TypeError('bad')": async () =>
    (await assertions.assertRejects(() => Promise.reject(new TypeError("bad")), TypeError)).message,
  "resolves": () => assertions.assertRejects(() => Promise.resolve(), Error),
  "throws synchronously Error('s')": () => assertions.assertRejects(throwing(new Error("s")), Error),
  "rejects RangeError, expects TypeError": () =>
    assertions.assertRejects(() => Promise.reject(new RangeError("x")), TypeError),
};

function throwing(thrown: unknown): () => never {
  return () => {
    throw thrown;
  };
}

Deno.test("@std/assert returns and throws as recorded", async () => {
  const functions: Readonly<Record<string, unknown>> = assertions;
  await replay(fixture.assert as readonly AssertCase[], ({ call, args = [], what, message }) => {
    if (what !== undefined) return DESCRIBED_CALLS[what]!();
    const values = args.map(decode);
    // JSON has no holes in arrays and writes them as null.
    if (message?.includes("<1 empty item>")) delete (values[0] as unknown[])[0];
    return (functions[call] as (...args: unknown[]) => unknown)(...values);
  });
});

Deno.test("assertEquals shows every changed line among the common ones", async () => {
  const outcome = await outcomeOf(() => assertions.assertEquals([1, 2, 3, 4, 5], [1, 9, 3, 5, 6]));
  const lines = ["    [", "      1,", "-     2,", "+     9,", "      3,", "-     4,", "      5,", "+     6,", "    ]"];
  const message = `Values are not equal.\n\n\n    [Diff] Actual / Expected\n\n\n${lines.join("\n")}\n`;
  expectSame("The outcome", outcome, { throws: "AssertionError", message });
});

Deno.test("assertEquals and assertNotEquals compare instances by class and properties", async () => {
  class Point {
    constructor(readonly x: number, readonly y: number) {}
  }
  const pairs: readonly (readonly [unknown, unknown, boolean])[] = [
    [new Point(1, 2), new Point(1, 2), true],
    [new Point(1, 2), new Point(2, 1), false],
    [new Point(1, 2), { x: 1, y: 2 }, false],
    [Object.assign(Object.create(null), { x: 1 }), { x: 1 }, true],
    [new Set([{ a: 1 }, { b: 2 }]), new Set([{ b: 2 }, { a: 1 }]), true],
    [new Map([[{ a: 1 }, 1]]), new Map([[{ a: 1 }, 2]]), false],
    [new Uint8Array([1, 2]), new Int8Array([1, 2]), false],
    [new Uint8Array([1, 2]).buffer, new Uint8Array([1, 3]).buffer, false],
    [new Date(NaN), new Date(NaN), true],
    [/a/g, /a/, false],
  ];
  for (const [a, b, areEqual] of pairs) {
    const equal = await outcomeOf(() => assertions.assertEquals(a, b));
    const unequal = await outcomeOf(() => assertions.assertNotEquals(a, b));
    expectSame(`${print(a)} and ${print(b)}`, ["result" in equal, "result" in unequal], [areEqual, !areEqual]);
  }
});

Deno.test("parseArgs returns as recorded", async () => {
  const cases = fixture.parseArgs as readonly (RecordedOutcome & { argv: string[]; options: ParseOptions | null })[];
  await replay(cases, ({ argv, options }) => parseArgs(argv, options ?? undefined));
});

Deno.test("parseArgs reports words that the options do not name as recorded", () => {
  const { argv, options, calls } = fixture.parseArgsUnknown;
  const reported: unknown[][] = [];
  parseArgs(argv, { ...options, unknown: (arg, key, value) => reported.push([arg, key ?? null, value]) });
  expectSame("The calls", reported, decode(calls));
});

Deno.test("parseArgs takes the text after = as the value, even the empty text", () => {
  expectSame("--foo= bar", parseArgs(["--foo=", "bar"]), { _: ["bar"], foo: "" });
  expectSame("-abc=", parseArgs(["-abc="]), { _: [], a: true, b: true, c: "" });
  expectSame("-n5 -f=a=b", parseArgs(["-n5", "-f=a=b"]), { _: [], n: 5, f: "a=b" });
});

Deno.test("parseArgs has the types of the flags that the options name", () => {
  const flags = parseArgs(["--out=d", "-s", "a=1"], {
    string: ["out", "set", "jobs"],
    boolean: ["json"],
    collect: ["set"],
    default: { jobs: "4" },
    alias: { set: "s" },
    unknown: () => false,
  });
  const typed: {
    readonly out: string | undefined;
    readonly set: readonly string[];
    readonly jobs: string;
    readonly words: readonly (string | number)[];
  } = {
    out: flags.out,
    set: flags.set,
    jobs: flags.jobs,
    words: flags._,
  };
  expectSame("The flags", typed, {
    out: "d",
    set: ["a=1"],
    jobs: "4",
    words: [],
  });
});

Deno.test("parse of @std/csv returns and throws as recorded", async () => {
  await replay(fixture.csvParse as readonly (RecordedOutcome & { text: string })[], ({ text }) => parse(text));
});

Deno.test("parse of @std/csv reads quoted fields over several lines, up to CRLF", () => {
  const text = '"a,""b""","c\r\nd",\r\n\r\n"",e,"f"';
  expectSame("The records", parse(text), [['a,"b"', "c\nd", ""], ["", "e", "f"]]);
});

Deno.test("stringify of @std/csv returns as recorded", async () => {
  const cases = fixture.csvStringify as readonly (RecordedOutcome & { data: unknown[][] })[];
  await replay(cases, ({ data }) => stringify(data));
});

Deno.test("stringify of @std/csv quotes commas, quotation marks and line feeds, and omits what is missing", () => {
  const values = [null, undefined, NaN, -0, true, 1e21, { b: 2 }, "x,y", 'q"q', "l\nl", " s ", "", "\r"];
  const text = ',,NaN,0,true,1e+21,"{""b"":2}","x,y","q""q","l\nl", s ,,\r\r\n';
  expectSame("The text", stringify([values]), text);
});

/** A progress bar whose output can be read once it has ended. */
function drawnBar(options: Omit<ConstructorParameters<typeof ProgressBar>[0], "writable">) {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const bar = new ProgressBar({ ...options, writable, barLength: 8 });
  return { bar, writable, text: new Response(readable as BodyInit).text() };
}

const CLEAR_LINE = "\r\x1b[K";

Deno.test("ProgressBar draws at once and when it stops, and passes its state to the formatter", async () => {
  const states: ProgressBarFormatter[] = [];
  const { bar, text } = drawnBar({
    max: 4,
    value: 1,
    keepOpen: false,
    formatter(line) {
      states.push(line);
      return `${line.progressBar} ${line.value}/${line.max}`;
    },
  });
  expectSame("The number of drawings at the start", states.length, 1);
  bar.value = 4;
  bar.max = 8;
  await bar.stop();
  expectSame("The output", await text, `${CLEAR_LINE}##------ 1/4${CLEAR_LINE}####---- 4/8\n`);
  const fields = ["styledTime", "styledData", "progressBar", "time", "previousTime", "value", "previousValue", "max"];
  for (const line of states) {
    expectSame("The missing fields", fields.filter((field) => !(field in line)), []);
    expectSame("The form of the time", /^\d\d:\d\d$/.test(line.styledTime), true);
  }
});

Deno.test("ProgressBar draws again at each interval and passes the previous value", async () => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let drawings = 0;
  const { bar, text } = drawnBar({
    max: 9,
    interval: 1,
    keepOpen: false,
    formatter({ previousValue }) {
      if (previousValue === 5) resolve();
      if (++drawings === 1000) reject(new Error("The value drawn last has not become 5 in 1000 drawings"));
      return "";
    },
  });
  bar.value = 5;
  await promise;
  await bar.stop();
  await text;
});

Deno.test("ProgressBar by default draws time, bar and size and leaves the stream open", async () => {
  const { bar, writable, text } = drawnBar({ max: 2048, value: 1024 });
  await bar.stop();
  const writer = writable.getWriter();
  await writer.write(new TextEncoder().encode("after"));
  await writer.close();
  const line = "####----] [1.00/2.00 KiB]";
  const expected = `${CLEAR_LINE}[MM:SS] [${line}${CLEAR_LINE}[MM:SS] [${line}\nafter`;
  expectSame("The output", (await text).replace(/\d\d:\d\d/g, "MM:SS"), expected);
});

Deno.test("ProgressBar removes its line on stop if clear is set", async () => {
  const { bar, text } = drawnBar({ max: 1, clear: true, keepOpen: false, formatter: () => "line" });
  await bar.stop();
  expectSame("The output", await text, `${CLEAR_LINE}line${CLEAR_LINE}`);
});
