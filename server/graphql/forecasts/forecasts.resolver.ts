import 'reflect-metadata';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { forecastStats } from '../../domain/forecast/forecast-stats.ts';
import { deskSymbol } from '../../domain/instrument/symbol-forms.ts';
import type { ForecastStore } from '../../ports/forecasts.ts';
import type { RecordForecast } from '../../usecases/forecasts/record-forecast.ts';
import type { Connection } from '../paging/connection.ts';
import { connection, pageRequest } from '../paging/page-arguments.ts';
import { AfterArg, FirstArg } from '../paging/page-decorators.ts';
import { actorOf, userOf, type RequestContext } from '../request/context.ts';
import { ForecastStatsType } from './forecast-stats.types.ts';
import { forecastView } from './forecast-view.ts';
import { ForecastFilterInput, RecordForecastInput } from './forecast.inputs.ts';
import { ForecastConnection, ForecastType } from './forecast.types.ts';

export interface ForecastsApi {
  readonly store: ForecastStore;
  readonly record: Pick<RecordForecast, 'execute'>;
}

/** Verdicts that are recorded before their outcome, without a trade. */
@Resolver()
export class ForecastsResolver {
  constructor(private readonly api: ForecastsApi) {}

  @Mutation(() => ForecastType, {
    description:
      'Records a verdict and a probability before the outcome, with the present price. It places nothing. At most 1,000 are open at once.',
  })
  async recordForecast(
    @Arg('input', () => RecordForecastInput, { description: 'The forecast.' })
    input: RecordForecastInput,
    @Ctx() context: RequestContext,
  ): Promise<ForecastType> {
    return forecastView(await this.api.record.execute(actorOf(context), input));
  }

  @Query(() => ForecastConnection, { description: 'The caller’s forecasts, newest first.' })
  forecasts(
    @Arg('filter', () => ForecastFilterInput, {
      nullable: true,
      description: 'Which ones; left out: all.',
    })
    filter: ForecastFilterInput | null | undefined,
    @FirstArg() first: number | null,
    @AfterArg() after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ForecastType>> {
    const { username } = userOf(context);
    const symbol = filter?.symbol == null ? null : deskSymbol(filter.symbol);
    return connection(
      pageRequest(first, after),
      (page) => this.api.store.page(username, { ...filter, symbol }, page),
      forecastView,
    );
  }

  @Query(() => ForecastType, {
    nullable: true,
    description: 'One forecast; null for an unknown id and for another user’s.',
  })
  async forecast(
    @Arg('id', () => ID, { description: 'Id of the forecast.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ForecastType | null> {
    const found = await this.api.store.one(userOf(context).username, id);
    return found && forecastView(found);
  }

  @Query(() => ForecastStatsType, {
    description: 'How well the caller’s forecasts predicted the outcome.',
  })
  async forecastStats(
    @Arg('simulated', () => Boolean, {
      defaultValue: false,
      description:
        'true: forecasts of prices simulated by this server; false: those of all other prices.',
    })
    simulated: boolean,
    @Arg('model', () => String, {
      nullable: true,
      description: 'Only forecasts of this model; left out: of all models.',
    })
    model: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ForecastStatsType> {
    const { username } = userOf(context);
    const { store } = this.api;
    const filter = { simulated, model: model ?? null };
    const tallies = await store.tallies(username, filter);
    const open = await store.openCount(username, filter);
    return { simulated, open, ...forecastStats(tallies) };
  }
}
