import { ExactSum, type Amounts } from '../columns/amounts.ts';
import type { Decimal } from '../decimal.ts';
import { QUOTE_DELAY_MS } from '../venue.ts';
import { FILL, type FillColumns } from './fill-columns.ts';
import { MARK_WITHIN_MS } from './fill-seen.ts';

/** The cost of fills against the mid. Positive: paid; negative: better than the mid. */
export interface FillCost {
  readonly fills: number;
  /** The number of fills with a market to measure by; the figures cover only these. */
  readonly measured: number;
  /** Total dollars; null when none was measured. */
  readonly total: Decimal | null;
  /** Dollars in quoted price, per share or share of a contract. */
  readonly perUnit: Decimal | null;
  /** As a share of the summed bid-ask spreads: 0.5 is from the mid to the far side. */
  readonly ofSpread: Decimal | null;
}

/** Fills at venues that fill on old quotes, with a market known at both times. */
export interface DelayCost {
  /** Cost against the mid at the time of the fill. */
  readonly atFill: FillCost;
  /** Cost against the earlier mid on which the venue filled. */
  readonly atQuote: FillCost;
  /** The part of `atFill` that came from the market's move in between, in dollars. */
  readonly byDelay: Decimal | null;
  readonly byDelayPerUnit: Decimal | null;
}

export interface FillQuality {
  readonly withinSeconds: number;
  readonly delaySeconds: number;
  readonly all: FillCost;
  readonly entries: FillCost;
  readonly exits: FillCost;
  /** Fills with a spread under 5 % of the mid. */
  readonly tight: FillCost;
  readonly delay: DelayCost;
}

const DIGITS = 6;

/** Implementation shortfall against the arrival mid of each fill (Perold 1988), signed so that + is a cost. */
export function fillQuality({ rows: set }: FillColumns, rows: Int32Array): FillQuality {
  const { cost, costThen, spread, spreadThen, units } = set.amounts;
  const group = () => new FillGroup(cost, spread, units);
  const [all, entries, exits, tight, atFill] = [group(), group(), group(), group(), group()];
  const atQuote = new FillGroup(costThen, spreadThen, units);
  for (const row of rows) {
    const flags = set.codes.flags[row]!;
    const measured = (flags & FILL.MEASURED) !== 0;
    all.add(row, measured);
    ((flags & FILL.ENTRY) !== 0 ? entries : exits).add(row, measured);
    if ((flags & FILL.TIGHT) !== 0) tight.add(row, true);
    if ((flags & FILL.LATE) === 0) continue;
    const both = measured && (flags & FILL.MEASURED_THEN) !== 0;
    atFill.add(row, both);
    atQuote.add(row, both);
  }
  return {
    withinSeconds: MARK_WITHIN_MS / 1000,
    delaySeconds: QUOTE_DELAY_MS / 1000,
    ...{ all: all.cost, entries: entries.cost, exits: exits.cost, tight: tight.cost },
    delay: delayCost(atFill, atQuote),
  };
}

function delayCost(now: FillGroup, then: FillGroup): DelayCost {
  const [atFill, atQuote] = [now.cost, then.cost];
  const byDelay = atFill.total && atQuote.total && atFill.total.minus(atQuote.total);
  return { atFill, atQuote, byDelay, byDelayPerUnit: byDelay && over(byDelay, now.size) };
}

class FillGroup {
  #fills = 0;
  #measured = 0;
  readonly #total = new ExactSum();
  readonly #spreads = new ExactSum();
  readonly #units = new ExactSum();

  constructor(
    private readonly costs: Amounts,
    private readonly spreads: Amounts,
    private readonly units: Amounts,
  ) {}

  add(row: number, measured: boolean): void {
    this.#fills += 1;
    if (!measured) return;
    this.#measured += 1;
    this.#total.add(this.costs.units[row]!, this.costs.odd?.[row]);
    this.#spreads.add(this.spreads.units[row]!, this.spreads.odd?.[row]);
    this.#units.add(this.units.units[row]!, this.units.odd?.[row]);
  }

  /** Units of all measured fills. */
  get size(): Decimal {
    return this.#units.total;
  }

  get cost(): FillCost {
    const total = this.#measured > 0 ? this.#total.total : null;
    return {
      ...{ fills: this.#fills, measured: this.#measured, total },
      perUnit: total && over(total, this.size),
      ofSpread: total && over(total, this.#spreads.total),
    };
  }
}

function over(total: Decimal, by: Decimal): Decimal | null {
  return by.isZero() ? null : total.div(by).toDecimalPlaces(DIGITS);
}
