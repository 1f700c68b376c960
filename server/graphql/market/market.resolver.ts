import 'reflect-metadata';
import { Arg, Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Clock } from '../../ports/clock.ts';
import type { MarketReader } from '../../ports/market-reader.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { Books } from '../books/books.ts';
import { MarketModeArg } from '../enums/mode-argument.ts';
import { actorOf, type Listening, type RequestContext } from '../request/context.ts';
import type { CandleInterval } from '../../domain/market/candle.ts';
import { CalendarDateScalar, DateTimeScalar } from '../scalars/date-scalars.ts';
import { CandleIntervalEnum, CandleType } from './candle.types.ts';
import { quoteView } from '../prices/price-view.ts';
import { SymbolMatchType } from './symbol-match.types.ts';
import { OptionChainType, QuoteType } from '../prices/quote.types.ts';

const SYMBOLS = 'OCC symbols, tickers or mints, at most 500.';
const UNDERLYING = 'Ticker of the underlying.';

@Resolver()
export class MarketResolver {
  constructor(
    private readonly books: Books,
    private readonly market: MarketReader,
    private readonly clock: Clock,
  ) {}

  @Query(() => [QuoteType], { description: 'One row per requested symbol, in that order.' })
  async quotes(
    @Arg('symbols', () => [String], { description: SYMBOLS }) symbols: string[],
    @MarketModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<QuoteType[]> {
    const { trading } = this.books.of(mode);
    const quotes = await trading.getCurrentPrice(actorOf(context), symbols);
    const of = { mode, now: this.clock.now() };
    return symbols.map((symbol, at) => quoteView(symbol, quotes[at] ?? null, of));
  }

  @Query(() => [CalendarDateScalar], {
    description: 'Expiry dates of listed options, soonest first.',
  })
  async optionExpirations(
    @Arg('underlying', () => String, { description: UNDERLYING }) underlying: string,
    @MarketModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<readonly string[]> {
    return this.market.optionExpirations(actorOf(context), underlying, mode);
  }

  @Query(() => OptionChainType, {
    description: 'All listed options of one underlying and expiration.',
  })
  async optionChain(
    @Arg('underlying', () => String, { description: UNDERLYING }) underlying: string,
    @Arg('expiration', () => CalendarDateScalar, { description: 'Expiry date.' })
    expiration: string,
    @MarketModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<OptionChainType> {
    const chain = await this.market.optionChain(actorOf(context), underlying, expiration, mode);
    const of = { mode, now: this.clock.now() };
    const rows = chain.rows.map(({ strike, call, put }) => ({
      strike,
      call: call && quoteView(call.symbol, call, of),
      put: put && quoteView(put.symbol, put, of),
    }));
    return { ...chain, rows };
  }

  @Query(() => [SymbolMatchType], {
    description: 'Tickers and names that match the text, best first, at most 20.',
  })
  async searchSymbols(
    @Arg('text', () => String, { description: 'The beginning of a ticker, or a part of a name.' })
    text: string,
    @MarketModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<readonly SymbolMatchType[]> {
    return this.market.searchSymbols(actorOf(context), text, mode);
  }

  @Query(() => [CandleType], {
    description:
      'Prices over time, oldest first: the candles that begin in the range. Tradier keeps minutes for 20 days, longer intervals for 40 and days for years. A token’s are made of the prices that were accepted since it was first watched, over at most 14 days at once.',
  })
  async candles(
    @Arg('symbol', () => String, { description: 'OCC symbol, ticker or mint.' }) symbol: string,
    @Arg('interval', () => CandleIntervalEnum, { description: 'How long a candle lasts.' })
    interval: CandleInterval,
    @Arg('from', () => DateTimeScalar, { description: 'First beginning, inclusive.' }) from: Date,
    @Arg('to', () => DateTimeScalar, {
      nullable: true,
      description: 'Last beginning, exclusive; at most 5,000 intervals after from. Left out: now.',
    })
    to: Date | null | undefined,
    @MarketModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<readonly CandleType[]> {
    const range = { symbol, interval, from, to: to ?? this.clock.now() };
    return this.market.candles(actorOf(context), range, mode);
  }

  @Subscription(() => QuoteType, {
    description: 'The current quotes, then each that changes; checked once a second.',
    subscribe: ({ args, context }: Listening<{ symbols: string[]; mode: TradingMode }>) =>
      context.streams.quotes(actorOf(context), args.symbols, args.mode),
  })
  quoteUpdated(
    @Root() quote: QuoteType,
    @Arg('symbols', () => [String], { description: SYMBOLS }) _symbols: string[],
    @MarketModeArg() _mode: TradingMode,
  ): QuoteType {
    return quote;
  }
}
