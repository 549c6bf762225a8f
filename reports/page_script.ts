/** The scripts of the pages, which tools/start.ts bundles first and replaces whole. */
import { InputError } from "../core/input/input_error.ts";
import { isReadingForbidden } from "../experiments/store/runtime.ts";

/**
 * The scripts by name. Written out as imports, they need no permission, and packages contain them wherever they come
 * from.
 */
const SCRIPTS = {
  page: () => import("../.build/page.js", { with: { type: "text" } }),
  lab: () => import("../.build/lab.js", { with: { type: "text" } }),
  lesson: () => import("../.build/lesson.js", { with: { type: "text" } }),
} as const;

const cached = new Map<string, Promise<string | undefined>>();

/**
 * The bundle of live/page_main.ts, for the pages of experiments.
 *
 * Undefined if it has not been made: nothing then runs in the pages. It is read once, so that all pages of a command
 * embed the same. Throws an InputError if reading it is forbidden: the task forbids it where bundling failed, because an
 * older bundle would run in the pages.
 */
export function pageScript(): Promise<string | undefined> {
  return scriptNamed("page");
}

/** The bundle of live/lab_main.ts, for the lab; like `pageScript`. */
export function labScript(): Promise<string | undefined> {
  return scriptNamed("lab");
}

/** The bundle of live/lesson_main.ts, for the lessons of the course; like `pageScript`. */
export function lessonScript(): Promise<string | undefined> {
  return scriptNamed("lesson");
}

function scriptNamed(name: keyof typeof SCRIPTS): Promise<string | undefined> {
  const script = cached.get(name) ?? readScript(name);
  cached.set(name, script);
  return script;
}

async function readScript(name: keyof typeof SCRIPTS): Promise<string | undefined> {
  const file = new URL(`../.build/${name}.js`, import.meta.url);
  if (file.protocol === "file:" && isReadingForbidden(file)) {
    throw new InputError({
      action: { verb: "make pages" },
      rule: "their script could not be bundled; the error above tells why",
    });
  }
  try {
    return (await SCRIPTS[name]()).default;
  } catch {
    return undefined;
  }
}
