import { assertEquals, assertThrows } from "@std/assert";
import { parseCall } from "../../../command/cli/arguments.ts";
import type { OptionName } from "../../../command/cli/options.ts";
import { InputError } from "../../../core/input/input_error.ts";

const SIGNATURES = {
  run: {
    operands: { usage: "[ID or GLOB]…", min: 0, max: Infinity },
    options: ["seeds", "epochs", "set", "suite-seed", "jobs", "engine", "quiet", "json"] as readonly OptionName[],
  },
  diff: { operands: { usage: "A B", min: 2, max: 2 }, options: ["json"] as readonly OptionName[] },
  train: { operands: { usage: "", min: 0, max: 0 }, options: ["config"] as readonly OptionName[] },
};

const parse = (...args: string[]) => parseCall(args, SIGNATURES, ["depth-xor", "losses"]);

Deno.test("parseCall reads an empty command line as run without operands", () => {
  assertEquals(parse(), { name: "run", isNamed: false, operands: [], options: {} });
});

Deno.test("parseCall reads options without a sub-command as those of run", () => {
  assertEquals(parse("--seeds", "3", "--quiet"), {
    name: "run",
    isNamed: false,
    operands: [],
    options: { seeds: 3, quiet: true },
  });
});

Deno.test("parseCall accepts options before, between and after operands", () => {
  const { operands, options } = parse("run", "--seeds=2", "a*", "--engine", "wasm", "7", "--", "--b");
  assertEquals(operands, ["a*", "7", "--b"]);
  assertEquals(options, { seeds: 2, engine: "wasm" });
});

Deno.test("parseCall collects the levels of several factors", () => {
  assertEquals(parse("--set", "learning_rate=0.1,-1e-3", "--set=loss=crossEntropy").options, {
    set: { learning_rate: ["0.1", "-1e-3"], loss: ["crossEntropy"] },
  });
});

Deno.test("parseCall accepts a lone dash as a value", () => {
  assertEquals(parse("train", "--config", "-").options, { config: "-" });
});

Deno.test("parseCall does not convert a text that looks like a number", () => {
  assertEquals(parse("--suite-seed", "007").options, { "suite-seed": "007" });
});

Deno.test("parseCall reads a whole number with a fraction of zeros", () => {
  assertEquals(parse("--seeds", "3.000", "--epochs", "007").options, { seeds: 3, epochs: 7 });
});

Deno.test("parseCall reads letters, and fills in operands from the end", () => {
  assertEquals(parse("-q", "--seeds", "3").options, { quiet: true, seeds: 3 });
  const verify = { verify: { operands: { usage: "[DIR]", min: 0, max: 1, defaults: ["results"] }, options: [] } };
  assertEquals(parseCall(["verify"], verify).operands, ["results"]);
  assertEquals(parseCall(["verify", "a"], verify).operands, ["a"]);
  const diff = { diff: { operands: { usage: "A [B]", min: 1, max: 2, defaults: ["results"] }, options: [] } };
  assertEquals(parseCall(["diff", "a"], diff).operands, ["a", "results"]);
  assertEquals(parseCall(["diff", "a", "b"], diff).operands, ["a", "b"]);
});

Deno.test("parseCall needs no operands with --help", () => {
  assertEquals(parse("diff", "--help").options, { help: true });
  assertEquals(parse("diff", "-h").options, { help: true });
});

const MISTAKES: readonly (readonly [args: readonly string[], message: string])[] = [
  [["rum"], 'there is no sub-command "rum"; it must be one of run, diff, train (did you mean "run"?)'],
  [["RUN"], 'there is no sub-command "RUN"; it must be one of run, diff, train (did you mean "run"?)'],
  [["hepl"], 'there is no sub-command "hepl"; it must be one of run, diff, train (did you mean "help"?)'],
  [["zzzzz"], 'there is no sub-command "zzzzz"; it must be one of run, diff, train'],
  [["losses"], 'there is no sub-command "losses"; it must be one of run, diff, train (did you mean "run losses"?)'],
  [["--quiet", "diff"], 'the sub-command "diff" must come before the options'],
  [["--sedes", "2"], 'there is no option --sedes (did you mean "--seeds"?)'],
  [["--xyzzyx"], "there is no option --xyzzyx"],
  [["-x"], "there is no option -x"],
  [["--__proto__=1"], "there is no option --__proto__"],
  [["--_=3"], "there is no option --_"],
  [["run", "--_"], "there is no option --_"],
  [["run", "a", "-_"], "there is no option -_"],
  [["diff", "a", "b", "--seeds", "2"], "--seeds is not an option of this sub-command"],
  [["--seeds", "0"], "--seeds must be a whole number of at least 1, but is 0"],
  [["--seeds", "-1"], "--seeds must be a whole number of at least 1, but is -1"],
  [["--seeds", "1.5"], "--seeds must be a whole number of at least 1, but is 1.5"],
  [
    ["--seeds", "0.9999999999999999999"],
    '--seeds must be a whole number of at least 1, but is "0.9999999999999999999"',
  ],
  [
    ["--epochs", "3.00000000000000000001"],
    '--epochs must be a whole number of at least 1, but is "3.00000000000000000001"',
  ],
  [["--seeds", "100000001"], "--seeds must be a whole number of at most 100000000, but is 100000001"],
  [
    ["--epochs", "99999999999999999999"],
    "--epochs must be a whole number of at most 1000000000, but is 100000000000000000000",
  ],
  [["--jobs", "9".repeat(400)], "--jobs must be a whole number of at most 256, but is Infinity"],
  [["--seeds", "abc"], '--seeds must be a whole number of at least 1, but is "abc"'],
  [["--seeds", "0x10"], '--seeds must be a whole number of at least 1, but is "0x10"'],
  [["--seeds"], "--seeds needs a value: --seeds N"],
  [["--seeds="], "--seeds needs a value: --seeds N"],
  [["--seeds", "--quiet"], "--seeds needs a value: --seeds N"],
  [["--seeds", "2", "--seeds", "3"], "--seeds must be given once, but is given 2 times"],
  [["--quiet=yes"], '--quiet takes no value, but is given "yes"'],
  [["--engine", "wsam"], '--engine must be one of auto, reference, wasm, but is "wsam" (did you mean "wasm"?)'],
  [["--suite-seed", "a\nb"], '--suite-seed must be a text of one line, but is "a\\nb"'],
  [["--set", "loss"], '--set must be FACTOR=LEVEL[,LEVEL], once for each factor, but is "loss"'],
  [["--set", "loss="], '--set must be FACTOR=LEVEL[,LEVEL], once for each factor, but is "loss="'],
  [["--set", "a=b,c=d"], '--set must be FACTOR=LEVEL[,LEVEL], once for each factor, but is "a=b,c=d"'],
  [["--set", "a=b,,c"], '--set must be FACTOR=LEVEL[,LEVEL], once for each factor, but is "a=b,,c"'],
  [["--set", "a=b", "--set", "a=c"], "--set must name each factor once, but names a twice"],
  [["--set", "a=b,c,b"], "--set must name each level once, but names a=b twice"],
  [["diff", "a"], "diff needs A B"],
  [["diff", "a", "b", "c"], 'diff takes A B, but "c" is one too many'],
  [["run", "losses", ""], "run takes [ID or GLOB]…, but one argument is empty"],
  [["diff", "a", ""], "diff takes A B, but one argument is empty"],
  [["diff", "--", "", "b"], "diff takes A B, but one argument is empty"],
  [["train", "x"], 'train takes no arguments, but "x" is one too many'],
];

for (const [args, message] of MISTAKES) {
  Deno.test(`parseCall rejects ${JSON.stringify(args)}`, () => {
    assertEquals(assertThrows(() => parse(...args), InputError).message, message);
  });
}
