import 'reflect-metadata';
import { Float, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../domain/decimal.ts';
import type { PriceAction } from '../../domain/price/judged-price.ts';
import { describedEnum, Given, Maybe } from '../enums/described.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { DecimalScalar } from '../scalars/decimal-scalar.ts';

export const PriceActionEnum = describedEnum<PriceAction>(
  'PriceAction',
  'What a price may be used for. For an option or a share it only informs and binds no order.',
  {
    VALUATION: 'To show what is held.',
    ENTRY: 'To buy.',
    TAKE_PROFIT: 'To sell at a target.',
    STOP_LOSS: 'To sell at a stop.',
  },
);

@ObjectType('ConfidencePart', {
  simpleResolvers: true,
  description: 'One of the five parts of a confidence.',
})
export class ConfidencePartType {
  @Given(() => String, 'agreement, freshness, liquidity, history or coverage.') name!: string;
  @Given(() => Float, 'From 0 to 1.') score!: number;
  @Given(() => Float, 'Its exponent in the weighted geometric mean; the five add up to 1.')
  weight!: number;
  @Given(() => String, 'Where the score comes from, in a sentence.') cause!: string;
}

@ObjectType('SourcePrice', {
  simpleResolvers: true,
  description: 'The last answer of one source about a price.',
})
export class SourcePriceType {
  @Given(
    () => String,
    'For a token: JUPITER is its index price, DEXSCREENER its pools, QUOTE what a swap would get, PYTH what exchanges publish, for few tokens. For an option or a share: SIMULATED or TRADIER is the venue, ORATS the data provider.',
  )
  source!: string;
  @Maybe(
    () => DecimalScalar,
    'Dollars for one whole token or one share, also when refused; null when the source gave none.',
  )
  price!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Best bid, dollars per share; null for a token.')
  bid!: Decimal | null;
  @Maybe(() => DecimalScalar, 'Best ask, dollars per share; null for a token.')
  ask!: Decimal | null;
  @Given(() => DateTimeScalar, 'When this source’s own answer came.') receivedAt!: Date;
  @Maybe(
    () => DecimalScalar,
    'Dollars of SOL, USDC and USDT in the pools behind it; null when the source does not say.',
  )
  liquidityUsd!: Decimal | null;
  @Given(() => Boolean, 'It counts in the price.') accepted!: boolean;
  @Maybe(() => String, 'Why it does not count, in a sentence; null when it does.')
  reason!: string | null;
}

@ObjectType('PriceVerdict', {
  simpleResolvers: true,
  description: 'Whether a price may be used for one action.',
})
export class PriceVerdictType {
  @Given(() => PriceActionEnum, 'The action.') action!: PriceAction;
  @Given(() => Boolean, 'The price may be used for it.') allowed!: boolean;
  @Maybe(
    () => String,
    'Why not, or with what reservation, in a sentence; null when it is allowed without one.',
  )
  reason!: string | null;
}

@ObjectType('PriceInfo', {
  simpleResolvers: true,
  description: 'The judged price of a token, an option or a share.',
})
export class PriceInfoType {
  @Given(() => String, 'The token’s mint; the OCC symbol or the ticker.') token!: string;
  @Maybe(
    () => DecimalScalar,
    'Dollars for one whole token or one share; null while no price is believed.',
  )
  price!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars to either side of the price in which its sources lie, or half of a quote’s spread; null without a price.',
  )
  width!: Decimal | null;
  @Given(
    () => Float,
    'How far the price may be trusted, from 0 to 1. Only verdicts decide what the price may be used for.',
  )
  confidence!: number;
  @Given(() => [ConfidencePartType], 'Its five parts, whose weighted geometric mean it is.')
  parts!: readonly ConfidencePartType[];
  @Given(() => [SourcePriceType], 'The last answer of each source, refused prices included.')
  sources!: readonly SourcePriceType[];
  @Given(() => [PriceVerdictType], 'What the price may be used for: one for each action.')
  verdicts!: readonly PriceVerdictType[];
  @Given(
    () => DateTimeScalar,
    'When the oldest source in the price answered; the present time when there is no price.',
  )
  asOf!: Date;
}

/** Fields that identify a token, with or without its price. */
@ObjectType({ simpleResolvers: true })
export abstract class NamedToken {
  @Given(() => String, 'Its mint. Tickers and names can be copied; a mint cannot.') mint!: string;
  @Maybe(() => String, 'Its ticker, in its issuer’s words; null while unknown.')
  ticker!: string | null;
  @Maybe(() => String, 'Its name, in its issuer’s words; null while unknown.')
  name!: string | null;
  @Maybe(() => Int, 'Decimals of its mint; null while unknown.')
  decimals!: number | null;
  @Maybe(() => Boolean, 'Whether Jupiter lists it as verified; null when Jupiter does not say.')
  verified!: boolean | null;
  @Given(
    () => [String],
    'Reasons not to buy it at any price, each in a sentence; some apply only to real money.',
  )
  warnings!: readonly string[];
}

@ObjectType('TokenMatch', {
  simpleResolvers: true,
  description: 'A token whose ticker, name or mint matches the text.',
})
export class TokenMatchType extends NamedToken {}

@ObjectType('WatchedToken', {
  simpleResolvers: true,
  description: 'A token whose price the caller asked for within a day.',
})
export class WatchedTokenType extends NamedToken {
  @Given(() => PriceInfoType, 'Its price now.') info!: PriceInfoType;
}

@ObjectType('RefusedPrice', {
  simpleResolvers: true,
  description:
    'A source that did not count in a token’s price for one reason, in rounds that follow each other.',
})
export class RefusedPriceType {
  @Given(() => String, 'The token’s mint.') mint!: string;
  @Maybe(() => String, 'Its ticker, in its issuer’s words; null while unknown.')
  ticker!: string | null;
  @Given(() => String, 'The source, as in SourcePrice.') source!: string;
  @Maybe(
    () => DecimalScalar,
    'Its last price, dollars for one whole token; null when it gave none.',
  )
  price!: Decimal | null;
  @Given(() => String, 'Why it did not count, in a sentence.') reason!: string;
  @Given(() => DateTimeScalar, 'Start of the first of these rounds, within the last 30.')
  since!: Date;
  @Given(() => DateTimeScalar, 'Start of the last of these rounds.') until!: Date;
  @Given(() => Int, 'How many such rounds.') rounds!: number;
}

@ObjectType('PricePoint', {
  simpleResolvers: true,
  description: 'One minute of a token’s price and its confidence.',
})
export class PricePointType {
  @Given(() => DateTimeScalar, 'The minute’s start.') at!: Date;
  @Maybe(
    () => DecimalScalar,
    'The minute’s last accepted price, dollars for one whole token; null when none was accepted.',
  )
  price!: Decimal | null;
  @Given(() => Float, 'Confidence at the minute’s end, from 0 to 1.') confidence!: number;
  @Given(() => Float, 'Part of the confidence: how well the sources agree, 0 to 1.')
  agreement!: number;
  @Given(() => Float, 'Part of the confidence: how fresh the sources are, 0 to 1.')
  freshness!: number;
  @Given(() => Float, 'Part of the confidence: how deep the pools are, 0 to 1.')
  liquidity!: number;
  @Given(() => Float, 'Part of the confidence: how well it fits the last hour, 0 to 1.')
  history!: number;
  @Given(() => Float, 'Part of the confidence: how many sources answer, 0 to 1.')
  coverage!: number;
}

@ObjectType('TokenPool', {
  simpleResolvers: true,
  description: 'One pool that trades a token, as DexScreener lists it.',
})
export class TokenPoolType {
  @Given(() => String, 'Its address.') address!: string;
  @Given(() => String, 'The exchange of the pool, such as raydium or orca.') dex!: string;
  @Given(() => String, 'Mint of its other side.') against!: string;
  @Maybe(
    () => DecimalScalar,
    'Dollars for one whole token, from what the pool holds, else from DexScreener; null when neither is known.',
  )
  price!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars of SOL, USDC or USDT in it; null when it holds none, or they cannot be calculated.',
  )
  hardUsd!: Decimal | null;
  @Maybe(
    () => DecimalScalar,
    'Dollars of both sides as DexScreener claims; null when it claims none.',
  )
  claimedUsd!: Decimal | null;
  @Given(() => Boolean, 'It counts in the price.') accepted!: boolean;
  @Maybe(() => String, 'Why it does not count, in a sentence; null when it does.')
  reason!: string | null;
}

@ObjectType('TokenPools', {
  simpleResolvers: true,
  description: 'A token’s pools, the deepest first.',
})
export class TokenPoolsType {
  @Given(() => DateTimeScalar, 'When DexScreener’s answer came.') receivedAt!: Date;
  @Given(() => [TokenPoolType], 'Those that count, and those that do not.')
  pools!: readonly TokenPoolType[];
}
