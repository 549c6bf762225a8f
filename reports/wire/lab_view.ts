/** What an address of the lab says besides the setting: which net is shown, at which epoch, and what it is compared with. */

/** The fields of the view; a command that trains the setting ignores them. */
export interface LabViewFields {
  /** The net shown large, from 1. */
  readonly net?: string;
  /** The epoch shown; absent while the training plays, and at its end. */
  readonly epoch?: string;
  /** The picture of the net. */
  readonly show?: string;
  /** The address of the setting to compare with, without `#`. */
  readonly against?: string;
}

const NAMES: readonly (keyof LabViewFields)[] = ["net", "epoch", "show", "against"];

/** Whether a field of an address belongs to the view. */
export function isViewField(name: string): boolean {
  return (NAMES as readonly string[]).includes(name);
}

/** Adds the fields of a view to the address of a setting. */
export function addressWithView(setting: string, view: LabViewFields): string {
  const fields = NAMES.flatMap((name) => view[name] === undefined ? [] : [`${name}=${encodeURIComponent(view[name])}`]);
  const parts = [setting.slice(1), ...fields].filter((part) => part !== "");
  return parts.length === 0 ? "" : `#${parts.join("&")}`;
}

/** Reads the fields of the view from an address. */
export function viewFieldsOf(address: string): LabViewFields {
  const fields = address.slice(address.indexOf("#") + 1).split("&").map((part) => part.split("="));
  const view = fields.filter(([name = ""]) => isViewField(name));
  return Object.fromEntries(view.map(([name, text = ""]) => [name, decode(text)]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
