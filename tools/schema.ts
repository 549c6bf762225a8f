/** Writes the schema with which editors check the configs of `train`: `deno task make schema`. */
import { configSchema } from "../core/config/config_schema.ts";
import { formatJson } from "../experiments/store/files.ts";

const FILE = ".vscode/train.schema.json";

Deno.writeTextFileSync(FILE, formatJson(configSchema()));
console.log(FILE);
