import { InputError } from "../../core/input/input_error.ts";
import { foldersOf, prepareFolder, writeFiles } from "../../experiments/store/files.ts";
import { lockFolder } from "../../experiments/store/lock.ts";
import { configTrainer } from "../../experiments/training/trainer.ts";
import { EN } from "../../reports/languages/en/lab_en.ts";
import { labAddress, parseLabAddress } from "../../reports/wire/lab_address.ts";
import { labConfigs } from "../../reports/wire/lab_config.ts";
import { labStatistics } from "../../reports/wire/lab_statistics.ts";
import type { LabPageData, LabState } from "../../reports/wire/lab_state.ts";
import { requireAccess } from "../cli/file_access.ts";
import type { RunSubcommand } from "../cli/subcommand.ts";
import type { Terminal } from "../cli/terminal.ts";
import { jsonLine } from "../cli/text_output.ts";

/** `lab`: the lab as a page, or the answer to one of its settings. */
export const run: RunSubcommand = async ({ operands: [address], options: { out, json = false } }, terminal) => {
  if (address === undefined) {
    if (json) throw new InputError({ field: "--json", rule: "needs ADDRESS" });
    await writeLab(out ?? "results", terminal);
  } else {
    if (out !== undefined) throw new InputError({ field: "--out", rule: "must not be given with ADDRESS" });
    const { labPageData } = await import("../../reports/lab/lab_data.ts");
    await answer(address, labPageData(), json, terminal);
  }
  return 0;
};

async function writeLab(folder: string, terminal: Terminal): Promise<void> {
  await requireAccess({ read: [folder], write: [folder] });
  const { publishLab } = await import("../../reports/lab/lab_page.ts");
  const files = await publishLab();
  using _lock = lockFolder(folder);
  prepareFolder(folder, { isNamed: true });
  foldersOf(files.keys()).forEach((inner) => prepareFolder(`${folder}/${inner}`));
  writeFiles(folder, files, { isNamed: true });
  for (const file of files.keys()) terminal.printResult(`${folder}/${file}`);
}

/** Trains the nets of a setting and prints how many are solved. */
async function answer(address: string, page: LabPageData, json: boolean, terminal: Terminal): Promise<void> {
  const state = readAddress(address, page);
  const trained = await configTrainer()(labConfigs(state, [...Array(state.starts).keys()], page), {
    engine: "auto",
  });
  const solvedEpochs = trained.map(({ solvedEpoch }) => solvedEpoch);
  const statistics = labStatistics(solvedEpochs, state.epochs);
  const { wall } = EN;
  terminal.printResult(
    json
      ? jsonLine({
        address: labAddress(state),
        ...statistics,
        solvedEpochs: solvedEpochs.map((epoch) => epoch ?? null),
      })
      : `${wall.solved(statistics.solved, statistics.n)}: ${wall.share(statistics)}`,
  );
}

/** The setting of an address; throws an InputError with the first problem, if there is any. */
function readAddress(address: string, page: LabPageData): LabState {
  const { state, problems: [problem] } = parseLabAddress(address, page);
  if (!problem) return state;
  const { field: _, path, ...fault } = problem;
  throw new InputError({ ...fault, field: path, action: { verb: "read the address" } });
}
