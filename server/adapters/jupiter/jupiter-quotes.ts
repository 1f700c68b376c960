import { dec, type Decimal } from '../../domain/decimal.ts';
import { impactPct, type SaidImpact } from '../../domain/token/price-impact.ts';
import type { z } from 'zod';
import {
  NoRoute,
  type SwapQuote,
  type SwapQuoteAsked,
  type TokenQuotes,
  type TokenUrgency,
} from '../../ports/token-market.ts';
import { HostFailure, type HostFailureKind } from '../wire/host-failure.ts';
import type { HostAnswer, JsonHost } from '../wire/json-host.ts';
import { unreadReason } from '../wire/read-rows.ts';
import { unavailable } from '../wire/told.ts';
import { orderReply, quoteReply, type SwapReply } from './jupiter-schema.ts';

const ORDER = '/swap/v2/order';
const QUOTE = '/swap/v1/quote';

/**
 * When V2 fails like this, V1 is asked. For a token that cannot be traded, V2 answers `Failed to get quotes`
 * (400) or nothing readable (500), as for failures of its own; where V2 is not served, it answers not found.
 */
const ASK_V1: ReadonlySet<HostFailureKind> = new Set(['NOT_FOUND', 'BROKEN', 'REFUSED']);
const NO_ROUTE: ReadonlySet<string | null> = new Set([
  'NO_ROUTES_FOUND',
  'COULD_NOT_FIND_ANY_ROUTE',
  'TOKEN_NOT_TRADABLE',
  'ROUTE_PLAN_DOES_NOT_CONSUME_ALL_THE_AMOUNT',
  'MARKET_NOT_FOUND',
  'CANNOT_COMPUTE_OTHER_AMOUNT_THRESHOLD',
]);
/** Percent points by which the two statements of one impact may differ. */
const SAME_IMPACT = dec('0.001');

/** What a swap would get by Jupiter's routes. Without a taker, the answer holds no transaction. */
export class JupiterQuotes implements TokenQuotes {
  constructor(private readonly host: JsonHost) {}

  async quote(asked: SwapQuoteAsked, urgency: TokenUrgency): Promise<SwapQuote> {
    const { inputMint, outputMint, inAmount, slippageBps } = asked;
    const query = {
      ...{ inputMint, outputMint, amount: String(inAmount), slippageBps: String(slippageBps) },
      swapMode: 'ExactIn',
    };
    try {
      return await this.#order(asked, query, urgency);
    } catch (error) {
      if (error instanceof HostFailure && error.code && NO_ROUTE.has(error.code)) {
        throw new NoRoute(error.message);
      }
      return unavailable(error);
    }
  }

  async #order(
    asked: SwapQuoteAsked,
    query: Readonly<Record<string, string>>,
    urgency: TokenUrgency,
  ): Promise<SwapQuote> {
    try {
      // Market makers of this router would have to sign as well.
      const answer = await this.host.get(ORDER, { ...query, excludeRouters: 'jupiterz' }, urgency);
      return ofOrder(asked, answer);
    } catch (error) {
      if (!(error instanceof HostFailure) || !ASK_V1.has(error.kind)) throw error;
      return ofQuote(asked, await this.host.get(QUOTE, query, urgency));
    }
  }
}

function ofOrder(asked: SwapQuoteAsked, { json, receivedAt }: HostAnswer): SwapQuote {
  const reply = shaped(orderReply, json);
  const { priceImpact, priceImpactPct: ratio, feeBps, platformFee } = reply;
  const impact = impactOf({ priceImpact, priceImpactPct: ratio ?? null });
  const fee = platformFee?.feeBps ?? feeBps ?? 0;
  return { ...agreed(asked, reply, receivedAt, fee), impactPct: impact };
}

function ofQuote(asked: SwapQuoteAsked, { json, receivedAt }: HostAnswer): SwapQuote {
  const reply = shaped(quoteReply, json);
  const fee = reply.platformFee?.feeBps ?? 0;
  const impact = impactOf({ priceImpact: null, priceImpactPct: reply.priceImpactPct });
  return { ...agreed(asked, reply, receivedAt, fee), impactPct: impact };
}

/** @throws {HostFailure} UNREADABLE when the quote states two different impacts. */
function impactOf(said: SaidImpact): Decimal {
  const impact = impactPct(said, SAME_IMPACT);
  if (impact) return impact;
  throw new HostFailure('UNREADABLE', 'Jupiter: a quote states two different impacts of its size');
}

/** @throws {HostFailure} UNREADABLE when the answer is about another swap than was asked for. */
function agreed(
  asked: SwapQuoteAsked,
  reply: SwapReply,
  receivedAt: Date,
  platformFeeBps: number,
): Omit<SwapQuote, 'impactPct'> {
  const { outAmount, otherAmountThreshold: leastOutAmount } = reply;
  const isThis =
    reply.inputMint === asked.inputMint &&
    reply.outputMint === asked.outputMint &&
    reply.inAmount === asked.inAmount &&
    reply.slippageBps <= asked.slippageBps;
  if (!isThis) throw new HostFailure('UNREADABLE', 'Jupiter: a quote is about another swap');
  if (leastOutAmount > outAmount) {
    throw new HostFailure('UNREADABLE', 'Jupiter: a quote’s least is more than it gives');
  }
  if (outAmount === 0n) throw new NoRoute('Jupiter: nothing would come out of a swap this small');
  const route = reply.routePlan.map(({ swapInfo }) => swapInfo.label ?? 'unnamed');
  return { ...asked, outAmount, leastOutAmount, platformFeeBps, route, receivedAt };
}

function shaped<Shape extends z.ZodType>(shape: Shape, json: unknown): z.output<Shape> {
  const read = shape.safeParse(json);
  if (read.success) return read.data;
  throw new HostFailure('UNREADABLE', `Jupiter: a quote ${unreadReason(read.error)}`);
}
