// The tables of docs/performance.md from the lines that the benches kept in one run: goals first, then every figure, then what did not run.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';

const number = (value) =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-GB') : Number(value.toPrecision(3)).toString();

/** One text: machine and versions, the goals with whether they were reached, the figures, and the notes. */
export function markdownOf(lines, { root, names, seconds }) {
  const goals = lines.filter(({ kind }) => kind === 'goal');
  const rates = lines.filter(({ kind }) => kind === 'rate');
  const notes = lines.filter(({ kind }) => kind === 'note');
  return [
    ...head(root, names, seconds),
    '| # | figure | goal | measured | |',
    '|---|---|---|---|---|',
    ...goals.map(
      ({ figure, what, value, wanted, atMost, reached }) =>
        `| ${figure} | ${what} | ${atMost ? '<=' : '>='} ${wanted} | ${number(value)} | ${reached ? 'reached' : '**not reached**'} |`,
    ),
    '',
    '| measured | who | median | range of rounds |',
    '|---|---|---|---|',
    ...rates.map(
      ({ title, who, value, unit, low, high }) =>
        `| ${title} | ${who} | ${number(value)}${unit} | ${number(low)} .. ${number(high)} |`,
    ),
    '',
    ...notes.map(({ text }) => `- ${text}`),
  ].join('\n');
}

function head(root, names, seconds) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = (name) => `${name} ${dependencies[name] ?? devDependencies[name]}`;
  const [processor] = cpus();
  const commit = said(() =>
    execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim(),
  );
  const packages = ['better-sqlite3', 'xstate', '@nestjs/core', 'fastify', '@eventstore/db-client', 'pg'].map(version);
  return [
    `Run of ${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${Math.round(seconds / 60)} minutes: \`npm run bench -- ${names.join(' ')} --markdown\`.`,
    `Machine: ${cpus().length} x ${processor?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}.`,
    `Node ${process.versions.node}, ${packages.join(', ')}, ${said(postgres)}.`,
    '',
  ];
}

function postgres() {
  const bin = process.env.BENCH_PG_BIN;
  const program = bin === undefined ? 'initdb' : join(bin, 'initdb');
  return execFileSync(program, ['--version'], { encoding: 'utf8' }).trim().replace('initdb ', '');
}

/** What a program says of itself, or that it is not there. */
function said(ask) {
  try {
    return ask();
  } catch {
    return 'not found';
  }
}
