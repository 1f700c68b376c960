import { ASSETS, isToken } from '../lib/asset-class.ts';
import { TradeCandlesDocument } from '../gql/graphql.ts';
import type { TradeCandlesQueryVariables, TradePageQuery } from '../gql/graphql.ts';
import type { Desk } from '../desk/desk.svelte.ts';
import { Live } from '../lib/live.ts';
import { Paced } from '../lib/paced.ts';
import { chartCandles } from './candle-slots.ts';
import { drawing } from './drawing.svelte.ts';
import { candleSpan, SECONDS } from './intervals.ts';

type Trade = NonNullable<TradePageQuery['trade']>;

/** Venues limit requests, and a candle in progress changes little in this time. */
const AGAIN_EVERY = 60_000;

/** The candles around a trade at the chosen interval; none are requested while the line is chosen. */
export class TradeCandles {
  readonly #paced = new Paced(() => this.#live?.refresh(), AGAIN_EVERY);

  constructor(
    private readonly desk: Desk,
    private readonly trade: () => Trade,
  ) {}

  /** True when the trade is of another venue than its book has now, which has no candles of it. */
  readonly elsewhere: boolean = $derived.by(() => {
    // A token's candles come from the desk's own price rounds, whatever venue the book has.
    if (isToken(this.trade())) return false;
    const now = this.desk.status.current?.systemStatus;
    return now !== undefined && now.simulated !== (this.trade().venue === 'SIMULATED');
  });

  readonly #span = $derived.by(() => {
    const { chosen } = drawing;
    if (chosen === 'MARKS' || this.elsewhere) return null;
    return candleSpan(this.trade(), SECONDS[chosen], this.desk.clock.now);
  });

  /** True when the beginning of the trade does not fit at this interval. */
  readonly cut = $derived(this.#span?.cut ?? false);

  /** A string, which stays equal while clock and trade move on, so that nothing is requested again. */
  readonly #variables = $derived.by(() => {
    if (!this.#span) return null;
    const { from, to } = this.#span;
    const { mode, symbol, underlying, assetClass } = this.trade();
    return JSON.stringify({
      mode,
      symbol,
      underlying: underlying ?? symbol,
      option: ASSETS[assetClass].option,
      interval: drawing.chosen,
      from: new Date(from).toISOString(),
      to: to === null ? null : new Date(to).toISOString(),
    });
  });

  readonly #live = $derived.by(() => {
    if (this.#variables === null) return null;
    const variables = JSON.parse(this.#variables) as TradeCandlesQueryVariables;
    return new Live(this.desk.client, this.desk.link, { query: TradeCandlesDocument, variables });
  });

  /** Null when none are requested, and before the first answer. */
  readonly all = $derived.by(() => {
    const found = this.#live?.current;
    return found ? chartCandles(found.candles, found.beneath ?? []) : null;
  });

  get error() {
    return this.#live?.error ?? null;
  }

  /** The price has moved: refreshes at most once a minute. */
  moved(): void {
    this.#paced.ask();
  }

  refresh(): void {
    this.#live?.refresh();
  }

  stop(): void {
    this.#paced.stop();
  }
}
