import type { ExitRuling } from '../../domain/exits/token-exits.ts';
import { SPREAD } from '../../domain/price/spread.ts';
import type { JudgedPrice } from '../../domain/price/judged-price.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { StandingAlerts } from '../steps/standing-alerts.ts';

type Contradicted = Extract<ExitRuling, { kind: 'CONTRADICTED' }>;

/** Alerts to stops that the price has reached and the quote of their sale has not: once, while it lasts. */
export class StopConflicts {
  readonly #alerts: StandingAlerts;

  constructor(deps: Pick<BookDeps, 'book' | 'clock'>) {
    this.#alerts = new StandingAlerts(deps, ['PRICE_CONFLICT']);
  }

  async note(
    { id: tradeId, username, instrument }: Trade,
    { price }: JudgedPrice,
    { pays, stop }: Contradicted,
  ): Promise<void> {
    // A quote close to the stop does not contradict the price: the stop is about to be reached.
    if (pays.lessThanOrEqualTo(stop.times(SPREAD.agree))) return;
    const sale = `a sale of all of it is quoted at ${pays.toFixed()}`;
    const message = `The price of ${instrument.symbol}, ${price?.toFixed() ?? 'unknown'}, is beyond the stop ${stop.toFixed()}, and ${sale}: nothing is sold while they contradict each other.`;
    const alert = { kind: 'PRICE_CONFLICT', severity: 'WARNING', message, tradeId } as const;
    await this.#alerts.raise(username, { ...alert, condition: 'QUOTE_ABOVE_STOP' });
  }

  async over({ id, username }: Trade): Promise<void> {
    await this.#alerts.end(username, 'PRICE_CONFLICT', id);
  }
}
