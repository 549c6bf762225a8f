/** The script of pages with a lab. Without a document it runs as one of its workers. */
import { LAB_DATA_ID, LAB_ID, type LabPageData } from "../wire/lab_state.ts";
import { readJson } from "./dom.ts";
import { labAddressForm, mountAddress } from "./lab/address_bar.ts";
import { mountHeading } from "./lab/heading.ts";
import { mountLab } from "./lab/lab.ts";
import { mountLanguageLinks } from "./language_links.ts";
import { serveLab } from "./lab/worker/lab_worker.ts";

if (typeof document === "undefined") serveLab(self as unknown as Parameters<typeof serveLab>[0]);
else start();

function start(): void {
  const script = document.getElementById("page-script")?.textContent;
  const data = readJson<LabPageData>(LAB_DATA_ID);
  if (!script || !data) return;
  document.documentElement.classList.add("live");
  const form = labAddressForm(data, () => lab);
  const { view, epoch, problems } = form.read(location.hash) ?? form.read("")!;
  const options = { basis: data, presets: data.presets, script, view, epoch };
  const lab = mountLab(document.getElementById(LAB_ID)!, view.setting, options);
  if (!lab) return;
  mountAddress(lab, form, problems);
  mountHeading(lab.store);
  mountLanguageLinks();
}
