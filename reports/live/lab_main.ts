/** The script of the lab. Without a document it runs as one of its workers. */
import { LAB_DATA_ID, LAB_ID, type LabPageData } from "../wire/lab_state.ts";
import { readJson } from "./dom.ts";
import { mountLab } from "./lab/lab.ts";
import { serveLab } from "./lab/worker/lab_worker.ts";

if (typeof document === "undefined") serveLab(self as unknown as Parameters<typeof serveLab>[0]);
else start();

function start(): void {
  const script = document.getElementById("page-script")?.textContent;
  const data = readJson<LabPageData>(LAB_DATA_ID);
  if (!script || !data) return;
  document.documentElement.classList.add("live");
  mountLab(document.getElementById(LAB_ID)!, data, script);
}
