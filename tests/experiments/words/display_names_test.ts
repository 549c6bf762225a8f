/** The words that pages show for identifiers. */
import { assertEquals } from "@std/assert";
import { CATALOG } from "../../../experiments/catalog.ts";
import { columnName, componentName, levelName, settingName } from "../../../experiments/words/display_names.ts";

Deno.test("columnName says what a column holds, and splits an identifier that has no entry", () => {
  assertEquals(["replicate", "share_solved", "mean_squared_error", "constructor"].map((name) => columnName(name)), [
    "start",
    "fraction solved",
    "mean squared error",
    "constructor",
  ]);
});

Deno.test("levelName depends on the factor", () => {
  assertEquals(levelName("output_bias", "false"), "without output bias");
  assertEquals(levelName("function", "false"), "always 0");
  assertEquals(levelName("loss", "halfSquaredError"), "squared error");
  assertEquals(levelName("batch", "full"), "full batch");
  assertEquals(levelName("learning_rate", "0.9"), "0.9");
  assertEquals(levelName("toString", "constructor"), "constructor");
});

Deno.test("settingName names the factor where the level alone says too little", () => {
  assertEquals(settingName("learning_rate", "0.9"), "learning rate 0.9");
  assertEquals(settingName("function", "xor"), "XOR");
});

Deno.test("componentName has words for every component", () => {
  assertEquals(componentName("adam"), "Adam");
  assertEquals(componentName("own_loss"), "own loss");
  assertEquals(componentName("hardTanh"), "hard tanh");
});

Deno.test("what a language has no words for is shown in English, or else as it is", () => {
  const names = { components: { adam: "Adam!" }, functions: {}, columns: {}, levels: { batch: { full: "all" } } };
  assertEquals([componentName("adam", names), componentName("adamw", names)], ["Adam!", "AdamW"]);
  assertEquals([levelName("batch", "full", names), levelName("batch", "online", names)], ["all", "online"]);
  assertEquals(levelName("function", "false", names), "always 0");
  assertEquals(settingName("momentum", "kept", names), "momentum kept");
  assertEquals([columnName("seeds", names), columnName("own_column", names)], ["starts", "own column"]);
});

Deno.test("levelName shows different words for different levels of every factor in the catalogue", () => {
  for (const { id, factors } of CATALOG) {
    for (const [factor, { levels }] of Object.entries(factors)) {
      const names = Object.keys(levels).map((level) => levelName(factor, level));
      assertEquals(new Set(names).size, names.length, `${id}: ${factor}`);
    }
  }
});
