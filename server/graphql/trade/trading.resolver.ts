import 'reflect-metadata';
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { Trade } from '../../domain/trade/trade.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import { AdjustBracketInput, CloseTradeInput } from './change-trade.inputs.ts';
import { PlaceTradeInput } from './place-trade.inputs.ts';
import { tradeView } from './trade-view.ts';
import { TradeType } from './trade.types.ts';
import { closeInput } from './trades.resolver.ts';

@Resolver()
export class TradingResolver {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => TradeType, {
    description: 'Places a trade; returns once its order is stored and was sent.',
  })
  async placeTrade(
    @Arg('input', () => PlaceTradeInput, { description: 'The ticket.' }) input: PlaceTradeInput,
    @Ctx() context: RequestContext,
  ): Promise<TradeType> {
    return this.#shown(
      await this.books.of(input.mode).trading.executeOrder(actorOf(context), { open: input }),
    );
  }

  @Mutation(() => TradeType, {
    description:
      'Asks for an open trade to be closed, in whole or in part; its exits are canceled first.',
  })
  async closeTrade(
    @Arg('input', () => CloseTradeInput, { description: 'What to close.' }) input: CloseTradeInput,
    @Ctx() context: RequestContext,
  ): Promise<TradeType> {
    const book = this.books.owning(input.id);
    return this.#shown(
      await book.trading.executeOrder(actorOf(context), { close: closeInput(input) }),
    );
  }

  @Mutation(() => TradeType, {
    description:
      'Asks the venue to cancel an entry that has not filled; one that waits at the desk is canceled at once.',
  })
  async cancelTrade(
    @Arg('id', () => ID, { description: 'Id of the trade.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version that the caller saw.' })
    expectedVersion: number,
    @Arg('idempotencyKey', () => String, { description: '8 to 64 of A-Z a-z 0-9 -.' })
    idempotencyKey: string,
    @Ctx() context: RequestContext,
  ): Promise<TradeType> {
    const input = { id, expectedVersion, idempotencyKey };
    return this.#shown(
      await this.books.owning(id).trading.executeOrder(actorOf(context), { cancel: input }),
    );
  }

  @Mutation(() => TradeType, { description: 'Changes the exits of a trade.' })
  async adjustBracket(
    @Arg('input', () => AdjustBracketInput, { description: 'The new exits.' })
    input: AdjustBracketInput,
    @Ctx() context: RequestContext,
  ): Promise<TradeType> {
    const book = this.books.owning(input.id);
    return this.#shown(await book.trading.updatePosition(actorOf(context), { bracket: input }));
  }

  @Mutation(() => [TradeType], { description: 'Marks the open trades of one book again, now.' })
  async refreshPrices(
    @ModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<TradeType[]> {
    const trades = await this.books.of(mode).care.refreshPrices(actorOf(context));
    return trades.map((trade) => this.#shown(trade));
  }

  #shown(trade: Trade): TradeType {
    return tradeView(trade, this.clock.now());
  }
}
