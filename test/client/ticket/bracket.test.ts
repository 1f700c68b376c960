import { describe, expect, it } from 'vitest';
import { Exact } from '../../../client/lib/exact.ts';
import {
  bracketFault,
  endPrice,
  measureEnd,
  measureTrail,
} from '../../../client/figures/bracket.ts';
import { fieldErrors } from '../../../client/ticket/refusal.ts';
import { Ticket } from '../../../client/ticket/ticket.svelte.ts';

const d = (text: string) => new Exact(text);
const quote = {
  symbol: 'SPY261218C00630000',
  bid: '10.34',
  ask: '10.50',
  mid: '10.42',
  delayed: false,
  stale: false,
};
const call = {
  symbol: quote.symbol,
  underlying: 'SPY',
  assetClass: 'OPTION' as const,
  strike: '630',
  right: 'CALL' as const,
  expiration: '2026-12-18',
};

function ticket(): Ticket {
  const written = new Ticket();
  written.pick(call, quote, false, { stopLossPct: '35', takeProfitPct: '60', quantity: '2' });
  written.limit = '10.45';
  return written;
}

describe('a stop that trails', () => {
  const size = { quantity: d('2'), multiplier: 100 };

  it('says how far behind it stays, also in dollars, and where it starts', () => {
    const long = measureTrail(d('15'), d('2.01'), 1, size);
    expect([long.start, long.behind, long.dollars].map(String)).toEqual(['1.7', '0.3015', '60.3']);
    expect(measureTrail(d('15'), d('2.01'), -1, size).start.toFixed()).toBe('2.32');
  });

  it('is sent with the order, with a stop or alone; a new contract has none', () => {
    const written = ticket();
    written.trail = '15';
    expect(written.input('PAPER')?.bracket).toMatchObject({ stopLoss: '6.79', trailingPct: '15' });
    for (const end of ['stop', 'target'] as const) written.type(end, '');
    expect(written.input('PAPER')?.bracket).toEqual({ trailingPct: '15' });
    written.pick({ ...call, symbol: 'SPY261218C00640000' }, quote, false, {});
    expect(written.input('PAPER')?.bracket).toBeUndefined();
  });

  it.each(['0', '-1', '100', 'much'])('is refused at %s', (text) => {
    const written = ticket();
    written.trail = text;
    expect(fieldErrors(written, null).trail).toMatch(/more than 0/);
    written.trail = '99.9';
    expect(fieldErrors(written, null).trail).toBeUndefined();
  });
});

describe('the exits of a bracket', () => {
  it('turn percent into prices on the losing and the winning side', () => {
    const pct = (value: string) => ({ unit: 'pct', value: d(value) }) as const;
    expect(endPrice('stop', pct('35'), d('10.45'), 1)?.toFixed()).toBe('6.79');
    expect(endPrice('target', pct('60'), d('10.45'), 1)?.toFixed()).toBe('16.72');
    expect(endPrice('stop', pct('50'), d('2'), -1)?.toFixed()).toBe('3');
    expect(endPrice('target', pct('50'), d('2'), -1)?.toFixed()).toBe('1');
  });

  it('measure R by the stop, and have none without it', () => {
    const two = { unit: 'r', value: d('2') } as const;
    expect(endPrice('target', two, d('10'), 1, d('8'))?.toFixed()).toBe('14');
    expect(endPrice('target', two, d('10'), 1, null)).toBeNull();
  });

  it('compute exact dollars after fees both ways', () => {
    const size = { quantity: d('2'), multiplier: 100, feesToOpen: d('0.70') };
    const target = measureEnd(d('16.72'), d('10.45'), 1, d('6.79'), size);
    const stop = measureEnd(d('6.79'), d('10.45'), 1, d('6.79'), size);
    expect(target.dollars.toFixed(2)).toBe('1252.60');
    expect(target.r?.toFixed(2)).toBe('1.71');
    expect(stop.dollars.toFixed(2)).toBe('-733.40');
    expect(stop.r?.toFixed(2)).toBe('-1.00');
  });

  it('are refused on the wrong side of the entry', () => {
    expect(bracketFault(d('11'), null, d('10'), 1)?.end).toBe('stop');
    expect(bracketFault(null, d('9'), d('10'), 1)?.end).toBe('target');
    expect(bracketFault(d('12'), d('8'), d('10'), -1)).toBeNull();
  });
});

describe('a ticket', () => {
  it('starts from the click: the ask buys at the ask, the bid sells at the bid', () => {
    const buying = ticket();
    expect([buying.side, buying.quantity]).toEqual(['BUY_TO_OPEN', '2']);
    const selling = new Ticket();
    selling.pick(call, quote, true, {});
    expect([selling.side, selling.limit]).toEqual(['SELL_TO_OPEN', '10.34']);
  });

  it('moves exits typed in percent with the limit, and keeps exits typed as prices', () => {
    const written = ticket();
    expect(written.textOf('stop')).toBe('6.79');
    written.limit = '20';
    expect(written.textOf('stop')).toBe('13.00');
    written.type('stop', '14');
    written.limit = '30';
    expect(written.stop?.toFixed()).toBe('14');
  });

  it('shows one typed exit in every unit', () => {
    const written = ticket();
    written.type('target', '16.72');
    written.settle('target');
    written.unit = 'pct';
    expect(written.textOf('target')).toBe('60');
    written.unit = 'r';
    expect(written.textOf('target')).toBe('1.71');
  });

  it('sends decimals as strings, and nothing while a number is missing', () => {
    const written = ticket();
    expect(written.input('PAPER')).toMatchObject({
      quantity: '2',
      limitPrice: '10.45',
      bracket: { stopLoss: '6.79', takeProfit: '16.72' },
    });
    written.limit = 'abc';
    expect(written.input('PAPER')).toBeNull();
    written.limit = '1';
    written.quantity = '0';
    expect(written.input('PAPER')).toBeNull();
  });
});
