/** Vega's SVG made small: without roles and labels of its parts, with short numbers, repeated marks written once. */
import type { SvgElement, SvgNode } from "./svg_tree.ts";
import { SANS } from "../theme.ts";

/** The identity of an SVG in its page. */
export interface Naming {
  /** Prefix of every id inside, so that the ids of a page's charts differ. */
  readonly id: string;
  /** What it shows, as text for screen readers. */
  readonly label: string;
}

/** Vega's SVG as a page embeds it. */
export function tidySvg(svg: string, { id, label }: Naming): SvgElement {
  const ids = new Map<string, string>();
  const own = (name: string) => ids.get(name) ?? ids.set(name, `${id}-${ids.size + 1}`).get(name)!;
  const root = tidy(parse(svg), own);
  return { ...root, attributes: { ...root.attributes, role: "img", "aria-label": label, "font-family": SANS } };
}

/** The tree of an SVG as Vega writes it: well formed, attributes in double quotes, no comments. */
function parse(svg: string): SvgElement {
  const open: { readonly children: SvgNode[] }[] = [{ children: [] }];
  const [document] = open;
  for (const [, close, name, attributes, empty, text] of svg.matchAll(TOKEN)) {
    const siblings = open.at(-1)!.children;
    if (text !== undefined) siblings.push(decode(text));
    else if (close) open.pop();
    else {
      const pairs = [...attributes!.matchAll(ATTRIBUTE)].map(([, name, value]) => [name!, decode(value!)] as const);
      const element = { name: name!, attributes: Object.fromEntries(pairs), children: [] };
      siblings.push(element);
      if (!empty) open.push(element);
    }
  }
  return document!.children[0] as SvgElement;
}

/** The entities that Vega writes. */
const ENTITIES = new Map(
  Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', "#x9": "\t", "#xA": "\n", "#xD": "\r" }),
);

function decode(text: string): string {
  return text.replace(/&(#?\w+);/g, (entity, name) => ENTITIES.get(name) ?? entity);
}

const ATTRIBUTE = / ([\w:-]+)="([^"]*)"/g;
const TOKEN = /<(\/?)(\w+)((?: [\w:-]+="[^"]*")*)(\/?)>|([^<]+)/g;

/** Attributes without meaning here: the parts of an image have no roles and no pointer events. */
const REDUNDANT = /^(?:aria-.*|role|pointer-events|xmlns:xlink|version|font-family|class)$/;
/** Initial values that Vega writes out. */
const INITIAL: Readonly<Record<string, string>> = { opacity: "1", x2: "0", y2: "0", transform: "translate(0,0)" };

function tidy({ name, attributes, children }: SvgElement, own: (id: string) => string): SvgElement {
  // cells share edges; with antialiasing the background would show between them
  const isCells = attributes.class?.startsWith("mark-rect ") ?? false;
  const kept = Object.entries(attributes)
    .filter(([name, value]) => !REDUNDANT.test(name) && INITIAL[name] !== value)
    .map(([name, value]) => {
      if (name === "id") return [name, own(value)] as const;
      const linked = value.replace(/url\(#([^)]*)\)/g, (_, id) => `url(#${own(id)})`);
      return [name, rounded(linked, name === "d" || name === "transform" ? 1 : 2)] as const;
    });
  const inside = children.map((child) => typeof child === "string" ? child : tidy(child, own))
    .filter((child) => typeof child === "string" || !isEmpty(child))
    .flatMap((child) => isBareGroup(child) ? child.children : [child]);
  return {
    name,
    attributes: { ...(isCells && { "shape-rendering": "crispEdges" }), ...Object.fromEntries(kept) },
    children: isCells ? joinOutlines(inside) : useMarkers(joinLines(inside), own),
  };
}

function isBareGroup(node: SvgNode): node is SvgElement {
  return typeof node !== "string" && node.name === "g" && Object.keys(node.attributes).length === 0;
}

/** Rounds the numbers in a value: for outlines and positions one decimal is enough, a tenth of a pixel is invisible. */
function rounded(value: string, decimals: number): string {
  return value.replace(/-?\d+\.\d{2,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(decimals))));
}

function isEmpty({ name, attributes: { d = "", display }, children }: SvgElement): boolean {
  if (name === "g") return children.length === 0;
  return name === "path" && (d === "" || d === "M0,0h0v0h0Z" || display === "none");
}

/** Joins neighbours that differ only in their outline into one path. */
function joinOutlines(children: readonly SvgNode[]): SvgNode[] {
  const isOutline = (node: SvgElement) => node.name === "path" && node.attributes.transform === undefined;
  return joinAlike(children, 2, isOutline, ["d"], (paths) => {
    const d = paths.map(({ attributes }) => attributes.d).join("");
    return [{ ...paths[0]!, attributes: { ...paths[0]!.attributes, d } }];
  });
}

/** Replaces neighbours that differ only in position by markers at the corners of one invisible path; none translucent. */
function useMarkers(children: readonly SvgNode[], own: (id: string) => string): SvgNode[] {
  const isMark = ({ name, attributes: { transform = "", opacity } }: SvgElement) =>
    name === "path" && POSITION.test(transform) && opacity === undefined;
  return joinAlike(children, 3, isMark, ["transform"], (marks, style) => {
    const id = own(`mark ${JSON.stringify(style)}`);
    const url = `url(#${id})`;
    const corners = { d: `M${marks.map(positionOf).join(" ")}`, fill: "none" };
    return [
      {
        name: "marker",
        attributes: { id, markerUnits: "userSpaceOnUse", overflow: "visible" },
        children: [pathElement(style)],
      },
      pathElement({ ...corners, "marker-start": url, "marker-mid": url, "marker-end": url }),
    ];
  });
}

/** Joins neighbouring lines with the same style into one path; none translucent. */
function joinLines(children: readonly SvgNode[]): SvgNode[] {
  const isLine = ({ name, attributes }: SvgElement) => name === "line" && attributes.opacity === undefined;
  return joinAlike(children, 2, isLine, ["transform", "x2", "y2"], (lines, style) => {
    const outlines = lines.map((line) => `M${positionOf(line)}l${line.attributes.x2 ?? 0} ${line.attributes.y2 ?? 0}`);
    return [pathElement({ d: outlines.join(""), ...style })];
  });
}

const POSITION = /^translate\(([^,]*),([^)]*)\)$/;

function positionOf({ attributes: { transform = "" } }: SvgElement): string {
  return POSITION.exec(transform)?.slice(1).join(" ") ?? "0 0";
}

function pathElement(attributes: SvgElement["attributes"]): SvgElement {
  return { name: "path", attributes, children: [] };
}

/** Joins at least `least` neighbouring elements that agree in all attributes but those named `apart`: in their style. */
function joinAlike(
  nodes: readonly SvgNode[],
  least: number,
  isJoinable: (element: SvgElement) => boolean,
  apart: readonly string[],
  join: (elements: readonly SvgElement[], style: SvgElement["attributes"]) => readonly SvgNode[],
): SvgNode[] {
  const styleOf = ({ attributes }: SvgElement) =>
    Object.fromEntries(Object.entries(attributes).filter(([name]) => !apart.includes(name)));
  const groups: { readonly style: string | undefined; readonly members: SvgNode[] }[] = [];
  for (const node of nodes) {
    const style = typeof node !== "string" && isJoinable(node) ? JSON.stringify(styleOf(node)) : undefined;
    const last = groups.at(-1);
    if (last && style !== undefined && last.style === style) last.members.push(node);
    else groups.push({ style, members: [node] });
  }
  return groups.flatMap(({ members }) => {
    const elements = members as SvgElement[];
    return members.length < least ? members : join(elements, styleOf(elements[0]!));
  });
}
