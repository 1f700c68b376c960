import { describe, expect, it } from 'vitest';
import {
  equityQuote,
  isRowOf,
  optionQuote,
  strikeQuote,
} from '../../../server/adapters/orats/orats-mapping.ts';
import {
  optionRow,
  strikeRow,
  underlyingRow,
} from '../../../server/adapters/orats/orats-schema.ts';
import { readRows } from '../../../server/adapters/wire/read-rows.ts';
import type { OptionContract } from '../../../server/domain/instrument/instrument.ts';
import { parseOccSymbol } from '../../../server/domain/instrument/occ-symbol.ts';
import { ELEVEN } from '../../support/fakes/option-market.ts';
import { referenceFile } from '../../support/recorded/reference-file.ts';

const LIVE = { receivedAt: ELEVEN, live: true };
const DELAYED = { receivedAt: ELEVEN, live: false };

const contract = (symbol: string): OptionContract => parseOccSymbol(symbol)!;
const rowsOf = (text: string): unknown[] => (JSON.parse(text) as { data: unknown[] }).data;

describe('a documented live row', () => {
  it('marks call and put by bid and ask, never by the model', (context) => {
    const text = referenceFile('fixtures/orats/doc-live-strikes-2023.json');
    if (!text) return context.skip();
    const [row] = readRows(strikeRow, rowsOf(text)).read;
    const call = strikeQuote(row!, contract('AAPL231117C00142000'), LIVE);
    expect([call.bid?.toString(), call.ask?.toString()]).toEqual(['34.65', '35.2']);
    expect(call).toMatchObject({ source: 'orats-live', delayed: false, last: null });
    expect(call.sourceTime?.toISOString()).toBe('2023-11-03T19:59:44.000Z');
    expect(call.greeks).toMatchObject({ delta: 0.9977013824960196, iv: 0.669167 });

    const put = strikeQuote(row!, contract('AAPL231117P00142000'), LIVE);
    expect([put.bid?.toString(), put.ask?.toString()]).toEqual(['0.06', '0.07']);
    expect(put.greeks.delta).toBeCloseTo(-0.0022986175, 9);
    expect(put.underlyingPrice?.toString()).toBe('176.78');
  });

  it('has no quote in the derived family, and no volatility when it is 0', (context) => {
    const derived = referenceFile('fixtures/orats/doc-live-derived-strikes-2023.json');
    const old = referenceFile('fixtures/orats/doc-live-strikes-2020.json');
    if (!derived || !old) return context.skip();
    const [row] = readRows(strikeRow, rowsOf(derived)).read;
    const call = strikeQuote(row!, contract('AAPL231117C00142000'), LIVE);
    expect(call).toMatchObject({ bid: null, ask: null, volume: null });
    const [worthless] = readRows(strikeRow, rowsOf(old)).read;
    const put = strikeQuote(worthless!, contract('AAPL200821P00170000'), LIVE);
    expect([put.bid?.toString(), put.ask?.toString(), put.greeks.iv]).toEqual(['0', '0.03', null]);
  });
});

describe('documented delayed rows', () => {
  it('carry the call’s delta on a put', (context) => {
    const text = referenceFile('fixtures/orats/doc-strikes-options-option-row.partial.json');
    if (!text) return context.skip();
    const [row] = readRows(optionRow, rowsOf(text)).read;
    const put = optionQuote(row!, DELAYED);
    expect(put).toMatchObject({
      symbol: 'VIXW230222P00020000',
      source: 'orats-delayed',
      delayed: true,
    });
    expect(put.greeks.delta).toBeCloseTo(-0.340177, 9);
    expect(put.greeks.iv).toBeNull();
  });

  it('give the time of a share in either format, in UTC', (context) => {
    const text = referenceFile('fixtures/orats/doc-strikes-options-underlying-row.json');
    if (!text) return context.skip();
    const [row] = readRows(underlyingRow, rowsOf(text)).read;
    expect(row!.updatedAt?.toISOString()).toBe('2026-02-05T16:59:11.000Z');
    const share = equityQuote(row!, DELAYED);
    expect([share.bid?.toString(), share.last?.toString()]).toEqual(['274.92', '274.97']);
    expect(share.sourceTime?.toISOString()).toBe('2026-02-05T16:58:49.000Z');
  });
});

describe('a row of an index', () => {
  const wire = { ticker: 'SPX', expirDate: '2026-04-17', strike: 5000 };
  const row = (expiryTod?: string) => readRows(strikeRow, [{ ...wire, expiryTod }]).read[0]!;

  it.each([
    ['SPX260417C05000000', 'am', true],
    ['SPX260417C05000000', 'pm', false],
    ['SPXW260417C05000000', 'pm', true],
    ['SPXW260417C05000000', 'am', false],
    ['SPXW260417C05000000', undefined, true],
    ['SPX260417C05005000', 'am', false],
    ['SPX260424C05000000', 'am', false],
  ])('of %s, settled %s: %s', (symbol, tod, fits) => {
    expect(isRowOf(row(tod), contract(symbol))).toBe(fits);
  });

  it('is dropped when it is corrupt', () => {
    expect(
      readRows(strikeRow, [
        { ...wire, callBidPrice: -1 },
        { ...wire, strike: 0 },
      ]).read,
    ).toEqual([]);
  });
});
