/** Which operations of a list are live: needed, directly or indirectly, for given results. */
import type { Operation } from "./tracer.ts";

/** Whether each operation contributes to one of the results. */
export function liveOperations(list: readonly Pick<Operation, "operands">[], results: readonly number[]): boolean[] {
  const isLive: boolean[] = list.map(() => false);
  for (const i of results) isLive[i] = true;
  for (let i = list.length - 1; i >= 0; i--) {
    if (isLive[i]) { for (const a of list[i]!.operands) isLive[a] = true; }
  }
  return isLive;
}

/** The operands without duplicates. */
export function distinctOperands(operands: readonly number[]): readonly number[] {
  return operands.length < 2 || (operands.length === 2 && operands[0] !== operands[1])
    ? operands
    : [...new Set(operands)];
}
