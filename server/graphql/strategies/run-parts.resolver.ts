import 'reflect-metadata';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import { committedOf } from '../../domain/risk/reserved.ts';
import type { TradeAggregate } from '../../domain/trade/trade.ts';
import type { RequestContext } from '../request/context.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { StrategyRunType } from './run.types.ts';

/** What a run has at work, computed from its trades. */
@Resolver(() => StrategyRunType)
export class RunPartsResolver {
  @FieldResolver(() => Int, { description: 'Trades of its own that are pending or open.' })
  async openTrades(@Root() run: StrategyRunType, @Ctx() context: RequestContext): Promise<number> {
    const active = await atWork(run, context);
    return active.filter(({ trade }) => trade.phase !== 'CLOSED').length;
  }

  @FieldResolver(() => DecimalScalar, {
    description:
      'Dollars that its trades have at work: what they cost, what waits to enter, and the strikes of short puts less their premiums.',
  })
  async committed(@Root() run: StrategyRunType, @Ctx() context: RequestContext): Promise<Decimal> {
    return committedOf(await atWork(run, context));
  }
}

async function atWork(
  { mode, strategyId }: StrategyRunType,
  { loaders }: RequestContext,
): Promise<readonly TradeAggregate[]> {
  return (await loaders.atWork.load(mode)).get(strategyId) ?? [];
}
