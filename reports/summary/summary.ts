/** The summary of a result: all that the front page shows of it. */
import { headlineOf } from "../../experiments/claims/sentence.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { numbersOf } from "../../experiments/claims/column_table.ts";
import type { Verdict } from "../../experiments/statistics/statistics.ts";
import type { Key } from "../chart/drawing.ts";
import type { SvgElement } from "../chart/svg/svg_tree.ts";
import type { Report } from "../experiment_report.ts";
import { translationOf } from "../languages/printed_texts.ts";
import { OTHER_LANGUAGES, type OtherLanguage } from "../languages/languages.ts";

/** What summary.json holds. */
export interface Summary {
  /** The experiment's id. */
  readonly experiment: string;
  readonly question: string;
  /** In one sentence. */
  readonly answer: string;
  /** The answer in other languages, by code; a language that lacks it is left out. */
  readonly translatedAnswers: Readonly<Partial<Record<OtherLanguage, string>>>;
  /** Number of claims by verdict. */
  readonly verdicts: VerdictCounts;
  /** Number of claims that an interval decides. */
  readonly intervalClaims: number;
  readonly runs: number;
  /** Epochs of all runs together. */
  readonly epochs: number;
  /** null where the page has no chart. */
  readonly thumbnail: Thumbnail | null;
}

/** Number of claims by verdict. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** One panel of a figure, with what is needed to read it. */
export interface Thumbnail {
  /** The figure's title. */
  readonly title: string;
  readonly key: Key | null;
  /** The panel's title; empty where the figure has one panel. */
  readonly panel: string;
  readonly picture: SvgElement;
}

/** Largest height of a thumbnail, in pixels, unless all are taller. */
const MAX_HEIGHT = 340;

/** The summary of a report; `thumbnails` are those of its figures, the best first. */
export function summaryOf({ plan, tables, judged, headline }: Report, thumbnails: readonly Thumbnail[]): Summary {
  const { id, question } = plan.experiment;
  const runs = tables.find(({ name }) => name === "runs")!.columnTable;
  const count = (verdict: Verdict) => judged.filter((claim) => claim.verdict === verdict).length;
  const low = thumbnails.find(({ picture }) => Number(picture.attributes.height) <= MAX_HEIGHT);
  const thumbnail = low ?? thumbnails[0];
  return {
    experiment: id,
    question,
    answer: headline,
    translatedAnswers: translatedAnswers(plan.experiment, judged),
    verdicts: { supported: count("supported"), refuted: count("refuted"), undecided: count("undecided") },
    intervalClaims: judged.filter(({ kind }) => kind === "comparison" || kind === "equivalence").length,
    runs: runs.length,
    epochs: numbersOf(runs, "epochs").reduce((sum, epochs) => sum + epochs, 0),
    thumbnail: thumbnail ? { ...thumbnail, key: thumbnail.key && withoutSeries(thumbnail.key) } : null,
  };
}

function translatedAnswers({ id, headline = [] }: Experiment, judged: Report["judged"]): Summary["translatedAnswers"] {
  const answers = OTHER_LANGUAGES.flatMap((language) => {
    const sentences = translationOf(id, language)?.headlines;
    const answer = sentences && headlineOf(headline, judged, sentences);
    return answer === undefined ? [] : [[language, answer]];
  });
  return Object.fromEntries(answers);
}

/** A key without its links to series. */
function withoutSeries({ title, entries }: Key): Key {
  return { title, entries: entries.map(({ series: _, ...entry }) => entry) };
}
