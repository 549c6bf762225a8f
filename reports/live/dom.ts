/** Elements without strings of HTML: what is data stays text. */

/** What an attribute may be; true writes it empty, undefined and false leave it out. */
type Value = string | number | boolean | undefined;
type Attributes = Readonly<Record<string, Value>>;
/** What an element may hold; undefined is nothing. */
export type Child = Node | string | undefined;

/** An HTML element. */
export function html<N extends keyof HTMLElementTagNameMap>(
  name: N,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[N] {
  return filled(document.createElement(name), attributes, children);
}

/** An SVG element. */
export function svg<N extends keyof SVGElementTagNameMap>(
  name: N,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[N] {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

/** Sets attributes; the same element. */
export function set<E extends Element>(element: E, attributes: Attributes): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  return element;
}

/** Puts children in place of those that are there. */
export function refill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(...children.filter((child) => child !== undefined));
}

function filled<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  set(element, attributes);
  refill(element, ...children);
  return element;
}

/** A field with its label. */
export function labelled(text: string, control: HTMLElement, ...more: readonly Child[]): HTMLLabelElement {
  return html("label", {}, html("span", {}, text), control, ...more);
}

/** A button that does something. */
export function button(text: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = html("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

/** Lets the browser do other things for a while: what takes long is done in pieces. */
export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
