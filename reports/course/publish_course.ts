/** Makes the pages of the course in every language. */
import type { Files } from "../../experiments/store/files.ts";
import type { Manifest } from "../../experiments/store/manifest.ts";
import { LANGUAGE_CODES } from "../languages/languages.ts";
import { pathOf } from "../site/site_paths.ts";
import { renderContents, renderGlossary } from "./contents_page.ts";
import { LESSON_IDS } from "./course_parts.ts";
import { type Quote, readFinding } from "./finding.ts";
import { type LiveSources, renderLesson } from "./lesson_page.ts";

/**
 * The files of the course by path; they quote the results in `folder` whose manifests are given by experiment.
 *
 * Without `live`, their labs are links.
 */
export function publishCourse(
  folder: string,
  manifests: ReadonlyMap<string, Manifest>,
  live?: LiveSources,
): Files {
  const quote: Quote = ({ experiment, claim }) => {
    const manifest = manifests.get(experiment);
    return manifest && readFinding(`${folder}/${experiment}`, manifest, claim);
  };
  return new Map(LANGUAGE_CODES.flatMap((language) =>
    [
      [pathOf("course/index.html", language), renderContents(language)],
      [pathOf("course/glossary.html", language), renderGlossary(language)],
      ...LESSON_IDS.map((id) =>
        [
          pathOf(`course/${id}.html`, language),
          renderLesson(id, language, { quote, live }),
        ] as const
      ),
    ] as const
  ));
}
