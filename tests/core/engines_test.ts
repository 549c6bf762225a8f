import { assertEquals } from "@std/assert";
import { parseConfig } from "../../core/config/parse_config.ts";
import { trainReference } from "../../core/reference.ts";
import { prepare } from "../../core/train_network.ts";
import { digestOf } from "../../tools/engines/digest.ts";
import { nets } from "../../tools/engines/nets.ts";
import golden from "../fixtures/engines.json" with { type: "json" };

Deno.test("the engines matrix uses every entry of the golden file", () => {
  const configs = nets(1).map((config) => parseConfig(config).config), { entries } = golden;
  const used = (names: readonly (string | undefined)[]) => [...new Set(names.filter((name) => name !== undefined))];
  const units = configs.flatMap(({ network }) => network.layers.map(({ activation }) => activation.name));
  assertEquals(configs.length, 200);
  assertEquals(used(units).toSorted(), entries.activations.toSorted());
  assertEquals(used(configs.map(({ loss }) => loss?.name)).toSorted(), entries.losses.toSorted());
  assertEquals(used(configs.map(({ optimizer }) => optimizer.name)).toSorted(), entries.optimizers.toSorted());
  assertEquals(used(configs.map(({ initializer }) => initializer?.name)).toSorted(), entries.initializers.toSorted());
});

Deno.test("the engines matrix gives the golden bits after 50 epochs", () => {
  const trained = nets(50).map((config) => trainReference(prepare(parseConfig(config).config)));
  assertEquals(digestOf(trained), golden.digests["50"]);
});
