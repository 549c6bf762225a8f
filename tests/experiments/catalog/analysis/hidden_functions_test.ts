import { assertEquals } from "@std/assert";
import { FUNCTIONS_OF_TWO } from "../../../../core/components/datasets.ts";
import {
  classOf,
  conflictOf,
  copiesOf,
  lineOf,
  setsOfLines,
  signedSum,
  suffice,
  valueOf,
} from "../../../../experiments/catalog/analysis/hidden_functions.ts";

/** The numbers of functions. */
function numbersOf(...names: readonly (typeof FUNCTIONS_OF_TWO)[number][]): number[] {
  return names.map((name) => FUNCTIONS_OF_TWO.indexOf(name));
}

/** Whether weights from −3 to 3 separate the rows of XOR by the units' values; any bias is tried. */
function someWeightsSolveXor(units: readonly number[]): boolean {
  const weights = units.reduce<number[][]>(
    (lists) => lists.flatMap((list) => [-3, -2, -1, 0, 1, 2, 3].map((w) => [...list, w])),
    [[]],
  );
  return weights.some((list) => {
    const sum = (row: number) => units.reduce((total, unit, i) => total + list[i]! * valueOf(unit, row), 0);
    return Math.min(sum(1), sum(2)) > Math.max(sum(0), sum(3));
  });
}

Deno.test("suffice agrees with a search for weights, for every list of up to three functions of a unit", () => {
  const separable = FUNCTIONS_OF_TWO.map((_, unit) => unit).filter((unit) => unit !== 6 && unit !== 9);
  const lists = separable.flatMap((a) =>
    separable.filter((b) => b >= a).flatMap((b) => [
      ...(a === b ? [[a]] : []),
      [a, b],
      ...separable.filter((c) => c >= b).map((c) => [a, b, c]),
    ])
  );
  for (const units of lists) assertEquals(suffice(units), someWeightsSolveXor(units), classOf(units));
});

Deno.test("conflictOf names rows that no weighted sum of the functions tells apart", () => {
  assertEquals(conflictOf(numbersOf("or")), "01 = 11");
  assertEquals(conflictOf(numbersOf("x1", "x2")), "01 + 10 = 00 + 11");
  assertEquals(conflictOf(numbersOf("and", "or")), undefined);
});

Deno.test("classOf and signedSum are the same for the copies of a net", () => {
  const copies = [
    { units: numbersOf("or", "and"), weights: [5, -6] },
    { units: numbersOf("and", "or"), weights: [-6, 5] },
    { units: numbersOf("nor", "and"), weights: [-5, -6] },
    { units: numbersOf("nand", "nor"), weights: [6, -5] },
  ];
  for (const { units, weights } of copies) {
    assertEquals(classOf(units), "AND, OR");
    assertEquals(signedSum(units, weights), "OR − AND");
  }
  assertEquals(signedSum(numbersOf("implies", "x1"), [1, -1]), "−x1 − (x1 AND NOT x2)");
});

Deno.test("copiesOf counts the lists that have the same class", () => {
  const functions = Array.from({ length: 16 }, (_, unit) => unit);
  const count = (name: string) =>
    functions.flatMap((a) => functions.map((b) => [a, b])).filter((units) => classOf(units) === name).length;
  for (const units of [numbersOf("or", "and"), numbersOf("x1", "x1")]) {
    assertEquals(copiesOf(units), count(classOf(units)));
  }
  assertEquals(copiesOf(numbersOf("or", "and", "x1", "x2")), 384);
});

Deno.test("setsOfLines lists 6, 15 and 20 sets of functions that are off for the row 00", () => {
  const sets = setsOfLines();
  assertEquals([1, 2, 3].map((size) => sets.filter(({ length }) => length === size).length), [6, 15, 20]);
  assertEquals(sets.flat().every((unit) => lineOf(unit) === unit), true);
});
