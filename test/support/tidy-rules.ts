// The habits of this code base as functions from a text to complaints, so that the tidy test can hold the sources to them
// and hold the rules themselves to small samples.
import ts from 'typescript';

/** A complaint in words, without the name of the file; none means tidy. */
export type Rule = (text: string, name: string) => string[];

const maxFileLines = 250;
const maxFunctionLines = 50;

function parse(text: string, name: string): ts.SourceFile {
  const kind = name.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, kind);
}

/** Every node of a file that the test picks, turned into a complaint with its line. */
function complaints(text: string, name: string, judge: (node: ts.Node) => string | undefined): string[] {
  const file = parse(text, name);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const complaint = judge(node);
    if (complaint !== undefined) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push(`line ${line + 1}: ${complaint}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The first line says what the file is and why it exists. */
export const hasHeader: Rule = (text) => {
  const first = text
    .replace(/^#!.*\n/, '')
    .split('\n')
    .slice(0, 2)
    .join(' ');
  return /^(\/\/|\/\*\*?)\s*\S.{15,}/.test(first) ? [] : ['starts without a comment that says what the file is'];
};

/** One file, one idea. */
export const isShort: Rule = (text) => {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return lines <= maxFileLines ? [] : [`has ${lines} lines, at most ${maxFileLines}`];
};

/** A function fits on a screen. */
export const hasShortFunctions: Rule = (text, name) =>
  complaints(text, name, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return undefined;
    const lines = node.getText().split('\n').length;
    return lines <= maxFunctionLines ? undefined : `a function of ${lines} lines, at most ${maxFunctionLines}`;
  });

const isNamed = (node: ts.Node, name: string): boolean => ts.isIdentifier(node) && node.text === name;

function readsWorld(node: ts.Node): string | undefined {
  const withoutArguments = (call: ts.NewExpression | ts.CallExpression) => (call.arguments ?? []).length === 0;
  if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && withoutArguments(node)) return 'new Date()';
  if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'Date()';
  if (ts.isIdentifier(node) && /^random(UUID|Bytes|Int)$/.test(node.text)) return node.text;
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const { expression, name } = node;
  if (isNamed(expression, 'process') || isNamed(expression, 'globalThis')) return node.getText();
  const forbidden = ['Date.now', 'Math.random', 'performance.now'];
  return forbidden.find((path) => isNamed(expression, path.split('.')[0] ?? '') && path.endsWith(`.${name.text}`));
}

/** The core gets time and chance handed to it: only then does a replay give the same. */
export const isPure: Rule = (text, name) =>
  complaints(text, name, (node) => {
    const what = readsWorld(node);
    return what === undefined ? undefined : `${what}: the core gets time and chance as arguments`;
  });

const runners = /^(it|test|describe)$/;
const halves = /^(only|skip|todo|failing)$/;

function leavesTestOut(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return runners.test(node.expression.getText().split('.')[0] ?? '') && halves.test(node.name.text);
  }
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    /^(f|x)(it|test|describe)$/.test(node.expression.text)
  );
}

/** No test is left out, except where the line names the environment variable of the server it asks for. */
export const leavesNothingOut: Rule = (text, name) => {
  const lines = text.split('\n');
  return complaints(text, name, (node) => {
    if (!leavesTestOut(node)) return undefined;
    const file = node.getSourceFile();
    const line = lines[file.getLineAndCharacterOfPosition(node.getStart(file)).line] ?? '';
    return /[A-Z]_TEST_URL\b/.test(line) ? undefined : 'a test is left out, or leaves the others out';
  });
};

function matches(text: string, pattern: RegExp, complaint: string): string[] {
  return [...text.matchAll(pattern)].map((found) => {
    const line = text.slice(0, found.index).split('\n').length;
    return `line ${line}: ${complaint}: ${found[0].trim().slice(0, 60)}`;
  });
}

/** Work that is left stands in an issue, not in the code. */
export const hasNoLeftovers: Rule = (text) =>
  matches(text, /\b(TO)(DO)\b|\b(FIX)(ME)\b|\b(HACK)\b:/g, 'work left undone');

/** The repository works everywhere: it names no package registry and no folder of somebody's machine. */
export const namesNoMachine: Rule = (text) => [
  ...matches(
    text,
    /https?:\/\/[^\s/"'`]*(registry|npmjs|yarnpkg|nexus|artifactory|verdaccio)[^\s/"'`]*/g,
    'a registry',
  ),
  ...matches(text, /^\s*(@[\w-]+:)?registry\s*=.*/gm, 'a registry'),
  ...matches(text, /(?<![\w.*$})\]-])\/(work|home|root|tmp|Users)\/[\w.-]+/g, 'a folder of one machine'),
];
