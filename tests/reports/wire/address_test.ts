import { assert, assertEquals } from "@std/assert";
import { addressOf, changesFrom, START, stateFrom } from "../../../reports/wire/address.ts";
import { missingIn } from "../../../reports/live/words.ts";
import { toyData } from "../live/toy_data.ts";

const data = toyData();

Deno.test("addressOf and stateFrom lead from a state to its address and back", () => {
  const changes = { learningRate: 0.25, activation: "relu", loss: "crossEntropy", width: 8, batch: 2 };
  for (
    const state of [
      { cell: 0, replicate: 0, epoch: undefined, changes: {} },
      { cell: 3, replicate: 2, epoch: 120, changes },
      { cell: 1, replicate: 3, epoch: 0.25, changes: { batch: "full" as const, learningRate: -1e-7 } },
    ]
  ) {
    const address = addressOf({ ...START, ...state }, data);
    assertEquals(stateFrom(address, data), { ...state, isChosen: true, missing: [] }, address);
  }
});

Deno.test("addressOf writes levels, so that a link outlives a change in their order", () => {
  const state = { ...START, cell: 3, replicate: 2, epoch: 120 };
  assertEquals(addressOf(state, data), "#cell=xor,relu,0.5&replicate=2&epoch=120");
});

Deno.test("stateFrom finds no state in an anchor of the page", () => {
  for (const address of ["", "#", "#figure-1", "#data-runs", "#claim-x", "#cell="]) {
    assertEquals(stateFrom(address, data), undefined, address);
  }
});

Deno.test("stateFrom leaves what makes no sense as it is at the start", () => {
  const { isChosen: _, hidden: __, ...start } = START;
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
    const [, name, value] = /([a-zA-Z]+)=([^&]*)$/.exec(address)!, state = stateFrom(address, data)!;
    assertEquals({ ...state, missing: [] }, { ...start, isChosen: true }, address);
    assert(state.missing.includes(`${name} ${value}`), address);
  }
});

Deno.test("stateFrom tells what an address names that is not on the page, and nothing else", () => {
  assertEquals(stateFrom("#cell=99&replicate=1&epoch=&width=3", data)?.missing, ["cell 99"]);
  assertEquals(stateFrom("#cell=xor,relu,0.5&replicate=999", data)?.missing, ["replicate 999"]);
  assertEquals(stateFrom("#cell=xor,relu,0.5&replicate=0&epoch=0", data)?.missing, []);
});

Deno.test("missingIn says which run is shown instead", () => {
  assertEquals(
    missingIn(data, { ...START, missing: ["cell 99", "replicate 7"] }),
    "Not on this page: cell 99, replicate 7; shown instead: function and, activation tanh, learning rate 0.5, " +
      "replicate 0.",
  );
});

Deno.test("stateFrom leads to the cell that the page begins with where the address names none", () => {
  assertEquals(stateFrom("#replicate=1", { ...data, start: 2 })?.cell, 2);
  assertEquals(stateFrom("#cell=nor&replicate=1", { ...data, start: 2 })?.cell, 2);
  assertEquals(stateFrom("#cell=and,tanh,0.5", { ...data, start: 2 })?.cell, 0);
});

Deno.test("changesFrom reads a form's texts by the same rules", () => {
  const texts: Record<string, string> = { learningRate: "3", activation: "tanh", loss: "", width: "9999", batch: "4" };
  assertEquals(changesFrom((name) => texts[name] ?? null), { learningRate: 3, activation: "tanh", batch: 4 });
});
