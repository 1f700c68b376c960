import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportJob } from '../../../server/adapters/strategy-host/import/import-job.ts';
import { decodeSeries } from '../../../server/adapters/strategy-host/columns/series-codec.ts';
import type { FileForm } from '../../../server/ports/data-files.ts';
import type { ChangedSeries, StoredSeries } from '../../../server/ports/data-sets.ts';

const CSV: FileForm = { type: 'csv', interval: 'ONE_MINUTE' };
const JSON_FORM: FileForm = { type: 'json', interval: 'ONE_MINUTE' };
const HEADER = 'symbol,at,open,high,low,close,volume';

function read(text: string, form: FileForm = CSV, cuts: readonly number[] = []) {
  const job = new ImportJob(form);
  const bytes = new TextEncoder().encode(text);
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    job.add(bytes.slice(from, cut));
    from = Math.max(from, cut);
  }
  job.add(bytes.slice(from));
  return { job, ended: job.end() };
}

function imported(text: string, form: FileForm = CSV, stored: readonly StoredSeries[] = []) {
  const { job, ended } = read(text, form);
  if ('errors' in ended) throw new Error(JSON.stringify(ended.errors));
  const merged = job.merge(stored);
  if ('errors' in merged) return merged.errors;
  return merged.changed;
}

const errorsOf = (text: string, form: FileForm = CSV) => {
  const { ended } = read(text, form);
  return 'errors' in ended ? ended.errors.map(({ line, field }) => [line, field]) : [];
};

const at = (minute: number) => `2026-03-02T14:${String(minute).padStart(2, '0')}:00Z`;
const row = (minute: number, close = '100.5') => `SPY,${at(minute)},100,101.25,99.5,${close},10`;

describe('a file of bars', () => {
  it('is kept exactly, whatever its zone, quotes and line ends', () => {
    const [one] = imported(
      `\uFEFF${HEADER}\r\n"spy",2026-03-02T09:30:00-05:00,1e2,101.250,99.5,100.5,\r\n\r\n${row(31)}\r\n`,
    ) as readonly StoredSeries[];
    expect(one!.series).toMatchObject({ symbol: 'SPY', rows: 2, interval: 'ONE_MINUTE' });
    const { at: times, columns } = decodeSeries(one!.series, one!.chunks);
    expect([...times]).toEqual([Date.parse(at(30)), Date.parse(at(31))]);
    expect([...columns.get('high')!.values]).toEqual([10125, 10125]);
    expect(columns.get('open')!.digits).toBe(2);
    expect([...columns.get('volume')!.values]).toEqual([NaN, 10]);
  });

  it('is the same as JSON, in whatever pieces it comes', () => {
    const csv = [HEADER, row(30), row(31, '100.123456789012'), row(32)].join('\n');
    const objects = [row(30), row(31, '100.123456789012'), row(32)].map((line) => {
      const [symbol, time, open, high, low, close, volume] = line.split(',');
      return `{"symbol":"${symbol}", "at" : "${time}","open":${open},"high":"${high}","low":${low},"close":${close},"volume":${volume}}`;
    });
    const json = `[${objects.join(',\n')}]`;
    const [expected] = imported(csv) as readonly StoredSeries[];
    const hashes = (text: string, form: FileForm, cuts: readonly number[]) => {
      const { job } = read(text, form, cuts);
      const merged = job.merge([]);
      return 'changed' in merged ? merged.changed.map(({ series }) => series.hash) : merged.errors;
    };
    fc.assert(
      fc.property(fc.array(fc.nat(csv.length), { maxLength: 6 }), (cuts) => {
        expect(hashes(csv, CSV, cuts)).toEqual([expected!.series.hash]);
        expect(hashes(json, JSON_FORM, cuts)).toEqual([expected!.series.hash]);
      }),
      { numRuns: 80 },
    );
  });

  it.each([
    ['an unknown column', `${HEADER},vwap\n${row(30)},1`, [[1, 'vwap']]],
    ['a missing column', 'symbol,at,open,high,low\nSPY,x,1,1,1', [[1, 'close']]],
    ['a bad number', `${HEADER}\n${row(30, 'abc')}`, [[2, 'close']]],
    ['a price that is not positive', `${HEADER}\nSPY,${at(30)},1,1,0,1,1`, [[2, 'low']]],
    ['a negative volume', `${HEADER}\nSPY,${at(30)},1,1,1,1,-1`, [[2, 'volume']]],
    ['a high below the others', `${HEADER}\nSPY,${at(30)},5,4,3,3,1`, [[2, 'high']]],
    ['a low above the others', `${HEADER}\nSPY,${at(30)},2,4,3,4,1`, [[2, 'low']]],
    ['a time without a zone', `${HEADER}\nSPY,2026-03-02T14:30:00,1,1,1,1,1`, [[2, 'at']]],
    ['a date that is none', `${HEADER}\nSPY,2026-02-30T14:30:00Z,1,1,1,1,1`, [[2, 'at']]],
    ['a double time', `${HEADER}\n${row(30)}\n${row(30)}`, [[3, 'at']]],
    ['an unordered time', `${HEADER}\n${row(31)}\n${row(30)}`, [[3, 'at']]],
    ['too few cells', `${HEADER}\nSPY,${at(30)},1`, [[2, '']]],
    ['no symbol', `${HEADER}\n,${at(30)},1,1,1,1,1`, [[2, 'symbol']]],
    [
      'more digits than are exact',
      `${HEADER}\n${row(30, '100.12345678901234567')}`,
      [[2, 'close']],
    ],
    ['no rows', HEADER, [[1, 'symbol']]],
  ])('with %s is refused with its line', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  it('has no bar of a year that no market is tested in', () => {
    const of = (year: string) => `${HEADER}\nSPY,${year}-03-02T14:00:00Z,100,101,99,100,1`;
    for (const year of ['0001', '1899', '2200', '9999'])
      expect(errorsOf(of(year))).toEqual([[2, 'at']]);
    expect(errorsOf(of('1900'))).toEqual([]);
    expect(errorsOf(of('2199'))).toEqual([]);
  });

  it('has at most fifty thousand symbols', () => {
    const rows = Array.from({ length: 50_001 }, (_, n) => `S${n},${at(0)},1,1,1,1,1`);
    expect(errorsOf([HEADER, ...rows].join('\n'))).toEqual([[50_002, 'symbol']]);
  });

  it('needs an interval, names a hundred errors at most, and each symbol has its own order', () => {
    expect(errorsOf(`${HEADER}\n${row(30)}`, { ...CSV, interval: null })).toEqual([
      [1, 'interval'],
    ]);
    const bad = Array.from({ length: 300 }, () => row(30, 'x')).join('\n');
    expect(errorsOf(`${HEADER}\n${bad}`)).toHaveLength(100);
    const other = row(30).replace('SPY', 'QQQ');
    expect(errorsOf([HEADER, row(31), other, row(32)].join('\n'))).toEqual([]);
  });

  it('sent again adds its rows; one that is there must be equal', () => {
    const first = imported([HEADER, row(30), row(31)].join('\n')) as readonly StoredSeries[];
    const again = imported([HEADER, row(31), row(32, '100.55')].join('\n'), CSV, first);
    const whole = imported([HEADER, row(30), row(31), row(32, '100.55')].join('\n'));
    expect(again).toEqual(whole);
    // Rows that equal the stored ones change nothing.
    expect(imported([HEADER, row(30)].join('\n'), CSV, first)).toMatchObject([{ kept: 1 }]);
    const other = imported([HEADER, row(29), row(31, '100.75')].join('\n'), CSV, first);
    expect(other).toMatchObject([{ line: 3, field: 'close' }]);
  });

  it('keeps the chunks before the first row that it adds', () => {
    const minute = (at: number, close = '100.5') =>
      `SPY,${new Date(1_772_461_800_000 + at * 60_000).toISOString()},100,101.25,99.5,${close},10`;
    const rows = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => minute(from + at));
    const of = (lines: readonly string[], stored: readonly StoredSeries[] = []) =>
      imported([HEADER, ...lines].join('\n'), CSV, stored) as readonly ChangedSeries[];
    const first = of([...rows(0, 2_100), ...rows(2_101, 5_000)]);
    const [end] = of(rows(5_000, 5_001), first);
    const [middle] = of(rows(2_100, 2_101), first);
    const [digits] = of([minute(5_000, '100.123')], first);
    expect([first[0]!.chunks.length, end!.kept, middle!.kept, digits!.kept]).toEqual([3, 2, 1, 0]);
    expect(end!.chunks.slice(0, 2)).toEqual(first[0]!.chunks.slice(0, 2));
    const whole = of([...rows(0, 2_100), ...rows(2_101, 5_001)]);
    expect(end).toEqual({ ...whole[0], kept: 2 });
  });

  it.each([
    ['text', 'nothing', 1],
    ['an object', '{"symbol":"SPY"}', 1],
    ['an object in an object', '[{"symbol":{"a":1}}]', 1],
    ['a cut end', `[{"symbol":"SPY","at":"${at(30)}","open":1,"high":1,"low":1,"close":1}`, 2],
  ])('as JSON that is %s is refused', (_, text, line) => {
    expect(errorsOf(text, JSON_FORM)[0]![0]).toBe(line);
  });
});

describe('a file of quotes', () => {
  const QUOTES: FileForm = { type: 'csv', interval: null };
  it('keeps what is told and leaves the rest unknown; a bid may be 0 and not above the ask', () => {
    const [one] = imported(
      `symbol,at,bid,ask,iv,delta\nSPY260327C00560000,${at(30)},0,0.05,0.2512345678901234567,\n`,
      QUOTES,
    ) as readonly StoredSeries[];
    expect(one!.series).toMatchObject({ kind: 'quotes', interval: null, rows: 1, missing: 0 });
    const { columns } = decodeSeries(one!.series, one!.chunks);
    expect([...columns.get('iv')!.values]).toEqual([Number('0.2512345678901234567')]);
    expect([...columns.get('delta')!.values]).toEqual([NaN]);
    expect(errorsOf(`symbol,at,bid,ask\nSPY,${at(30)},2,1`, QUOTES)).toEqual([[2, 'bid']]);
  });
});
