/** Sentences of the course: what a line must not tear, in both languages. */
import { assertEquals } from "@std/assert";
import { minus } from "../../../reports/course/formula/expression.ts";
import { inlineMath } from "../../../reports/course/formula/mathml.ts";
import { m as mathWithParticle } from "../../../reports/languages/ko/writing_ko.ts";
import { prose } from "../../../reports/course/prose_markup.ts";
import { byNotation, term } from "../../../reports/course/terms.ts";
import { type Html, markup } from "../../../reports/html.ts";
import { plainText } from "../html_text.ts";

/** The texts that a piece of HTML keeps on one line. */
function unbrokenIn({ html }: Html): string[] {
  return [...html.matchAll(/<span class="unbroken">([\s\S]*?)<\/span>/g)].map(([, inside]) => plainText(inside!));
}

const m = inlineMath;

Deno.test("prose keeps a formula with the punctuation beside it", () => {
  assertEquals(unbrokenIn(prose`${m("a")}, then −${m("b")} and ${m("c")}.`), ["a,", "−b", "c."]);
  assertEquals(unbrokenIn(prose`the output ${m("y")} of it`), []);
});

Deno.test("prose keeps both sides of an operator, and a pair of numbers", () => {
  assertEquals(unbrokenIn(prose`The rate is α = ${0.9}. Then 1 − 2 = −1 follows.`), ["α = 0.9.", "1 − 2 = −1"]);
  assertEquals(unbrokenIn(prose`${m("e")} = ${m(minus("d", "y"))}, as ln 1 = 0`), ["e = d−y,", "ln 1 = 0"]);
  assertEquals(unbrokenIn(prose`from (0, 1) to ${"[−0.9, 1]"} %`), ["(0, 1)", "[−0.9, 1]"]);
  assertEquals(unbrokenIn(prose`this (and more, or less) stays`), []);
});

Deno.test("prose keeps a Korean particle with its bracket, quote or sign", () => {
  assertEquals(unbrokenIn(prose`점 (1, 1)은 ‘예’라고 하고 콘솔(F12)에 ${95}%포인트`), [
    "(1, 1)은",
    "‘예’라고",
    "콘솔(F12)에",
    "95%포인트",
  ]);
  assertEquals(unbrokenIn(prose`노드는 출력을 냅니다. “그렇다.”`), []);
});

Deno.test("prose leaves other HTML alone: it can be long, and breaks inside", () => {
  const long = byNotation(markup`a sentence = of words`, markup`another`);
  assertEquals(unbrokenIn(prose`${long}: ${term("net", "net")}s and <b>1 = 2</b>`), []);
  assertEquals(prose`a ${"<b>"} ${undefined}c`.html, "a &lt;b&gt; c");
  assertEquals(
    plainText(prose`${mathWithParticle("v", "는")} ${m("w")}을 ${[1, " ", 2]} 더한다`.html),
    "v는 w을 1 2 더한다",
  );
});
