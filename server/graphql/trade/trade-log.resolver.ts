import 'reflect-metadata';
import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { Clock } from '../../ports/clock.ts';
import { actorOf, type Listening, type RequestContext } from '../request/context.ts';
import { primeTrades } from '../request/loaders.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import { mapped } from '../streams/closable.ts';
import type { LogBatch } from '../streams/trade-log.ts';
import { batchView, eventView } from './trade-event-view.ts';
import { TradeEventBatch, TradeEventType } from './trade-event.types.ts';
import type { TradeEvent } from '../../domain/trade/trade-event.ts';

interface Args {
  readonly mode: TradingMode;
  readonly after?: string | null;
}

function CursorArg(): ReturnType<typeof Arg> {
  return Arg('after', () => String, {
    nullable: true,
    description:
      'A cursor of an earlier message: events missed since come first, none twice. Left out: from now on.',
  });
}

@Resolver()
export class TradeLogResolver {
  constructor(private readonly clock: Clock) {}

  @Subscription(() => TradeEventType, {
    description: 'Each event of one book, in log order.',
    subscribe: async ({ args, context }: Listening<Args>) =>
      mapped(await freshBatches(args, context), (batch) => batch.events),
  })
  tradeUpdated(
    @Root() event: TradeEvent,
    @ModeArg() _mode: TradingMode,
    @CursorArg() _after: string | null | undefined,
  ): TradeEventType {
    return eventView(event, this.clock.now());
  }

  @Subscription(() => TradeEventBatch, {
    description:
      'Everything that changed in one book, one message per tick: events, and the current trades.',
    subscribe: ({ args, context }: Listening<Args>) => freshBatches(args, context),
  })
  tradesChanged(
    @Root() batch: LogBatch,
    @ModeArg() mode: TradingMode,
    @CursorArg() _after: string | null | undefined,
  ): TradeEventBatch {
    return batchView(batch, mode, this.clock.now());
  }
}

/** Batches of the log, each with fresh loaders. */
async function freshBatches(
  { mode, after }: Args,
  context: RequestContext,
): Promise<AsyncIterableIterator<LogBatch>> {
  const batches = await context.streams.trades(actorOf(context), mode, after ?? null);
  return mapped(batches, (batch) => {
    context.loaders = context.newLoaders();
    primeTrades(context.loaders, batch.trades);
    return [batch];
  });
}
