import 'reflect-metadata';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { TradingMode } from '../../domain/mode.ts';
import type { HoldingReport } from '../../domain/wallet/holding-report.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Books } from '../books/books.ts';
import { ModeArg } from '../enums/mode-argument.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';
import { tradeView } from '../trade/trade-view.ts';
import { TradeType } from '../trade/trade.types.ts';
import { AdoptHoldingInput } from './adopt-holding.input.ts';
import { AdoptionPreviewType, WalletHoldingsType, type HoldingType } from './holdings.types.ts';

const SOURCE = 'solana-rpc';

@Resolver(() => TradeType)
export class HoldingsResolver {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
  ) {}

  @Query(() => WalletHoldingsType, {
    nullable: true,
    description:
      'The caller’s wallet as last read, at the start and every five minutes, and which part of it is booked; null in PAPER.',
  })
  async holdings(
    @ModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<WalletHoldingsType | null> {
    const report = await this.books.of(mode).account.holdings(actorOf(context));
    if (!report) return null;
    const { slot, asOf, holdings } = report;
    const ageMs = asOf && this.clock.now().getTime() - asOf.getTime();
    return {
      ...{ ...report, source: SOURCE, slot: slot === null ? null : String(slot) },
      ageSeconds: ageMs === null ? null : Math.max(0, Math.floor(ageMs / 1000)),
      holdings: holdings.map(holdingView),
    };
  }

  @Query(() => AdoptionPreviewType, {
    description:
      'What adopting a holding would book, after a fresh reading of the wallet, and the token that confirms it.',
  })
  async previewAdoption(
    @Arg('input', () => AdoptHoldingInput, { description: 'What would be adopted.' })
    input: AdoptHoldingInput,
    @Ctx() context: RequestContext,
  ): Promise<AdoptionPreviewType> {
    const book = this.books.of(input.mode);
    const preview = await book.care.previewAdoption(actorOf(context), input);
    return { ...preview, slot: String(preview.slot) };
  }

  @Mutation(() => TradeType, {
    description:
      'Books tokens in the wallet that no trade holds as an OPEN trade; deposits grow by their cost. Nothing is sent. It needs REAL_TRADING=on and a confirmation, but no arming; it is logged.',
  })
  async adoptHolding(
    @Arg('input', () => AdoptHoldingInput, { description: 'What is adopted.' })
    input: AdoptHoldingInput,
    @Ctx() context: RequestContext,
  ): Promise<TradeType> {
    const book = this.books.of(input.mode);
    const trade = await book.care.adoptHolding(actorOf(context), input);
    return tradeView(trade, this.clock.now());
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it was adopted from the wallet: it has no entry order, and its entry price comes from the cost that a person stated. Null for every other trade.',
  })
  adoptedAt(@Root() { held }: TradeType): Date | null {
    return held.adoptedAt;
  }
}

function holdingView({ raw, slot, ...holding }: HoldingReport): HoldingType {
  return { ...holding, rawAmount: raw.toString(), slot: slot === null ? null : String(slot) };
}
