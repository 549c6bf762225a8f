/** Applies tampers to copies of a result, so that digests do not give them away. */
import { InputError } from "../../core/input/input_error.ts";
import { readPlannedResult } from "../../command/results/results_folder.ts";
import { formatJson, sha256Hex } from "../../experiments/store/files.ts";
import { readTables } from "../../experiments/store/read_result.ts";
import { publishFrontPage } from "../../reports/front_page/publish_front_page.ts";
import { pageScript } from "../../reports/page_script.ts";
import { publish } from "../../reports/publish.ts";
import type { Tamper } from "./tampers.ts";

/** Writes a copy of a result that has been tampered with; returns false if its files cannot be rebuilt. */
export async function writeTampered(
  copy: string,
  texts: ReadonlyMap<string, string>,
  tamper: Tamper,
): Promise<boolean> {
  const { path, after, reseal } = tamper;
  for (const [name, text] of texts) await write(`${copy}/${name}`, text);
  if (after === undefined) await Deno.remove(`${copy}/${path}`);
  else await write(`${copy}/${path}`, after);
  const [id, name] = path.split("/");
  if (name === undefined) return true;
  if (reseal === "everything" && !await rebuild(`${copy}/${id}`)) return false;
  if (reseal === "digests" && name !== "manifest.json") await sealDigest(`${copy}/${id}`, name, after);
  const { files } = await publishFrontPage(copy);
  await write(`${copy}/index.html`, files.get("index.html")!);
  return true;
}

async function write(path: string, text: string): Promise<void> {
  await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  await Deno.writeTextFile(path, text);
}

/** Puts a file's digest into the manifest, or removes that of a file that is gone. */
async function sealDigest(folder: string, name: string, text: string | undefined): Promise<void> {
  const manifest = JSON.parse(await Deno.readTextFile(`${folder}/manifest.json`));
  if (text === undefined) delete manifest.files[name];
  else manifest.files[name] = sha256Hex(text);
  await write(`${folder}/manifest.json`, formatJson(manifest));
}

/** Makes all files that follow from the tables, as `report` does; returns false if it would refuse the tables. */
async function rebuild(folder: string): Promise<boolean> {
  try {
    const { plan } = await readPlannedResult(folder, undefined);
    const { files } = await publish(plan, await readTables(folder, plan), { script: await pageScript() });
    for (const [name, text] of files) await write(`${folder}/${name}`, text);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
