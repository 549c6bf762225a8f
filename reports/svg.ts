/** Vega's SVG made small: no words for a pointer that never comes, short numbers, what is repeated written once. */
import { escape, visible } from "./html.ts";
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
  /** Values as they are written, with their entities. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
}

/** An element, or text with its entities. */
type Node = Element | string;

/** Vega's SVG as a page takes it. */
export function tidySvg(svg: string, { id, label }: Naming): string {
  const ids = new Map<string, string>();
  const own = (name: string) => ids.get(name) ?? ids.set(name, `${id}-${ids.size + 1}`).get(name)!;
  const root = tidy(parse(svg), own);
  const named = [...root.attributes, ["role", "img"], ["aria-label", escape(label)], ["font-family", escape(SANS)]];
  return visible(print({ ...root, attributes: new Map(named as [string, string][]) }));
}

/** The tree of an SVG as Vega writes it: well formed, attributes in double quotes, no comments. */
function parse(svg: string): Element {
  const open: { name: string; attributes: Map<string, string>; children: Node[] }[] = [];
  const whole = { name: "", attributes: new Map<string, string>(), children: [] as Node[] };
  for (const [, close, name, attributes, empty, text] of svg.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? whole;
    if (text !== undefined) parent.children.push(text);
    else if (close) open.pop();
    else {
      const pairs = [...attributes!.matchAll(ATTRIBUTE)].map(([, name, value]) => [name!, value!] as const);
      const element = { name: name!, attributes: new Map(pairs), children: [] };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return whole.children[0] as Element;
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
    kept.set(
      name,
      name === "id" ? own(value) : short(value.replace(/url\(#([^)]*)\)/g, (_, id) => `url(#${own(id)})`)),
    );
  }
  const inside = children.map((child) => typeof child === "string" ? child : tidy(child, own))
    .filter((child) => typeof child === "string" || !isEmpty(child))
    .flatMap((child) =>
      typeof child !== "string" && child.name === "g" && child.attributes.size === 0 ? child.children : [child]
    );
  return { name, attributes: kept, children: kept.has("shape-rendering") ? joined(inside) : repeated(inside, own) };
}

/** Numbers of at most two decimals: a hundredth of a pixel is not seen. */
function short(value: string): string {
  return value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100));
}

function isEmpty({ name, attributes, children }: Element): boolean {
  if (name === "g") return children.length === 0;
  return name === "path" &&
    (/^(?:M0,0h0v0h0Z)?$/.test(attributes.get("d") ?? "") || attributes.get("display") === "none");
}

/** Neighbours that differ in where they are alone become one element with all their outlines. */
function joined(children: readonly Node[]): Node[] {
  return runsOf(children, "d").flatMap((run) => {
    const [first] = run;
    if (run.length === 1 || typeof first === "string") return run;
    const outlines = run.map((path) => (path as Element).attributes.get("d")!).join("");
    return [{ ...first!, attributes: new Map([...first!.attributes, ["d", outlines]]) }];
  });
}

/** Neighbours that differ in where they are alone become marks at the corners of one path that is not drawn itself. */
function repeated(children: readonly Node[], own: (id: string) => string): Node[] {
  return runsOf(children, "transform").flatMap((run) => {
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

const PLACE = /^translate\(([^,]*),([^)]*)\)$/;

/** Children in runs of paths that are alike but for an attribute; all others by themselves. */
function runsOf(children: readonly Node[], but: "d" | "transform"): Node[][] {
  const runs: Node[][] = [];
  let before: string | undefined;
  for (const child of children) {
    const look = lookOf(child, but);
    if (look !== undefined && look === before) runs.at(-1)!.push(child);
    else runs.push([child]);
    before = look;
  }
  return runs;
}

/** What a path looks like but for an attribute; undefined where it may not be put together with others. */
function lookOf(child: Node, but: "d" | "transform"): string | undefined {
  if (typeof child === "string" || child.name !== "path") return undefined;
  const place = child.attributes.get("transform");
  if (but === "d" ? place !== undefined : !PLACE.test(place ?? "") || child.attributes.has("opacity")) return undefined;
  return JSON.stringify([...child.attributes].filter(([name]) => name !== but));
}

function print(node: Node): string {
  if (typeof node === "string") return node;
  const { name, attributes, children } = node;
  const start = name + [...attributes].map(([name, value]) => ` ${name}="${value}"`).join("");
  return children.length > 0 ? `<${start}>${children.map(print).join("")}</${name}>` : `<${start}/>`;
}
