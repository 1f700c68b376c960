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
    SPL_TOKEN: 'The original program, without extensions.',
    TOKEN_2022: 'The program with extensions, which may take fees, freeze or forbid a transfer.',
  },
);

@ObjectType('Holding', {
  simpleResolvers: true,
  description:
    'The wallet’s holding of one mint, over all its accounts. Anyone can send tokens to a wallet, so unbooked units count nowhere.',
})
export class HoldingType implements Omit<HoldingReport, 'raw' | 'slot'> {
  @Given(() => String, 'The full mint address; tokens are identified by nothing else.')
  mint!: string;
  @Maybe(
    () => String,
    'Ticker that the trades holding this token have for it; null when no trade holds it. Many tokens share a ticker.',
  )
  ticker!: string | null;
  @Maybe(() => TokenProgramEnum, 'Its program; null for SOL that is not wrapped.')
  program!: TokenProgram | null;
  @Maybe(() => Int, 'Decimals of the mint; null while unknown.')
  decimals!: number | null;
  @Given(() => String, 'The amount in raw units, a whole number.') rawAmount!: string;
  @Maybe(() => DecimalScalar, 'Whole units; null while decimals is null.')
  quantity!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Whole units in frozen accounts.')
  frozen!: Decimal | null;
  @Given(() => DecimalScalar, 'Whole units in trades of all users who share the wallet.')
  booked!: Decimal;
  @Given(() => DecimalScalar, 'Whole units in trades of the caller.') ownBooked!: Decimal;
  @Maybe(() => DecimalScalar, 'Whole units that no trade holds: adoptHolding books them.')
  unbooked!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Whole units that trades hold and the wallet does not; 0 when it agrees.',
  )
  missing!: Decimal | null;
  @Given(
    () => Boolean,
    'Whether it is USDC or SOL: unbooked units of these are cash and cannot be adopted.',
  )
  money!: boolean;
  @Maybe(() => String, 'The slot at which this amount was first read, a whole number.')
  slot!: string | null;
  @Maybe(() => DateTimeScalar, 'When this amount was first read.') since!: Date | null;
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
    'Whether new entries may use this wallet: false while REAL is off, and for an earlier wallet.',
  )
  named!: boolean;
  @Maybe(() => String, 'Why the desk’s wallet is left out for the caller; null when it is not.')
  leftOut!: string | null;
  @Given(() => String, 'The source of the reading: solana-rpc.') source!: string;
  @Maybe(() => String, 'The slot of the last reading, a whole number; null before the first.')
  slot!: string | null;
  @Maybe(() => DateTimeScalar, 'When the wallet was read; null before the first time.')
  asOf!: Date | null;
  @Maybe(() => Int, 'Seconds since asOf.') ageSeconds!: number | null;
  @Maybe(() => DecimalScalar, 'SOL that pays fees, without wrapped SOL, which only holdings has.')
  feeSol!: Decimal | null;
  @Given(() => DecimalScalar, 'SOL that entries leave in the wallet, for the fees of exits.')
  keptSol!: Decimal;
  @Given(
    () => [HoldingType],
    'Booked holdings first, then USDC and SOL, then the rest; 500 at most.',
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
  @Given(() => String, 'The full mint address.') mint!: string;
  @Given(
    () => String,
    'The issuer’s ticker, or the ends of the mint without one; many tokens share a ticker.',
  )
  ticker!: string;
  @Given(() => Int, 'Decimals of the mint.') decimals!: number;
  @Given(() => DecimalScalar, 'Whole units.') quantity!: Decimal;
  @Given(() => DecimalScalar, 'Dollars for the whole quantity, fees included.') cost!: Decimal;
  @Given(() => DecimalScalar, 'Dollars for one unit.') price!: Decimal;
  @Given(() => DecimalScalar, 'Whole units in the wallet that no trade holds.') unbooked!: Decimal;
  @Given(() => DecimalScalar, 'Whole units in trades of all users who share the wallet.')
  booked!: Decimal;
  @Given(() => String, 'The slot of the reading, a whole number.') slot!: string;
  @Maybe(() => String, 'The token that adoptHolding needs for exactly this input; valid once.')
  confirmationToken!: string | null;
  @Maybe(() => DateTimeScalar, 'When that token expires.') expiresAt!: Date | null;
}
