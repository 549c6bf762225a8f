import { assertEquals } from "@std/assert";
import { parseConfig } from "../../core/config.ts";
import { trainReference } from "../../core/reference.ts";
import { prepare } from "../../core/train.ts";
import { digestOf } from "../../tools/engines/digest.ts";
import { nets } from "../../tools/engines/nets.ts";
import golden from "../fixtures/engines.json" with { type: "json" };
import { ACTIVATIONS } from "../../core/activations.ts";
import { INITIALIZERS } from "../../core/initializers.ts";
import { LOSSES } from "../../core/losses.ts";
import { OPTIMIZERS } from "../../core/optimizers.ts";

Deno.test("nets of the engines matrix use every entry of every table", () => {
  const configs = nets(1).map((config) => parseConfig(config).config);
  const used = (names: readonly (string | undefined)[]) => new Set(names.filter((name) => name !== undefined)).size;
  assertEquals(configs.length, 200);
  assertEquals(
    used(configs.flatMap(({ network }) => network.layers.map(({ activation }) => activation.name))),
    Object.keys(ACTIVATIONS).length,
  );
  assertEquals(used(configs.map(({ loss }) => loss?.name)), Object.keys(LOSSES).length);
  assertEquals(used(configs.map(({ optimizer }) => optimizer.name)), Object.keys(OPTIMIZERS).length);
  assertEquals(used(configs.map(({ initializer }) => initializer?.name)), Object.keys(INITIALIZERS).length);
});

Deno.test("nets of the engines matrix give the bits they always gave, after 50 epochs", () => {
  const trained = nets(50).map((config) => trainReference(prepare(parseConfig(config).config)));
  assertEquals(digestOf(trained), golden["50"]);
});
