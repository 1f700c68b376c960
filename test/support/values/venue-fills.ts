import { Names } from '../../../server/domain/columns/names.ts';
import { RowSet } from '../../../server/domain/columns/row-set.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { Instrument } from '../../../server/domain/instrument/instrument.ts';
import { venueInstrument } from '../../../server/domain/matching/venue-state.ts';
import type { FillSeen } from '../../../server/domain/statistics/fill-seen.ts';
import {
  SHADOWS,
  shadowRow,
  type ShadowColumns,
} from '../../../server/domain/statistics/shadow-columns.ts';
import { NOON } from '../fakes/fake-clock.ts';
import { aClosedTrade } from './builders.ts';
import { factsOfTrade } from './figures-of.ts';

export const CALL = venueInstrument('SPY260327C00560000');
const HOUR = 3_600_000;

/** A fill of a real venue in a market of 1.40 × 1.60. */
export function aVenueFill(parts: Partial<FillSeen> = {}): FillSeen {
  const filledAt = parts.filledAt ?? NOON;
  return {
    ...{ venue: 'TRADIER_LIVE', role: 'ENTRY', side: 'BUY_TO_OPEN' },
    ...{ quantity: dec(1), multiplier: 100, price: dec('1.55'), limitPrice: null },
    filledAt,
    seen: [{ bid: dec('1.40'), ask: dec('1.60'), sourceTime: filledAt, stoodAt: filledAt }],
    ...parts,
  };
}

/** Rows of fills; each fill has its own trade unless it names one. */
export function shadowsOf(
  fills: readonly (FillSeen & { readonly tradeId?: string })[],
  instrument: Instrument = CALL,
): ShadowColumns {
  const names = new Names();
  const facts = factsOfTrade(aClosedTrade('150', '0'));
  const rows = fills.map((fill, at) =>
    shadowRow({ ...facts, id: fill.tradeId ?? `t${at}` }, fill, instrument, names),
  );
  return { rows: RowSet.of(SHADOWS, rows), names };
}

/**
 * Trades bought and sold at the market by the hour, whose fills give up these shares of the spread of 20 cents.
 * `wobble`: percent points by which every second trade gives up more, and the others less.
 */
export function tradesGiving(
  count: number,
  { buys, sells, wobble = 0 }: { buys: number; sells: number; wobble?: number },
): readonly (FillSeen & { readonly tradeId: string })[] {
  return Array.from({ length: count }, (_, at) => {
    const off = at % 2 === 0 ? wobble : -wobble;
    const filled = (hours: number) => new Date(NOON.getTime() + (at + hours) * HOUR);
    const share = (percent: number) => dec(percent + off).times('0.002');
    const exit = { role: 'CLOSE', side: 'SELL_TO_CLOSE', filledAt: filled(0.5) } as const;
    return [
      {
        ...aVenueFill({ filledAt: filled(0), price: dec('1.40').plus(share(buys)) }),
        tradeId: `t${at}`,
      },
      { ...aVenueFill({ ...exit, price: dec('1.60').minus(share(sells)) }), tradeId: `t${at}` },
    ];
  }).flat();
}
