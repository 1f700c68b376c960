import type { Columns } from '../columns/columns.ts';
import type { Layout, Row, Shape } from '../columns/layout.ts';
import type { Names } from '../columns/names.ts';
import type { Decimal } from '../decimal.ts';
import { isBuy } from '../order/order.ts';
import { QUOTE_DELAY_MS, VENUES } from '../venue.ts';
import { marketAt, type FillSeen } from './fill-seen.ts';
import { FACTS, factsOf, type FactsShape, type TradeFacts } from './trade-facts.ts';

export interface FillShape extends Shape {
  readonly numbers: FactsShape['numbers'];
  /** `Then`: measured in the earlier market by which a delayed venue fills. Spreads are multiplied by the units. */
  readonly amounts: 'units' | 'cost' | 'spread' | 'costThen' | 'spreadThen';
  readonly codes: FactsShape['codes'] | 'flags';
}

/** Fills, each measured in the market around it. */
export type FillColumns = Columns<FillShape>;

/** Bits of `flags`. LATE: at a venue that fills on old quotes. TIGHT: see `FillQuality.tight`. */
export const FILL = { ENTRY: 1, MEASURED: 2, TIGHT: 4, LATE: 8, MEASURED_THEN: 16 } as const;

export const FILLS: Layout<FillShape> = {
  numbers: FACTS.numbers,
  amounts: ['units', 'cost', 'spread', 'costThen', 'spreadThen'],
  codes: [...FACTS.codes, 'flags'],
  sort: ['closedAt'],
};

const TIGHT = 0.05;

export function fillRow(facts: TradeFacts, fill: FillSeen, names: Names): Row<FillShape> {
  const { numbers, codes } = factsOf(facts, names);
  const units = fill.quantity.times(fill.multiplier);
  const now = measure(fill, 0, units);
  const then = isLate(fill) ? measure(fill, QUOTE_DELAY_MS, units) : null;
  return {
    id: facts.id,
    numbers,
    amounts: {
      units,
      ...{ cost: now?.cost ?? null, spread: now?.spread ?? null },
      ...{ costThen: then?.cost ?? null, spreadThen: then?.spread ?? null },
    },
    codes: { ...codes, flags: flagsOf(fill, now, then) },
  };
}

function flagsOf(fill: FillSeen, now: Measured | null, then: Measured | null): number {
  return (
    (fill.role === 'ENTRY' ? FILL.ENTRY : 0) |
    (now ? FILL.MEASURED : 0) |
    (now?.isTight ? FILL.TIGHT : 0) |
    (isLate(fill) ? FILL.LATE : 0) |
    (then ? FILL.MEASURED_THEN : 0)
  );
}

function isLate({ venue }: FillSeen): boolean {
  return VENUES[venue].delayMs > 0;
}

interface Measured {
  readonly cost: Decimal;
  readonly spread: Decimal;
  readonly isTight: boolean;
}

function measure(fill: FillSeen, agoMs: number, units: Decimal): Measured | null {
  const market = marketAt(fill, agoMs);
  if (!market) return null;
  const mid = market.bid.plus(market.ask).div(2);
  const away = isBuy(fill.side) ? fill.price.minus(mid) : mid.minus(fill.price);
  const spread = market.ask.minus(market.bid);
  const isTight = spread.lessThan(mid.times(TIGHT));
  return { cost: away.times(units), spread: spread.times(units), isTight };
}
