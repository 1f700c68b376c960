import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { describeQuantity, isQuantity } from '../../../server/domain/instrument/quantity.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { ticketMint, type TicketToken } from '../../../server/domain/ticket/parse-instrument.ts';
import { parseTicket } from '../../../server/domain/ticket/parse-ticket.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { aToken } from '../../support/values/builders.ts';
import { BONK, SOL, someFacts, USDC } from '../../support/values/price-rounds.ts';

const KNOWN: TicketToken = { facts: someFacts(BONK), market: 'SOLANA' };

const ticket = (parts: Partial<TicketInput> = {}): TicketInput => ({
  ...{ mode: 'PAPER', idempotencyKey: 'a-key-of-8', token: { mint: BONK }, side: 'BUY' },
  ...{ quantity: dec('1234.56789'), orderType: 'MARKET', timeInForce: 'DAY' },
  ...parts,
});

function fieldOf(input: TicketInput, known: TicketToken | null = KNOWN): string {
  try {
    ticketMint(input);
    parseTicket(input, NOON, known);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'BAD_USER_INPUT')
      return error.detail.field ?? '';
    throw error;
  }
  return 'taken';
}

describe('a ticket for a token', () => {
  it('trades the mint, by what its directory says of it', () => {
    const { instrument, quantity } = parseTicket(ticket(), NOON, KNOWN);
    expect(instrument).toEqual(aToken({ symbol: BONK, underlying: BONK }));
    expect(quantity.toFixed()).toBe('1234.56789');
  });

  it.each<[string, Partial<TicketInput>, (TicketToken | null)?]>([
    ['input.token.mint', { token: { mint: BONK.toLowerCase() } }],
    ['input.token.mint', { token: { mint: 'BONK' } }],
    ['input.token.mint', { token: { mint: USDC } }],
    ['input.token.mint', { mode: 'REAL', token: { mint: SOL } }],
    ['input.token.mint', {}, null],
    [
      'input.token.settlement',
      { token: { mint: SOL, settlement: 'SOL' } },
      { ...KNOWN, facts: someFacts(SOL) },
    ],
    ['input.quantity', { quantity: dec('0.123456') }],
    ['input.quantity', { quantity: dec(0) }],
    ['input.quantity', { quantity: dec(-1) }],
    ['input.quantity', { quantity: dec('1e16') }],
    ['input.side', { side: 'SELL' }],
    ['input.side', { side: 'BUY_TO_OPEN' }],
    ['input.orderType', { orderType: 'STOP', stopPrice: dec(1) }],
    ['input.orderType', { orderType: 'STOP_LIMIT', stopPrice: dec(1), limitPrice: dec(1) }],
    ['input.limitPrice', { orderType: 'LIMIT' }],
    ['input.bracket.stopLimit', { bracket: { stopLoss: dec(1), stopLimit: dec(1) } }],
  ])('is refused by its field %s (%#)', (field, parts, known = KNOWN) => {
    expect(fieldOf(ticket(parts), known)).toBe(field);
  });

  it('buys SOL on paper, and with SOL for real money', () => {
    const sol = { ...KNOWN, facts: someFacts(SOL) };
    expect(fieldOf(ticket({ token: { mint: SOL } }), sol)).toBe('taken');
    const paidInSol = { mint: BONK, settlement: 'SOL' } as const;
    expect(fieldOf(ticket({ mode: 'REAL', token: paidInSol }))).toBe('taken');
  });

  it('has prices of any fineness', () => {
    const limitPrice = dec('0.000000001234567');
    expect(fieldOf(ticket({ orderType: 'LIMIT', limitPrice }))).toBe('taken');
  });

  it('has a quantity of whole raw units of its mint, whatever its decimals', () => {
    const amounts = fc.record({
      decimals: fc.integer({ min: 0, max: 12 }),
      raw: fc.bigInt({ min: 1n, max: 10n ** 18n }),
    });
    fc.assert(
      fc.property(amounts, ({ decimals, raw }) => {
        const token = aToken({ decimals });
        const quantity = dec(raw.toString()).div(dec(10).pow(decimals));
        const tooFine = quantity.plus(dec(10).pow(-decimals - 1));
        expect(isQuantity(token, quantity)).toBe(quantity.lessThanOrEqualTo('1e15'));
        expect(isQuantity(token, tooFine)).toBe(false);
      }),
    );
    expect(describeQuantity(aToken(), '7.5')).toBe(
      'More than 0 and at most 7.5, with 5 decimals or fewer',
    );
  });
});
