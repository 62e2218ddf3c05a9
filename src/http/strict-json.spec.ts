// What the product's own JSON reader takes and what it refuses, with property tests against JSON.parse.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JsonRefused, parseStrict } from './strict-json.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function codeOf(input: Uint8Array): string {
  try {
    parseStrict(input);
    return 'taken';
  } catch (error) {
    return error instanceof JsonRefused ? error.code : 'crashed';
  }
}

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
const nested = (depth: number): string => '{"a":'.repeat(depth - 1) + '{}' + '}'.repeat(depth - 1);

describe('strict JSON', () => {
  it.each([
    ['a key twice', '{"a":1,"a":2}', 'duplicate-key'],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}', 'duplicate-key'],
    ['a key twice, deep inside', '{"x":[{"a":1},{"b":{"c":1,"c":1}}]}', 'duplicate-key'],
    ['__proto__', '{"__proto__":{"admin":true}}', 'forbidden-key'],
    ['__proto__, escaped', '{"\\u005f_proto__":1}', 'forbidden-key'],
    ['constructor, nested', '{"a":{"constructor":{"prototype":1}}}', 'forbidden-key'],
    ['a list at the top', '[{"type":"X"}]', 'not-an-object'],
    ['null', 'null', 'not-an-object'],
    ['a string', '"tekst"', 'not-an-object'],
    ['nothing', '', 'malformed-json'],
    ['half an object', '{"a":', 'malformed-json'],
    ['a comma too many', '{"a":1,}', 'malformed-json'],
    ['two values', '{} {}', 'malformed-json'],
    ['not a number', '{"a":NaN}', 'malformed-json'],
    ['eleven levels', nested(11), 'too-deep'],
    ['twenty thousand brackets', '{"a":' + '['.repeat(20_000) + ']'.repeat(20_000) + '}', 'too-deep'],
  ])('refuses %s', (_what, text, code) => {
    expect(codeOf(bytes(text))).toBe(code);
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(codeOf(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d))).toBe('bad-utf8');
  });

  it('takes ten levels, equal keys in different objects, and strings with quotes, braces and colons', () => {
    expect(codeOf(bytes(nested(10)))).toBe('taken');
    const tricky = { a: { a: '{":"}' }, b: [{ a: 'x\\"y' }, { a: ':' }], 'c"': '\\' };
    expect(parseStrict(bytes(JSON.stringify(tricky)))).toEqual(tricky);
  });

  it('reads every shallow object as JSON.parse does', () => {
    const harmless = (text: string): boolean => !/__proto__|constructor|prototype/.test(text);
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (value) => {
        const text = JSON.stringify(value);
        fc.pre(harmless(text) && depthOf(JSON.parse(text)) <= 10);
        expect(parseStrict(bytes(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});
