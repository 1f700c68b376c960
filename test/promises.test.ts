import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenPromises, readPromises, type Ended } from './support/runner/kept-promises.ts';

const HERE = import.meta.dirname;
const promises = readPromises(readFileSync(path.join(HERE, 'promises.md'), 'utf8'));

describe('the page of promises', () => {
  it('has each line once, in order', () => {
    const numbersOf = (sections: string) =>
      promises.filter(({ id }) => sections.includes(id[0]!)).map(({ id }) => Number(id.slice(1)));
    const all = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
    expect(numbersOf('ABCD')).toEqual(all(40));
    expect(numbersOf('F')).toEqual([47, 48, 49, 50]);
    expect(numbersOf('E')).toEqual([42, 43, 44, 45, 46]);
    expect(numbersOf('T')).toEqual(all(29));
    expect(numbersOf('R')).toEqual(all(13));
    expect(numbersOf('S')).toEqual(all(15));
    expect(numbersOf('Q')).toEqual(all(11));
    expect(numbersOf('K')).toEqual(all(25));
    expect(numbersOf('M')).toEqual(all(7));
    expect(numbersOf('N')).toEqual(all(12));
    expect(numbersOf('P')).toEqual(all(13));
    expect(numbersOf('W')).toEqual(all(10));
    expect(numbersOf('V')).toEqual(all(8));
    expect(numbersOf('H')).toEqual(all(14));
    // Promises of speed with many users are measured by benchmarks.
    expect(numbersOf('G')).toEqual([51, 52, 53, 54, 55, 56, 57, 58, 59, 61, 62, 63, 64]);
    expect(numbersOf('J')).toEqual(all(7));
    expect(numbersOf('Y')).toEqual(all(6));
    expect(numbersOf('X')).toEqual(all(8));
    expect(numbersOf('U')).toEqual(all(6));
    expect(numbersOf('Z')).toEqual(all(6));
    expect([...new Set(promises.map(({ id }) => id[0]))].join('')).toBe('ABCDEFTRSQKPNMGWVHJYXUZ');
  });

  it.each(promises)('$id names files of tests that exist', ({ holders }) => {
    expect(holders.length).toBeGreaterThan(0);
    expect(holders.filter(({ file }) => !existsSync(path.join(HERE, file)))).toEqual([]);
  });
});

describe('a run', () => {
  const page = ['- **A1** One order.', '  - `a.test.ts` an order of %s › is sent once', ''].join(
    '\n',
  );
  const ended = (state: Ended['state'], ...titles: string[]): Ended => ({
    file: 'a.test.ts',
    titles: ['on SQLite', ...titles],
    state,
  });
  const broken = (...tests: Ended[]) => brokenPromises(readPromises(page), tests);
  const IS = 'A1: a.test.ts an order of %s › is sent once:';

  it('keeps a promise whose test passed with any parameters', () => {
    expect(broken(ended('passed', 'an order of (10) KO', 'is sent once'))).toEqual([]);
  });

  it('breaks a promise whose test was renamed or moved under another title', () => {
    expect(broken(ended('passed', 'an order of KO', 'is sent twice'))).toEqual([
      `${IS} no such test ran`,
    ]);
    expect(broken(ended('passed', 'a close of KO', 'is sent once'))).toEqual([
      `${IS} no such test ran`,
    ]);
  });

  it('breaks a promise whose test was skipped', () => {
    expect(broken(ended('skipped', 'an order of KO', 'is sent once'))).toEqual([
      `${IS} was skipped`,
    ]);
  });

  it('breaks a promise when one of its tests failed', () => {
    const tests = [
      ended('passed', 'an order of KO', 'is sent once'),
      ended('failed', 'an order of SPY', 'is sent once'),
    ];
    expect(broken(...tests)).toEqual([`${IS} failed`]);
  });

  it('ignores promises of files that it did not run', () => {
    expect(broken({ ...ended('passed', 'x'), file: 'b.test.ts' })).toEqual([]);
  });
});
