/** Folders of results from strangers: nothing in them may be believed, and nothing outside may be changed by them. */
import type { Fault } from "../fault.ts";
import { BOMBS } from "./bombs.ts";
import { JOURNALS } from "./journals.ts";
import { LINKS } from "./links.ts";
import { NEIGHBOURS } from "./neighbours.ts";

/** Hostile folders. */
export const HOSTILE: readonly Fault[] = [LINKS, JOURNALS, NEIGHBOURS, BOMBS];
