import { describe, expect, it } from 'vitest';
import type { PricePartsFragment } from '../../../client/gql/graphql.ts';
import { checkView } from '../../../client/ticket/risk-rules.ts';
import { asTyped, symbolOptions } from '../../../client/ticket/symbol-options.ts';
import { fieldErrors } from '../../../client/ticket/refusal.ts';
import { Ticket } from '../../../client/ticket/ticket.svelte.ts';
import {
  leastOf,
  pickedToken,
  poolDepth,
  slippage,
  touchOf,
} from '../../../client/ticket/token-pick.ts';
import { chartFormat, droppedPrice } from '../../../client/trade/chart-format.ts';

const MINT = 'HnMLtWkeMvzh4Kv5VV1oGq4y5Ng8YYfzSoGYxkopXhGX';
const AT = '2026-03-10T16:00:00.000Z';
const source = (name: string, liquidityUsd: string | null) => ({
  ...{ source: name, price: '0.00002812', receivedAt: AT, accepted: true },
  ...{ liquidityUsd, reason: null },
});
const info: PricePartsFragment = {
  ...{ token: MINT, price: '0.00002812', width: '0', confidence: 0.9, asOf: AT },
  ...{ parts: [], verdicts: [] },
  sources: [source('JUPITER', null), source('DEXSCREENER', '1627296')],
};
const facts = { mint: MINT, ticker: 'moss', name: 'Moss', decimals: 5 };
const token = { ...facts, verified: true, warnings: [], info };

function ticket(parts: Partial<Ticket> = {}): Ticket {
  const written = new Ticket();
  written.orderType = 'MARKET';
  written.pick(pickedToken(token), touchOf(token), false, { stopLossPct: '35' });
  return Object.assign(written, parts);
}

describe('a ticket for a token', () => {
  it('names it by its mint, and buys with what was chosen', () => {
    const written = ticket({ quantity: '3546704.87177', settlement: 'SOL' });
    expect(written.input('PAPER')).toMatchObject({
      ...{ token: { mint: MINT, settlement: 'SOL' }, side: 'BUY', orderType: 'MARKET' },
      ...{ quantity: '3546704.87177', limitPrice: undefined },
      bracket: { stopLoss: '0.00001828' },
    });
  });

  it('turns dollars into tokens, rounded down to what the mint divides', () => {
    const written = ticket();
    written.typeDollars('1');
    expect(written.quantity).toBe('35561.87766');
    expect(written.dollarsText).toBe('1');
    written.settleDollars();
    expect(written.dollarsText).toBe('1.00');
    written.quantity = '1000000';
    expect(written.dollarsText).toBe('28.12');
  });

  it('keeps the quantity when the price moves', () => {
    const written = ticket();
    written.typeDollars('100');
    const { quantity } = written;
    written.quote = touchOf({ mint: MINT, info: { ...info, price: '0.00003' } });
    expect(written.quantity).toBe(quantity);
  });

  it('is refused with more decimals than the mint has', () => {
    expect(fieldErrors(ticket({ quantity: '1.123456' }), null).quantity).toMatch(/5 decimals/);
    expect(fieldErrors(ticket({ quantity: '1.12345' }), null).quantity).toBeUndefined();
  });

  it.each([
    ['input.token.mint', 'contract'],
    ['input.token.settlement', 'settlement'],
    ['input.quantity', 'quantity'],
    ['input.orderType', 'orderType'],
    ['input.limitPrice', 'limit'],
    ['input.bracket.trailingPct', 'trail'],
    ['input.bracket.stopLoss', 'stop'],
  ])('shows what the server says of %s at its field', (field, at) => {
    const none = { checks: [], current: null, retryAfterMs: null };
    const error = { code: 'BAD_USER_INPUT', message: 'No.', field, ...none };
    expect(fieldErrors(ticket({ quantity: '1' }), error)).toEqual({ [at]: 'No.' });
  });

  it('takes the deepest pools that a source tells of', () => {
    expect(poolDepth(info)?.toFixed()).toBe('1627296');
    expect(poolDepth({ ...info, sources: [source('JUPITER', null)] })).toBeNull();
  });
});

describe('a search for what to trade', () => {
  const spy = { symbol: 'SPY', description: 'S&P 500', exchange: 'P', type: 'etf' };
  const match = { ...facts, verified: false, warnings: ['Its issuer can make new units.'] };

  it('lists symbols, then tokens with their whole mint and what speaks against them', () => {
    const options = symbolOptions('mo', [spy], [match]);
    expect(options.map(({ symbol, mint }) => [symbol, mint])).toEqual([
      ...[
        ['SPY', null],
        ['moss', MINT],
        ['MO', null],
      ],
    ]);
    expect(options[1]).toMatchObject({ href: `/trade?token=${MINT}`, warnings: match.warnings });
  });

  it('opens a pasted mint that nobody has found, in its own case', () => {
    expect(symbolOptions(MINT, [], []).map(({ href }) => href)).toEqual([`/trade?token=${MINT}`]);
    expect(symbolOptions(MINT, [], [match])).toHaveLength(1);
    expect(asTyped('spy')?.href).toBe('/trade/SPY');
    expect(asTyped('no ticker')).toBeNull();
  });
});

describe('the checks of a swap', () => {
  const check = { passed: true, message: '' };

  it('are in words and percent', () => {
    const impact = checkView({ ...check, rule: 'MAX_PRICE_IMPACT', actual: '0.0034', limit: '2' });
    expect(impact).toMatchObject({ name: 'Price impact', text: '0.0034% of 2%', state: 'ok' });
  });

  it('say what nobody told, not the limit that it is held against', () => {
    const unknown = checkView({ ...check, passed: false, rule: 'MAX_SLIPPAGE', limit: '1' });
    expect(unknown).toMatchObject({ text: 'not known', state: 'over' });
  });

  it('say of the least allowed that it is the least, without a meter', () => {
    const rule = 'MIN_PRICE_CONFIDENCE';
    const low = checkView({ ...check, passed: false, rule, actual: '0.62', limit: '0.7' });
    expect(low).toMatchObject({ text: '0.62 of at least 0.70', share: null, state: 'over' });
  });
});

it('drags a token’s line to four digits and a share’s to a cent, never to 0', () => {
  expect(droppedPrice('TOKEN', 0.0000281234)).toBe(0.00002812);
  expect(droppedPrice('EQUITY', 12.3456)).toBe(12.35);
  expect(droppedPrice('OPTION', 0.001)).toBe(0.01);
  expect(chartFormat('TOKEN', 0.0000281)).toMatchObject({ precision: 8 });
  expect(chartFormat('EQUITY', 600)).toMatchObject({ precision: 2, minMove: 0.01 });
});

it('the least of a token’s purchase counts a move before it is sent, and what may slip then', () => {
  const [usual, wide] = [slippage(null), slippage('3')];
  expect(leastOf(ticket({ quantity: '100' }), usual)?.toFixed()).toBe('98.0198');
  expect(leastOf(ticket({ quantity: '100' }), wide)?.toFixed()).toBe('94.17475');
  expect(leastOf(ticket({ quantity: '100', orderType: 'LIMIT' }), usual)).toBeNull();
  expect(leastOf(ticket({ quantity: '' }), usual)).toBeNull();
});
