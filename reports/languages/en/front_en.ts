/** The texts of the front page in English. */
import { SUITE } from "../../../experiments/store/provenance.ts";
import type { FrontTexts } from "../../front_page/front_texts.ts";
import { markup } from "../../html.ts";
import { formatCount } from "../../page/numbers.ts";

/** The texts. */
export const FRONT_EN: FrontTexts = {
  title: "What the smallest neural nets learn",
  description: (experiments) =>
    `${SUITE.name}: ${
      formatCount(experiments, "experiment")
    } on the smallest neural nets, each reproducible to the last bit.`,
  extent: ({ experiments, runs, epochs, claims }) =>
    `${formatCount(experiments, "experiment")} in the order of a first course, with ${formatCount(runs, "run")} of ${
      formatCount(epochs, "epoch")
    } ` +
    `in total, and ${formatCount(claims, "claim")} whose rules are sealed.`,
  links: ({ lab, course, method }) =>
    markup`<a href="${lab}">Open the lab</a>: set up a net and watch hundreds of starts learn.
<a href="${course}">Take the course</a>: short lessons that derive what the results show.
<a href="${method}">Data &amp; method</a>`,
  course: { title: "The course", lead: "Short lessons that derive what the results show." },
  search: {
    label: "Search lessons and experiments",
    count: "{matches} of {cards} lessons and experiments",
    nothing: "Nothing fits. Try ",
    often: ["XOR", "learning rate", "dead ReLU", "backpropagation", "vanishing gradient"],
  },
  parts: {
    "one-layer": {
      title: "One layer",
      lead: "A single unit draws one straight line: enough for fourteen of sixteen functions, but not for XOR.",
    },
    "hidden-layer": {
      title: "A hidden layer",
      lead: "Two nonlinear units can compute XOR; whether a net learns it depends on width, activation and loss.",
    },
    "training": {
      title: "How to train it",
      lead: "Start, step and update rule decide how soon a net learns, and from how many starts.",
    },
    "failing": {
      title: "When it fails",
      lead: "What stuck nets look like, what helps them, and how fast the task grows with its inputs.",
    },
    "others": { title: "Further experiments", lead: "Outside the course." },
  },
  method: {
    title: "Data & method",
    judgement: {
      title: "How claims are judged",
      seal:
        markup`A claim is a rule as data: which rows, which column, which threshold. The seal, the SHA-256 of an experiment’s rules,
names every random stream. Whoever edits a rule after seeing the data gets other random numbers, so the run that judges a
claim cannot have suggested it. A seal does not cover the code that fills a table.`,
      confidence: (claims, pages, most) =>
        markup`${formatCount(claims, "claim")} on ${
          formatCount(pages, "page")
        } are decided by intervals; those of one page hold
together with 95 % confidence (Holm 1979): expect a wrong verdict on at most ${most} of these pages.`,
    },
    verification: {
      title: "How to verify and cite",
      how:
        markup`<code>deno task experiment verify results</code> trains every run again and compares every value and every file with
these results, bit for bit. Without installing anything, each page trains its own runs again, under “Reproduce here”.
Every number is in the CSV files beside the pages, with all its digits.`,
      cite: (title, suite, seeds, digest) =>
        markup`“${title}”, results of the suite ${suite}, suite seed ${seeds}. The
<span class="unbroken">SHA-256</span> of the manifests begins with <code>${digest}</code>.`,
    },
    facts: {
      title: "These results",
      suite: "Suite",
      seed: "Suite seed",
      madeBy: "Made by",
      severalCommands: "several commands: the page of each experiment has its own",
      charts: "Charts",
      licence: "Licence",
      digest: markup`of the manifest.json files in
this order, which hold the digests of all others`,
    },
    stages: [
      { title: "Ask", result: "claims with rules" },
      { title: "Seal", result: "SHA-256 of the rules" },
      { title: "Draw", result: "random starts" },
      { title: "Train", result: "runs.csv" },
      { title: "Judge", result: "claims.csv" },
      { title: "Publish", result: "page, manifest.json" },
    ],
    then: "; then ",
    followed: {
      title: "One claim, from rule to digest",
      rule: (statement, rule) => markup`<b>Rule.</b> “${statement}” ${rule}`,
      seal: (experiment, seal) => markup`<b>Seal.</b> The SHA-256 of all rules of ${experiment} is ${seal}`,
      randomNumbers: (seed, experiment) =>
        markup`<b>Random numbers.</b> The first start, number 0, draws its weights from the stream
named ${seed}, ${experiment}, the seal, <code>0</code>. Another rule is another name, so other weights.`,
      data: (runs, digest) => markup`<b>Data.</b> ${runs} has the SHA-256 ${digest}`,
      verdict: (verdict, claims, digest) =>
        markup`<b>Verdict.</b> ${verdict}
The SHA-256 of ${claims} is ${digest}`,
      digest: (manifest) => markup`<b>Digest.</b> ${manifest} lists both, and the SHA-256 of these results covers it.`,
    },
  },
};
