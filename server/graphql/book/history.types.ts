import 'reflect-metadata';
import { ID, Int, ObjectType } from 'type-graphql';
import type { EquityPoint } from '../../domain/book/cash-move.ts';
import type { CheckedLog, LogFault } from '../../domain/book/log-proof.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { Decimal } from '../../domain/decimal.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { connectionOf } from '../paging/connection.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';
import { JsonScalar } from '../scalars/json-scalar.ts';
import { TradingModeEnum } from '../enums/trade-enums.ts';

@ObjectType('EquityPoint', {
  simpleResolvers: true,
  description: 'What a book was worth at an instant.',
})
export class EquityPointType implements EquityPoint {
  @Given(() => DateTimeScalar, 'The instant.') at!: Date;
  @Given(() => DecimalScalar, 'Cash in dollars, exact.') cash!: Decimal;
  @Maybe(
    () => DecimalScalar,
    'Cash plus positions at the last marks known then, dollars; null while a position had no mark.',
  )
  equity!: Decimal | null;
}

@ObjectType('AuditEntry', {
  simpleResolvers: true,
  description: 'One line of the caller’s log of a book: what happened, or what was refused.',
})
export class AuditEntryType {
  @Given(() => ID, 'Id of the line, made from its number in the log.') id!: string;
  @Given(() => TradingModeEnum, 'The book.') mode!: TradingMode;
  @Given(() => DateTimeScalar, 'When.') at!: Date;
  @Given(
    () => String,
    'Who: user:NAME, mcp:NAME for an assistant of that user, strategy:ID, desk or venue.',
  )
  actor!: string;
  @Given(() => String, 'What happened, e.g. ENTRY_FILLED, DEPOSITED, PLACE_TRADE_REFUSED.')
  action!: string;
  @Maybe(() => ID, 'The trade that it concerns; null when it concerns none.') tradeId!:
    string | null;
  @Maybe(() => JsonScalar, 'message, a sentence, and the data that belongs to it.')
  detail!: unknown;
  @Given(
    () => String,
    'SHA-256 over the hash of the previous line and all of this one, so every later change shows.',
  )
  hash!: string;
}

const AuditProblemEnum = describedEnum<LogFault['problem']>(
  'AuditProblem',
  'What is wrong with a line of the log.',
  {
    MISSING: 'It is missing.',
    ALTERED: 'It differs from what was written, or is in another line’s place.',
    SURPLUS: 'The log has it although the book has no such line.',
  },
);

@ObjectType('AuditFault', {
  simpleResolvers: true,
  description: 'A fault in a log.',
})
export class AuditFaultType implements LogFault {
  @Given(() => Int, 'Number of the first line that is wrong, from 1.') sequence!: number;
  @Given(() => AuditProblemEnum, 'What is wrong with it.') problem!: LogFault['problem'];
}

@ObjectType('AuditProof', {
  simpleResolvers: true,
  description: 'The result of reading the caller’s whole log and recomputing its hashes.',
})
export class AuditProofType implements CheckedLog {
  @Given(() => TradingModeEnum, 'The book.') mode!: TradingMode;
  @Given(() => Int, 'How many lines the log has had so far.') events!: number;
  @Given(
    () => String,
    'SHA-256 of the last line: kept elsewhere, it proves that no earlier line was rewritten since.',
  )
  lastHash!: string;
  @Given(
    () => String,
    'The last line as BOOK:USER:HASH, to be kept elsewhere: `npm run verify-audit -- --head` takes it and detects a log that was cut off before it or recomputed.',
  )
  head!: string;
  @Maybe(() => AuditFaultType, 'The first fault; null when every line is as it was written.')
  fault!: AuditFaultType | null;
  @Given(() => DateTimeScalar, 'When the log was read; an answer is reused for ten seconds.')
  checkedAt!: Date;
}

export const AuditConnection = connectionOf('Audit', AuditEntryType);
