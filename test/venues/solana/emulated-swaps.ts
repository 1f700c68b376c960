import { getTransactionDecoder } from '@solana/kit';
import { SPL_TOKEN } from '../../../server/domain/swap/inspection/programs.ts';
import type { Answer, Arrived } from '../wire-server.ts';
import { MAKER } from './accounts.ts';
import type { EmulatedChain, LandedTx } from './emulated-chain.ts';
import type { RouteMade } from './jupiter-program.ts';
import {
  compileOrder,
  honestOrder,
  type OrderParts,
  type OrderedSwap,
} from './order-transaction.ts';

/** A quote in Jupiter's own format. */
type Quoted = Record<string, unknown>;

/** How the next execution goes, and what Jupiter says of it, which need not agree. */
export interface ExecuteFault {
  /** Whether the transaction reaches a block. */
  readonly lands: boolean;
  /** The code that Jupiter answers. */
  readonly code: number;
}

/** Jupiter’s orders for wallets and their execution, on an emulated chain. */
export class EmulatedSwaps {
  form: NonNullable<RouteMade['form']> = 'route_v2';
  withTable = true;
  /** Micro-lamports for a compute unit. */
  unitPrice = 50_000n;
  /** The token programs, by mint, of mints that are not of SPL Token. */
  readonly programs = new Map<string, string>();
  /** Changes each order before it is returned. */
  tamper: ((order: OrderParts, swap: OrderedSwap) => void) | null = null;
  readonly faults: ExecuteFault[] = [];
  /** Every signed transaction that arrived, in base64. */
  readonly executed: string[] = [];
  readonly #orders = new Map<string, Uint8Array>();

  constructor(readonly chain: EmulatedChain) {}

  /** A quote's answer together with its transaction. */
  order(quoted: Quoted, { taker = '', ...query }: Arrived['query']): Quoted {
    const { inputMint = '', outputMint = '' } = query;
    const swap: OrderedSwap = {
      ...{ taker, inputMint, outputMint, form: this.form, withTable: this.withTable },
      ...{ inputProgram: this.#programOf(inputMint), outputProgram: this.#programOf(outputMint) },
      ...{ inAmount: BigInt(String(quoted['inAmount'])), unitPrice: this.unitPrice },
      quotedOutAmount: BigInt(String(quoted['outAmount'])),
      ...{ slippageBps: Number(quoted['slippageBps']), blockhash: this.chain.blockhash },
    };
    this.#fill(swap);
    const requestId = `order-${this.#orders.size + 1}`;
    const order = honestOrder(swap, {
      ...quoted,
      ...{ taker, requestId, gasless: false, signatureFeePayer: taker, rentFeePayer: taker },
      lastValidBlockHeight: String(this.chain.lastValidOf(swap.blockhash)),
    });
    this.tamper?.(order, swap);
    if (order.table) this.chain.table(order.table.address, order.table.addresses);
    // A transaction that a test replaced cannot be executed.
    const instead = order.json['transaction'] as string | null | undefined;
    const transaction = instead ?? compileOrder(order);
    if (instead == null) this.#orders.set(requestId, messageOf(Buffer.from(transaction, 'base64')));
    return { ...order.json, transaction };
  }

  execute(body: string): Answer {
    const { signedTransaction = '', requestId = '' } = JSON.parse(body) as Record<string, string>;
    this.executed.push(signedTransaction);
    const issued = this.#orders.get(requestId);
    if (!issued) return failed(-1, 'Order not found, it might have expired', null, 400);
    const wire = Buffer.from(signedTransaction, 'base64');
    if (!Buffer.from(messageOf(wire)).equals(issued)) return failed(-3, 'Message altered');
    return this.#land(wire);
  }

  #land(wire: Uint8Array): Answer {
    const fault = this.faults.shift();
    const result = fault?.lands === false ? 'TimedOut' : this.chain.land(wire);
    const landed = typeof result === 'object' && 'signature' in result ? result : null;
    if (fault) return fault.code === 0 ? succeeded(landed) : failed(fault.code, 'Said so', landed);
    if (landed) {
      return landed.error === null ? succeeded(landed) : failed(customIn(landed), 'Failed', landed);
    }
    return failed(result === 'BlockhashNotFound' ? -1005 : -1000, JSON.stringify(result));
  }

  #programOf(mint: string): string {
    return this.programs.get(mint) ?? SPL_TOKEN;
  }

  /** Fills the pools and makes the wallet their delegate, so that the wallet is the only signer. */
  #fill({ taker, ...swap }: OrderedSwap): void {
    const pools = [
      [swap.inputMint, swap.inputProgram],
      [swap.outputMint, swap.outputProgram],
    ] as const;
    for (const [mint, program] of pools) {
      this.chain.give({ mint, owner: MAKER, amount: 10n ** 15n, delegate: taker }, program);
    }
  }
}

function messageOf(wire: Uint8Array): Uint8Array {
  return Uint8Array.from(getTransactionDecoder().decode(wire).messageBytes);
}

function succeeded(tx: LandedTx | null): Answer {
  return {
    json: { status: 'Success', code: 0, signature: tx?.signature, slot: '1', swapEvents: [] },
  };
}

function failed(code: number, error: string, tx: LandedTx | null = null, status = 200): Answer {
  return { status, json: { status: 'Failed', code, error, signature: tx?.signature, slot: '0' } };
}

function customIn({ error }: LandedTx): number {
  const [, inner] = error !== null && typeof error === 'object' ? error.InstructionError : [];
  return (inner as { Custom?: number } | undefined)?.Custom ?? -1000;
}
