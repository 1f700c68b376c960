import { describeClaim } from '../../domain/forecast/describe-claim.ts';
import type { Forecast, Settlement } from '../../domain/forecast/forecast.ts';
import { isLost, nextLook } from '../../domain/forecast/forecast-looks.ts';
import { saidPrice } from '../../domain/decimal.ts';
import { grouped } from '../../domain/grouped.ts';
import { OfficialCloses } from '../expiry/official-closes.ts';
import { eachAccount } from '../steps/each-account.ts';
import { decide, type DecidedBy } from './decide.ts';
import type { ForecastDeps } from './forecast-deps.ts';

/** The most forecasts of one user in one look; the next look goes on. */
const MOST_OF_EACH = 100;
const MESSAGE = 'Some forecasts could not be settled';
const WORDS = { CAME_TRUE: 'came true', CAME_FALSE: 'did not come true' } as const;

/** Settles each forecast once, by the prices that decide it; one that stays unknown for three exchange days is VOID. */
export class SettleForecasts {
  constructor(private readonly deps: ForecastDeps) {}

  /** @throws {SomeUsersFailed} after every user has had a turn. */
  async execute(): Promise<void> {
    const { store, turns, sources, clock } = this.deps;
    const due = await store.due(clock.now(), MOST_OF_EACH);
    if (due.length === 0) return;
    const closes = new OfficialCloses(sources);
    const own = grouped(due, ({ username, venue }) => `${username} ${venue}`);
    const accounts = [...own.values()].map(([{ username, venue }]) => ({
      ...{ username, venue, account: '' },
    }));
    const round = { lane: 'settle-forecasts', accounts, message: MESSAGE };
    await eachAccount(turns, round, async ({ username, venue }) => {
      const failures: unknown[] = [];
      for (const forecast of own.get(`${username} ${venue}`) ?? [])
        await this.#look(forecast, closes).catch((error: unknown) => {
          failures.push(error);
          // It must not block the user's other forecasts for good.
          return store.lookAgain(forecast, nextLook(forecast, clock.now()));
        });
      if (failures.length > 0) throw new AggregateError(failures, MESSAGE);
    });
  }

  async #look(forecast: Forecast, closes: OfficialCloses): Promise<void> {
    const { store, clock } = this.deps;
    const decided = await decide(this.deps, closes, forecast);
    const now = clock.now();
    if (!decided && !isLost(forecast, now))
      return store.lookAgain(forecast, nextLook(forecast, now));
    await this.#settle(forecast, decided ? decidedOf(decided, now) : voidOf(now));
  }

  /** A second look, on whichever server, finds it settled. */
  #settle({ id, username }: Forecast, settlement: Settlement): Promise<void> {
    return this.deps.book.change(username, async (change) => {
      const stored = await change.forecasts.one(id);
      if (stored?.status !== 'OPEN') return;
      await change.forecasts.settle({ ...stored, ...settlement });
      await change.append({
        ...{ type: 'FORECAST_SETTLED', occurredAt: settlement.settledAt!, actor: 'desk' },
        ...{ message: `Forecast: ${describeClaim(stored)}: ${wordsOf(settlement)}`, tradeId: null },
        detail: { id, symbol: stored.symbol, ...settlement },
      });
    });
  }
}

function decidedOf({ status, price, at, bars, source }: DecidedBy, now: Date): Settlement {
  return {
    ...{ status, settledAt: now, decidedPrice: price, decidedAt: at, decidedBy: source },
    ...{ bars, reason: null },
  };
}

function voidOf(now: Date): Settlement {
  return {
    ...{ status: 'VOID', settledAt: now, decidedPrice: null, decidedAt: null, decidedBy: null },
    ...{ bars: null, reason: 'No price that decides it was known within three exchange days.' },
  };
}

function wordsOf({ status, decidedPrice, decidedBy, reason }: Settlement): string {
  if (status === 'CAME_TRUE' || status === 'CAME_FALSE')
    return `${WORDS[status]}, at ${decidedPrice ? saidPrice(decidedPrice) : ''} by ${decidedBy}.`;
  return `void. ${reason}`;
}
