import { assertEquals } from "@std/assert";
import { FIRST_RUN, labFieldsOf, parseRun, runAddress } from "../../../reports/wire/address.ts";
import { parseLabAddress } from "../../../reports/wire/lab_address.ts";
import { DEFAULT_STATE, type LabState } from "../../../reports/wire/lab_state.ts";
import { unknownText } from "../../../reports/live/run_texts.ts";
import { toyData } from "../live/toy_data.ts";

const data = toyData();

Deno.test("runAddress and parseRun are inverse", () => {
  for (const run of [{ cell: 0, replicate: 0 }, { cell: 3, replicate: 2 }, { cell: 1, replicate: 3 }]) {
    const address = runAddress(run, data);
    assertEquals(parseRun(address, data), { ...run, unknown: [] }, address);
  }
});

Deno.test("runAddress writes levels, so that a link survives a change in their order", () => {
  assertEquals(runAddress({ cell: 3, replicate: 2 }, data), "#cell=xor,relu,0.5&replicate=2");
});

Deno.test("parseRun finds no run in an anchor of the page", () => {
  for (const address of ["", "#", "#figure-1", "#data-runs", "#claim-x", "#cell="]) {
    assertEquals(parseRun(address, data), undefined, address);
  }
});

Deno.test("parseRun takes fields of the lab alone for its first run", () => {
  for (const address of ["#rate=2", "#epoch=3", "#learningRate=2", "#hidden=4:tanh&show=diagram"]) {
    assertEquals(parseRun(address, data), { ...FIRST_RUN, unknown: [] }, address);
  }
});

Deno.test("parseRun replaces invalid values by defaults and reports them", () => {
  const invalid = ["-1", "4", "1e9", "NaN", "1.5"].map((text) => ["replicate", text] as const);
  const unknownCells = ["<img src=x>", "__proto__", "99"].map((text) => ["cell", text] as const);
  for (const [field, text] of [...invalid, ...unknownCells]) {
    assertEquals(parseRun(`#${field}=${text}`, data), { ...FIRST_RUN, unknown: [{ field, text }] });
  }
});

Deno.test("parseRun reports only values that are not on the page", () => {
  const unknownIn = (address: string) => parseRun(address, data)?.unknown;
  assertEquals(unknownIn("#cell=99&replicate=1&epoch="), [{ field: "cell", text: "99" }]);
  assertEquals(unknownIn("#cell=xor,relu,0.5&replicate=999"), [{ field: "replicate", text: "999" }]);
  assertEquals(unknownIn("#cell=xor,relu,0.5&replicate=0&epoch=0"), []);
});

Deno.test("unknownText states which run is shown instead", () => {
  const unknown = [{ field: "cell", text: "99" }, { field: "replicate", text: "7" }];
  assertEquals(
    unknownText(data, { ...FIRST_RUN, unknown, isChosen: true, isPublished: true, hidden: {} }),
    "Not on this page: setting 99, start 7; shown instead: AND, tanh, learning rate 0.5, start 0.",
  );
});

Deno.test("parseRun selects the featured cell if the address names none", () => {
  const cellIn = (address: string) => parseRun(address, { ...data, featuredCell: 2 })?.cell;
  assertEquals(cellIn("#replicate=1"), 2);
  assertEquals(cellIn("#cell=nor&replicate=1"), 2);
  assertEquals(cellIn("#cell=and,tanh,0.5"), 0);
});

Deno.test("older addresses keep their meaning: learning rate, activation and width of a run", () => {
  const tanh = { name: "tanh" } as LabState["hidden"][number]["activation"];
  const base: LabState = { ...DEFAULT_STATE, hidden: [{ units: 2, activation: tanh, bias: true }], batch: "full" };
  const read = (address: string, of = base) => {
    const { state, problems } = parseLabAddress(labFieldsOf(address, of), { suiteSeed: "", experiments: {}, base: of });
    assertEquals(problems, [], address);
    return state;
  };
  const address = "#cell=xor,tanh,0.5&replicate=3&epoch=777&learningRate=2&width=64&activation=relu&batch=online";
  assertEquals(labFieldsOf(address, base), "epoch=777&batch=online&rate=2&hidden=64:relu:bias");
  const relu = { name: "relu" } as typeof tanh;
  assertEquals(read(address), {
    ...base,
    hidden: [{ units: 64, activation: relu, bias: true }],
    optimizer: { ...base.optimizer, learningRate: 2 },
    batch: "online",
  });
  assertEquals(read("#width=5").hidden, [{ units: 5, activation: tanh, bias: true }]);
  assertEquals(read("#cell=xor,tanh,0.5&replicate=3"), base);
  assertEquals(read("#activation=relu", DEFAULT_STATE), { ...DEFAULT_STATE, output: relu });
  assertEquals(labFieldsOf("#width=5", DEFAULT_STATE), "");
});
