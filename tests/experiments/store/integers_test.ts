import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../../core/input/input_error.ts";
import { rowsOf } from "../../../experiments/store/csv.ts";

const schema = { name: "t", columns: { n: { type: "integer", meaning: "" } } } as const;
const read = (field: string) => rowsOf(`n\r\n${field}\r\n`, schema).map(({ n }) => n);

Deno.test("rowsOf reads whole numbers", () => {
  assertEquals(["7", "-7", "0", "9007199254740991"].map((field) => read(field)), [[7], [-7], [0], [2 ** 53 - 1]]);
});

for (const field of ["007", "07", "+7", "7.0", "7.", "7e0", "-0", "0x7", " 7", "7 ", "1e21", "9007199254740992", "٧"]) {
  Deno.test(`rowsOf rejects the whole number "${field}", because the suite does not write it`, () => {
    assertThrows(() => read(field), InputError, "t.csv, row 2, column n must be a whole number");
  });
}
