/** Where an experiment stands in the course: its number, and what comes before and after it. */
import type { Experiment } from "../../experiments/experiment.ts";
import { type Html, markup } from "./html.ts";

/** An experiment of the course, as others see it. */
export interface Neighbour {
  /** Its folder beside that of the others. */
  readonly id: string;
  /** Its place in the course, from 1. */
  readonly number: number;
  readonly question: string;
}

/** The place of an experiment. */
export interface Place {
  readonly id: string;
  readonly number: number;
  /** How many experiments the course has. */
  readonly of: number;
  /** Absent for the first. */
  readonly previous?: Neighbour;
  /** Absent for the last. */
  readonly next?: Neighbour;
}

/** The place of an experiment in a course; undefined where it is none of it. */
export function placeIn(course: readonly Experiment[], id: string): Place | undefined {
  const at = course.findIndex((experiment) => experiment.id === id);
  if (at < 0) return undefined;
  const previous = neighbourAt(course, at - 1), next = neighbourAt(course, at + 1);
  return { id, number: at + 1, of: course.length, ...(previous && { previous }), ...(next && { next }) };
}

function neighbourAt(course: readonly Experiment[], at: number): Neighbour | undefined {
  const experiment = course[at];
  return experiment && { id: experiment.id, number: at + 1, question: experiment.question };
}

/** The way through the course for the head of a page: in few words, for those who leaf through it. */
export function headOf({ id, number, of, previous, next }: Place): Html {
  return markup`<nav class="course" aria-label="Course">
<a href="../index.html#${id}">All experiments</a><span>${number} of ${of}</span>${
    short(previous, "prev", "← Previous")
  }${short(next, "next", "Next →")}</nav>
`;
}

function short(neighbour: Neighbour | undefined, rel: "prev" | "next", words: string): Html | undefined {
  return neighbour && markup`<a rel="${rel}" href="${pageOf(neighbour)}" title="${neighbour.question}">${words}</a>`;
}

/**
 * The way through the course for the foot of a page, by the questions of its neighbours.
 *
 * A page is made from the results of its own experiment alone, so it cannot know which others were run, and says so.
 */
export function footOf({ id, previous, next }: Place): Html {
  return markup`<footer>
<nav aria-label="Before and after">
${long(previous, "prev", "Previous")}${long(next, "next", "Next")}</nav>
<p><a href="../index.html#${id}">All experiments</a> that were run here. Those that were not have no page yet:
<code>deno task experiment</code> runs all of them.</p>
</footer>`;
}

function long(neighbour: Neighbour | undefined, rel: "prev" | "next", words: string): Html | undefined {
  return neighbour &&
    markup`<a rel="${rel}" href="${
      pageOf(neighbour)
    }"><span>${words}</span> <span class="place">${neighbour.number}</span> ${neighbour.question}</a>
`;
}

function pageOf({ id }: Neighbour): string {
  return `../${id}/report.html`;
}
