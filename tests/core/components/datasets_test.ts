import { assert, assertEquals, assertThrows } from "@std/assert";
import { datasetOf, FUNCTIONS_OF_TWO, hasConstantByDefault, TABLE_NAMES } from "../../../core/components/datasets.ts";

const targetsOf = (name: string) => datasetOf({ name, encoding: "binary", constant: false }).targets.join("");

/** The functions of two inputs, in JavaScript's operators. */
const DEFINITIONS: Readonly<Record<(typeof FUNCTIONS_OF_TWO)[number], (a: boolean, b: boolean) => boolean>> = {
  false: () => false,
  and: (a, b) => a && b,
  notImplies: (a, b) => a && !b,
  x1: (a) => a,
  notImpliedBy: (a, b) => !a && b,
  x2: (_a, b) => b,
  xor: (a, b) => a !== b,
  or: (a, b) => a || b,
  nor: (a, b) => !(a || b),
  xnor: (a, b) => a === b,
  not2: (_a, b) => !b,
  impliedBy: (a, b) => a || !b,
  not1: (a) => !a,
  implies: (a, b) => !a || b,
  nand: (a, b) => !(a && b),
  true: () => true,
};

Deno.test("datasetOf knows the sixteen functions of two inputs by name and by number", () => {
  const rows = [[false, false], [false, true], [true, false], [true, true]] as const;
  assertEquals(Object.keys(DEFINITIONS), [...FUNCTIONS_OF_TWO]);
  for (const [number, [name, definition]] of Object.entries(DEFINITIONS).entries()) {
    const expected = rows.map(([a, b]) => definition(a, b) ? "1" : "0").join("");
    assertEquals(targetsOf(name), expected, name);
    assertEquals(targetsOf(`function2:${number}`), expected, name);
    assertEquals(parseInt(expected, 2), number);
  }
});

Deno.test("datasetOf orders the rows from 00…0 to 11…1, in both encodings, with and without a constant", () => {
  const xor = (encoding: "binary" | "bipolar", constant: boolean) => datasetOf({ name: "xor", encoding, constant });
  assertEquals(xor("binary", false), { inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [0, 1, 1, 0] });
  assertEquals(xor("binary", true).inputs, [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]]);
  assertEquals(xor("bipolar", true), {
    inputs: [[-1, -1, 1], [-1, 1, 1], [1, -1, 1], [1, 1, 1]],
    targets: [0, 1, 1, 0],
  });
  const three = datasetOf({ name: "parity3", encoding: "binary", constant: false });
  assertEquals(three.inputs.map((row) => parseInt(row.join(""), 2)), [0, 1, 2, 3, 4, 5, 6, 7]);
});

Deno.test("datasetOf's parity counts ones, and equals the function of that number", () => {
  assertEquals(targetsOf("parity1"), "01");
  assertEquals(targetsOf("parity2"), targetsOf("xor"));
  assertEquals(targetsOf("parity3"), "01101001");
  assertEquals(targetsOf("parity3"), targetsOf("function3:105"));
  const eight = datasetOf({ name: "parity8", encoding: "binary", constant: false });
  assertEquals(eight.targets, eight.inputs.map((row) => row.reduce((sum, bit) => sum + bit, 0) % 2));
});

Deno.test("datasetOf reads numbers beyond 53 bits exactly", () => {
  const targets = targetsOf(`function8:${(1n << 255n) + 5n}`);
  assertEquals(targets.length, 256);
  assertEquals(targets.replaceAll("0", ""), "111");
  assertEquals([targets[0], targets[253], targets[255]], ["1", "1", "1"]);
});

Deno.test("datasetOf's lecture table is x1 and the only one with a constant by default", () => {
  assertEquals(targetsOf("lecture"), "0011");
  assertEquals(hasConstantByDefault("lecture"), true);
  for (const name of TABLE_NAMES) assertEquals(hasConstantByDefault(name), name === "lecture");
});

for (
  const name of [
    "",
    "xo",
    "XOR",
    "xor ",
    "parity",
    "parity0",
    "parity9",
    "parity10",
    "parity2:6",
    "function2",
    "function2:16",
    "function2:-1",
    "function2:06",
    "function2:1.5",
    "function9:1",
    "toString",
  ]
) {
  Deno.test(`datasetOf has no data set ${JSON.stringify(name)}`, () => {
    assertEquals(hasConstantByDefault(name), undefined);
    assertThrows(
      () => datasetOf({ name, encoding: "binary", constant: false }),
      RangeError,
      "Cannot make the data set",
    );
  });
}

Deno.test("TABLE_NAMES all name a truth table", () => {
  assert(TABLE_NAMES.every((name) => targetsOf(name).length >= 2));
});
