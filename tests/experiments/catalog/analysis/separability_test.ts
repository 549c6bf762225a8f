import { assert, assertEquals } from "@std/assert";
import { certificateOf, certifies, classesOf } from "../../../../experiments/catalog/analysis/separability.ts";

// OEIS A000609: threshold functions of n variables; A000370: classes under exchange and negation of inputs and output.
const KNOWN = [
  { inputs: 1, separable: 4, classes: 2 },
  { inputs: 2, separable: 14, classes: 4 },
  { inputs: 3, separable: 104, classes: 14 },
  { inputs: 4, separable: 1882, classes: 222 },
];

for (const { inputs, separable, classes } of KNOWN) {
  const all = 2 ** (1 << inputs);

  Deno.test(`certificateOf finds ${separable} of ${all} functions separable, each by a certificate that holds`, () => {
    let found = 0;
    for (let number = 0; number < all; number++) {
      const certificate = certificateOf(inputs, number);
      if (!certifies(inputs, number, certificate)) assert(false, `function${inputs}:${number}`);
      if (certificate.separable) found++;
    }
    assertEquals(found, separable);
  });

  Deno.test(`classesOf sorts the ${all} ${inputs}-input functions into ${classes} classes`, () => {
    const found = classesOf(inputs);
    assertEquals(found.length, classes);
    assertEquals(found.reduce((sum, { size }) => sum + size, 0), all);
    const members = found.filter(({ number }) => certificateOf(inputs, number).separable);
    assertEquals(members.reduce((sum, { size }) => sum + size, 0), separable);
  });
}

Deno.test("certificateOf returns the diagonals of XOR: both sum to (1, 1)", () => {
  assertEquals(certificateOf(2, 6), { separable: false, ones: [1, 2], zeros: [0, 3] });
});

Deno.test("certifies rejects invalid certificates", () => {
  const and = 1, xor = 6;
  assert(certifies(2, and, { separable: true, weights: [2, 2, -3] }));
  assert(!certifies(2, xor, { separable: true, weights: [2, 2, -3] }), "weights that answer a row wrongly");
  assert(!certifies(2, and, { separable: true, weights: [1, 1, -1.5] }), "weights that are no whole numbers");
  assert(!certifies(2, and, { separable: true, weights: [1, 1, -2] }), "weights that leave a row at 0");
  assert(!certifies(2, and, { separable: false, ones: [3, 3], zeros: [1, 2] }), "sums that differ");
  assert(!certifies(2, and, { separable: false, ones: [1, 2], zeros: [0, 3] }), "rows that answer otherwise");
  assert(!certifies(2, xor, { separable: false, ones: [1], zeros: [0, 3] }), "one row against two");
});
