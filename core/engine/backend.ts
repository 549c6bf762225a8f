/** The two backends that compile programs into kernels: WebAssembly and the interpreter. */
import type { LookupTable } from "../arithmetic/arithmetic.ts";
import { Assembler, SIMD_OPCODES, type SimdOpcodes } from "./compile/assembler.ts";
import { encodeShuffle, type Shuffle } from "./compile/shuffle.ts";
import { encodeKernel } from "./compile/wasm.ts";
import { interpretKernel } from "./interpret.ts";
import { getOrAdd } from "./maps.ts";
import {
  alignToCacheLine,
  type Kernel,
  type MemoryViews,
  pagesOf,
  type PairLayout,
  SCRATCH,
  viewsOf,
} from "./memory.ts";
import type { Stage } from "./plan/kernel_plan.ts";

/** Compiles kernels and owns the memory they work on. */
export interface Backend {
  /** Whether interleaving pairs hides latency. */
  readonly interleaves: boolean;
  /** Compiles the kernel of a stage for pairs of a layout. */
  compile(stage: Stage, layout: PairLayout): Kernel;
  /** Compiles the shuffle of a layout's rows; undefined if JavaScript has to draw the orders. */
  compileShuffle(layout: PairLayout): Shuffle | undefined;
  /** Allocates memory for pairs, in place of the previous allocation; returns its address. */
  allocate(bytes: number): number;
  /** Views of the memory, valid until the next allocation or compilation. */
  views(): MemoryViews;
}

/** Compiles to WebAssembly. Throws if WebAssembly or its SIMD instructions are unavailable. */
export function wasmBackend(opcodes: SimdOpcodes = SIMD_OPCODES): Backend {
  // the smallest module that needs SIMD
  new WebAssembly.Module(new Assembler(0).v128Const(0).simd("v128.any_true").toModule(1));
  const memory = new WebAssembly.Memory({ initial: pagesOf(SCRATCH.end) });
  // some type libraries also allow for shared memory, which this is not
  const memoryViews = () => viewsOf(memory.buffer as ArrayBuffer);
  const tableAddresses = new Map<LookupTable, number>();
  let free = SCRATCH.end as number, views = memoryViews();
  const growTo = (end: number) => {
    const missing = pagesOf(end) - pagesOf(memory.buffer.byteLength);
    if (missing <= 0) return;
    memory.grow(missing);
    views = memoryViews();
  };
  const storeTable = (table: LookupTable): number => {
    const address = free;
    free = alignToCacheLine(address + table.byteLength);
    growTo(free);
    views.numbers.set(table, address / 8);
    return address;
  };
  const tableAddressOf = (table: LookupTable) => getOrAdd(tableAddresses, table, () => storeTable(table));
  return {
    interleaves: true,
    compile: (stage, layout) => instantiate<Kernel>(encodeKernel(stage, { layout, tableAddressOf, opcodes }), memory),
    compileShuffle: (layout) => instantiate<Shuffle>(encodeShuffle(layout), memory),
    allocate(bytes) {
      growTo(free + bytes);
      return free;
    },
    views: () => views,
  };
}

/** Interprets programs in plain JavaScript. */
export function interpreterBackend(): Backend {
  let views = viewsOf(new ArrayBuffer(0));
  return {
    interleaves: false,
    compile: (stage, layout) => interpretKernel(stage, layout, () => views),
    compileShuffle: () => undefined,
    allocate(bytes) {
      views = viewsOf(new ArrayBuffer(alignToCacheLine(bytes)));
      return 0;
    },
    views: () => views,
  };
}

function instantiate<F>(bytes: Uint8Array<ArrayBuffer>, memory: WebAssembly.Memory): F {
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { memory: { memory } }).exports.kernel as F;
}
