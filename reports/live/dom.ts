/** DOM elements built without HTML strings, so that data stays text. */

/** Value of an attribute: `true` sets it empty, `false` and `undefined` omit it. */
type AttributeValue = string | number | boolean | undefined;
/** The attributes of an element by name. */
export type Attributes = Readonly<Record<string, AttributeValue>>;
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

/** Creates an SVG picture of a size in pixels. */
export function picture(width: number, height: number, label: string, ...children: readonly Child[]): SVGSVGElement {
  return svg(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label },
    ...children,
  );
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

/** Creates a drop-down list; `onChange` receives the value that the reader selects. */
export function select(
  options: readonly (readonly [value: string | number, text: string])[],
  onChange: (value: string) => void = () => {},
): HTMLSelectElement {
  const element = html("select", {}, ...options.map(([value, text]) => html("option", { value }, text)));
  element.addEventListener("change", () => onChange(element.value));
  return element;
}

/** Creates a row of form controls. */
export function controlRow(...controls: readonly Child[]): HTMLDivElement {
  return html("div", { class: "controls" }, ...controls);
}

/** Reads a number field: its value rounded and within its bounds, or the lower bound if it has no number. */
export function readInteger({ value, min, max }: HTMLInputElement): number {
  const entered = Math.round(Number(value));
  return Number.isFinite(entered) ? Math.min(Number(max), Math.max(Number(min), entered)) : Number(min);
}

/** Parses the JSON in an element of the page; undefined if there is no such element. */
export function readJson<V>(id: string): V | undefined {
  const text = document.getElementById(id)?.textContent;
  return text ? JSON.parse(text) as V : undefined;
}

/** Calls a function once, as soon as half of an element is in the window. */
export function whenSeen(element: Element, act: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    act();
  }, { threshold: 0.5 });
  observer.observe(element);
}

let ids = 0;

/** An id that no other element of the page has. */
export function uniqueId(name: string): string {
  return `${name}-${ids++}`;
}

/** Waits, so that the browser can do other work between two long tasks. */
export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
