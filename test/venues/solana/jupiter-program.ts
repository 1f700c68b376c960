import type {
  CompiledTransactionMessage,
  CompiledTransactionMessageWithLifetime,
} from '@solana/kit';
import { JUPITER } from './accounts.ts';

export type V0Message = Extract<CompiledTransactionMessage, { version: 'legacy' | 0 }> &
  CompiledTransactionMessageWithLifetime;
export type CompiledInstruction = V0Message['instructions'][number];

/** A call of Jupiter’s program in addition to the swap; accounts are indexes into the program's own list. */
export interface HiddenCall {
  readonly program: number;
  readonly accounts: readonly number[];
  /** The call's data, in hex. */
  readonly data: string;
}

/** What a route pays in the end for a quoted amount, both in raw units. */
export type Payout = (quoted: bigint) => bigint;

/** The two forms of the route’s data: where its amounts begin, and its accounts' places; the plan is empty. */
const FORMS: Readonly<
  Record<string, { readonly amounts: number; readonly accounts: readonly number[] }>
> = {
  // authority, source, destination, both mints, both token programs, both pools
  bb64facc31c4af14: { amounts: 8, accounts: [0, 1, 2, 3, 4, 5, 6, 10, 11] },
  d19853937cfed8e9: { amounts: 9, accounts: [1, 2, 5, 6, 7, 8, 9, 12, 13] },
};
const AFTER_AMOUNTS = 8 + 8 + 2 + 2 + 2 + 4;

export interface Expanded {
  readonly message: V0Message;
  /** For each instruction that runs, the index of the instruction that it belongs to. */
  readonly origin: readonly number[];
  /** Whether the program itself fails the swap, because it paid less than the least. */
  readonly slips: boolean;
}

/**
 * litesvm has no Jupiter, so this replaces its instruction by what it would call: transfers of the real token
 * program, with the wallet as the delegate of the pools.
 */
export function expand(
  message: V0Message,
  decimalsOf: (account: number) => number,
  payout: Payout,
): Expanded {
  const origin: number[] = [];
  let slips = false;
  const instructions = message.instructions.flatMap((instruction, at) => {
    const isRoute = message.staticAccounts[instruction.programAddressIndex] === JUPITER;
    const made = isRoute ? swapOf(instruction, decimalsOf, payout) : null;
    slips ||= made?.slips ?? false;
    const calls = made ? made.calls : [instruction];
    origin.push(...calls.map(() => at));
    return calls;
  });
  return { message: { ...message, instructions }, origin, slips };
}

function swapOf(
  { accountIndices = [], data }: CompiledInstruction,
  decimalsOf: (account: number) => number,
  payout: Payout,
): { calls: CompiledInstruction[]; slips: boolean } {
  const bytes = Buffer.from(data ?? []);
  const form = FORMS[bytes.subarray(0, 8).toString('hex')];
  if (!form || bytes.length < form.amounts + AFTER_AMOUNTS) return { calls: [], slips: false };
  const at = (place: number) => accountIndices[form.accounts[place]!]!;
  const [authority, source, destination] = [at(0), at(1), at(2)];
  const amounts = form.amounts;
  const [inAmount, quoted] = [bytes.readBigUInt64LE(amounts), bytes.readBigUInt64LE(amounts + 8)];
  const least = (quoted * BigInt(10_000 - bytes.readUInt16LE(amounts + 16))) / 10_000n;
  const out = payout(quoted);
  const slips = out < least;
  const move = (program: number, mint: number, from: number, to: number, amount: bigint) => ({
    programAddressIndex: program,
    accountIndices: [from, mint, to, authority],
    data: transferChecked(amount, decimalsOf(mint)),
  });
  const hidden = bytes.subarray(amounts + AFTER_AMOUNTS).toString('utf8');
  return {
    slips,
    calls: [
      // A swap that slips must fail as a whole: a transfer of more than the wallet has makes it fail.
      move(at(5), at(3), source, at(7), slips ? 2n ** 64n - 1n : inAmount),
      move(at(6), at(4), at(8), destination, out),
      ...(hidden ? (JSON.parse(hidden) as HiddenCall[]) : []).map((call) => ({
        programAddressIndex: accountIndices[call.program]!,
        accountIndices: call.accounts.map((place) => accountIndices[place]!),
        data: Buffer.from(call.data, 'hex'),
      })),
    ],
  };
}

function transferChecked(amount: bigint, decimals: number): Buffer {
  const data = Buffer.alloc(10);
  data[0] = 12;
  data.writeBigUInt64LE(amount, 1);
  data[9] = decimals;
  return data;
}

export interface RouteMade {
  readonly form?: 'route_v2' | 'shared_accounts_route_v2';
  readonly inAmount: bigint;
  readonly quotedOutAmount: bigint;
  readonly slippageBps: number;
  readonly hidden?: readonly HiddenCall[];
}

/** The data of Jupiter’s instruction, with an empty plan. */
export function routeData(made: RouteMade): Buffer {
  const shared = made.form === 'shared_accounts_route_v2';
  const numbers = Buffer.alloc(AFTER_AMOUNTS);
  numbers.writeBigUInt64LE(made.inAmount, 0);
  numbers.writeBigUInt64LE(made.quotedOutAmount, 8);
  numbers.writeUInt16LE(made.slippageBps, 16);
  return Buffer.concat([
    Buffer.from(shared ? 'd19853937cfed8e9' : 'bb64facc31c4af14', 'hex'),
    ...(shared ? [Uint8Array.of(3)] : []),
    numbers,
    Buffer.from(made.hidden ? JSON.stringify(made.hidden) : '', 'utf8'),
  ]);
}
