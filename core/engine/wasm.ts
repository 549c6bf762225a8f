/** A program becomes a WebAssembly function: two runs side by side in the lanes of f64x2, some pairs interleaved. */
import type { Table } from "../arithmetic.ts";
import { assembler, bothLanes, OPCODES, type Opcodes } from "./assembler.ts";
import { type Instruction, lower, steadyIn } from "./lower.ts";
import { type Kernel, type Layout, PAIR } from "./memory.ts";
import { neededFor, schedule } from "./schedule.ts";
import type { Program } from "./trace.ts";

/** What to encode. */
export interface KernelSpec {
  readonly program: Program;
  readonly layout: Layout;
  /** How many pairs interleave, to fill each other's waits. */
  readonly copies: number;
  /** Rows of the list that one time takes. */
  readonly rowsTaken: number;
  /** Where each table lies in memory. */
  readonly addressOf: (table: Table) => number;
}

/** The instruction that does what an operation does, with the same operands in the same order. */
const DIRECT: { readonly [N in Instruction["name"]]?: keyof Opcodes } = {
  add: "f64x2.add",
  sub: "f64x2.sub",
  mul: "f64x2.mul",
  div: "f64x2.div",
  sqrt: "f64x2.sqrt",
  abs: "f64x2.abs",
  min: "f64x2.pmin",
  max: "f64x2.pmax",
  less: "f64x2.lt",
  equal: "f64x2.eq",
  choose: "v128.bitselect",
};

const LOW_HALF = [0, 1, 2, 3, 4, 5, 6, 7], HIGH_HALF = LOW_HALF.map((byte) => byte + 8);
const OTHER_OPERAND = 16;
const TWO_TO_52 = 4503599627370496, ONLY_52_BITS = 0xfffffffffffffn;

/** The parameters of a kernel, as locals. */
const FROM = 0, TO = 1, BASE = 2, LIST = 3, TIMES = 4, GROUPS = 5, PARAMETERS = 6;

/** A module whose function `kernel` is the program's `Kernel`. */
export function encode(spec: KernelSpec, opcodes: Opcodes = OPCODES): Uint8Array<ArrayBuffer> {
  const { program: { tells }, layout, copies, rowsTaken, addressOf } = spec, a = assembler(PARAMETERS, opcodes);
  const { list, next, before, during } = lower(spec.program, copies), results = [...next, ...during].flat();
  const needed = neededFor(list, [...results, ...before.flat()]), early = neededFor(list, before.flat());
  const steady = steadyIn(list), groupBytes = copies * layout.pairBytes;
  const tell = a.address(), rest = a.address(), row = a.address();
  const locals: (number | undefined)[] = [], addresses = new Map<string, number>();

  const get = (i: number) => a.get(locals[i]!);
  const set = (i: number) => a.set(locals[i] ??= a.value());
  const constant = (value: number | bigint) => a.simd("v128.const", ...bothLanes(value));
  const advance = (local: number, by: number) => {
    a.get(local);
    a.integer(by);
    a.code("i32Add");
    a.set(local);
  };
  /** Counts a local down, and goes back to the beginning of the loop until it is 0. */
  const repeat = (local: number) => {
    a.get(local);
    a.integer(1);
    a.code("i32Sub");
    a.tee(local);
    a.again();
    a.code("end");
  };
  const store = (address: number, offset: number, i: number) => {
    a.get(address);
    get(i);
    a.access("v128.store", offset);
  };
  /** The address of a lane's row among those taken. */
  const rowAddress = (pair: number, taken: number, lane: 0 | 1) => {
    const key = `${pair} ${taken} ${lane}`, known = addresses.get(key);
    if (known !== undefined) return a.get(known);
    const fresh = a.address();
    addresses.set(key, fresh);
    a.get(row);
    a.loadAddress(pair * layout.pairBytes + 8 * taken + 4 * lane);
    a.tee(fresh);
  };

  const source = (i: number) => {
    const { name, pair, value } = list[i]!, offset = pair * layout.pairBytes + PAIR * value;
    if (name === "constant") constant(value);
    else if (name === "row") {
      const taken = Math.floor(value / layout.width), column = 8 * (value % layout.width);
      rowAddress(pair, taken, 0);
      a.access("v128.load64_zero", column);
      set(i);
      rowAddress(pair, taken, 1);
      get(i);
      a.access("v128.load64_lane", column, 1);
    } else {
      a.get(name === "state" ? FROM : BASE);
      a.access("v128.load", name === "state" ? offset : offset + layout.fixed);
    }
    set(i);
  };
  const operation = (i: number) => {
    const { name, operands, table } = list[i]!, direct = DIRECT[name];
    for (const operand of operands) if (list[operand]!.name === "row" && locals[operand] === undefined) source(operand);
    operands.forEach(get);
    if (direct) a.simd(direct);
    else if (name === "lane 0" || name === "lane 1") {
      // the index is an integer in the low half of a double, and a row of the table has 16 bytes
      a.simd("i32x4.extract_lane", name === "lane 0" ? 0 : 2);
      a.integer(4);
      a.code("i32Shl");
      a.access("v128.load", addressOf(table!));
    } else if (name === "column 0" || name === "column 1") {
      const half = name === "column 0" ? LOW_HALF : HIGH_HALF;
      a.simd("i8x16.shuffle", ...half, ...half.map((byte) => byte + OTHER_OPERAND));
    } else if (name === "exponent") {
      // the upper 12 bits as the last digits of 2^52
      a.integer(52);
      a.simd("i64x2.shr_u");
      constant(TWO_TO_52);
      a.simd("v128.or");
      constant(TWO_TO_52 + 1023);
      a.simd("f64x2.sub");
    } else {
      // the lower 52 bits below sign and exponent of 1
      constant(ONLY_52_BITS);
      a.simd("v128.and");
      constant(1);
      a.simd("v128.or");
    }
    set(i);
  };
  const each = (wanted: (instruction: Instruction, i: number) => boolean, act: (i: number) => void) =>
    list.forEach((instruction, i) => needed[i] && wanted(instruction, i) && act(i));

  each(({ name }) => name === "constant", source);
  a.loop();
  each(({ name }) => name === "state" || name === "setting", source);
  each(({ operands }, i) => operands.length > 0 && (early[i] || steady[i]!), operation);
  before.flat().forEach((i, pair) => store(BASE, pair * layout.pairBytes + layout.before, i));
  for (const [from, to] of [[BASE, tell], [LIST, row], [TIMES, rest]] as const) {
    a.get(from);
    a.set(to);
  }
  a.loop();
  for (const i of schedule(list, results)) if (!steady[i]) operation(i);
  during.flat().forEach((i, pair) => store(tell, pair * layout.pairBytes + layout.during, i));
  // a state that is read has the new value in its own local from now on, and all are read before the first one changes
  const own = new Map(
    list.flatMap(({ name, pair, value }, i) => name === "state" && needed[i] ? [[`${pair} ${value}`, locals[i]!]] : []),
  );
  const slots = next.flatMap((values, pair) =>
    values.map((i, slot) => ({
      i,
      local: own.get(`${pair} ${slot}`) ?? a.value(),
      offset: pair * layout.pairBytes + PAIR * slot,
    }))
  );
  for (const { i } of slots) get(i);
  for (const { local } of slots.toReversed()) a.set(local);
  if (rowsTaken > 0) advance(row, 8 * rowsTaken);
  if (tells === "first") {
    // what later times tell goes where nobody reads
    a.get(BASE);
    a.integer(PAIR);
    a.code("i32Add");
    a.set(tell);
  }
  repeat(rest);
  for (const { local, offset } of slots) {
    a.get(TO);
    a.get(local);
    a.access("v128.store", offset);
  }
  for (const address of [FROM, TO, BASE, LIST]) advance(address, groupBytes);
  repeat(GROUPS);
  return a.module();
}

/** Makes a module's kernel. Throws where WebAssembly is refused. */
export function load(bytes: Uint8Array<ArrayBuffer>, memory: WebAssembly.Memory): Kernel {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { memory: { memory } });
  return exports.kernel as Kernel;
}
