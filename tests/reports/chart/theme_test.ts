/** Colours: distinct, the same everywhere, and in one place. */
import { assert, assertEquals, assertGreater } from "@std/assert";
import { ACTIVATIONS } from "../../../core/components/activations.ts";
import { LOSSES } from "../../../core/components/losses.ts";
import { OPTIMIZERS } from "../../../core/components/optimizers.ts";
import { DARK, opacityOf } from "../../../reports/chart/views/heat_view.ts";
import { COLORS, type SeriesStyle, stylesOf } from "../../../reports/chart/theme.ts";
import { needing } from "../../needs.ts";

type Rgb = readonly [number, number, number];

function rgb(color: string): Rgb {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255) as unknown as Rgb;
}

/** The contrast of two colours. Source: WCAG 2.2, "contrast ratio". */
function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [a, b].map((color) => {
    const [r, g, b] = color.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b! + 0.05;
  }).sort((a, b) => b - a);
  return light! / dark!;
}

/** One colour over another. */
function over(top: Rgb, opacity: number, below: Rgb): Rgb {
  return top.map((part, i) => opacity * part + (1 - opacity) * below[i]!) as unknown as Rgb;
}

const MODES = [0, 1] as const;

for (const mode of MODES) {
  const tone = (name: keyof typeof COLORS) => rgb(COLORS[name][mode]), where = ["light", "dark"][mode];

  Deno.test(`COLORS stand out from the paper in the ${where}: text by 4.5 : 1, lines by 3 : 1`, () => {
    for (const name of ["ink", "quiet", "accent"] as const) {
      assertGreater(contrast(tone(name), tone("paper")), 4.5, name);
    }
    for (const name of ["blue", "vermillion", "green", "purple", "orange", "sky", "yellow", "grey"] as const) {
      assertGreater(contrast(tone(name), tone("paper")), 3, name);
    }
  });

  Deno.test(`COLORS of verdicts are legible as text in the ${where}`, () => {
    for (const name of ["supported", "refuted"] as const) assertGreater(contrast(tone(name), tone("paper")), 4.5, name);
  });

  Deno.test(`COLORS of a heat map keep its numbers readable in the ${where}`, () => {
    for (let proportion = 0; proportion <= 1; proportion += 0.01) {
      const field = over(tone("heat"), opacityOf(proportion), tone("paper"));
      const letters = tone(proportion >= DARK ? "paper" : "ink");
      assertGreater(contrast(letters, field), 3.7, `proportion ${proportion}`);
    }
  });
}

/** The distance of two colours in CIELAB (CIE 1976, white D65). */
function labDistance(a: Rgb, b: Rgb): number {
  const [p, q] = [a, b].map((color) => {
    const [r, g, b] = color.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    const x = (0.4124 * r! + 0.3576 * g! + 0.1805 * b!) / 0.9505;
    const y = 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    const z = (0.0193 * r! + 0.1192 * g! + 0.9505 * b!) / 1.089;
    const [fx, fy, fz] = [x, y, z].map((t) => t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116);
    return [116 * fy! - 16, 500 * (fx! - fy!), 200 * (fy! - fz!)];
  });
  return Math.hypot(...p!.map((part, i) => part - q![i]!));
}

Deno.test("stylesOf tells softplus and SiLU apart by their hue, in the light and in the dark", () => {
  const [softplus, silu] = [...stylesOf(["softplus", "silu"]).values()];
  for (const mode of MODES) {
    const distance = labDistance(rgb(COLORS[softplus!.color][mode]), rgb(COLORS[silu!.color][mode]));
    assertGreater(distance, 50);
  }
});

const key = ({ color, dash }: SeriesStyle) => `${color} ${dash.join(" ")}`;

Deno.test("stylesOf distinguishes 40 levels by colour and dash", () => {
  const styles = [...stylesOf(Array.from({ length: 40 }, (_, i) => String(i))).values()];
  assertEquals(new Set(styles.map(key)).size, 40);
  assertEquals(new Set(styles.slice(0, 8).map(({ color }) => color)).size, 8);
  // never colour alone: neighbours differ in dash and in shape too
  for (const [i, style] of styles.slice(1, 6).entries()) {
    assert(style.dash !== styles[i]!.dash && style.shape !== styles[i]!.shape);
  }
});

for (const [what, table] of Object.entries({ ACTIVATIONS, LOSSES, OPTIMIZERS })) {
  Deno.test(`stylesOf gives each of ${what} its own style, whichever others are shown`, () => {
    const names = Object.keys(table), all = stylesOf(names);
    assertEquals(new Set([...all.values()].map(key)).size, names.length);
    for (const name of names) {
      const known = stylesOf([name]).get(name)!;
      if (key(known) === key(stylesOf(["something else"]).values().next().value!)) continue;
      assertEquals(all.get(name), known, name);
    }
  });
}

const ROOT = new URL("../../../reports/", import.meta.url);

Deno.test({
  ...needing(["read"], "reports/ name colours in the theme only"),
  fn: async () => {
    const literal = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(|"(?:black|white|red|green|blue|gr[ae]y|orange)"/gi;
    const found: string[] = [];
    const search = async (folder: URL) => {
      for await (const { name, isDirectory } of Deno.readDir(folder)) {
        if (isDirectory && name !== "live") await search(new URL(`${name}/`, folder));
        if (isDirectory || name === "theme.ts") continue;
        const source = await Deno.readTextFile(new URL(name, folder));
        // "blue" and the like are names of the theme's where they are a style's colour
        const literals = source.replaceAll(/color: "\w+"|color\([^)]*\)/g, "").matchAll(literal);
        found.push(...Array.from(literals, ([text]) => `${name}: ${text}`));
      }
    };
    await search(ROOT);
    assertEquals(found, []);
  },
});
