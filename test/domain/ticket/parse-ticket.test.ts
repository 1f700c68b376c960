import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { parseTicket } from '../../../server/domain/ticket/parse-ticket.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const SYMBOL = 'SPY260327C00560000';
const TERMS = {
  underlying: 'SPY',
  expiration: '2026-03-27',
  strike: dec(560),
  right: 'CALL',
} as const;

function ticket(parts: Partial<TicketInput> = {}): TicketInput {
  return {
    mode: 'PAPER',
    idempotencyKey: 'a-key-of-8',
    option: { symbol: SYMBOL },
    side: 'BUY_TO_OPEN',
    quantity: dec(3),
    orderType: 'LIMIT',
    limitPrice: dec('1.50'),
    timeInForce: 'DAY',
    ...parts,
  };
}

function fieldOf(input: TicketInput): string {
  try {
    parseTicket(input, NOON);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'BAD_USER_INPUT')
      return error.detail.field ?? '';
    throw error;
  }
  return 'taken';
}

const share = (parts: Partial<TicketInput>) =>
  ticket({ option: null, equity: { symbol: 'spy' }, side: 'BUY', limitPrice: dec(558), ...parts });
const bracket = (parts: NonNullable<TicketInput['bracket']>) => ticket({ bracket: parts });
const option = (parts: NonNullable<TicketInput['option']>) => ticket({ option: parts });

const REFUSED: [string, TicketInput][] = [
  ['input.idempotencyKey', ticket({ idempotencyKey: 'seven-7' })],
  ['input.idempotencyKey', ticket({ idempotencyKey: 'x'.repeat(65) })],
  ['input.idempotencyKey', ticket({ idempotencyKey: 'no spaces here' })],
  ['input.option', ticket({ option: null })],
  ['input.option', ticket({ equity: { symbol: 'SPY' } })],
  [
    'input.token.mint',
    ticket({ option: null, token: { mint: 'So11111111111111111111111111111111111111112' } }),
  ],
  ['input.option.symbol', option({ symbol: 'SPY' })],
  ['input.option.underlying', option({ symbol: SYMBOL, underlying: 'QQQ' })],
  ['input.option.expiration', option({ symbol: SYMBOL, expiration: '2026-03-20' })],
  ['input.option.strike', option({ symbol: SYMBOL, strike: dec(561) })],
  ['input.option.right', option({ symbol: SYMBOL, right: 'PUT' })],
  ['input.option.underlying', option({ ...TERMS, underlying: null })],
  ['input.option.expiration', option({ ...TERMS, expiration: null })],
  ['input.option.strike', option({ ...TERMS, strike: null })],
  ['input.option.right', option({ ...TERMS, right: null })],
  ['input.option.underlying', option({ ...TERMS, underlying: '$$' })],
  ['input.option.strike', option({ ...TERMS, strike: dec('560.00001') })],
  ['input.option.expiration', option({ ...TERMS, expiration: '2026-03-28' })],
  ['input.option.expiration', option({ ...TERMS, expiration: '2026-03-09' })],
  ['input.equity.symbol', share({ equity: { symbol: 'not a ticker' } })],
  ['input.side', ticket({ side: 'BUY' })],
  ['input.side', ticket({ side: 'SELL_TO_CLOSE' })],
  ['input.side', share({ side: 'SELL' })],
  ['input.quantity', ticket({ quantity: dec(0) })],
  ['input.quantity', ticket({ quantity: dec('1.5') })],
  ['input.quantity', ticket({ quantity: dec(-1) })],
  ['input.quantity', ticket({ quantity: dec(10_000_001) })],
  ['input.limitPrice', ticket({ limitPrice: null })],
  ['input.limitPrice', ticket({ orderType: 'MARKET' })],
  ['input.limitPrice', ticket({ limitPrice: dec(0) })],
  ['input.limitPrice', ticket({ limitPrice: dec('-1') })],
  ['input.limitPrice', ticket({ limitPrice: dec('1.505') })],
  ['input.stopPrice', ticket({ orderType: 'STOP', limitPrice: null })],
  ['input.stopPrice', ticket({ stopPrice: dec(1) })],
  ['input.bracket.stopLoss', bracket({ stopLoss: dec('1.50') })],
  ['input.bracket.stopLoss', bracket({ stopLoss: dec('-1') })],
  ['input.bracket.stopLoss', bracket({ stopLoss: dec('1.005') })],
  ['input.bracket.takeProfit', bracket({ takeProfit: dec('1.50') })],
  ['input.bracket.takeProfit', bracket({ takeProfit: dec('1.20') })],
  ['input.bracket.stopLimit', bracket({ stopLimit: dec(1) })],
  ['input.bracket.trailingPct', bracket({ trailingPct: dec(0) })],
  ['input.bracket.trailingPct', bracket({ trailingPct: dec(-5) })],
  ['input.bracket.trailingPct', bracket({ trailingPct: dec(100) })],
  ['input.bracket.stopLimit', bracket({ stopLoss: dec(1), stopLimit: dec('1.10') })],
  ['input.bracket.stopLoss', ticket({ side: 'SELL_TO_OPEN', bracket: { stopLoss: dec('1.20') } })],
  [
    'input.bracket.takeProfit',
    ticket({ side: 'SELL_TO_OPEN', bracket: { takeProfit: dec('1.80') } }),
  ],
  ['input.context.aiConfidence', ticket({ context: { aiConfidence: 1.01 } })],
];

describe('a ticket', () => {
  it.each(REFUSED)('is refused by the field %s (%#)', (field, input) => {
    expect(fieldOf(input)).toBe(field);
  });

  it.each([
    ['by its OCC symbol', ticket()],
    ['by the four terms', option(TERMS)],
    ['by both, agreeing', option({ symbol: SYMBOL, ...TERMS })],
  ])('names its contract %s', (_, input) => {
    const { instrument } = parseTicket(input, NOON);
    expect(instrument).toMatchObject({ symbol: SYMBOL, underlying: 'SPY', multiplier: 100 });
  });

  it.each([
    ['shares, in any case', share({})],
    [
      'a short with its bracket the other way round',
      ticket({ side: 'SELL_TO_OPEN', bracket: { stopLoss: dec('3.00'), takeProfit: dec('0.50') } }),
    ],
    ['a stop with its limit below', bracket({ stopLoss: dec(1), stopLimit: dec('0.90') })],
    ['at the market', ticket({ orderType: 'MARKET', limitPrice: null })],
    ['ten million', ticket({ quantity: dec(10_000_000) })],
  ])('is accepted: %s', (_, input) => {
    expect(fieldOf(input)).toBe('taken');
  });

  it('leaves what was not given unknown', () => {
    const { context, bracket: none, stopPrice } = parseTicket(ticket(), NOON);
    expect(context).toMatchObject({ strategy: null, aiConfidence: null, tags: [] });
    expect([none.stopLoss, none.takeProfit, none.stopLimit, stopPrice]).toEqual(
      Array(4).fill(null),
    );
  });
});
