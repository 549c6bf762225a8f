/** Navigation through the course: an experiment's number, and the experiments before and after it. */
import type { Experiment } from "../../../experiments/experiment.ts";
import { type Html, markup } from "../../html.ts";

/** An experiment as others link to it. */
export interface Neighbour {
  /** Its folder beside theirs. */
  readonly id: string;
  /** Its place in the course, from 1. */
  readonly number: number;
  readonly question: string;
}

/** The position of an experiment in the course. */
export interface CoursePosition {
  readonly id: string;
  readonly number: number;
  /** The number of experiments in the course. */
  readonly total: number;
  /** Absent for the first. */
  readonly previous?: Neighbour;
  /** Absent for the last. */
  readonly next?: Neighbour;
}

/** The position of an experiment; undefined if the course does not contain it. */
export function positionIn(course: readonly Experiment[], id: string): CoursePosition | undefined {
  const index = course.findIndex((experiment) => experiment.id === id);
  if (index < 0) return undefined;
  const previous = neighbourAt(course, index - 1);
  const next = neighbourAt(course, index + 1);
  return { id, number: index + 1, total: course.length, ...(previous && { previous }), ...(next && { next }) };
}

function neighbourAt(course: readonly Experiment[], index: number): Neighbour | undefined {
  const experiment = course[index];
  return experiment && { id: experiment.id, number: index + 1, question: experiment.question };
}

/** The short navigation at the top of a page. */
export function courseHeader({ id, number, total, previous, next }: CoursePosition): Html {
  return markup`<nav class="course" aria-label="Course">
<a href="../index.html#${id}">All experiments</a><span>${number} of ${total}</span>${
    shortLink(previous, "prev", "← Previous")
  }${shortLink(next, "next", "Next →")}</nav>
`;
}

function shortLink(neighbour: Neighbour | undefined, rel: "prev" | "next", text: string): Html | undefined {
  return neighbour && markup`<a rel="${rel}" href="${pageOf(neighbour)}" title="${neighbour.question}">${text}</a>`;
}

/**
 * The navigation at the bottom of a page, with the neighbours' questions.
 *
 * A page depends on its own experiment's results alone: it does not know whether a neighbour was run, and says so.
 */
export function courseFooter({ id, previous, next }: CoursePosition): Html {
  return markup`<footer>
<nav aria-label="Before and after">
${longLink(previous, "prev", "Previous")}${longLink(next, "next", "Next")}</nav>
<p><a href="../index.html#${id}">All experiments</a> that were run here. The others have no page yet:
<code>deno task experiment</code> runs all of them.</p>
</footer>`;
}

function longLink(neighbour: Neighbour | undefined, rel: "prev" | "next", text: string): Html | undefined {
  return neighbour &&
    markup`<a rel="${rel}" href="${
      pageOf(neighbour)
    }"><span>${text}</span> <span class="place">${neighbour.number}</span> ${neighbour.question}</a>
`;
}

function pageOf({ id }: Neighbour): string {
  return `../${id}/report.html`;
}
