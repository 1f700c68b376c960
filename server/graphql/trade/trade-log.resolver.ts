import 'reflect-metadata';
import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { Clock } from '../../ports/clock.ts';
import { actorOf, type Listening } from '../request/context.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import { LogStream } from '../fanout/log-stream.ts';
import type { LogBatch } from '../streams/log-page.ts';
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
    subscribe: async ({ args: { mode, after = null }, context }: Listening<Args>) => {
      const asked = { mode, after, eventsOnly: true };
      const reading = await context.streams.log(actorOf(context), asked);
      return new LogStream(reading, ({ events }) => events, context);
    },
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
    subscribe: async ({ args: { mode, after = null }, context }: Listening<Args>) => {
      const reading = await context.streams.log(actorOf(context), { mode, after });
      return new LogStream(reading, (batch) => [batch], context);
    },
  })
  tradesChanged(
    @Root() batch: LogBatch,
    @ModeArg() mode: TradingMode,
    @CursorArg() _after: string | null | undefined,
  ): TradeEventBatch {
    return batchView(batch, mode, this.clock.now());
  }
}
