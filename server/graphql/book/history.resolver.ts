import 'reflect-metadata';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { AuditEntry } from '../../domain/book/audit-entry.ts';
import { headText } from '../../domain/book/log-head.ts';
import { idPrefix, type TradingMode } from '../../domain/mode.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import type { Connection } from '../paging/connection.ts';
import { connection, pageRequest } from '../paging/page-arguments.ts';
import { AfterArg, FirstArg } from '../paging/page-decorators.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { tradeView } from '../trade/trade-view.ts';
import { TradeType } from '../trade/trade.types.ts';
import {
  AuditConnection,
  AuditProofType,
  EquityPointType,
  type AuditEntryType,
} from './history.types.ts';

/** The book as it was. */
@Resolver()
export class HistoryResolver {
  constructor(private readonly books: Books) {}

  @Query(() => TradeType, {
    nullable: true,
    description:
      'A trade with its orders as known at an instant, with the last mark known then; null before its first event.',
  })
  async tradeAsOf(
    @Arg('id', () => ID, { description: 'Id of the trade: paper_… or real_….' }) id: string,
    @Arg('at', () => DateTimeScalar, { description: 'The instant.' }) at: Date,
    @Ctx() context: RequestContext,
  ): Promise<TradeType | null> {
    const book = this.books.perhapsOwning(id);
    const found = (await book?.reports.tradeAsOf(actorOf(context), id, at)) ?? null;
    return found && { ...tradeView(found.trade, at), asOf: found.sequence };
  }

  @Query(() => [EquityPointType], {
    description:
      'One book over time, oldest first: a point at every cash move and at marks of holdings, at most 500, the first, the last and the extremes included. A long span is sampled at 2,000 marks.',
  })
  async equityCurve(
    @ModeArg() mode: TradingMode,
    @Arg('from', () => DateTimeScalar, {
      nullable: true,
      description: 'First instant; left out: since the book began.',
    })
    from: Date | null | undefined,
    @Arg('to', () => DateTimeScalar, {
      nullable: true,
      description: 'Last instant; left out: now.',
    })
    to: Date | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<readonly EquityPointType[]> {
    return this.books.of(mode).reports.equityCurve(actorOf(context), from ?? null, to ?? null);
  }

  @Query(() => AuditConnection, {
    description:
      'The caller’s log of one book, newest first: everything that happened or was refused.',
  })
  auditLog(
    @ModeArg() mode: TradingMode,
    @FirstArg() first: number | null,
    @AfterArg() after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<AuditEntryType>> {
    const reader = this.books.of(mode).read(actorOf(context));
    const show = ({ sequence, ...entry }: AuditEntry): AuditEntryType => ({
      ...entry,
      id: `${idPrefix(mode)}log-${sequence}`,
      mode,
    });
    return connection(pageRequest(first, after), (page) => reader.log(page), show);
  }

  @Query(() => AuditProofType, {
    description:
      'Whether the caller’s log of one book is as it was written: every hash is recomputed.',
  })
  async auditProof(
    @ModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<AuditProofType> {
    const actor = actorOf(context);
    const proof = await this.books.of(mode).reports.proveLog(actor);
    const head = headText({ mode, username: actor.username, hash: proof.lastHash });
    return { mode, head, ...proof };
  }
}
