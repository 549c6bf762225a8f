/** From spec to SVG: strict, the same every time, and safe to put into a page. */
import { assert, assertEquals, assertMatch, assertNotMatch, assertRejects } from "@std/assert";
import type { TopLevelSpec } from "vega-lite";
import { renderSvg } from "../../../reports/chart/render_svg.ts";
import { tidySvg } from "../../../reports/chart/tidy_svg.ts";
import { textWidth } from "../../../reports/chart/text_width.ts";

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

const HOSTILE = `</svg><script>alert(1)</script>" onload="x" \u202e' & ]]>`;

Deno.test("renderSvg refuses what Vega-Lite warns of", async () => {
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

Deno.test("renderSvg refuses what Vega warns of", async () => {
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

Deno.test("renderSvg draws the same bytes each time, with ids of its own", async () => {
  const one = await renderSvg(clipped("a"), { id: "one", label: "A chart" });
  assertEquals(await renderSvg(clipped("a"), { id: "one", label: "A chart" }), one);
  assertMatch(one, /<clipPath id="one-1">/);
  assertMatch(one, /clip-path="url\(#one-1\)"/);
  const two = await renderSvg(clipped("a"), { id: "two", label: "A chart" });
  assertEquals(two.replaceAll("two-", "one-"), one);
});

Deno.test("renderSvg names the image and says nothing of its parts", async () => {
  const svg = await renderSvg(clipped("a"), { id: "one", label: `He said "<x>"` });
  assertMatch(svg, /^<svg [^>]*role="img" aria-label="He said &quot;&lt;x&gt;&quot;"/);
  assertEquals(svg.match(/ (?:role|aria-[a-z]+)="/g)?.length, 2);
});

Deno.test("renderSvg lets no text act: no element, no attribute, no turn of direction", async () => {
  const svg = await renderSvg(clipped(HOSTILE), { id: "one", label: HOSTILE });
  const tags = svg.replace(/>[^<]*/g, ">");
  assertNotMatch(tags.replace(/="[^"]*"/g, ""), /script|onload|style/);
  assertNotMatch(svg, /<script|\u202e/);
  assertEquals(svg.match(/<\/svg>/g)?.length, 1);
  assertMatch(svg, /&lt;\/svg&gt;&lt;script&gt;/);
});

Deno.test("tidySvg writes dots that are alike once, and joins cells", () => {
  const dot = (x: number, fill = "red") =>
    `<path class="c" transform="translate(${x},1.23456)" d="M1,0A1" fill="${fill}"/>`;
  const svg = `<svg width="9"><g>${dot(1)}${dot(2)}${dot(3)}${dot(4, "blue")}</g></svg>`;
  const tidied = tidySvg(svg, { id: "a", label: "" });
  assertEquals(
    tidied.replace(/^<svg [^>]*>/, ""),
    '<marker id="a-1" markerUnits="userSpaceOnUse" overflow="visible"><path d="M1,0A1" fill="red"/></marker>' +
      '<path d="M1 1.2 2 1.2 3 1.2" fill="none" marker-start="url(#a-1)" marker-mid="url(#a-1)" marker-end="url(#a-1)"/>' +
      '<path transform="translate(4,1.2)" d="M1,0A1" fill="blue"/></svg>',
  );
  const cells =
    '<svg><g class="mark-rect x"><path d="M0" fill="red"/><path d="M1" fill="red"/><path d="M2" fill="blue"/></g></svg>';
  assertEquals(
    tidySvg(cells, { id: "a", label: "" }).replace(/^<svg [^>]*>/, ""),
    '<g shape-rendering="crispEdges"><path d="M0M1" fill="red"/><path d="M2" fill="blue"/></g></svg>',
  );
});

Deno.test("tidySvg writes straight lines that are alike as one path, and keeps those that shine through", () => {
  const line = (at: string, more: string) => `<line ${at} ${more}/>`,
    tidied = (inside: string) => tidySvg(`<svg>${inside}</svg>`, { id: "a", label: "" }).replace(/^<svg [^>]*>/, "");
  assertEquals(
    tidied(
      line('transform="translate(1,2)" x2="3" y2="0"', 'stroke="red"') + line('x2="0" y2="4.567"', 'stroke="red"') +
        line('transform="translate(5,6)" x2="0" y2="1"', 'stroke="blue"'),
    ),
    '<path d="M1 2l3 0M0 0l0 4.57" stroke="red"/><line transform="translate(5,6)" y2="1" stroke="blue"/></svg>',
  );
  const faint = line('x2="3"', 'stroke="red" opacity="0.5"');
  assertEquals(tidied(faint + faint), `${faint + faint}</svg>`);
});

Deno.test("textWidth adds up letters, and takes a stranger for a wide one", () => {
  assertEquals(textWidth("0", 1000), 636);
  assertEquals(textWidth("ab", 10), 12.48);
  assert(textWidth("漢", 10) > 8);
});
