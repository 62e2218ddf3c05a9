// Every way in which the API says no: the code of the problem with its status, and the codes of single fields.
import { PROBLEMS } from '../http/problem-codes.js';
import { nl } from '../http/problems.nl.js';
import { code, page, table } from './markdown.js';

/** The page with all problem codes, by status. */
export function problemsPage(): string {
  const codes = Object.entries(PROBLEMS) as [keyof typeof PROBLEMS, number][];
  const rows = [...codes]
    .sort(([, a], [, b]) => a - b)
    .map(([key, status]) => [String(status), code(key), nl.problems[key].title, nl.problems[key].detail]);
  const issues = Object.entries(nl.issues).map(([key, sentence]) => [code(key), sentence]);
  return page('Problems of the API', 'the problem codes and their Dutch sentences', [
    'Every refusal is `application/problem+json` (RFC 9457) with a stable `code`. A value in braces is filled in. With `needs-missing` and `forbidden` ' +
      'the list `missing` names every need that is not met (see the [rule table](rule-table.md)); with malformed input the list `errors` names every field.',
    `## Codes\n\n${table(['status', 'code', 'title', 'Dutch sentence'], rows)}`,
    `## Faults of one field\n\nThe \`code\` of each item of \`errors\`, beside its JSON Pointer.\n\n${table(['code', 'Dutch sentence'], issues)}`,
  ]);
}
