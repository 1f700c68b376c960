import { describe, expect, it } from 'vitest';
import { lookAt, setNameOf } from '../../../client/strategies/file-look.ts';
import { readAnswer } from '../../../client/strategies/import-file.ts';
import { Importing } from '../../../client/strategies/importing.svelte.ts';
import { symbolsOf } from '../../../client/strategies/symbols.ts';

const BARS = [
  'symbol,at,open,high,low,close,volume',
  'SPY,2024-01-02T09:30:00-05:00,1,1,1,1,1',
  'QQQ,2024-01-02T09:30:00-05:00,1,1,1,1,1',
  'SPY,2024-01-02T09:35:00-05:00,1,1,1,1,1',
  'SPY,2024-01-02T09:45:00-05:00,1,1,1,1,1',
  'SPY,2024-01-02T09:5',
].join('\n');

describe('a file that is picked', () => {
  it('tells its interval by the shortest step of one symbol, though its last line is cut', () => {
    expect(lookAt(BARS, false)).toEqual({ kind: 'bars', interval: 'FIVE_MINUTES' });
    expect(lookAt(`\uFEFF${BARS.replaceAll('\n', '\r\n')}`, false).interval).toBe('FIVE_MINUTES');
  });

  it('takes daily bars across a change of the clocks and a weekend for days', () => {
    const days = ['2024-03-08T05:00:00Z', '2024-03-11T04:00:00Z', '2024-03-12T04:00:00Z'];
    const spring = ['2024-03-09T05:00:00Z', '2024-03-10T05:00:00Z', '2024-03-11T04:00:00Z'];
    for (const times of [days, spring]) {
      const text = ['symbol,at,open,high,low,close', ...times.map((at) => `X,${at},1,1,1,1`)];
      expect(lookAt(text.join('\n'), false).interval).toBe('ONE_DAY');
    }
  });

  it('guesses no interval that the desk does not have', () => {
    const odd = 'symbol,at,open,high,low,close\nX,2024-01-02T10:00:00Z,1,1,1,1\n';
    expect(lookAt(`${odd}X,2024-01-02T10:02:00Z,1,1,1,1`, false).interval).toBeNull();
    expect(lookAt(odd, false).interval).toBeNull();
  });

  it('tells quotes from bars, in JSON that is cut too', () => {
    expect(lookAt('symbol,at,bid,ask\n', false).kind).toBe('quotes');
    const cut =
      '[{"symbol":"X","at":"2024-01-02T10:00:00Z","open":1,"close":1},{"symbol":"X","at":"2024-01-02T11:00:00Z","open":1,"close":2},{"sym';
    expect(lookAt(cut, true)).toEqual({ kind: 'bars', interval: 'ONE_HOUR' });
    expect(lookAt('no table', false).kind).toBeNull();
    expect(lookAt('{', true).kind).toBeNull();
  });

  it('names its set by characters that a name may have', () => {
    expect(setNameOf('SPY 1min (2024).csv')).toBe('SPY-1min-2024');
    expect(setNameOf('../etc/passwd.json')).toBe('..-etc-passwd');
    expect(setNameOf(`${'x'.repeat(80)}.csv`)).toHaveLength(64);
  });

  it('is refused here when it is no table, empty, or not alone', async () => {
    const importing = new Importing();
    const take = async (...files: File[]) => {
      await importing.take(files);
      return importing.notTaken;
    };
    expect(await take(new File(['x'], 'a.xlsx'))).toBe('A CSV or JSON file.');
    expect(await take(new File([], 'a.csv'))).toBe('The file is empty.');
    const one = new File([BARS], 'spy.csv');
    expect(await take(one, one)).toBe('One file at a time: the same name adds to the set.');
    expect([importing.file, importing.ready]).toEqual([null, false]);
    expect(await take(one)).toBeNull();
    expect([importing.name, importing.interval, importing.ready]).toEqual([
      ...['spy', 'FIVE_MINUTES', true],
    ]);
  });
});

describe('the answer to a file', () => {
  it('says what the set has when all was kept', () => {
    const body = JSON.stringify({ id: '1', name: 'spy', rows: 4, hash: 'ab' });
    expect(readAnswer(200, body)).toEqual({ state: 'kept', name: 'spy', rows: 4, hash: 'ab' });
  });

  it('lists each error with its line and column', () => {
    const errors = [
      { line: 3, field: 'high', reason: 'is below the low' },
      { line: 1, field: 'colour', reason: 'is no column' },
    ];
    expect(readAnswer(400, JSON.stringify({ errors }))).toEqual({
      ...{ state: 'refused', reason: 'The file has errors.', faults: errors },
    });
  });

  it.each([
    [413, '', /larger than 64 MB/],
    [403, '', /no file from this page/],
    [409, '{"errors":[{"message":"Another import is going on"}]}', /Another import is going on/],
    [500, '<html>', /answered 500/],
  ])('%s says why nothing was kept', (status, text, reason) => {
    const answer = readAnswer(status, text);
    expect(answer.state === 'refused' && answer.reason).toMatch(reason);
  });

  it('never takes an answer without a set for one that kept the file', () => {
    expect(readAnswer(200, 'null').state).toBe('refused');
    expect(readAnswer(401, '').state).toBe('signed out');
  });
});

describe('typed symbols', () => {
  it('become capitals once each, but mints and what a set knows stay as they are', () => {
    const mint = 'So11111111111111111111111111111111111111112';
    expect(symbolsOf(` spy, qqq;SPY ${mint}`)).toEqual(['SPY', 'QQQ', mint]);
    expect(symbolsOf('xrp_eth btc', ['xrp_eth'])).toEqual(['xrp_eth', 'BTC']);
    expect(symbolsOf('  ')).toEqual([]);
  });
});
