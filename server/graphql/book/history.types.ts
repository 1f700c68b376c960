import 'reflect-metadata';
import { ID, ObjectType } from 'type-graphql';
import type { EquityPoint } from '../../domain/book/cash-move.ts';
import type { TradingMode } from '../../domain/book/mode.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { Given, Maybe } from '../described.ts';
import { connectionOf } from '../paging/connection.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { JsonScalar } from '../scalars/json-scalar.ts';
import { TradingModeEnum } from '../trade/trade-enums.ts';

@ObjectType('EquityPoint', {
  simpleResolvers: true,
  description: 'What a book was worth at an instant.',
})
export class EquityPointType implements EquityPoint {
  @Given(() => DateTimeScalar, 'The instant.') at!: Date;
  @Given(() => DecimalScalar, 'Cash in dollars, exact.') cash!: Decimal;
  @Maybe(
    () => DecimalScalar,
    'Cash and positions at their last marks known then, dollars; null while one had none.',
  )
  equity!: Decimal | null;
}

@ObjectType('AuditEntry', {
  simpleResolvers: true,
  description: 'One line of the caller’s log of a book: what happened, or what was refused.',
})
export class AuditEntryType {
  @Given(() => ID, 'Id of the line, by its number in the log.') id!: string;
  @Given(() => TradingModeEnum, 'The book.') mode!: TradingMode;
  @Given(() => DateTimeScalar, 'When.') at!: Date;
  @Given(() => String, 'Who: user:NAME, desk or venue.') actor!: string;
  @Given(() => String, 'What, e.g. ENTRY_FILLED, DEPOSITED, PLACE_TRADE_REFUSED.') action!: string;
  @Maybe(() => ID, 'The trade that it concerns; null where it concerns none.') tradeId!:
    string | null;
  @Maybe(() => JsonScalar, 'A sentence in message, and what belongs to it.') detail!: unknown;
  @Given(
    () => String,
    'SHA-256 over the hash of the line before and all of this one, so that none can be changed unseen.',
  )
  hash!: string;
}

export const AuditConnection = connectionOf('Audit', AuditEntryType);
