import { readBytes } from './byte-reader.ts';
import type { ReadInstruction } from './evidence.ts';
import { JUPITER_V6 } from './programs.ts';

/** What a transaction tells Jupiter’s program to do. */
export interface Route {
  readonly authority: string;
  readonly source: string;
  readonly destination: string;
  readonly inputMint: string;
  readonly outputMint: string;
  /** Raw units. */
  readonly inAmount: bigint;
  readonly quotedOutAmount: bigint;
  readonly slippageBps: number;
  /** The account to which the output goes instead; null: to `destination`. */
  readonly otherDestination: string | null;
}

/** Positions of accounts, and of the first amount in the data. */
interface Layout {
  readonly amounts: number;
  readonly authority: number;
  readonly source: number;
  readonly destination: number;
  readonly inputMint: number;
  readonly outputMint: number;
  readonly otherDestination: number | null;
}

/**
 * The two forms whose amounts are before the route’s plan, at a fixed place; keyed by the first eight bytes of
 * SHA-256 of `global:route_v2` and `global:shared_accounts_route_v2`. The older forms have them after it, where
 * what the program reads and what the data ends with may differ: those are not read, and so not signed.
 */
const LAYOUTS: Readonly<Record<string, Layout>> = {
  bb64facc31c4af14: {
    ...{ amounts: 8, authority: 0, source: 1, destination: 2 },
    ...{ inputMint: 3, outputMint: 4, otherDestination: 7 },
  },
  d19853937cfed8e9: {
    ...{ amounts: 9, authority: 1, source: 2, destination: 5 },
    ...{ inputMint: 6, outputMint: 7, otherDestination: null },
  },
};

const BPS = 10_000n;

/** The route that an instruction orders; null for every other instruction of Jupiter’s program. */
export function readRoute({ accounts, data }: ReadInstruction): Route | null {
  const layout = LAYOUTS[hexOf(data.subarray(0, 8))];
  if (!layout) return null;
  const read = readBytes(data);
  const { amounts } = layout;
  const [inAmount, quotedOutAmount, slippageBps] = [
    read.u64(amounts),
    read.u64(amounts + 8),
    read.u16(amounts + 16),
  ];
  if (inAmount === null || quotedOutAmount === null || slippageBps === null) return null;
  const at = (position: number) => accounts[position] ?? '';
  const elsewhere = layout.otherDestination === null ? JUPITER_V6 : at(layout.otherDestination);
  return {
    ...{ inAmount, quotedOutAmount, slippageBps },
    ...{ authority: at(layout.authority), source: at(layout.source) },
    ...{ destination: at(layout.destination), inputMint: at(layout.inputMint) },
    outputMint: at(layout.outputMint),
    // Anchor leaves an optional account out by naming the program itself.
    otherDestination: elsewhere === JUPITER_V6 ? null : elsewhere,
  };
}

/** Raw units below which Jupiter’s program fails the swap. */
export function leastOf({ quotedOutAmount, slippageBps }: Route): bigint {
  const bps = BigInt(slippageBps);
  return bps >= BPS ? 0n : (quotedOutAmount * (BPS - bps)) / BPS;
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
