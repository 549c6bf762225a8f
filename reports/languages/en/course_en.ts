/** The course's shared texts in English. */
import { prose } from "../../course/prose_markup.ts";
import type { PageTexts } from "../../course/course_texts.ts";
import { derivative, minus, product, sum } from "../../course/formula/expression.ts";
import { inlineMath as m } from "../../course/formula/mathml.ts";

/** The shared texts. */
export const COURSE_EN: PageTexts = {
  courseTitle: "A first course in neural nets",
  courseLead:
    prose`Short lessons on the smallest nets. Each one asks a question, derives its answer, and checks it against
thousands of trained nets.`,
  extent: (lessons, minutes) => `${lessons} lessons, ${minutes} minutes in all`,
  parts: {
    "unit": {
      title: "A unit",
      lead: prose`What one unit computes, and how its output can be read as a probability.`,
    },
    "learning": {
      title: "Learning",
      lead: prose`How a unit learns from examples: an error, its slope, and a small step downhill.`,
    },
    "one-layer": {
      title: "Why one layer fails",
      lead: prose`One unit draws one straight line. That is not enough for XOR.`,
    },
    "hidden-layers": {
      title: "Hidden layers",
      lead: prose`Two more units solve XOR. How they learn, what they learn, and what helps them.`,
    },
  },
  place: (lesson, lessons, part) => `Lesson ${lesson} of ${lessons} · ${part}`,
  glossaryLead: "The terms of the course, each in a line or two.",
  minutes: (minutes) => `${minutes} minutes`,
  prerequisites: "Read first:",
  noPrerequisites: "Needs school calculus only.",
  notation: "Your textbook’s notation",
  plusNotation: prose`${m("e")} = ${m(minus("d", "y"))}, weights move by ${m(sum(product("α", "δ", "x")))}`,
  minusNotation: prose`${m(derivative("E", "v"))}, weights move by −${m(product("α", derivative("E", "v"), "x"))}`,
  guess: "Guess first",
  showAnswer: "Show the answer",
  tryIt: "Try it",
  openLab: "Open this setting in the lab",
  idea: "The idea",
  finding: "What the experiment found",
  notRun: "The experiment of this lesson was not run here, so there is no result to quote.",
  toExperiment: "The experiment, with its data",
  update: "Work it by hand",
  exercises: "Exercises",
  answer: "Answer",
  code: "The same as a program",
  terms: "Terms of this lesson",
  sources: "Sources",
  previous: "Previous",
  next: "Next",
};
