import 'reflect-metadata';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import { accountUse } from '../../domain/exits/account-use.ts';
import { accountOf, describeAccount } from '../../domain/trade/venue-account.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import { TradeType } from '../trade/trade.types.ts';
import { AccountUseType } from './account-use.types.ts';
import { shutAccounts } from '../request/shut-accounts.ts';

@Resolver(() => TradeType)
export class AccountUseResolver {
  constructor(private readonly books: Books) {}

  @Query(() => [AccountUseType], {
    description:
      'Accounts with active trades of one book, which a change of credentials in settings would leave behind.',
  })
  accountsInUse(
    @ModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<readonly AccountUseType[]> {
    return this.books.of(mode).view(actorOf(context), async (reader) => {
      const shut = await shutAccounts(reader);
      return accountUse(await reader.activeTrades(), shut);
    });
  }

  @FieldResolver(() => Boolean, {
    description:
      'False while the trade is active and no stored token reaches its account: the desk can neither watch, move nor close it. As of now, even for an earlier state of the trade.',
  })
  async accountReachable(
    @Root() { held }: TradeType,
    @Ctx() { loaders }: RequestContext,
  ): Promise<boolean> {
    if (held.phase === 'CLOSED') return true;
    return !(await loaders.shutAccounts.load(held.mode)).has(describeAccount(accountOf(held)));
  }
}
