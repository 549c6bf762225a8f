/** From spec to SVG: strict, the same every time, and safe in a page. */
import { assert, assertEquals, assertMatch, assertNotMatch, assertRejects } from "@std/assert";
import type { TopLevelSpec } from "vega-lite";
import { renderSvg } from "../../../reports/chart/svg/render_svg.ts";
import { printSvg } from "../../../reports/chart/svg/svg_tree.ts";
import { type Naming, tidySvg } from "../../../reports/chart/svg/tidy_svg.ts";
import { textWidth } from "../../../reports/chart/labels/text_width.ts";

const clipped = (text: string): TopLevelSpec => ({
  data: { values: [{ x: 1, y: 1, text }, { x: 2, y: 40, text }] },
  width: 50,
  height: 50,
  layer: [
    { mark: { type: "line", clip: true } },
    { mark: { type: "text" }, encoding: { text: { field: "text", type: "nominal" } } },
  ],
  encoding: {
    x: { field: "x", type: "quantitative", title: text },
    y: { field: "y", type: "quantitative", scale: { domain: [0, 10] } },
  },
});

/** A rendered spec as markup. */
const render = async (spec: TopLevelSpec, naming: Naming) => printSvg(await renderSvg(spec, naming));
/** Tidied SVG as markup, without the start tag of its root. */
const tidied = (svg: string) => printSvg(tidySvg(svg, { id: "a", label: "" })).replace(/^<svg [^>]*>/, "");

const HOSTILE = `</svg><script>alert(1)</script>" onload="x" \u202e' & ]]>`;

Deno.test("renderSvg throws on a warning of Vega-Lite", async () => {
  const zeros = clipped("a") as unknown as { encoding: { y: unknown } };
  const wrong = {
    ...zeros,
    encoding: { ...zeros.encoding, y: { field: "y", type: "quantitative", scale: { type: "log", zero: true } } },
  };
  await assertRejects(
    () => renderSvg(wrong as unknown as TopLevelSpec, { id: "a", label: "" }),
    Error,
    "Cannot draw the chart",
  );
});

Deno.test("renderSvg throws on a warning of Vega", async () => {
  const zeros = { ...clipped("a"), data: { values: [{ x: 0, y: 0 }] } } as unknown as { encoding: { y: unknown } };
  const wrong = {
    ...zeros,
    encoding: { ...zeros.encoding, y: { field: "y", type: "quantitative", scale: { type: "log", domain: [0, 10] } } },
  };
  await assertRejects(
    () => renderSvg(wrong as unknown as TopLevelSpec, { id: "a", label: "" }),
    Error,
    "Cannot draw the chart",
  );
});

Deno.test("renderSvg draws the same bytes each time, with its own ids", async () => {
  const one = await render(clipped("a"), { id: "one", label: "A chart" });
  assertEquals(await render(clipped("a"), { id: "one", label: "A chart" }), one);
  assertMatch(one, /<clipPath id="one-1">/);
  assertMatch(one, /clip-path="url\(#one-1\)"/);
  const two = await render(clipped("a"), { id: "two", label: "A chart" });
  assertEquals(two.replaceAll("two-", "one-"), one);
});

Deno.test("renderSvg labels the image but not its parts", async () => {
  const svg = await render(clipped("a"), { id: "one", label: `He said "<x>"` });
  assertMatch(svg, /^<svg [^>]*role="img" aria-label="He said &quot;&lt;x&gt;&quot;"/);
  assertEquals(svg.match(/ (?:role|aria-[a-z]+)="/g)?.length, 2);
});

Deno.test("renderSvg escapes hostile text: no element, no attribute, no change of direction", async () => {
  const svg = await render(clipped(HOSTILE), { id: "one", label: HOSTILE });
  const tags = svg.replace(/>[^<]*/g, ">");
  assertNotMatch(tags.replace(/="[^"]*"/g, ""), /script|onload|style/);
  assertNotMatch(svg, /<script|\u202e/);
  assertEquals(svg.match(/<\/svg>/g)?.length, 1);
  assertMatch(svg, /&lt;\/svg&gt;&lt;script&gt;/);
});

Deno.test("tidySvg writes equal dots once, and joins cells", () => {
  const dot = (x: number, fill = "red") =>
    `<path class="c" transform="translate(${x},1.23456)" d="M1,0A1" fill="${fill}"/>`;
  const svg = `<svg width="9"><g>${dot(1)}${dot(2)}${dot(3)}${dot(4, "blue")}</g></svg>`;
  assertEquals(
    tidied(svg),
    '<marker id="a-1" markerUnits="userSpaceOnUse" overflow="visible"><path d="M1,0A1" fill="red"/></marker>' +
      '<path d="M1 1.2 2 1.2 3 1.2" fill="none" marker-start="url(#a-1)" marker-mid="url(#a-1)" marker-end="url(#a-1)"/>' +
      '<path transform="translate(4,1.2)" d="M1,0A1" fill="blue"/></svg>',
  );
  const cells =
    '<svg><g class="mark-rect x"><path d="M0" fill="red"/><path d="M1" fill="red"/><path d="M2" fill="blue"/></g></svg>';
  assertEquals(
    tidied(cells),
    '<g shape-rendering="crispEdges"><path d="M0M1" fill="red"/><path d="M2" fill="blue"/></g></svg>',
  );
});

Deno.test("tidySvg joins lines of one style into one path, but not translucent ones", () => {
  const line = (at: string, more: string) => `<line ${at} ${more}/>`;
  const tidiedInside = (inside: string) => tidied(`<svg>${inside}</svg>`);
  assertEquals(
    tidiedInside(
      line('transform="translate(1,2)" x2="3" y2="0"', 'stroke="red"') + line('x2="0" y2="4.567"', 'stroke="red"') +
        line('transform="translate(5,6)" x2="0" y2="1"', 'stroke="blue"'),
    ),
    '<path d="M1 2l3 0M0 0l0 4.57" stroke="red"/><line transform="translate(5,6)" y2="1" stroke="blue"/></svg>',
  );
  const faint = line('x2="3"', 'stroke="red" opacity="0.5"');
  assertEquals(tidiedInside(faint + faint), `${faint + faint}</svg>`);
});

Deno.test("textWidth adds up letters, and counts an unknown one as wide", () => {
  assertEquals(textWidth("0", 1000), 636);
  assertEquals(textWidth("ab", 10), 12.48);
  assert(textWidth("漢", 10) > 8);
});
