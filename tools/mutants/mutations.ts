/** The mutations of a source: small changes to its code, each of which some test should notice. */
import ts from "typescript";

/** One change to a source. */
export interface Mutation {
  /** What kind of change it is, such as `operator`. */
  readonly kind: string;
  /** The offset at which the replaced text begins. */
  readonly start: number;
  /** The offset after it. */
  readonly end: number;
  readonly replacement: string;
}

/** The changes of one kind at a node, each from the text of a node to another. */
type Mutator = (node: ts.Node) => readonly (readonly [changed: ts.Node, replacement: string])[];

const OPERATORS: Readonly<Record<string, string>> = {
  ...bothWays({ "<": "<=", ">": ">=", "===": "!==", "+": "-", "*": "/", "&&": "||", "+=": "-=", "&": "|", "<<": ">>" }),
  "??": "&&",
  "%": "*",
};

const METHODS: Readonly<Record<string, string>> = bothWays({
  push: "unshift",
  pop: "shift",
  min: "max",
  floor: "ceil",
  every: "some",
  startsWith: "endsWith",
  find: "findLast",
  indexOf: "lastIndexOf",
  add: "delete",
});

/** Methods whose call may be left out: their result is like the object itself. */
const REMOVABLE_METHODS = ["sort", "toSorted", "reverse", "toReversed", "filter", "trim"];

/** Functions whose first two arguments may be swapped without effect. */
const SYMMETRIC_FUNCTIONS = ["min", "max", "imul", "add", "mul", "multiply"];

const CUTS = ["slice", "subarray", "splice"];

/** From here on, a number is halved rather than increased by one. */
const LARGE_NUMBER = 32;
/** Longer arrays are tables, of which a few elements say as much as all. */
const MAX_ELEMENTS = 8;

const MUTATORS: Readonly<Record<string, Mutator>> = {
  operator: (node) => {
    if (!ts.isBinaryExpression(node)) return [];
    const { left, operatorToken, right } = node;
    const operator = operatorToken.getText();
    const replacement = OPERATORS[operator];
    const joinsTexts = operator === "+" && [left, right].some((side) => ts.isStringLiteral(side) || isTemplate(side));
    return replacement === undefined || joinsTexts ? [] : [[operatorToken, replacement]];
  },
  step: (node) => {
    if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return [];
    const operand = node.operand.getText();
    const isPrefix = ts.isPrefixUnaryExpression(node);
    const replace = (sign: string) => isPrefix ? sign + operand : operand + sign;
    if (node.operator === ts.SyntaxKind.PlusPlusToken) return [[node, replace("--")]];
    if (node.operator === ts.SyntaxKind.MinusMinusToken) return [[node, replace("++")]];
    return [];
  },
  sign: (node) => {
    if (!ts.isPrefixUnaryExpression(node)) return [];
    const isRemovable = [ts.SyntaxKind.ExclamationToken, ts.SyntaxKind.MinusToken].includes(node.operator);
    return isRemovable ? [[node, node.operand.getText()]] : [];
  },
  number: (node) => {
    if (!ts.isNumericLiteral(node) || isInTable(node)) return [];
    const value = Number(node.text);
    const changed = value >= LARGE_NUMBER ? value / 2 : Number.isInteger(value) ? value + 1 : 2 * value;
    return [[node, String(changed)]];
  },
  boolean: (node) => {
    if (node.kind === ts.SyntaxKind.TrueKeyword) return [[node, "false"]];
    return node.kind === ts.SyntaxKind.FalseKeyword ? [[node, "true"]] : [];
  },
  condition: (node) => {
    if (ts.isIfStatement(node)) return [[node.expression, `!(${node.expression.getText()})`]];
    if (!ts.isConditionalExpression(node)) return [];
    const { condition, whenTrue, whenFalse } = node;
    return [[node, `${condition.getText()} ? ${whenFalse.getText()} : ${whenTrue.getText()}`]];
  },
  "early exit": (node) => {
    if (!ts.isIfStatement(node) || node.elseStatement) return [];
    const { thenStatement } = node;
    const body = ts.isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement;
    const exits = [ts.isReturnStatement, ts.isThrowStatement, ts.isContinueStatement, ts.isBreakStatement];
    return body && exits.some((isExit) => isExit(body)) ? [[node, ";"]] : [];
  },
  statement: (node) => ts.isExpressionStatement(node) && isCall(node.expression) ? [[node, ";"]] : [],
  method: (node) => {
    const method = calledMethod(node);
    const replacement = method && METHODS[method.getText()];
    return method && replacement ? [[method, replacement]] : [];
  },
  "method left out": (node) => {
    const method = calledMethod(node);
    if (!method || !REMOVABLE_METHODS.includes(method.getText())) return [];
    return [[node, (method.parent as ts.PropertyAccessExpression).expression.getText()]];
  },
  cut: (node) => {
    const [first] = ts.isCallExpression(node) ? node.arguments : [];
    const isCut = CUTS.includes(calledName(node));
    return first && isCut && !ts.isNumericLiteral(first) ? [[first, `${first.getText()} + 1`]] : [];
  },
  arguments: (node) => {
    const [first, second] = ts.isCallExpression(node) ? node.arguments : [];
    if (!first || !second || !isPlain(first) || !isPlain(second) || first.getText() === second.getText()) return [];
    if (SYMMETRIC_FUNCTIONS.includes(calledName(node))) return [];
    return [[first, second.getText()], [second, first.getText()]];
  },
  element: (node) => {
    if (!ts.isArrayLiteralExpression(node) || node.elements.length < 2 || node.elements.length > MAX_ELEMENTS) {
      return [];
    }
    return [[node, `[${node.elements.slice(0, -1).map((element) => element.getText()).join(", ")}]`]];
  },
};

/** All mutations of a source, in its order; types, imports and texts are left as they are. */
export function mutationsOf(path: string, source: string): Mutation[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const mutations: Mutation[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    for (const [kind, mutate] of Object.entries(MUTATORS)) {
      const changes = mutate(node);
      const [[first] = [], [last] = []] = [changes[0], changes.at(-1)];
      if (!first || !last) continue;
      const kept = changes.slice(1).map(([changed], i) => source.slice(changes[i]![0].getEnd(), changed.getStart()));
      const replacement = changes.map(([, text], i) => (kept[i - 1] ?? "") + text).join("");
      mutations.push({ kind, start: first.getStart(), end: last.getEnd(), replacement });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutations.sort((a, b) => a.start - b.start);
}

/** A source with one mutation. */
export function mutate(source: string, { start, end, replacement }: Mutation): string {
  return source.slice(0, start) + replacement + source.slice(end);
}

/** A mutation as its line and what changes there: `12: a < b → a <= b`. */
export function describeMutation(source: string, mutation: Mutation): string {
  const { kind, start, end } = mutation;
  const lineStart = source.lastIndexOf("\n", start) + 1;
  const nextBreak = source.indexOf("\n", end);
  const lineEnd = nextBreak < 0 ? source.length : nextBreak;
  const line = source.slice(0, start).split("\n").length;
  const after = source.slice(lineStart, start) + mutation.replacement + source.slice(end, lineEnd);
  const shorten = (text: string) => text.split("\n").map((part) => part.trim()).join(" ");
  return `${line} (${kind}): ${shorten(source.slice(lineStart, lineEnd))} → ${shorten(after)}`;
}

function bothWays(pairs: Readonly<Record<string, string>>): Record<string, string> {
  return { ...pairs, ...Object.fromEntries(Object.entries(pairs).map(([from, to]) => [to, from])) };
}

function isTemplate(node: ts.Node): boolean {
  return ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node);
}

function isCall(node: ts.Expression): boolean {
  if (ts.isAwaitExpression(node)) return isCall(node.expression);
  return ts.isCallExpression(node) && node.expression.kind !== ts.SyntaxKind.SuperKeyword;
}

function isPlain(node: ts.Node): boolean {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isNumericLiteral(node);
}

function isInTable({ parent }: ts.Node): boolean {
  return ts.isArrayLiteralExpression(parent) && parent.elements.length > MAX_ELEMENTS;
}

/** The name of the function or method that a node calls, or empty. */
function calledName(node: ts.Node): string {
  if (!ts.isCallExpression(node)) return "";
  return (calledMethod(node) ?? node.expression).getText();
}

/** The name of the method that a node calls. */
function calledMethod(node: ts.Node): ts.MemberName | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  return node.expression.name;
}
