import 'reflect-metadata';
import {
  Arg,
  Ctx,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type Listening, type RequestContext } from '../request/context.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import type { Connection } from '../paging/connection.ts';
import { connection, pageRequest } from '../paging/page-arguments.ts';
import { AfterArg, FirstArg } from '../paging/page-decorators.ts';
import { mapped } from '../streams/closable.ts';
import { tradeView } from '../trade/trade-view.ts';
import { TradeType } from '../trade/trade.types.ts';
import { AlertConnection, AlertType } from './alert.types.ts';

@Resolver(() => AlertType)
export class AlertsResolver {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => TradeType, {
    nullable: true,
    description: 'The trade that it concerns, as it is now; null when it concerns none.',
  })
  async trade(
    @Root() { tradeId }: AlertType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<TradeType | null> {
    const trade = tradeId ? await loaders.trade(tradeId) : null;
    return trade && tradeView(trade, this.clock.now());
  }

  @Query(() => AlertConnection, { description: 'Alerts of one book, newest first.' })
  alerts(
    @ModeArg() mode: TradingMode,
    @Arg('unreadOnly', () => Boolean, {
      nullable: true,
      defaultValue: true,
      description: 'Only those that are not acknowledged.',
    })
    unreadOnly: boolean | null,
    @FirstArg() first: number | null,
    @AfterArg() after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<AlertType>> {
    const reader = this.books.of(mode).read(actorOf(context));
    const read = reader.alerts.bind(reader, unreadOnly ?? true);
    return connection(pageRequest(first, after), read, (alert) => alert);
  }

  @Mutation(() => AlertType, { description: 'Marks an alert as seen.' })
  acknowledgeAlert(
    @Arg('id', () => ID, { description: 'Id of the alert.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<AlertType> {
    return this.books.owning(id).account.acknowledgeAlert(actorOf(context), id);
  }

  @Subscription(() => AlertType, {
    description: 'Alerts as they are raised.',
    subscribe: async ({ args, context }: Listening<{ mode: TradingMode }>) =>
      readAnew(context, await context.streams.alerts(actorOf(context), args.mode)),
  })
  alertRaised(@Root() alert: AlertType, @ModeArg() _mode: TradingMode): AlertType {
    return alert;
  }

  @Subscription(() => AlertType, {
    description: 'Alerts as they are raised, and each again once it is read or its cause is gone.',
    subscribe: async ({ args, context }: Listening<{ mode: TradingMode }>) =>
      readAnew(context, await context.streams.alertChanges(actorOf(context), args.mode)),
  })
  alertChanged(@Root() alert: AlertType, @ModeArg() _mode: TradingMode): AlertType {
    return alert;
  }
}

/** Passes each alert on with fresh loaders, so that no earlier read is reused. */
function readAnew<T>(context: RequestContext, stream: AsyncIterableIterator<T>) {
  return mapped(stream, (item) => {
    context.loaders = context.newLoaders();
    return [item];
  });
}
