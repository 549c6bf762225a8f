/** What an address of the lab says besides the setting: which net is shown, at which epoch, and what it is compared with. */

/** The fields of the view; a command that trains the setting ignores them. */
export interface LabViewFields {
  /** The start whose net is shown large, from 0. */
  readonly replicate?: string;
  /** The epoch shown; absent while the training plays, and at its end. */
  readonly epoch?: string;
  /** The picture of the net. */
  readonly show?: string;
  /** The address of the setting to compare with, without `#`. */
  readonly against?: string;
}

const NAMES: readonly (keyof LabViewFields)[] = ["replicate", "epoch", "show", "against"];
/** Older addresses count the start from 1, in this field. */
const START_FROM_ONE = "net";

/** The names of all fields of the view. */
export const VIEW_FIELDS: readonly string[] = [...NAMES, START_FROM_ONE];

/** Whether a field of an address belongs to the view. */
export function isViewField(name: string): boolean {
  return VIEW_FIELDS.includes(name);
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
  const view = fields.filter(([name = ""]) => isViewField(name)).map(([name = "", text = ""]) => {
    const value = decode(text);
    return name === START_FROM_ONE
      ? ["replicate", /^[1-9]\d*$/.test(value) ? String(Number(value) - 1) : value]
      : [name, value];
  });
  return Object.fromEntries(view);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
