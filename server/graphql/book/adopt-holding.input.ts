import 'reflect-metadata';
import { InputType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { AdoptInput } from '../../domain/wallet/adoption.ts';
import { Given, Maybe } from '../enums/described.ts';
import { TradingModeEnum } from '../enums/trade-enums.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

@InputType('AdoptHoldingInput', {
  description: 'Tokens in a wallet that no trade holds, to be booked as an OPEN trade.',
})
export class AdoptHoldingInput implements AdoptInput {
  @Given(() => TradingModeEnum, 'Always REAL: PAPER has no wallet with unbooked tokens.')
  mode!: TradingMode;
  @Given(
    () => String,
    '8 to 64 of A-Z a-z 0-9 -: the same key with the same input is the same trade.',
  )
  idempotencyKey!: string;
  @Given(() => String, 'The full mint address; not of USDC or SOL, which are cash already.')
  mint!: string;
  @Given(() => DecimalScalar, 'Whole units, at most Holding.unbooked.') quantity!: Decimal;
  @Given(() => DecimalScalar, 'Dollars that the whole quantity cost, fees included; more than 0.')
  cost!: Decimal;
  @Given(() => String, 'Where the tokens come from, 1 to 500 characters; logged.') note!: string;
  @Maybe(
    () => String,
    'The token from previewAdoption for exactly this; valid once, for 60 seconds.',
  )
  confirmationToken?: string | null;
}
