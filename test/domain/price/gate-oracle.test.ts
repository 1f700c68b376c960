import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { gateOracle } from '../../../server/domain/price/gate-oracle.ts';
import type { OraclePrice } from '../../../server/domain/price/told.ts';

const NOW = new Date('2026-11-18T15:00:00Z');
const seconds = (count: number) => new Date(NOW.getTime() + count * 1_000);

function gated(parts: Partial<OraclePrice>) {
  const honest = { price: dec(150), confidence: dec('0.3'), publishedAt: seconds(-2) };
  return gateOracle({ value: { ...honest, ...parts }, receivedAt: NOW });
}

describe('a price of Pyth’s', () => {
  it('is as wide as its own interval, and as old as its publishing', () => {
    expect(gated({})).toEqual({
      ...{ source: 'PYTH', receivedAt: seconds(-2), hardLiquidityUsd: null, blockId: null },
      ...{ price: dec(150), width: dec('0.002'), refused: null },
    });
    expect(gated({ confidence: dec('0.01') })).toMatchObject({ width: dec('0.001') });
    expect(gated({ confidence: dec(0) })).toMatchObject({ width: dec('0.001') });
  });

  it('published by a clock a little ahead counts as of now', () => {
    expect(gated({ publishedAt: seconds(3) })).toMatchObject({ receivedAt: NOW, refused: null });
  });

  it.each([
    ['UNSURE', { confidence: dec('3.001') }],
    ['OUTDATED', { publishedAt: seconds(-61) }],
    ['OUTDATED', { publishedAt: seconds(61) }],
    ['OUTDATED', { publishedAt: new Date(Number.NaN) }],
    ['MALFORMED', { price: dec(-150) }],
    ['MALFORMED', { price: dec(Infinity) }],
    ['MALFORMED', { confidence: dec(-1) }],
    ['ZERO', { price: dec(0) }],
  ] as const)('is %s where it is %j', (refused, parts) => {
    expect(gated(parts)).toMatchObject({ source: 'PYTH', receivedAt: NOW, refused });
  });

  it('counts up to an interval of 2 % and an age of a minute, inclusive', () => {
    expect(gated({ confidence: dec(3) })).toMatchObject({ width: dec('0.02'), refused: null });
    expect(gated({ publishedAt: seconds(-60) })).toMatchObject({ refused: null });
  });

  it('shows the price that was refused, and none that is no number', () => {
    expect(gated({ confidence: dec(50) }).price).toEqual(dec(150));
    expect(gated({ price: dec(Infinity) }).price).toBeNull();
  });

  it('that was not told is refused for the reason that is told', () => {
    const told = { value: null, why: 'SILENT', receivedAt: NOW } as const;
    expect(gateOracle(told)).toMatchObject({ price: null, refused: 'SILENT', receivedAt: NOW });
  });
});
