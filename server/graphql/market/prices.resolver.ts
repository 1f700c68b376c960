import 'reflect-metadata';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Clock } from '../../ports/clock.ts';
import { listedOf } from '../../domain/instrument/listed-symbol.ts';
import type { TradingMode } from '../../domain/mode.ts';
import type { PriceReader } from '../../ports/price-reader.ts';
import { MOST_JUDGED, type QuoteJudge } from '../../ports/quote-judge.ts';
import { MarketModeArg } from '../enums/mode-argument.ts';
import {
  judgedQuoteView,
  priceInfoView,
  pricePointView,
  refusedPriceView,
  tokenMatchView,
  tokenPoolsView,
  watchedTokenView,
} from '../prices/price-info-view.ts';
import {
  PriceInfoType,
  PricePointType,
  RefusedPriceType,
  TokenMatchType,
  TokenPoolsType,
  WatchedTokenType,
} from '../prices/price-info.types.ts';
import { actorOf, type RequestContext } from '../request/context.ts';
import { DateTimeScalar } from '../scalars/date-scalars.ts';

const TOKEN = 'The token’s mint, in base58 and its own case.';

@Resolver()
export class PricesResolver {
  constructor(
    private readonly prices: PriceReader,
    private readonly quotes: QuoteJudge,
    private readonly clock: Clock,
  ) {}

  @Query(() => PriceInfoType, {
    description:
      'A token’s price, or an option’s or share’s as in judgedQuotes. The first query for a token starts watching it and waits for its sources, five seconds at most; a token without queries is dropped after a day. A user watches 100 tokens at most.',
  })
  async priceInfo(
    @Arg('token', () => String, {
      description:
        'A token’s mint, in base58 and its own case; an OCC symbol; a ticker in capitals.',
    })
    token: string,
    @MarketModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<PriceInfoType> {
    const actor = actorOf(context);
    if (!listedOf(token)) return priceInfoView(await this.prices.priceInfo(actor, token));
    const judged = await this.quotes.judge(actor, [token], mode, 'token');
    return judged.map(judgedQuoteView)[0]!;
  }

  @Query(() => [PriceInfoType], {
    description:
      'Quotes of options and shares, judged by sources side by side: the caller’s venue, and ORATS when the caller has a token for it. They only inform and bind no order. ORATS is asked ten times in ten minutes at most; its answers are reused for 15 seconds.',
  })
  async judgedQuotes(
    @Arg('symbols', () => [String], {
      description: `OCC symbols, or tickers in capitals, at most ${MOST_JUDGED}.`,
    })
    symbols: string[],
    @MarketModeArg() mode: TradingMode,
    @Ctx() context: RequestContext,
  ): Promise<readonly PriceInfoType[]> {
    const judged = await this.quotes.judge(actorOf(context), symbols, mode, 'symbols');
    return judged.map(judgedQuoteView);
  }

  @Query(() => [WatchedTokenType], {
    description:
      'The tokens that the caller watches, with their prices; no source is asked for this.',
  })
  async watchedTokens(@Ctx() context: RequestContext): Promise<readonly WatchedTokenType[]> {
    const tokens = await this.prices.watchedTokens(actorOf(context));
    return tokens.map(watchedTokenView);
  }

  @Query(() => [TokenMatchType], {
    description:
      'Tokens that match the text, best first, look-alikes included: only the full mint address identifies a token. The search watches nothing.',
  })
  async searchTokens(
    @Arg('text', () => String, { description: 'A ticker, a part of a name, or a mint.' })
    text: string,
    @Ctx() context: RequestContext,
  ): Promise<readonly TokenMatchType[]> {
    const found = await this.prices.searchTokens(actorOf(context), text);
    return found.map(tokenMatchView);
  }

  @Query(() => [RefusedPriceType], {
    description:
      'Which sources did not count in the last 30 rounds of the tokens that the caller watches, and why; the newest first, 50 at most. No source is asked for this.',
  })
  async refusedPrices(@Ctx() context: RequestContext): Promise<readonly RefusedPriceType[]> {
    const refused = await this.prices.refusedPrices(actorOf(context));
    return refused.map(refusedPriceView);
  }

  @Query(() => TokenPoolsType, {
    description:
      'The pools of a token that the caller watches: which count in its price, and why the others do not.',
  })
  async tokenPools(
    @Arg('token', () => String, { description: TOKEN }) token: string,
    @Ctx() context: RequestContext,
  ): Promise<TokenPoolsType> {
    return tokenPoolsView(await this.prices.tokenPools(actorOf(context), token));
  }

  @Query(() => [PricePointType], {
    description:
      'A token’s price and confidence over time, oldest first: at most 300 minutes, evenly spread over the range.',
  })
  async priceHistory(
    @Arg('token', () => String, { description: TOKEN }) token: string,
    @Arg('from', () => DateTimeScalar, { description: 'First minute, inclusive.' }) from: Date,
    @Arg('to', () => DateTimeScalar, {
      nullable: true,
      description: 'Last minute, exclusive; at most 14 days after from. Left out: now.',
    })
    to: Date | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<readonly PricePointType[]> {
    const span = { from, to: to ?? this.clock.now() };
    const minutes = await this.prices.priceHistory(actorOf(context), token, span);
    return minutes.map(pricePointView);
  }
}
