/** Vega's SVG made small: no words for a pointer that never comes, short numbers, what is repeated written once. */
import { printSvg, type SvgElement } from "./svg_tree.ts";
import { SANS } from "./theme.ts";

/** How an SVG introduces itself. */
export interface Naming {
  /** Starts every id inside, so that the charts of a page do not clash. */
  readonly id: string;
  /** What it shows, for those who do not see it. */
  readonly label: string;
}

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
}

/** An element or a text, without entities. */
type Node = Element | string;

/** Vega's SVG as a page embeds it. */
export function tidySvg(svg: string, naming: Naming): string {
  return printSvg(svgTree(svg, naming));
}

/** The same as a tree. */
export function svgTree(svg: string, { id, label }: Naming): SvgElement {
  const ids = new Map<string, string>();
  const own = (name: string) => ids.get(name) ?? ids.set(name, `${id}-${ids.size + 1}`).get(name)!;
  const root = tidy(parse(svg), own);
  const tree = treeOf(root);
  return { ...tree, attributes: { ...tree.attributes, role: "img", "aria-label": label, "font-family": SANS } };
}

function treeOf({ name, attributes, children }: Element): SvgElement {
  return {
    name,
    attributes: Object.fromEntries(attributes),
    children: children.map((child) => typeof child === "string" ? child : treeOf(child)),
  };
}

/** The tree of an SVG as Vega writes it: well formed, attributes in double quotes, no comments. */
function parse(svg: string): Element {
  const open: { name: string; attributes: Map<string, string>; children: Node[] }[] = [];
  const whole = { name: "", attributes: new Map<string, string>(), children: [] as Node[] };
  for (const [, close, name, attributes, empty, text] of svg.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? whole;
    if (text !== undefined) parent.children.push(decode(text));
    else if (close) open.pop();
    else {
      const pairs = [...attributes!.matchAll(ATTRIBUTE)].map(([, name, value]) => [name!, decode(value!)] as const);
      const element = { name: name!, attributes: new Map(pairs), children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return whole.children[0] as Element;
}

/** The entities that Vega writes. */
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x9;": "\t",
  "&#xA;": "\n",
  "&#xD;": "\r",
};

function decode(text: string): string {
  return text.replace(/&#?\w+;/g, (entity) => ENTITIES[entity] ?? entity);
}

const ATTRIBUTE = / ([\w:-]+)="([^"]*)"/g;
const TOKEN = /<(\/?)(\w+)((?: [\w:-]+="[^"]*")*)(\/?)>|([^<]+)/g;

/** Attributes that say nothing here: an image has no parts to speak of, and nothing to point at. */
const SILENT = /^(?:aria-.*|role|pointer-events|xmlns:xlink|version|font-family|class)$/;
/** Attributes that are written although they have their initial value. */
const INITIAL: Readonly<Record<string, string>> = { opacity: "1", x2: "0", y2: "0", transform: "translate(0,0)" };

function tidy({ name, attributes, children }: Element, own: (id: string) => string): Element {
  const kept = new Map<string, string>();
  // cells share their edges: smoothed one by one, these would shine through
  if (/^mark-rect /.test(attributes.get("class") ?? "")) kept.set("shape-rendering", "crispEdges");
  for (const [name, value] of attributes) {
    if (SILENT.test(name) || INITIAL[name] === value) continue;
    const places = name === "d" || name === "transform" ? 1 : 2;
    kept.set(
      name,
      name === "id" ? own(value) : short(value.replace(/url\(#([^)]*)\)/g, (_, id) => `url(#${own(id)})`), places),
    );
  }
  const inside = children.map((child) => typeof child === "string" ? child : tidy(child, own))
    .filter((child) => typeof child === "string" || !isEmpty(child))
    .flatMap((child) =>
      typeof child !== "string" && child.name === "g" && child.attributes.size === 0 ? child.children : [child]
    );
  return {
    name,
    attributes: kept,
    children: kept.has("shape-rendering") ? joined(inside) : repeated(ruled(inside), own),
  };
}

/** Numbers of at most so many decimals: outlines and places need one, a tenth of a pixel is not seen. */
function short(value: string, places: number): string {
  return value.replace(/-?\d+\.\d{2,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(places))));
}

function isEmpty({ name, attributes, children }: Element): boolean {
  if (name === "g") return children.length === 0;
  return name === "path" &&
    (/^(?:M0,0h0v0h0Z)?$/.test(attributes.get("d") ?? "") || attributes.get("display") === "none");
}

/** Neighbours that differ in where they are alone become one element with all their outlines. */
function joined(children: readonly Node[]): Node[] {
  return runsOf(children, outlineLook).flatMap((run) => {
    const [first] = run;
    if (run.length === 1 || typeof first === "string") return run;
    const outlines = run.map((path) => (path as Element).attributes.get("d")!).join("");
    return [{ ...first!, attributes: new Map([...first!.attributes, ["d", outlines]]) }];
  });
}

/** Neighbours that differ in where they are alone become marks at the corners of one path that is not drawn itself. */
function repeated(children: readonly Node[], own: (id: string) => string): Node[] {
  return runsOf(children, markLook).flatMap((run) => {
    const [first] = run;
    if (run.length < 3 || typeof first === "string") return run;
    const { transform: _, ...look } = Object.fromEntries(first!.attributes), id = own(`mark ${JSON.stringify(look)}`);
    const corners = run.map((path) => PLACE.exec((path as Element).attributes.get("transform")!)!.slice(1).join(" "));
    const shape: Element = { name: "path", attributes: new Map(Object.entries(look)), children: [] };
    const marker = { id, markerUnits: "userSpaceOnUse", overflow: "visible" };
    const mark = `url(#${id})`, at = { "marker-start": mark, "marker-mid": mark, "marker-end": mark };
    return [
      { name: "marker", attributes: new Map(Object.entries(marker)), children: [shape] },
      {
        name: "path",
        attributes: new Map(Object.entries({ d: `M${corners.join(" ")}`, fill: "none", ...at })),
        children: [],
      },
    ];
  });
}

/** Straight lines in a row that look alike become one path. */
function ruled(children: readonly Node[]): Node[] {
  return runsOf(children, lineLook).flatMap((run) => {
    if (run.length < 2) return run;
    const pieces = (run as Element[]).map(({ attributes }) => {
      const place = PLACE.exec(attributes.get("transform") ?? "")?.slice(1).join(" ") ?? "0 0";
      return `M${place}l${attributes.get("x2") ?? 0} ${attributes.get("y2") ?? 0}`;
    });
    const look = [...(run[0] as Element).attributes].filter(([name]) => !LINE_PLACE.includes(name));
    return [{ name: "path", attributes: new Map([["d", pieces.join("")], ...look]), children: [] }];
  });
}

const PLACE = /^translate\(([^,]*),([^)]*)\)$/;
const LINE_PLACE = ["transform", "x2", "y2"];

/** Children in runs of such as look alike; those without a look by themselves. */
function runsOf(children: readonly Node[], lookOf: (element: Element) => string | undefined): Node[][] {
  const runs: Node[][] = [];
  let before: string | undefined;
  for (const child of children) {
    const look = typeof child === "string" ? undefined : lookOf(child);
    if (look !== undefined && look === before) runs.at(-1)!.push(child);
    else runs.push([child]);
    before = look;
  }
  return runs;
}

/** What a path looks like but for its outline; undefined for all else. */
function outlineLook({ name, attributes }: Element): string | undefined {
  return name === "path" && !attributes.has("transform") ? lookBut(["d"], attributes) : undefined;
}

/** What a mark looks like but for its place; undefined for all else, and where it shines through. */
function markLook({ name, attributes }: Element): string | undefined {
  const isMark = name === "path" && PLACE.test(attributes.get("transform") ?? "") && !attributes.has("opacity");
  return isMark ? lookBut(["transform"], attributes) : undefined;
}

/** What a line looks like but for its place; undefined for all else, and where it shines through. */
function lineLook({ name, attributes }: Element): string | undefined {
  return name === "line" && !attributes.has("opacity") ? lookBut(LINE_PLACE, attributes) : undefined;
}

function lookBut(without: readonly string[], attributes: Element["attributes"]): string {
  return JSON.stringify([...attributes].filter(([name]) => !without.includes(name)));
}
