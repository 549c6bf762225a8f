/** Splits a page into what a browser would act on. */

/** The parts of a page. */
export interface PageParts {
  /** Names of elements, and of attributes as `element.attribute`. */
  readonly names: ReadonlySet<string>;
  /** Values of attributes that lead somewhere or run something. */
  readonly links: ReadonlySet<string>;
  /** The texts of scripts and styles. */
  readonly raw: ReadonlySet<string>;
}

/** Attributes whose values matter; the value of every other attribute is mere text. */
const ACTIVE = ["href", "xlink:href", "src", "srcset", "style", "action", "formaction", "http-equiv"];

/** Reads a page as a browser does: a tag ends at a `>` outside quotation marks. */
export function partsOf(page: string): PageParts {
  const names = new Set<string>();
  const links = new Set<string>();
  const raw = new Set<string>();
  const tag = /<!--[^]*?-->|<\/?([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
  for (let match; (match = tag.exec(page));) {
    const [, element = "comment", attributes = ""] = match;
    names.add(element.toLowerCase());
    for (const [, name, quoted, bare] of attributes.matchAll(/([^\s"'=/]+)(?:\s*=\s*(?:"([^"]*)"|'?([^\s"']*)'?))?/g)) {
      names.add(`${element}.${name}`.toLowerCase());
      const isActive = ACTIVE.includes(name!.toLowerCase()) || /^on/i.test(name!);
      if (isActive) links.add(`${name}=${quoted ?? bare}`);
    }
    if (!/^(?:script|style)$/i.test(element) || match[0].startsWith("</")) continue;
    const found = page.toLowerCase().indexOf(`</${element.toLowerCase()}`, tag.lastIndex);
    const end = found < 0 ? page.length : found;
    raw.add(page.slice(tag.lastIndex, end));
    tag.lastIndex = end;
  }
  return { names, links, raw };
}

/** What a page has that another has not. */
export function surplusOf(page: PageParts, honest: PageParts): string[] {
  const parts = ["names", "links", "raw"] as const;
  return parts.flatMap((part) =>
    [...page[part].difference(honest[part])].map((each) => `${part}: ${each.slice(0, 80)}`)
  );
}
