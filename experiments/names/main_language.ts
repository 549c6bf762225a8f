/** The language of experiments, files and commands; what has no translation is shown in it. */
export const MAIN_LANGUAGE = "en";
