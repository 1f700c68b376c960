import { ASSETS } from '../lib/asset-class.ts';
import type {
  OrderSide,
  PlaceTradeInput,
  QuotePartsFragment,
  SettlementToken,
  TimeInForce,
  TradingMode,
} from '../gql/graphql.ts';
import { exact, floored, typed, type Exact } from '../lib/exact.ts';
import { editable, fixed } from '../lib/format.ts';
import type { Named } from '../lib/instrument.ts';
import { endPrice, type BracketEnd, type BracketUnit, type TypedEnd } from '../figures/bracket.ts';

export interface Picked extends Named {
  symbol: string;
  underlying: string;
  /** Tokens: the decimals of the mint; null while unknown. */
  decimals?: number | null;
}

/** The prices that an order is priced from: bid and ask, or for both sides a token's judged price. */
export type Touch = Pick<QuotePartsFragment, 'symbol' | 'bid' | 'ask' | 'mid'> &
  Partial<QuotePartsFragment>;

interface Defaults {
  stopLossPct?: string | null;
  takeProfitPct?: string | null;
  quantity?: string | null;
}

/** An order being written. It stores the texts as typed and derives everything else from them. */
export class Ticket {
  picked: Picked | null = $state.raw(null);
  selling = $state(false);
  quantity = $state('1');
  orderType = $state<'LIMIT' | 'MARKET'>('LIMIT');
  timeInForce = $state<TimeInForce>('DAY');
  limit = $state('');
  unit = $state<BracketUnit>('price');
  /** Percentage points by which the stop trails; empty for a fixed stop. */
  trail = $state('');
  strategy = $state('');
  tags = $state('');
  notes = $state('');
  /** In REAL: the same order is also placed on paper, to compare the two. */
  twin = $state(false);
  #ends: Record<BracketEnd, TypedEnd | null> = $state.raw({ stop: null, target: null });
  /** Texts of fields being typed in; they need not be numbers yet. */
  #texts: Partial<Record<BracketEnd, string>> = $state.raw({});
  quote: Touch | null = $state.raw(null);
  settlement = $state<SettlementToken>('USDC');
  #dollars: string | null = $state.raw(null);

  readonly direction: 1 | -1 = $derived(this.selling ? -1 : 1);
  readonly multiplier = $derived(this.picked ? ASSETS[this.picked.assetClass].multiplier : 1);
  readonly size = $derived(typed(this.quantity));
  readonly entry = $derived.by(() => {
    if (this.orderType === 'LIMIT') return typed(this.limit);
    return exact(this.selling ? this.quote?.bid : this.quote?.ask);
  });
  readonly stop = $derived(this.#priceOf('stop', null));
  readonly trailPct = $derived(typed(this.trail));
  readonly target = $derived(this.#priceOf('target', this.stop));

  get tick(): string | null {
    return this.picked ? ASSETS[this.picked.assetClass].tick : null;
  }

  get side(): OrderSide {
    const { opening } = ASSETS[this.picked?.assetClass ?? 'EQUITY'];
    return this.selling ? opening.sell : opening.buy;
  }

  #priceOf(end: BracketEnd, stop: Exact | null): Exact | null {
    const written = this.#ends[end];
    if (!written) return null;
    if (written.unit === 'price') return written.value;
    const { entry, direction, tick } = this;
    return entry ? endPrice(end, written, entry, direction, stop, tick) : null;
  }

  /** Starts an order after a click on a quote: the ask buys, the bid sells. */
  pick(picked: Picked, quote: Touch, selling: boolean, defaults: Defaults): void {
    const isNew = this.picked?.symbol !== picked.symbol;
    this.picked = picked;
    this.quote = quote;
    this.selling = selling;
    const touch = exact(selling ? quote.bid : quote.ask) ?? exact(quote.mid);
    const { price, quantity } = ASSETS[picked.assetClass];
    this.limit = touch ? price(touch) : '';
    if (!isNew) return;
    this.trail = '';
    this.#dollars = null;
    this.quantity = quantity ?? defaults.quantity ?? '1';
    this.#texts = {};
    this.#ends = {
      stop: percentEnd(defaults.stopLossPct),
      target: percentEnd(defaults.takeProfitPct),
    };
  }

  /** The text of a bracket field, in the chosen unit. */
  textOf(end: BracketEnd): string {
    const text = this.#texts[end];
    if (text !== undefined) return text;
    const at = end === 'stop' ? this.stop : this.target;
    return at ? (this.#inUnit(at) ?? '') : '';
  }

  #inUnit(at: Exact): string | null {
    const { entry } = this;
    switch (this.unit) {
      case 'price':
        return editable(at);
      case 'pct':
        return entry?.gt(0)
          ? at.minus(entry).div(entry).times(100).abs().toDecimalPlaces(2).toFixed()
          : null;
      case 'r': {
        const risk = this.stop && entry ? entry.minus(this.stop).abs() : null;
        return risk?.gt(0) && entry
          ? at.minus(entry).div(risk).abs().toDecimalPlaces(2).toFixed()
          : null;
      }
    }
  }

  type(end: BracketEnd, text: string): void {
    this.#texts = { ...this.#texts, [end]: text };
    const value = typed(text);
    // R is measured by the stop, so the stop itself is never in R.
    const unit = end === 'stop' && this.unit === 'r' ? 'price' : this.unit;
    if (value?.gte(0) || text.trim() === '') {
      this.#ends = { ...this.#ends, [end]: value ? { unit, value } : null };
    }
  }

  /** The worth of the typed quantity at the entry's price; while dollars are being typed, their text. */
  get dollarsText(): string {
    if (this.#dollars !== null) return this.#dollars;
    const { size, entry } = this;
    return size?.gt(0) && entry ? fixed(size.times(entry).times(this.multiplier), 2) : '';
  }

  /** Sets the quantity to what so many dollars buy at the entry's price, in units that the mint has. */
  typeDollars(text: string, at: string | Exact | null = this.entry): void {
    this.#dollars = text;
    const dollars = typed(text);
    const { picked } = this;
    const price = at && exact(at.toString());
    if (!dollars || !price || !price.gt(0)) return;
    this.quantity = floored(dollars.div(price), picked?.decimals ?? 0).toFixed();
  }

  settleDollars(): void {
    this.#dollars = null;
  }

  /** Shows the value of a field as it was understood, when the user leaves the field. */
  settle(end: BracketEnd): void {
    const { [end]: _, ...others } = this.#texts;
    this.#texts = others;
  }

  input(mode: TradingMode): Omit<PlaceTradeInput, 'idempotencyKey'> | null {
    const { picked, size } = this;
    if (!picked || !size?.gt(0)) return null;
    if (this.orderType === 'LIMIT' && !this.entry) return null;
    return {
      mode,
      ...ASSETS[picked.assetClass].named(picked.symbol, this.settlement),
      side: this.side,
      quantity: size.toFixed(),
      orderType: this.orderType,
      limitPrice: this.orderType === 'LIMIT' ? this.entry?.toFixed() : undefined,
      timeInForce: this.timeInForce,
      bracket: this.#bracket(),
      context: this.#context(),
      paperTwin: mode === 'REAL' && this.twin ? true : undefined,
    };
  }

  #bracket(): PlaceTradeInput['bracket'] {
    const { stop, target, trailPct } = this;
    if (!stop && !target && !trailPct) return undefined;
    return {
      stopLoss: stop?.toFixed(),
      takeProfit: target?.toFixed(),
      trailingPct: trailPct?.toFixed(),
    };
  }

  #context(): PlaceTradeInput['context'] {
    const tags = this.tags.split(/[\s,]+/).filter(Boolean);
    const said = {
      strategy: this.strategy.trim() || undefined,
      tags: tags.length ? tags : undefined,
      notes: this.notes.trim() || undefined,
    };
    return Object.values(said).some(Boolean) ? said : undefined;
  }
}

function percentEnd(percent: string | null | undefined): TypedEnd | null {
  const value = exact(percent);
  return value ? { unit: 'pct', value } : null;
}
