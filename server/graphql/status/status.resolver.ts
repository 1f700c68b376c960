import 'reflect-metadata';
import { Arg, Ctx, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Username } from '../../domain/ids.ts';
import type { KillSwitchLevel } from '../../domain/account/account.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { LimitUse } from '../../domain/risk/limit-use.ts';
import type { SystemStatus } from '../../ports/desk-of-book.ts';
import type { Books } from '../books/books.ts';
import { actorOf, type Listening, type RequestContext } from '../request/context.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import { LimitUseType } from './limit-use.types.ts';
import { KillSwitchLevelEnum, SystemStatusType } from './system-status.types.ts';

/** Ends the strategy runs that depend on an arming, together with it. */
export interface RunControl {
  disarming(username: Username, disarm: () => Promise<void>): Promise<void>;
}

@Resolver()
export class StatusResolver {
  constructor(
    private readonly books: Books,
    private readonly runs: RunControl,
  ) {}

  @Query(() => SystemStatusType, { description: 'The status of the desk in one book.' })
  systemStatus(
    @ModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<SystemStatus> {
    return this.books.of(mode).account.status(actorOf(context));
  }

  @Query(() => [LimitUseType], {
    description:
      'How much of each limit of trades and money one book uses, over all that it trades.',
  })
  limitUse(
    @ModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<readonly LimitUse[]> {
    return this.books.of(mode).account.limitUse(actorOf(context));
  }

  @Mutation(() => SystemStatusType, {
    description:
      'Sets the caller’s own switch of one book; it survives a restart. Lowering it needs a session.',
  })
  async setKillSwitch(
    @ModeArg() mode: TradingMode,
    @Arg('level', () => KillSwitchLevelEnum, { description: 'What to stop.' })
    level: KillSwitchLevel,
    @Ctx() context: RequestContext,
  ): Promise<SystemStatus> {
    const system = this.books.of(mode);
    const raiseOnly = context.principal?.kind !== 'session';
    await system.account.setKillSwitch(actorOf(context), level, raiseOnly);
    return system.account.status(actorOf(context));
  }

  @Mutation(() => SystemStatusType, {
    description:
      'Lets the caller enter trades with real money, for eight hours at most: until disarmRealTrading, other credentials, or the start of any server. A confirmation is valid under this arming only.',
  })
  async armRealTrading(
    @Arg('phrase', () => String, { description: 'SystemStatus.armPhrase, word for word.' })
    phrase: string,
    @Ctx() context: RequestContext,
  ): Promise<SystemStatus> {
    const { account } = this.books.of('REAL');
    await account.arm(actorOf(context), phrase);
    return account.status(actorOf(context));
  }

  @Mutation(() => SystemStatusType, {
    description:
      'Ends the arming, and stops the strategies that run with real money; without an arming nothing happens. Closing, canceling and adjusting go on as before.',
  })
  async disarmRealTrading(@Ctx() context: RequestContext): Promise<SystemStatus> {
    const { account } = this.books.of('REAL');
    const actor = actorOf(context);
    await this.runs.disarming(actor.username, () => account.disarm(actor));
    return account.status(actorOf(context));
  }

  @Subscription(() => SystemStatusType, {
    description: 'The status of the desk in one book, whenever it changes.',
    subscribe: ({ args, context }: Listening<{ mode: TradingMode }>) =>
      context.streams.statuses(actorOf(context), args.mode),
  })
  systemStatusChanged(
    @Root() status: SystemStatusType,
    @ModeArg() _mode: TradingMode,
  ): SystemStatus {
    return status;
  }
}
