/** DOM elements built without HTML strings, so that data stays text. */

/** Value of an attribute: `true` sets it empty, `false` and `undefined` omit it. */
type AttributeValue = string | number | boolean | undefined;
type Attributes = Readonly<Record<string, AttributeValue>>;
/** A child of an element; undefined is skipped. */
export type Child = Node | string | undefined;

/** Creates an HTML element. */
export function html<N extends keyof HTMLElementTagNameMap>(
  name: N,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[N] {
  return fill(document.createElement(name), attributes, children);
}

/** Creates an SVG element. */
export function svg<N extends keyof SVGElementTagNameMap>(
  name: N,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[N] {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

/** Sets attributes and returns the element. */
export function setAttributes<E extends Element>(element: E, attributes: Attributes): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  return element;
}

/** Replaces the children of an element. */
export function replaceChildren(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(...children.filter((child) => child !== undefined));
}

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  setAttributes(element, attributes);
  replaceChildren(element, ...children);
  return element;
}

/** Creates a form control with its label. */
export function labelled(text: string, control: HTMLElement): HTMLLabelElement {
  return html("label", {}, html("span", {}, text), control);
}

/** Creates a button. */
export function button(text: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const element = html("button", { type: "button", ...attributes }, text);
  element.addEventListener("click", onClick);
  return element;
}

/** Creates a drop-down list. */
export function select(options: readonly (readonly [value: string | number, text: string])[]): HTMLSelectElement {
  return html("select", {}, ...options.map(([value, text]) => html("option", { value }, text)));
}

/** Parses the JSON in an element of the page; undefined if there is no such element. */
export function readJson<V>(id: string): V | undefined {
  const text = document.getElementById(id)?.textContent;
  return text ? JSON.parse(text) as V : undefined;
}

/** Waits, so that the browser can do other work between two long tasks. */
export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
