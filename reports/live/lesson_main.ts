/** The script of lessons. Without a document it runs as one of the workers of their labs. */
import { labAddress } from "../wire/lab_address.ts";
import { type Interactive, LESSON_DATA_ID, LESSON_LAB_ID, type LessonData } from "../wire/lesson_data.ts";
import { readJson } from "./dom.ts";
import { mountLab } from "./lab/lab.ts";
import { serveLab } from "./lab/worker/lab_worker.ts";
import { mountNotationSwitch } from "./lesson/notation_switch.ts";
import { mountTwoLines } from "./lesson/two_lines.ts";
import { mountWalk } from "./lesson/walk.ts";

/** What fills an element that is named after it. */
const MOUNTS: Readonly<Record<Interactive, (element: HTMLElement) => void>> = { "two-lines": mountTwoLines };

if (typeof document === "undefined") serveLab(self as unknown as Parameters<typeof serveLab>[0]);
else start();

function start(): void {
  const script = document.getElementById("page-script")?.textContent;
  const data = readJson<LessonData>(LESSON_DATA_ID);
  if (!script || !data) return;
  document.documentElement.classList.add("live");
  mountNotationSwitch();
  for (const element of document.querySelectorAll<HTMLElement>("[data-interactive]")) {
    MOUNTS[element.dataset.interactive as Interactive](element);
  }
  document.querySelectorAll<HTMLElement>(".walk").forEach(mountWalk);
  mountLab(document.getElementById(LESSON_LAB_ID)!, data.setting, {
    basis: data.seeds,
    script,
    plays: "in view",
    addressOf: (setting) => data.labPage + labAddress(setting),
  });
}
