import { assert, assertEquals } from "@std/assert";
import { together } from "../../../reports/browser/hidden_space.ts";
import { nameAt, PLOT } from "../../../reports/browser/surface.ts";
import { textWidth } from "../../../reports/text_width.ts";

const point = (x: number, y: number, label: string) => ({ at: [x, y] as const, target: 1, label });

Deno.test("together gives points that lie on each other one name that can be read, and leaves others alone", () => {
  const shown = together([point(20, 20, "00"), point(200, 20, "01"), point(28, 24, "10"), point(20, 40, "11")]);
  assertEquals(shown.map(({ at: [x, y], label }) => [x, y, label]), [
    [20, 20, "00, 10"],
    [28, 24, ""],
    [200, 20, "01"],
    [20, 40, "11"],
  ]);
  assertEquals(together([point(20, 40, "0"), point(30, 30, "1")]).map(({ label }) => label), ["", "0, 1"]);
  assertEquals(together([]), []);
});

Deno.test("nameAt keeps a name above its point, and a long one inside the plot", () => {
  assertEquals(nameAt(100, "00"), 100);
  for (const x of [22, PLOT - 22]) {
    const name = "010, 011, 110", middle = nameAt(x, name), half = textWidth(name, 11) / 2;
    assert(middle - half > 0 && middle + half < PLOT);
  }
});
