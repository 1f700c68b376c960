import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface Holder {
  readonly file: string;
  readonly title: string;
}

const HERE = import.meta.dirname;
const PROMISE = /^- \*\*([A-DG]\d+)\*\* .+\n((?: {2}- .+\n)*)/gm;
const HOLDER = /^ {2}- `([^`]+)` (.+)$/gm;

const page = readFileSync(path.join(HERE, 'promises.md'), 'utf8');
const promises = [...page.matchAll(PROMISE)].map(([, id = '', held = '']) => ({
  id,
  holders: [...held.matchAll(HOLDER)].map(([, file = '', title = '']): Holder => ({ file, title })),
}));

/** As a title stands in its source, whatever quotes are about it and however the formatter broke the line. */
function isTitledIn({ file, title }: Holder): boolean {
  const source = readFileSync(path.join(HERE, file), 'utf8').replaceAll("\\'", "'");
  return source.includes(title);
}

describe('the page of promises', () => {
  it('tells each line once, in order', () => {
    const numbers = promises.map(({ id }) => Number(id.slice(1)));
    // Two lines of safety come with real trading and with restoring, E and F with tokens and strategies.
    const all = Array.from({ length: 40 }, (_, n) => n + 1).filter((n) => n !== 32 && n !== 39);
    expect(numbers.filter((n) => n <= 40)).toEqual(all);
    // What a crowd asks of speed is measured by benchmarks.
    const years = [51, 52, 53, 54, 55, 56, 57, 58, 59, 61, 62, 63, 64];
    expect(numbers.filter((n) => n > 40)).toEqual(years);
  });

  it.each(promises)('$id is held by tests that exist', ({ holders }) => {
    expect(holders.length).toBeGreaterThan(0);
    expect(holders.filter((holder) => !isTitledIn(holder))).toEqual([]);
  });
});
