import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import { Given, Maybe } from '../enums/described.ts';
import { connectionOf } from '../paging/connection.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { TradeType } from './trade.types.ts';

@ObjectType('TradeEvent', {
  simpleResolvers: true,
  description: 'Something that happened to a trade.',
})
export class TradeEventType {
  @Given(
    () => String,
    'Its position in the log; pass it as after to tradeUpdated and tradesChanged.',
  )
  cursor!: string;
  @Given(() => Int, 'Its number in the user’s log of this book: gapless, from 1.')
  sequence!: number;
  @Given(() => String, 'What kind of event, e.g. ENTRY_FILLED, EXITS_STANDING, CLOSED.')
  type!: string;
  @Given(() => DateTimeScalar, 'When it happened.') occurredAt!: Date;
  @Given(() => String, 'What happened, in a sentence.') message!: string;
  @Given(() => TradeType, 'The trade as of that event, with its orders.')
  trade!: TradeType;
}

export const TradeEventConnection = connectionOf('TradeEvent', TradeEventType);

@ObjectType('TradeEventBatch', {
  simpleResolvers: true,
  description: 'Everything that one tick changed, in one message.',
})
export class TradeEventBatch {
  @Given(
    () => String,
    'Position in the log after this message; pass it as after to continue from here.',
  )
  cursor!: string;
  @Given(() => [TradeEventType], 'What happened, oldest first.') events!: TradeEventType[];
  @Given(() => [TradeType], 'Every trade that changed, including by a new mark, as it is now.')
  trades!: TradeType[];
  @Maybe(
    () => [TradeType],
    'The trades that an event changed, as they are now. With marked it covers everything in trades. Never null.',
  )
  changed!: TradeType[] | null;
  @Maybe(
    () => [TradeType],
    'The trades with a new mark and no event, as they are now: select the fields that a mark changes. Never null.',
  )
  marked!: TradeType[] | null;
}
