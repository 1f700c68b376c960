import 'reflect-metadata';
import { Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { HoldingReport, WalletReport } from '../../domain/wallet/holding-report.ts';
import type { TokenProgram } from '../../domain/wallet/wallet-look.ts';
import type { AdoptionPreview } from '../../ports/trade-doors.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

const TokenProgramEnum = describedEnum<TokenProgram>(
  'TokenProgram',
  'The program of Solana that owns a mint and its accounts.',
  {
    SPL_TOKEN: 'The first one, under which a token does what it says.',
    TOKEN_2022: 'The one with extensions, which may take fees, freeze or forbid a transfer.',
  },
);

@ObjectType('Holding', {
  simpleResolvers: true,
  description:
    'What a wallet holds of one mint, over all its accounts. Anybody may send a wallet anything: what is not booked counts nowhere.',
})
export class HoldingType implements Omit<HoldingReport, 'raw' | 'slot'> {
  @Given(() => String, 'The whole mint: by nothing else is a token told from another.')
  mint!: string;
  @Maybe(
    () => String,
    'Ticker that the trades holding this token have for it; null when no trade holds it. Many tokens share a ticker.',
  )
  ticker!: string | null;
  @Maybe(() => TokenProgramEnum, 'Its program; null for SOL that is not wrapped.')
  program!: TokenProgram | null;
  @Maybe(() => Int, 'Decimals of the mint; null while nobody has told them.')
  decimals!: number | null;
  @Given(() => String, 'The amount in raw units, a whole number.') rawAmount!: string;
  @Maybe(() => DecimalScalar, 'Whole units; null while the decimals are not known.')
  quantity!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Whole units in accounts that somebody has frozen.')
  frozen!: Decimal | null;
  @Given(() => DecimalScalar, 'Whole units that trades of all who share the wallet hold.')
  booked!: Decimal;
  @Given(() => DecimalScalar, 'Whole units that trades of the caller hold.') ownBooked!: Decimal;
  @Maybe(() => DecimalScalar, 'Whole units that no trade holds: adoptHolding books them.')
  unbooked!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Whole units that trades hold and the wallet does not; 0 when it agrees.',
  )
  missing!: Decimal | null;
  @Given(() => Boolean, 'USDC and SOL: what is not booked of them is cash, and is not adopted.')
  money!: boolean;
  @Maybe(() => String, 'The slot at which this amount was first read, a whole number.')
  slot!: string | null;
  @Maybe(() => DateTimeScalar, 'When that was.') since!: Date | null;
}

@ObjectType('WalletHoldings', {
  simpleResolvers: true,
  description: 'The caller’s wallet as it was when last read.',
})
export class WalletHoldingsType implements Omit<WalletReport, 'slot' | 'holdings'> {
  @Maybe(() => String, 'Its address; null while the caller has none on this desk.')
  wallet!: string | null;
  @Given(
    () => Boolean,
    'Whether new entries may go there: false while REAL is off, and for an earlier one.',
  )
  named!: boolean;
  @Maybe(() => String, 'Why the desk’s wallet is left out for the caller; null when it is not.')
  leftOut!: string | null;
  @Given(() => String, 'Where it was read from: solana-rpc.') source!: string;
  @Maybe(() => String, 'The slot of the last reading, a whole number; null before the first.')
  slot!: string | null;
  @Maybe(() => DateTimeScalar, 'When it was read.') asOf!: Date | null;
  @Maybe(() => Int, 'Seconds since then.') ageSeconds!: number | null;
  @Maybe(() => DecimalScalar, 'SOL that pays fees; wrapped SOL is among the holdings alone.')
  feeSol!: Decimal | null;
  @Given(() => DecimalScalar, 'SOL that entries leave in the wallet, for the fees of exits.')
  keptSol!: Decimal;
  @Given(
    () => [HoldingType],
    'What is booked first, then USDC and SOL, then the rest; 500 at most.',
  )
  holdings!: readonly HoldingType[];
  @Given(() => Int, 'How many holdings are not listed.') unlisted!: number;
}

@ObjectType('AdoptionPreview', {
  simpleResolvers: true,
  description: 'What adoptHolding would book. Nothing is stored.',
})
export class AdoptionPreviewType implements Omit<AdoptionPreview, 'slot'> {
  @Given(() => String, 'Address of the wallet.') wallet!: string;
  @Given(() => String, 'The whole mint.') mint!: string;
  @Given(() => String, 'What its issuer calls it, or the ends of the mint; many tokens share one.')
  ticker!: string;
  @Given(() => Int, 'Decimals of the mint.') decimals!: number;
  @Given(() => DecimalScalar, 'Whole units.') quantity!: Decimal;
  @Given(() => DecimalScalar, 'Dollars for all of it, fees inside.') cost!: Decimal;
  @Given(() => DecimalScalar, 'Dollars for one unit.') price!: Decimal;
  @Given(() => DecimalScalar, 'Whole units in the wallet that no trade holds.') unbooked!: Decimal;
  @Given(() => DecimalScalar, 'Whole units that trades of all who share the wallet hold.')
  booked!: Decimal;
  @Given(() => String, 'The slot of the reading, a whole number.') slot!: string;
  @Maybe(() => String, 'The token that adopting exactly this needs, valid once.')
  confirmationToken!: string | null;
  @Maybe(() => DateTimeScalar, 'When that token expires.') expiresAt!: Date | null;
}
