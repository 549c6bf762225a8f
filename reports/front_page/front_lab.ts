/** The lab at the top of the front page: the whole component, with the steps of the course to start from. */
import { type Html, markup } from "../html.ts";
import { type Language, LANGUAGES } from "../languages/languages.ts";
import { parseLabAddress, settingAddress } from "../wire/lab_address.ts";
import { DEFAULT_STATE, LAB_ID, type LabPageData } from "../wire/lab_state.ts";

/** What the lab of a front page needs. */
export interface FrontLab {
  /** The bundle of live/lab_main.ts. */
  readonly script: string;
  readonly data: LabPageData;
}

/** The data of the lab with the steps of the course alone: it knows the published runs of their settings. */
export function stepsOf(data: LabPageData): LabPageData {
  const steps = data.presets.filter(({ isStep }) => isStep);
  const addresses = new Map(
    steps.map(({ experiment, address }) => [experiment, settingAddress(parseLabAddress(address, data).state)]),
  );
  const experiments = Object.entries(data.experiments).map(([id, { seal, replicates }]) => {
    const published = Object.entries(replicates).filter(([address]) => address === addresses.get(id));
    return [id, { seal, replicates: Object.fromEntries(published) }];
  });
  return { ...data, experiments: Object.fromEntries(experiments), presets: steps };
}

/** What the lab asks, which its script keeps true; part of the header. */
export function labQuestion(language: Language): Html {
  const { page } = LANGUAGES[language].lab;
  return markup`<p class="lead"><b data-lab="heading">${page.heading}</b>
<span data-lab="lead">${page.lead(DEFAULT_STATE.starts)}</span></p>
`;
}

/** The element in which the script mounts the lab. */
export function labPlace(): Html {
  return markup`<div id="${LAB_ID}"></div>
`;
}
