import 'reflect-metadata';
import { ID, InputType, Int } from 'type-graphql';
import type { AdjustmentChoice } from '../../domain/order/exit-adjustment.ts';
import type { BookSplitInput, SettleAdjustmentInput } from '../../ports/trade-doors.ts';
import { Given, Maybe } from '../enums/described.ts';
import { AdjustmentChoiceEnum } from '../enums/order-enums.ts';

const KEY = '8 to 64 of A-Z a-z 0-9 -: the same key with the same input is done once.';
const VERSION = 'The version that the caller saw; a stale one is a CONFLICT.';
const NOTE = 'How the caller knows; logged.';

@InputType('SettleExitAdjustmentInput', {
  description:
    'Whose terms count for exits that the venue changed on its own; applies to all that wait.',
})
export class SettleExitAdjustmentInput implements SettleAdjustmentInput {
  @Given(() => ID, 'Id of the trade.') id!: string;
  @Given(() => Int, VERSION) expectedVersion!: number;
  @Given(() => String, KEY) idempotencyKey!: string;
  @Given(
    () => AdjustmentChoiceEnum,
    'ADOPT is refused when an exit has another size than the holding.',
  )
  choice!: AdjustmentChoice;
  @Maybe(() => String, NOTE) note?: string | null;
}

@InputType('BookSplitInput', {
  description: 'A split of the shares of a trade under review: newShares for every oldShares.',
})
export class BookSplitInputType implements BookSplitInput {
  @Given(() => ID, 'Id of the trade.') id!: string;
  @Given(() => Int, VERSION) expectedVersion!: number;
  @Given(() => String, KEY) idempotencyKey!: string;
  @Given(
    () => Int,
    'New shares, 1 to 1000: 10 in a split of 10 for 1. The holding must come out in whole shares: settle the odd shares first with reviewTrade, for that quantity.',
  )
  newShares!: number;
  @Given(() => Int, 'Old shares, 1 to 1000: 10 in a reverse split of 1 for 10.') oldShares!: number;
  @Maybe(() => String, NOTE) note?: string | null;
}
