/** Navigation through the course: an experiment's number, and the experiments before and after it. */
import type { Experiment } from "../../../experiments/experiment.ts";
import { type Html, markup } from "../../html.ts";

/** The position of an experiment in the course. */
export interface CoursePosition {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  /** The number of experiments in the course. */
  readonly total: number;
  readonly previous: Experiment | undefined;
  readonly next: Experiment | undefined;
}

/** The position of an experiment; undefined if the course does not contain it. */
export function positionIn(course: readonly Experiment[], id: string): CoursePosition | undefined {
  const index = course.findIndex((experiment) => experiment.id === id);
  if (index < 0) return undefined;
  return { id, number: index + 1, total: course.length, previous: course[index - 1], next: course[index + 1] };
}

/** The short navigation at the top of a page. */
export function courseHeader({ id, number, total, previous, next }: CoursePosition): Html {
  const link = (rel: string, text: string, neighbour: Experiment | undefined) =>
    neighbour &&
    markup`<a rel="${rel}" href="../${neighbour.id}/report.html" title="${neighbour.question}">${text}</a>`;
  const links = [link("prev", "← Previous", previous), link("next", "Next →", next)];
  return markup`<nav class="course" aria-label="Course">
<a href="../index.html#${id}">All experiments</a><span>${number} of ${total}</span>${links}</nav>
`;
}

/**
 * The navigation at the bottom of a page, with the neighbours' questions.
 *
 * A page depends on its own experiment's results alone: it does not know whether a neighbour was run, and says so.
 */
export function courseFooter({ id, number, previous, next }: CoursePosition): Html {
  const link = (rel: string, text: string, neighbour: Experiment | undefined, number: number) => {
    const place = markup`<span>${text}</span> <span class="place">${number}</span>`;
    return neighbour &&
      markup`<a rel="${rel}" href="../${neighbour.id}/report.html">${place} ${neighbour.question}</a>\n`;
  };
  return markup`<footer>
<nav aria-label="Before and after">
${link("prev", "Previous", previous, number - 1)}${link("next", "Next", next, number + 1)}</nav>
<p><a href="../index.html#${id}">All experiments</a>. One without a page was not run here: <code>deno task
experiment</code> runs all of them.</p>
</footer>`;
}
