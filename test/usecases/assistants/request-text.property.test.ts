import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requestText } from '../../../server/usecases/assistants/request-text.ts';

/** Few letters and values, so that two requests are often the same, or almost. */
const key = fc.constantFrom('a', 'b', 'c', '__proto__', '1', 'é', 'e\u0301');
const leaf = fc.constantFrom(
  ...[1, -1, 0, -0, 1.5, 1e21, Infinity, -Infinity, NaN, null, true, false],
  ...['1', '1.0', '', 'null', '"', ',', ':', '{}', '\u0000', 'é', 'e\u0301'],
);
const { value } = fc.letrec<{ value: unknown; list: unknown; object: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, leaf, tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 2 }),
  object: fc
    .array(fc.tuple(key, tie('value')), { maxLength: 3 })
    .map((entries) => Object.fromEntries(entries)),
}));

function turned(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(turned);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(
    Object.entries(given)
      .reverse()
      .map(([name, each]) => [name, turned(each)]),
  );
}

it('is the same for the same request in any order of keys, and for no other', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(requestText(turned(one))).toBe(requestText(one));
      expect(requestText(one) === requestText(other)).toBe(isDeepStrictEqual(one, other));
    }),
    { numRuns: 3_000 },
  );
});

it.each([
  ['a number in other digits', { quantity: '1' }, { quantity: '1.0' }],
  ['a number instead of its text', { quantity: 1 }, { quantity: '1' }],
  ['null instead of nothing', { stopLoss: null }, {}],
  ['a number too great for JSON instead of null', { stopLoss: null }, { stopLoss: Infinity }],
  ['an added field', { a: 1 }, { a: 1, b: 2 }],
  ['a field in another object', { a: { b: 1 }, c: {} }, { a: {}, c: { b: 1 } }],
])('tells %s apart', (_, one, other) => {
  expect(requestText(one)).not.toBe(requestText(other));
});

it('is none for a request so deep that it is no order, and takes no stack for it', () => {
  const deep = (levels: number): unknown =>
    JSON.parse('['.repeat(levels) + '1' + ']'.repeat(levels));
  expect(requestText(deep(50))).toBe(JSON.stringify(deep(50)));
  expect(requestText(deep(100_000))).toBeNull();
  expect(requestText({ order: { context: deep(100) } })).toBeNull();
});
