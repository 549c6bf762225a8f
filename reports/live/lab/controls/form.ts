/** Changes of the setting: each control writes fields of the address, so that all are checked by the same rules. */
import { parseLabAddress } from "../../../wire/lab_address.ts";
import type { LabBasis, LabProblem, LabState } from "../../../wire/lab_state.ts";
import { texts } from "../page_texts.ts";
import type { LabStore } from "../view_state.ts";

/** Texts of fields of the address by name; undefined ones keep their values. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** Applies changes. */
export type Form = ReturnType<typeof createForm>;

/** Creates the form of a store. */
export function createForm(store: LabStore, data: LabBasis) {
  return {
    get setting() {
      return store.state.setting;
    },
    /** Changes the setting, or leaves it as it is and returns what is wrong with the new values. */
    apply(changes: Changes): readonly LabProblem[] {
      const { state, problems } = changedSetting(store.state.setting, changes, data);
      if (problems.length === 0) store.change({ setting: state });
      return problems;
    },
  };
}

/** A setting with other values of some fields, and what is wrong with them. */
export function changedSetting(setting: LabState, changes: Changes, data: LabBasis) {
  const given = Object.entries(changes).filter(([, text]) => text !== undefined);
  const address = given.map(([name, text]) => `${name}=${encodeURIComponent(text!)}`).join("&");
  return parseLabAddress(address, { ...data, base: setting });
}

/** Says in a sentence what is wrong with a field that the page calls `label`. */
export function problemText(label: string, { field: _, path: __, relation: ___, ...fault }: LabProblem): string {
  return fault.value === "" ? texts.problems.empty : `${texts.problems.fault(label, fault)}.`;
}
