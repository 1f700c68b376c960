import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { gateIndex } from '../../../server/domain/price/gate-index.ts';
import type { IndexedPrice, Told } from '../../../server/domain/price/told.ts';

const receivedAt = new Date('2026-11-18T15:00:00Z');
const UNSEEN = { ofMint: null, highest: null };

function told(some: Partial<IndexedPrice> = {}): Told<IndexedPrice> {
  const value = { price: dec('0.5'), blockId: 1_000, decimals: 6, liquidityUsd: dec(9) };
  return { value: { ...value, ...some }, receivedAt };
}

describe('Jupiter’s own price', () => {
  it('is taken with its block and a least width, and proves no liquidity', () => {
    const observation = gateIndex(told(), UNSEEN);
    expect(observation).toMatchObject({ source: 'JUPITER', receivedAt, blockId: 1_000 });
    expect(observation).toMatchObject({ refused: null, hardLiquidityUsd: null });
    expect(observation.price?.toFixed()).toBe('0.5');
  });

  it.each(['ABSENT', 'MALFORMED', 'SILENT', 'PUT_OFF'] as const)(
    'is %s where it is told so',
    (why) => {
      expect(gateIndex({ value: null, why, receivedAt }, UNSEEN).refused).toBe(why);
    },
  );

  it('is zero, which is neither absent nor malformed', () => {
    expect(gateIndex(told({ price: dec(0) }), UNSEEN).refused).toBe('ZERO');
    expect(gateIndex(told({ price: dec(-1) }), UNSEEN).refused).toBe('MALFORMED');
    expect(gateIndex(told({ price: dec(NaN) }), UNSEEN)).toMatchObject({
      ...{ refused: 'MALFORMED', price: null },
    });
  });

  it('goes back behind no block of the same mint', () => {
    expect(gateIndex(told(), { ofMint: 1_000, highest: 1_000 }).refused).toBeNull();
    const older = gateIndex(told(), { ofMint: 1_001, highest: 1_001 });
    expect(older.refused).toBe('OLDER_BLOCK');
    expect(older.price?.toFixed()).toBe('0.5');
  });

  it('lies at most 150 blocks behind the highest of any mint', () => {
    expect(gateIndex(told(), { ofMint: null, highest: 1_150 }).refused).toBeNull();
    expect(gateIndex(told(), { ofMint: null, highest: 1_151 }).refused).toBe('OLDER_BLOCK');
  });

  it('has a block that can be one, or none', () => {
    const seen = { ofMint: null, highest: 1_000 };
    expect(gateIndex(told({ blockId: 2_000_000_000 }), seen).refused).toBe('MALFORMED');
    expect(gateIndex(told({ blockId: 0.5 }), UNSEEN).refused).toBe('MALFORMED');
    expect(gateIndex(told({ blockId: null }), seen).refused).toBeNull();
  });
});
