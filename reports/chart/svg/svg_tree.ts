/** SVG as data: elements with plain text, escaped only when printed. */
import { escape } from "../../html.ts";

/** An element; attribute values and texts are plain, without entities. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgNode[];
}

/** An element or a text. */
export type SvgNode = SvgElement | string;

/** The markup of a tree. */
export function printSvg(node: SvgNode): string {
  if (typeof node === "string") return escape(node);
  const { name, attributes, children } = node;
  const start = name + Object.entries(attributes).map(([name, value]) => ` ${name}="${escape(value)}"`).join("");
  return children.length > 0 ? `<${start}>${children.map(printSvg).join("")}</${name}>` : `<${start}/>`;
}
