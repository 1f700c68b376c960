import 'reflect-metadata';
import { ID, ObjectType } from 'type-graphql';
import type { Alert, AlertKind, Severity } from '../../domain/account/alert.ts';
import type { TradingMode } from '../../domain/mode.ts';
import { Given, Maybe } from '../enums/described.ts';
import { connectionOf } from '../paging/connection.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { SeverityEnum } from '../enums/settings-enums.ts';
import { TradingModeEnum } from '../enums/trade-enums.ts';
import { ALERT_KINDS } from './alert-kinds.ts';

@ObjectType('Alert', {
  simpleResolvers: true,
  description: 'Something that a person should look at.',
})
export class AlertType implements Omit<Alert, 'username'> {
  @Given(() => ID, 'Id of the alert.') id!: string;
  @Given(() => TradingModeEnum, 'The book that it concerns.') mode!: TradingMode;
  @Given(() => String, `What kind: ${Object.keys(ALERT_KINDS).join(', ')}.`)
  kind!: AlertKind;
  @Given(() => SeverityEnum, 'How urgent.') severity!: Severity;
  @Given(() => String, 'What happened, in a sentence.') message!: string;
  @Maybe(() => ID, 'The trade that it concerns; null when it concerns none.') tradeId!:
    string | null;
  @Given(() => DateTimeScalar, 'When it was raised.') raisedAt!: Date;
  @Maybe(() => DateTimeScalar, 'When it was acknowledged, or its cause went away; null until then.')
  acknowledgedAt!: Date | null;
  @Maybe(
    () => DateTimeScalar,
    'When its cause went away, if before it was acknowledged; for an INFO, when it was raised. Null otherwise.',
  )
  resolvedAt!: Date | null;
}

export const AlertConnection = connectionOf('Alert', AlertType);
