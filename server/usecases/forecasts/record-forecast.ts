import { describeClaim } from '../../domain/forecast/describe-claim.ts';
import { UNSETTLED, type Forecast } from '../../domain/forecast/forecast.ts';
import { forecastSubject, type ForecastInput } from '../../domain/forecast/forecast-input.ts';
import { checkUndecided, readClaim } from '../../domain/forecast/read-claim.ts';
import { readJudgement } from '../../domain/forecast/read-judgement.ts';
import { Refusal } from '../../domain/refusal.ts';
import { VENUES, type VenueOf } from '../../domain/venue.ts';
import { venueFor } from '../../domain/trade/venue-for.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { doneBefore, rememberDone } from '../steps/idempotency.ts';
import { actorName, refuse } from '../steps/refuse.ts';
import { paperVenueOf } from '../steps/venue-of.ts';
import type { ForecastDeps } from './forecast-deps.ts';
import { standingPrice } from './standing-price.ts';

const OPERATION = 'recordForecast';
/** The most forecasts that a user may have open, so that a model in a loop records no more. */
const MOST_OPEN = 1000;

/** Records a verdict and a probability before the outcome. It places nothing. */
export class RecordForecast {
  constructor(private readonly deps: Omit<ForecastDeps, 'turns'>) {}

  /** @throws {Refusal} BAD_USER_INPUT, IDEMPOTENCY_MISMATCH, PRICE_UNTRUSTED, VENUE_UNAVAILABLE. */
  async execute(actor: Actor, input: ForecastInput): Promise<Forecast> {
    const { book, clock } = this.deps;
    const at = clock.now();
    try {
      const done = await doneBefore(book.read(actor.username), OPERATION, input);
      return done === null
        ? await this.#store(await this.#read(actor, input), input)
        : await this.#recorded(actor, done);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refuse(book, actor, error, { action: 'RECORD_FORECAST', at, tradeId: null });
    }
  }

  async #read(actor: Actor, input: ForecastInput): Promise<Forecast> {
    const { settings, ids, clock } = this.deps;
    const { username } = actor;
    const subject = forecastSubject(input.symbol);
    const { symbol, assetClass } = subject;
    const paperVenue = await paperVenueOf(settings, actor);
    const venue = venueFor('PAPER', assetClass, paperVenue) as VenueOf<'PAPER'>;
    const { alwaysOpen } = VENUES[venue];
    const judgement = readJudgement(input);
    readClaim(input, subject, { now: clock.now(), alwaysOpen });
    const standing = await standingPrice(this.deps, actor, subject, venue);
    // The source may have taken its time.
    const recordedAt = clock.now();
    const claim = readClaim(input, subject, { now: recordedAt, alwaysOpen });
    checkUndecided(claim, standing.price);
    return {
      ...{ id: `forecast_${ids.next()}`, username, symbol, assetClass, venue },
      simulated: venue === 'SIMULATED' || (assetClass === 'TOKEN' && actor.demo),
      ...{ ...claim, ...judgement, ...standing, ...UNSETTLED },
      ...{ recordedAt, recordedBy: actorName(actor) },
    };
  }

  /** A forecast that the same request has stored meanwhile is kept instead. */
  #store(forecast: Forecast, input: ForecastInput): Promise<Forecast> {
    const { id, username, recordedAt: occurredAt, recordedBy: actor } = forecast;
    return this.deps.book.change(username, async (change) => {
      const done = await doneBefore(change, OPERATION, input);
      if (done !== null) return (await change.forecasts.one(done))!;
      if ((await change.forecasts.openCount()) >= MOST_OPEN)
        throw new Refusal('BAD_USER_INPUT', `At most ${MOST_OPEN} forecasts are open at once.`, {
          field: 'input',
        });
      await change.forecasts.add(forecast);
      const { username: _, recordedAt: __, recordedBy: ___, ...detail } = forecast;
      await change.append({
        ...{ type: 'FORECAST_RECORDED', occurredAt, actor, tradeId: null },
        ...{ message: `Forecast: ${describeClaim(forecast)}.`, detail },
      });
      await rememberDone(change, OPERATION, input, id, occurredAt);
      return forecast;
    });
  }

  async #recorded({ username }: Actor, id: string): Promise<Forecast> {
    const forecast = await this.deps.store.one(username, id);
    if (!forecast) throw new Error(`Forecast ${id} of ${username} is gone.`);
    return forecast;
  }
}
