import 'reflect-metadata';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { OrderType } from '../../domain/order/order.ts';
import type { CloseInput } from '../../domain/ticket/ticket.ts';
import type { TradePhase } from '../../domain/trade/trade-status.ts';
import type { TradeOrder } from '../../ports/book-page.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TradePreview } from '../../ports/trade-doors.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { primeTrades } from '../request/loaders.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import type { Connection } from '../paging/connection.ts';
import { connection, pageRequest } from '../paging/page-arguments.ts';
import { AfterArg, FirstArg } from '../paging/page-decorators.ts';
import { AdjustBracketInput, CloseTradeInput } from './change-trade.inputs.ts';
import { PlaceTradeInput } from './place-trade.inputs.ts';
import { TradeOrderEnum, TradePhaseEnum } from '../enums/trade-enums.ts';
import { TradeFilterInput } from './trade-filter.input.ts';
import { TradePreviewType } from './trade-preview.types.ts';
import { tradeView } from './trade-view.ts';
import { TradeConnection, TradeType } from './trade.types.ts';

@Resolver()
export class TradesResolver {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  @Query(() => TradeConnection, { description: 'Trades of one book, newest first.' })
  trades(
    @ModeArg() mode: TradingMode,
    @Arg('phase', () => TradePhaseEnum, { nullable: true, description: 'Only of this phase.' })
    phase: TradePhase | null | undefined,
    @Arg('filter', () => TradeFilterInput, {
      nullable: true,
      description: 'Only those that match.',
    })
    filter: TradeFilterInput | null | undefined,
    @Arg('order', () => TradeOrderEnum, {
      defaultValue: 'PLACED',
      description: 'The time by which the list is sorted, newest first.',
    })
    order: TradeOrder,
    @FirstArg() first: number | null,
    @AfterArg() after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TradeType>> {
    const { trading } = this.books.of(mode);
    const actor = actorOf(context);
    const query = { phase: phase ?? null, filter: filter ?? {}, order };
    const now = this.clock.now();
    return connection(
      pageRequest(first, after),
      (page) => trading.getTradeHistory(actor, { ...query, page }),
      (trade) => tradeView(trade, now),
    );
  }

  @Query(() => TradeType, {
    nullable: true,
    description: 'One trade; null when the caller has none with this id.',
  })
  async trade(
    @Arg('id', () => ID, { description: 'Id of the trade: paper_… or real_….' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<TradeType | null> {
    const found = await this.books.perhapsOwning(id)?.read(actorOf(context)).trade(id);
    if (!found) return null;
    primeTrades(context.loaders, [found]);
    return tradeView(found.trade, this.clock.now());
  }

  @Query(() => TradePreviewType, {
    description:
      'What a ticket would cost and whether it would be accepted; nothing is sent or stored.',
  })
  previewTrade(
    @Arg('input', () => PlaceTradeInput, { description: 'The ticket.' }) input: PlaceTradeInput,
    @Ctx() context: RequestContext,
  ): Promise<TradePreview> {
    return this.books.of(input.mode).previews.trade(actorOf(context), input);
  }

  @Query(() => TradePreviewType, {
    description: 'What closing would bring; nothing is sent or stored.',
  })
  previewClose(
    @Arg('input', () => CloseTradeInput, { description: 'What to close.' }) input: CloseTradeInput,
    @Ctx() context: RequestContext,
  ): Promise<TradePreview> {
    return this.books.owning(input.id).previews.close(actorOf(context), closeInput(input));
  }

  @Query(() => TradePreviewType, {
    description:
      'What new exits would mean: maxLoss and maxProfit of the holding at the new stop and target, after the exit’s fees. Nothing is sent or stored.',
  })
  previewAdjust(
    @Arg('input', () => AdjustBracketInput, { description: 'The new exits.' })
    input: AdjustBracketInput,
    @Ctx() context: RequestContext,
  ): Promise<TradePreview> {
    return this.books.owning(input.id).previews.adjust(actorOf(context), input);
  }
}

/** A null order type means the default one. */
export function closeInput(input: CloseTradeInput): CloseInput & { orderType: OrderType } {
  return { ...input, orderType: input.orderType ?? 'MARKET' };
}
