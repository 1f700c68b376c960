import 'reflect-metadata';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import { AcceptDifferencesInput } from './accept-differences.inputs.ts';
import { reconciliationView } from './reconciliation-view.ts';
import { ReconciliationType } from './reconciliation.types.ts';

@Resolver()
export class ReconciliationResolver {
  constructor(private readonly books: Books) {}

  @Query(() => ReconciliationType, {
    description:
      'How quantity, average price, cash and P&L of one book stood at the last reconciliation, which runs at the start and every five minutes.',
  })
  async reconciliation(
    @ModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<ReconciliationType> {
    const found = await this.books.of(mode).account.invariants(actorOf(context));
    return reconciliationView(mode, found);
  }

  @Mutation(() => ReconciliationType, {
    description:
      'Takes a person’s word that cash or P&L which differs at a venue has its reason: what changes from here on is compared. Sends nothing and moves no money of the book; kept in the log, and its alerts end. CONFLICT with the Reconciliation where another difference stands.',
  })
  async acceptDifferences(
    @Arg('input', () => AcceptDifferencesInput, { description: 'What is accepted, and why.' })
    input: AcceptDifferencesInput,
    @Ctx() context: RequestContext,
  ): Promise<ReconciliationType> {
    const { mode } = input;
    const found = await this.books.of(mode).account.acceptDifferences(actorOf(context), input);
    return reconciliationView(mode, found);
  }
}
