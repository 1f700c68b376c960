import 'reflect-metadata';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { Books } from '../books/books.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { AccountReportType } from './account-report.types.ts';
import { PortfolioType } from './book.types.ts';

@Resolver(() => PortfolioType)
export class AccountReportsResolver {
  constructor(private readonly books: Books) {}

  @Query(() => [AccountReportType], {
    description:
      'The accounts of real money that the settings name, then earlier ones; none in PAPER. They are read when first named, and every five minutes.',
  })
  accountReports(
    @ModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<readonly AccountReportType[]> {
    return this.books.of(mode).account.accountReports(actorOf(context));
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the book has money behind it: in REAL false until the venue has reported what an account holds; until then every figure is 0 and means nothing. Always true in PAPER.',
  })
  async connected(
    @Root() { mode }: PortfolioType,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    if (mode === 'PAPER') return true;
    const seen = await this.books.of(mode).read(actorOf(context)).accountFunds();
    return seen.some(({ deposited }) => deposited !== null);
  }
}
