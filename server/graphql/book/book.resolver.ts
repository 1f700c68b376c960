import 'reflect-metadata';
import { Arg, Ctx, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { MarkedPosition } from '../../domain/book/portfolio.ts';
import type { StatsDimension } from '../../domain/statistics/segment-keys.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type Listening, type RequestContext } from '../request/context.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { markView } from '../prices/price-view.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import { FilterArg } from '../trade/filter-argument.ts';
import type { TradeFilterInput } from '../trade/trade-filter.input.ts';
import { PortfolioType, PositionType } from './book.types.ts';
import { StatsDimensionEnum } from './stats-dimension.ts';
import { TradeStatsType } from './trade-stats.types.ts';

@Resolver()
export class BookResolver {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  @Query(() => [PositionType], {
    description: 'All positions of one book, one row per instrument.',
  })
  async positions(
    @ModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<PositionType[]> {
    const positions = await this.books.of(mode).trading.getOpenPositions(actorOf(context));
    const now = this.clock.now();
    return positions.map((each) => positionView(each, now));
  }

  @Subscription(() => PositionType, {
    description:
      'The current positions of one book, then each that changes by a trade or a mark; one that ends comes with quantity 0.',
    subscribe: ({ args, context }: Listening<{ mode: TradingMode }>) =>
      context.streams.positions(actorOf(context), args.mode),
  })
  positionUpdated(@Root() position: MarkedPosition, @ModeArg() _mode: TradingMode): PositionType {
    return positionView(position, this.clock.now());
  }

  @Query(() => PortfolioType, { description: 'One book as a whole, in dollars.' })
  portfolio(@ModeArg() mode: TradingMode, @Ctx() context: RequestContext): Promise<PortfolioType> {
    return this.books.of(mode).trading.calculatePnL(actorOf(context));
  }

  @Mutation(() => PortfolioType, {
    description: 'Deposits or withdraws paper money, and returns the PAPER book afterwards.',
  })
  async depositPaper(
    @Arg('amount', () => DecimalScalar, {
      description: 'Dollars; negative withdraws, at most what no trade holds or reserves.',
    })
    amount: Decimal,
    @Ctx() context: RequestContext,
  ): Promise<PortfolioType> {
    const paper = this.books.of('PAPER');
    await paper.account.deposit(actorOf(context), amount);
    return paper.trading.calculatePnL(actorOf(context));
  }

  @Query(() => TradeStatsType, { description: 'Statistics of the closed trades of one book.' })
  stats(
    @ModeArg() mode: TradingMode,
    @FilterArg() filter: TradeFilterInput | null | undefined,
    @Arg('groupBy', () => [StatsDimensionEnum], {
      nullable: true,
      description: 'The dimensions of the segments; left out: no segments.',
    })
    groupBy: StatsDimension[] | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<TradeStatsType> {
    return this.books.of(mode).reports.stats(actorOf(context), filter ?? {}, groupBy ?? []);
  }
}

function positionView(position: MarkedPosition, now: Date): PositionType {
  return { ...position, mark: position.mark && markView(position.mark, now) };
}
