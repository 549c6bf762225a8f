/** The MathML of the course's pages: every element has the children that browsers expect of it. */
import { assertEquals, assertGreater } from "@std/assert";
import { publishCourse } from "../../../reports/course/publish_course.ts";

/** Elements with a fixed number of children. */
const CHILDREN: Readonly<Record<string, number>> = {
  msup: 2,
  msub: 2,
  msubsup: 3,
  mfrac: 2,
  mroot: 2,
  mover: 2,
  munder: 2,
};

/** Each element of `CHILDREN` in a page, with its number of children. */
function countedIn(html: string): { readonly name: string; readonly children: number }[] {
  const found: { name: string; children: number }[] = [];
  for (const [math] of html.matchAll(/<math[\s\S]*?<\/math>/g)) {
    const open: { name: string; children: number }[] = [];
    for (const [, slash, name] of math.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
      if (slash === "/") {
        const { name: opened, children } = open.pop()!;
        assertEquals(opened, name!, math);
        if (opened in CHILDREN) found.push({ name: opened, children });
      } else {
        if (open.length > 0) open.at(-1)!.children++;
        open.push({ name: name!, children: 0 });
      }
    }
    assertEquals(open, [], math);
  }
  return found;
}

Deno.test("scripts and fractions have two children each", () => {
  let elements = 0;
  for (const [path, html] of publishCourse("/nowhere", new Map())) {
    const found = countedIn(html);
    assertEquals(found.filter(({ name, children }) => children !== CHILDREN[name]), [], path);
    elements += found.length;
  }
  assertGreater(elements, 1000);
});

Deno.test("countedIn counts the children of each element", () => {
  const text = "<math><msup><mrow><mi>a</mi><mi>b</mi></mrow></msup><mfrac><mn>1</mn><mn>2</mn></mfrac></math>";
  assertEquals(countedIn(text), [{ name: "msup", children: 1 }, { name: "mfrac", children: 2 }]);
});
