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
      'Whether quantity, average price, cash and P&L of one book agreed at the last reconciliation, which runs at the start and every five minutes.',
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
      'Accepts that a difference in cash or P&L at a venue has a known reason: only later changes are compared. It sends nothing, is logged, and ends its alerts. In PAPER it moves no money of the book; in REAL the cash is booked as paid in or out, and P&L is accepted only together with cash that differs. CONFLICT with the Reconciliation when the difference has changed.',
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
