import type { z } from 'zod';
import { impactPct } from '../../domain/token/price-impact.ts';
import { dec } from '../../domain/decimal.ts';
import {
  NoOrder,
  type ExecuteAnswer,
  type SignedSwap,
  type SwapOffer,
  type SwapOrderAsked,
  type SwapOrders,
} from '../../ports/swap-orders.ts';
import { NoRoute, type TokenUrgency } from '../../ports/token-market.ts';
import { HostFailure } from '../wire/host-failure.ts';
import type { HostAnswer, JsonHost } from '../wire/json-host.ts';
import { postJson } from '../wire/json-post.ts';
import type { MinuteCount } from '../wire/minute-count.ts';
import { unreadReason } from '../wire/read-rows.ts';
import { unavailable } from '../wire/told.ts';
import { executeReply, offerReply } from './jupiter-schema.ts';
import { parseJson } from '../wire/parse-json.ts';

const ORDER = '/swap/v2/order';
const EXECUTE = '/swap/v2/execute';
const EXECUTE_MS = 30_000;
/** A router whose market makers would have to sign as well. */
const MAKERS = 'jupiterz';
/** Routers with programs that we do not list, or with makers that sign: we ask again without them. */
const NOT_OURS: ReadonlySet<string | null> = new Set([MAKERS, 'dflow', 'okx']);
/** Percent points by which the two statements of one impact may differ. */
const SAME_IMPACT = dec('0.001');

interface Access {
  readonly host: JsonHost;
  readonly sent: Pick<MinuteCount, 'count'>;
  readonly baseUrl: string;
  /** Null: Jupiter also serves requests without a key. */
  readonly apiKey: string | null;
  readonly timeoutMs?: number;
}

/** Orders and sends swaps for a wallet, with one key at Jupiter. Code that holds this can spend real money. */
export class JupiterSwaps implements SwapOrders {
  readonly #access: Access;

  constructor(access: Access) {
    this.#access = access;
  }

  async order(asked: SwapOrderAsked, urgency: TokenUrgency): Promise<SwapOffer> {
    try {
      const first = offerOf(await this.#ask(asked, MAKERS, urgency));
      if (!NOT_OURS.has(first.router)) return usable(first);
      return usable(offerOf(await this.#ask(asked, [...NOT_OURS].join(','), urgency)));
    } catch (error) {
      return unavailable(error);
    }
  }

  async execute({ bytes, requestId, lastValidBlockHeight }: SignedSwap): Promise<ExecuteAnswer> {
    const { baseUrl, apiKey, sent, timeoutMs = EXECUTE_MS } = this.#access;
    sent.count();
    const lastValid = lastValidBlockHeight.toString();
    try {
      const { status, text } = await postJson({
        ...{ url: `${baseUrl}${EXECUTE}`, timeoutMs },
        headers: apiKey === null ? {} : { 'x-api-key': apiKey },
        body: { signedTransaction: bytes.open(), requestId, lastValidBlockHeight: lastValid },
      });
      return answerOf(status, text);
    } catch (error) {
      if (!(error instanceof HostFailure)) throw error;
      return { said: 'UNKNOWN', code: null, reason: `Jupiter: ${error.message}` };
    }
  }

  #ask(asked: SwapOrderAsked, excludeRouters: string, urgency: TokenUrgency): Promise<HostAnswer> {
    const { inputMint, outputMint, inAmount, slippageBps, taker } = asked;
    const query = {
      ...{ inputMint, outputMint, amount: String(inAmount), slippageBps: String(slippageBps) },
      ...{ swapMode: 'ExactIn', excludeRouters, taker },
    };
    return this.#access.host.getAlone(ORDER, query, urgency);
  }
}

type Read = z.output<typeof offerReply> & { readonly receivedAt: Date };

function offerOf({ json, receivedAt }: HostAnswer): Read & { readonly router: string | null } {
  const read = offerReply.safeParse(json);
  if (!read.success) {
    throw new HostFailure('UNREADABLE', `Jupiter: an order ${unreadReason(read.error)}`);
  }
  return { ...read.data, router: read.data.router ?? null, receivedAt };
}

/** @throws {NoRoute} @throws {NoOrder} */
function usable(read: ReturnType<typeof offerOf>): SwapOffer {
  const { priceImpact = null, priceImpactPct = null, platformFee, feeBps } = read;
  if (read.outAmount === 0n)
    throw new NoRoute('Jupiter: nothing would come out of a swap this small');
  if (!read.transaction) throw new NoOrder(`Jupiter: no transaction can be built: ${whyNot(read)}`);
  return {
    ...{ requestId: read.requestId, transaction: read.transaction, router: read.router },
    ...{ inputMint: read.inputMint, outputMint: read.outputMint, inAmount: read.inAmount },
    ...{ outAmount: read.outAmount, leastOutAmount: read.otherAmountThreshold },
    ...{ slippageBps: read.slippageBps, swapMode: read.swapMode ?? null },
    ...{ taker: read.taker ?? null, feePayer: read.signatureFeePayer ?? null },
    ...{ gasless: read.gasless ?? null, lastValidBlockHeight: read.lastValidBlockHeight ?? null },
    impactPct: impactPct({ priceImpact, priceImpactPct }, SAME_IMPACT),
    platformFeeBps: platformFee?.feeBps ?? feeBps ?? 0,
    route: read.routePlan.map(({ swapInfo }) => swapInfo.label ?? 'unnamed'),
    receivedAt: read.receivedAt,
  };
}

function whyNot({ errorMessage, error, errorCode }: Read): string {
  return errorMessage ?? error ?? `code ${errorCode ?? 'unknown'}`;
}

/**
 * Code 0 means landed; positive codes are a program’s failure. Negative codes are Jupiter’s own: many of them
 * leave open whether the swap landed, so all of them are UNKNOWN here.
 */
function answerOf(status: number, text: string): ExecuteAnswer {
  const read = executeReply.safeParse(parseJson(text));
  const { code = null, signature = null, error } = read.data ?? {};
  const reason = `Jupiter: ${error ?? `${status} without a reason`}`;
  if (status !== 200 || code === null || code < 0) return { said: 'UNKNOWN', code, reason };
  return code === 0 ? { said: 'SAID_LANDED', signature } : { said: 'SAID_FAILED', code, reason };
}
