import 'reflect-metadata';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import { DRIFT_CAUSES } from '../../domain/drift/drift-cause.ts';
import type { DriftReport, ShownRow } from '../../domain/drift/drift-report.ts';
import { driftRows } from '../../usecases/drift/drift-rows.ts';
import type { ReadDrift } from '../../usecases/drift/read-drift.ts';
import type { Books } from '../books/books.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import type { Connection } from '../paging/connection.ts';
import { connection, pageRequest } from '../paging/page-arguments.ts';
import { AfterArg, FirstArg } from '../paging/page-decorators.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { FilterArg } from '../trade/filter-argument.ts';
import type { TradeFilterInput } from '../trade/trade-filter.input.ts';
import { DriftReportType, DriftRowConnection, type DriftRowType } from './drift.types.ts';

/** The drift reads of each book. */
export type DriftReads = Readonly<Record<TradingMode, ReadDrift>>;

const REFERENCE: Readonly<Record<TradingMode, string>> = { PAPER: 'BACKTEST', REAL: 'PAPER' };

/** How strategies' trades differed from their references. */
@Resolver(() => DriftReportType)
export class DriftResolver {
  constructor(
    private readonly books: Books,
    private readonly drift: DriftReads,
  ) {}

  @Query(() => DriftReportType, {
    name: 'drift',
    description:
      'How far the results of strategies’ closed trades differ from their references, and why. A day is compared once it is over.',
  })
  async ofBook(
    @ModeArg() mode: TradingMode,
    @FilterArg() filter: TradeFilterInput | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<DriftReportType> {
    this.books.of(mode);
    const report = await this.drift[mode].report(actorOf(context), filter ?? {});
    const { trades, awaiting, unknown, expected, actual, total, causes } = report;
    const reference = REFERENCE[mode];
    const counts = { trades, awaiting, unknown };
    return { ...counts, reference, expected, actual, total, causes, report };
  }

  @FieldResolver(() => DriftRowConnection, {
    description: 'Its trades and those that only the reference made, the last entered first.',
  })
  rows(
    @Root() { report }: { readonly report: DriftReport },
    @FirstArg() first: number | null,
    @AfterArg() after: string | null | undefined,
  ): Promise<Connection<DriftRowType>> {
    const read = async (page: Parameters<typeof driftRows>[1]) => driftRows(report, page);
    return connection(pageRequest(first, after), read, rowView);
  }
}

function rowView({ split, ...row }: ShownRow): DriftRowType {
  const causes = DRIFT_CAUSES.map((cause) => ({
    ...{ cause, amount: split[cause] },
    trades: split[cause].isZero() ? 0 : 1,
  }));
  return { ...row, causes };
}
