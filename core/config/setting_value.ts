import type { Setting } from "../components/settings.ts";
import { optional, type Read, satisfying } from "../input/readers.ts";

/** Reads the value of a setting; a setting with a default may be absent. */
export function settingValue<V extends number | string>(setting: Setting<V>): Read<V> {
  const read = satisfying(setting.expected ?? setting.rule, setting.isValid, setting.schema);
  return setting.default === undefined ? read : optional(read, setting.default);
}
