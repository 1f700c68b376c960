import { BrokerBusy, BrokerUnreachable, type SignedOrder } from '../../ports/broker.ts';
import { ChainUnknown } from '../../ports/solana-chain.ts';
import type { InspectedSwap } from '../../ports/swap-inspection.ts';
import type { SignedSwap } from '../../ports/swap-orders.ts';
import type { SwapParts } from './swap-parts.ts';

/** How many blocks a blockhash is valid for: Solana's rule. */
const BLOCKS_OF_A_BLOCKHASH = 150n;
/** Jupiter answers once it has seen the swap land; our own RPC is a few blocks behind at times. */
const LOOKS = { most: 12, everyMs: 500 } as const;

/** Signs an inspected swap. @throws {BrokerBusy} nothing is signed. */
export async function signSwap(parts: SwapParts, inspected: InspectedSwap): Promise<SignedOrder> {
  const { chain, signer, isStopping } = parts;
  let height: bigint;
  try {
    height = await chain.blockHeight('confirmed', 'EXIT');
  } catch (error) {
    if (error instanceof ChainUnknown) throw new BrokerBusy(error.message);
    throw error;
  }
  // A signature made now would stay valid after the desk has stopped.
  if (isStopping()) throw new BrokerBusy('the desk stops, and signs nothing any more');
  const signed = await signer.sign(inspected);
  const own = height + BLOCKS_OF_A_BLOCKHASH;
  const last = own > signed.lastValidBlockHeight ? own : signed.lastValidBlockHeight;
  return {
    venueOrderId: signed.signature,
    lastValidHeight: Number(last),
    send: () => sendSigned(parts, signed),
  };
}

/** Sends once. Fails only when Jupiter's answer is unknown: any outcome that it states, the chain must confirm. */
async function sendSigned(parts: SwapParts, signed: SignedSwap): Promise<void> {
  const answer = await parts.orders.execute(signed, parts.username);
  if (answer.said === 'UNKNOWN') throw new BrokerUnreachable(answer.reason);
  await untilConfirmed(parts, signed.signature);
}

async function untilConfirmed({ chain, pause }: SwapParts, signature: string): Promise<void> {
  for (let look = 0; look < LOOKS.most; look += 1) {
    try {
      const { statuses } = await chain.signatureStatuses([signature], 'EXIT');
      if (statuses[0] && statuses[0].commitment !== 'processed') return;
    } catch (error) {
      if (!(error instanceof ChainUnknown)) throw error;
    }
    await pause(LOOKS.everyMs);
  }
}
