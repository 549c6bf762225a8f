/** The two backends that compile programs into kernels: WebAssembly and the interpreter. */
import type { LookupTable } from "../arithmetic/arithmetic.ts";
import { Assembler, SIMD_OPCODES, type SimdOpcodes } from "./compile/assembler.ts";
import { emitConstant } from "./compile/instruction_selection.ts";
import { encodeShuffle, type Shuffle } from "./compile/shuffle.ts";
import { encodeKernel } from "./compile/wasm.ts";
import { interpretKernel } from "./interpret.ts";
import { getOrAdd } from "./maps.ts";
import {
  alignToCacheLine,
  ceilDivide,
  type Kernel,
  type MemoryViews,
  PAGE_BYTES,
  type PairLayout,
  SCRATCH,
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
  new WebAssembly.Module(encodeProbe());
  const memory = new WebAssembly.Memory({ initial: SCRATCH.end / PAGE_BYTES });
  const tableAddresses = new Map<LookupTable, number>();
  let free = SCRATCH.end as number, views = viewsOf(memory.buffer);
  const growTo = (end: number) => {
    const missing = ceilDivide(end, PAGE_BYTES) - memory.buffer.byteLength / PAGE_BYTES;
    if (missing <= 0) return;
    memory.grow(missing);
    views = viewsOf(memory.buffer);
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

/** The smallest module that needs SIMD, to test whether kernels are possible. */
function encodeProbe(): Uint8Array<ArrayBuffer> {
  const a = new Assembler(0);
  emitConstant(a, 0);
  a.simd("v128.any_true");
  return a.toModule(1);
}

function instantiate<F>(bytes: Uint8Array<ArrayBuffer>, memory: WebAssembly.Memory): F {
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), { memory: { memory } }).exports.kernel as F;
}

function viewsOf(buffer: ArrayBuffer): MemoryViews {
  return { numbers: new Float64Array(buffer), addresses: new Int32Array(buffer) };
}
