import 'reflect-metadata';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { SnapshotKind } from '../../domain/market/mark.ts';
import type { Order } from '../../domain/order/order.ts';
import { firstStopNow, riskAtEntryOf, rMultipleOf } from '../../domain/trade/trade-figures.ts';
import type { Clock } from '../../ports/clock.ts';
import type { RequestContext } from '../request/context.ts';
import { snapshotView } from '../prices/price-view.ts';
import { SnapshotConnection, type SnapshotType } from '../prices/snapshot.types.ts';
import { OrderObject } from '../order/order.types.ts';
import type { Connection } from '../paging/connection.ts';
import { connection, pageRequest } from '../paging/page-arguments.ts';
import { AfterArg, FirstArg } from '../paging/page-decorators.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { SnapshotKindEnum } from '../enums/trade-enums.ts';
import { eventView } from './trade-event-view.ts';
import { TradeEventConnection, type TradeEventType } from './trade-event.types.ts';
import { tradeView } from './trade-view.ts';
import { TradeType } from './trade.types.ts';

/** Parts of a trade that are stored apart from it. */
@Resolver(() => TradeType)
export class TradePartsResolver {
  constructor(private readonly clock: Clock) {}

  @FieldResolver(() => [OrderObject], {
    description: 'Its orders, oldest first; for a trade in an event, as of that event.',
  })
  orders(@Root() trade: TradeType, @Ctx() { loaders }: RequestContext): Promise<readonly Order[]> {
    return loaders.ordersOf(trade);
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description:
      'The first stop, from the ticket or from the trail at the entry’s fill, dollars per share or unit after every booked split; later moves do not change it. The risk of 1 R is measured to it. Null: none.',
  })
  initialStopLoss(
    @Root() trade: TradeType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Decimal | null> {
    return firstStopOf(trade, loaders);
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description:
      'Dollars from the entry to initialStopLoss over the filled quantity, before fees: 1 R. Null without such a stop, or when it locked in a gain.',
  })
  async riskAtEntry(
    @Root() trade: TradeType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Decimal | null> {
    return riskAtEntryOf(trade.held, await firstStopOf(trade, loaders));
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description:
      'netPnl plus the unrealizedPnl of a holding, in units of riskAtEntry; null when either is unknown.',
  })
  async rMultiple(
    @Root() trade: TradeType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Decimal | null> {
    return rMultipleOf(trade.held, await firstStopOf(trade, loaders));
  }

  @FieldResolver(() => TradeType, {
    nullable: true,
    description: 'For shares: the option trade whose exercise or assignment brought them.',
  })
  async deliveredFrom(
    @Root() { deliveredFrom: id }: TradeType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<TradeType | null> {
    const trade = id === null ? null : await loaders.trade(id);
    return trade && tradeView(trade, this.clock.now());
  }

  @FieldResolver(() => [TradeType], {
    description:
      'For an option: the share trades that its exercise or assignment opened or reduced. For shares: the option trades that took some.',
  })
  async deliveredTo(
    @Root() { deliveredTo: ids }: TradeType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<readonly TradeType[]> {
    const trades = await Promise.all(ids.map((id) => loaders.trade(id)));
    const now = this.clock.now();
    return trades.filter((trade) => trade !== null).map((trade) => tradeView(trade, now));
  }

  @FieldResolver(() => SnapshotConnection, { description: 'Its marks over time, newest first.' })
  snapshots(
    @Root() trade: TradeType,
    @Arg('kind', () => SnapshotKindEnum, { nullable: true, description: 'Only of this kind.' })
    kind: SnapshotKind | null | undefined,
    @FirstArg() first: number | null,
    @AfterArg() after: string | null | undefined,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Connection<SnapshotType>> {
    const read = loaders.snapshots.bind(loaders, trade.id, kind ?? null);
    return connection(pageRequest(first, after), read, snapshotView);
  }

  @FieldResolver(() => TradeEventConnection, { description: 'What happened to it, newest first.' })
  events(
    @Root() trade: TradeType,
    @FirstArg() first: number | null,
    @AfterArg() after: string | null | undefined,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Connection<TradeEventType>> {
    const now = this.clock.now();
    const read = loaders.events.bind(loaders, trade.id);
    return connection(pageRequest(first, after), read, (event) => eventView(event, now));
  }
}

async function firstStopOf(
  { id, held, trailingStart }: TradeType,
  loaders: RequestContext['loaders'],
): Promise<Decimal | null> {
  const asked = await loaders.firstStops.load(id);
  return asked ? firstStopNow(held, asked) : trailingStart;
}
