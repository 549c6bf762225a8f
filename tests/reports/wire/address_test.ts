import { assert, assertEquals } from "@std/assert";
import { addressOf, FIRST_RUN, parseAddress, parseChanges } from "../../../reports/wire/address.ts";
import { unknownText } from "../../../reports/live/run_texts.ts";
import { toyData } from "../live/toy_data.ts";

const data = toyData();

Deno.test("addressOf and parseAddress are inverse", () => {
  const changes = { learningRate: 0.25, activation: "relu", loss: "crossEntropy", width: 8, batch: 2 };
  for (
    const selection of [
      { cell: 0, replicate: 0, epoch: undefined, changes: {} },
      { cell: 3, replicate: 2, epoch: 120, changes },
      { cell: 1, replicate: 3, epoch: 0.25, changes: { batch: "full" as const, learningRate: -1e-7 } },
    ]
  ) {
    const address = addressOf(selection, data);
    assertEquals(parseAddress(address, data), { ...selection, unknown: [] }, address);
  }
});

Deno.test("addressOf writes levels, so that a link survives a change in their order", () => {
  const selection = { ...FIRST_RUN, cell: 3, replicate: 2, epoch: 120 };
  assertEquals(addressOf(selection, data), "#cell=xor,relu,0.5&replicate=2&epoch=120");
});

Deno.test("parseAddress finds no selection in an anchor of the page", () => {
  for (const address of ["", "#", "#figure-1", "#data-runs", "#claim-x", "#cell="]) {
    assertEquals(parseAddress(address, data), undefined, address);
  }
});

Deno.test("parseAddress replaces invalid values by defaults and reports them", () => {
  for (
    const address of [
      "#replicate=-1",
      "#replicate=4",
      "#replicate=1e9",
      "#replicate=NaN",
      "#replicate=1.5",
      "#cell=<img src=x>",
      "#cell=__proto__",
      "#epoch=-3&replicate=x",
      "#epoch=Infinity",
      "#learningRate=a",
      "#activation=constructor",
      "#loss=toString",
      "#width=0",
      "#width=1e6",
      "#batch=0",
      "#batch=all",
    ]
  ) {
    const [, field, text] = /([a-zA-Z]+)=([^&]*)$/.exec(address)!;
    const { unknown, ...selection } = parseAddress(address, data)!;
    assertEquals(selection, FIRST_RUN, address);
    assert(unknown.some((value) => value.field === field && value.text === text), address);
  }
});

Deno.test("parseAddress reports only values that are not on the page", () => {
  const unknownIn = (address: string) => parseAddress(address, data)?.unknown;
  assertEquals(unknownIn("#cell=99&replicate=1&epoch=&width=3"), [{ field: "cell", text: "99" }]);
  assertEquals(unknownIn("#cell=xor,relu,0.5&replicate=999"), [{ field: "replicate", text: "999" }]);
  assertEquals(unknownIn("#cell=xor,relu,0.5&replicate=0&epoch=0"), []);
});

Deno.test("unknownText states which run is shown instead", () => {
  const unknown = [{ field: "cell", text: "99" }, { field: "replicate", text: "7" }, { field: "width", text: "0" }];
  assertEquals(
    unknownText(data, { ...FIRST_RUN, unknown, isChosen: true, hidden: {} }),
    "Not on this page: setting 99, start 7, hidden units 0; shown instead: " +
      "AND, tanh, learning rate 0.5, start 0 of 4.",
  );
});

Deno.test("parseAddress selects the featured cell if the address names none", () => {
  const cellIn = (address: string) => parseAddress(address, { ...data, featuredCell: 2 })?.cell;
  assertEquals(cellIn("#replicate=1"), 2);
  assertEquals(cellIn("#cell=nor&replicate=1"), 2);
  assertEquals(cellIn("#cell=and,tanh,0.5"), 0);
});

Deno.test("parseChanges parses the texts of a form by the same rules", () => {
  const texts: Record<string, string> = { learningRate: "3", activation: "tanh", loss: "", width: "9999", batch: "4" };
  assertEquals(parseChanges((name) => texts[name] ?? null), { learningRate: 3, activation: "tanh", batch: 4 });
});
