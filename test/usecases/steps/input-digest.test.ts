import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { inputDigest } from '../../../server/usecases/steps/input-digest.ts';

const TICKET = {
  symbol: 'SPY',
  quantity: dec(3),
  bracket: { stopLoss: dec('1.00') },
  tags: ['a', 'b'],
};

describe('the digest of an input', () => {
  it.each([
    [
      'the order of keys',
      { tags: ['a', 'b'], bracket: { stopLoss: dec('1.00') }, quantity: dec(3), symbol: 'SPY' },
    ],
    [
      'the notation of decimals',
      { ...TICKET, quantity: dec('3.000'), bracket: { stopLoss: dec('1e0') } },
    ],
    [
      'null in place of a missing field',
      { ...TICKET, limitPrice: null, bracket: { ...TICKET.bracket, takeProfit: undefined } },
    ],
    ['the confirmation token', { ...TICKET, confirmationToken: 'once' }],
    ['the idempotency key', { ...TICKET, idempotencyKey: 'any-key-1' }],
  ])('ignores %s', (_, other) => {
    expect(inputDigest(other)).toBe(inputDigest(TICKET));
  });

  it.each([
    ['a quantity', { ...TICKET, quantity: dec('3.0001') }],
    ['a nested price', { ...TICKET, bracket: { stopLoss: dec('1.01') } }],
    ['the order of a list', { ...TICKET, tags: ['b', 'a'] }],
    ['an additional field', { ...TICKET, limitPrice: dec(1) }],
    ['a number from text', { ...TICKET, symbol: 3 }],
  ])('distinguishes %s', (_, other) => {
    expect(inputDigest(other)).not.toBe(inputDigest(TICKET));
  });

  it('reads an instant as itself', () => {
    const at = (text: string) => inputDigest({ at: new Date(text) });
    expect(at('2026-03-10T12:00:00-04:00')).toBe(at('2026-03-10T16:00:00Z'));
    expect(at('2026-03-10T16:00:01Z')).not.toBe(at('2026-03-10T16:00:00Z'));
  });
});
