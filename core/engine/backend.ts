/** The two ways to run a program: as WebAssembly, or operation by operation. */
import type { Table } from "../arithmetic/arithmetic.ts";
import { OPCODES, type Opcodes } from "./assembler.ts";
import { interpreted } from "./interpret.ts";
import { type Kernel, type Layout, LINE, PAGE, unitsFor, type Views, WORKPLACE } from "./memory.ts";
import type { Stage } from "./plan.ts";
import { encodeShuffle, type Shuffle } from "./shuffle.ts";
import { encode, load, smallest } from "./wasm.ts";

/** Makes kernels, and has the memory that they work in. */
export interface BackEnd {
  /** Whether pairs that interleave fill each other's waits. */
  readonly interleaves: boolean;
  /** The kernel of a stage; the layout is that of the pairs it will work on. */
  kernel(stage: Stage, layout: Layout): Kernel;
  /** What lists drawn orders of a layout's rows; undefined where their source has to. */
  shuffle(layout: Layout): Shuffle | undefined;
  /** Makes room for so many bytes, in place of the room before; tells the address of the first. */
  room(bytes: number): number;
  /** Its memory, until more room is made. */
  views(): Views;
}

/** Kernels in WebAssembly. Throws where that is refused, or has no instructions of 128 bits. */
export function webAssembly(opcodes: Opcodes = OPCODES): BackEnd {
  new WebAssembly.Module(smallest());
  const memory = new WebAssembly.Memory({ initial: WORKPLACE.end / PAGE }), tables = new Map<Table, number>();
  let free = WORKPLACE.end as number, views = viewsOf(memory.buffer);
  const reserve = (end: number) => {
    const missing = unitsFor(end, PAGE) - memory.buffer.byteLength / PAGE;
    if (missing <= 0) return;
    memory.grow(missing);
    views = viewsOf(memory.buffer);
  };
  const addressOf = (table: Table): number => {
    const known = tables.get(table);
    if (known !== undefined) return known;
    const address = free;
    free = align(address + table.byteLength);
    reserve(free);
    views.numbers.set(table, address / 8);
    tables.set(table, address);
    return address;
  };
  return {
    interleaves: true,
    kernel: (stage, layout) => load<Kernel>(encode(stage, layout, addressOf, opcodes), memory),
    shuffle: (layout) => load<Shuffle>(encodeShuffle(layout), memory),
    room(bytes) {
      reserve(free + bytes);
      return free;
    },
    views: () => views,
  };
}

/** Kernels in plain JavaScript. */
export function interpreter(): BackEnd {
  let views = viewsOf(new ArrayBuffer(0));
  return {
    interleaves: false,
    kernel: (stage, layout) => interpreted(stage, layout, () => views),
    shuffle: () => undefined,
    room(bytes) {
      views = viewsOf(new ArrayBuffer(align(bytes)));
      return 0;
    },
    views: () => views,
  };
}

function align(address: number): number {
  return unitsFor(address, LINE) * LINE;
}

function viewsOf(buffer: ArrayBuffer): Views {
  return { numbers: new Float64Array(buffer), addresses: new Int32Array(buffer) };
}
