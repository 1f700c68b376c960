import { readBytes } from './byte-reader.ts';
import type { ReadInstruction } from './evidence.ts';
import { readRoute, type Route } from './jupiter-route.ts';
import {
  ASSOCIATED_TOKEN,
  COMPUTE_BUDGET,
  JUPITER_V6,
  SPL_TOKEN,
  SYSTEM_PROGRAM,
  TOKEN_2022,
} from './programs.ts';

/** What an instruction does, as far as it matters to a wallet. */
export type NamedInstruction =
  | { readonly does: 'LIMIT_UNITS'; readonly units: bigint }
  | { readonly does: 'PRICE_UNITS'; readonly microLamports: bigint }
  | { readonly does: 'SET_BUDGET' }
  | {
      readonly does: 'PAY_SOL';
      readonly from: string;
      readonly to: string;
      lamports: bigint | null;
    }
  | { readonly does: 'CREATE_ACCOUNT' }
  | { readonly does: 'USE_NONCE' }
  | { readonly does: 'OPEN_TOKEN_ACCOUNT'; readonly opened: OpenedAccount }
  | { readonly does: 'SYNC_WRAPPED'; readonly account: string }
  | { readonly does: 'CLOSE'; readonly account: string; readonly to: string; readonly by: string }
  | { readonly does: 'MOVE_TOKENS' }
  | { readonly does: 'APPROVE' }
  | { readonly does: 'CHANGE_AUTHORITY' }
  | { readonly does: 'SWAP'; readonly route: Route }
  | { readonly does: 'OTHER'; readonly program: string; readonly code: number | null };

export interface OpenedAccount {
  readonly payer: string;
  readonly owner: string;
  readonly mint: string;
}

type Does = NamedInstruction['does'];

const SYSTEM: Readonly<Record<number, Does>> = {
  ...{ 0: 'CREATE_ACCOUNT', 3: 'CREATE_ACCOUNT', 13: 'CREATE_ACCOUNT' },
  ...{ 2: 'PAY_SOL', 11: 'PAY_SOL' },
  ...{ 4: 'USE_NONCE', 5: 'USE_NONCE', 6: 'USE_NONCE', 7: 'USE_NONCE', 12: 'USE_NONCE' },
  ...{ 1: 'CHANGE_AUTHORITY', 8: 'CHANGE_AUTHORITY', 9: 'CHANGE_AUTHORITY' },
  10: 'CHANGE_AUTHORITY',
};

/** Burning counts as moving. Instruction 26 of Token-2022 is a transfer with a fee. */
const TOKEN: Readonly<Record<number, Does>> = {
  ...{
    3: 'MOVE_TOKENS',
    12: 'MOVE_TOKENS',
    8: 'MOVE_TOKENS',
    15: 'MOVE_TOKENS',
    26: 'MOVE_TOKENS',
  },
  ...{ 4: 'APPROVE', 13: 'APPROVE', 6: 'CHANGE_AUTHORITY', 9: 'CLOSE', 17: 'SYNC_WRAPPED' },
};

/** Names an instruction. One that is not surely any other kind is OTHER, which no rule allows. */
export function nameInstruction(instruction: ReadInstruction): NamedInstruction {
  const { program } = instruction;
  if (program === COMPUTE_BUDGET) return nameBudget(instruction);
  if (program === SYSTEM_PROGRAM) return nameSystem(instruction);
  if (program === ASSOCIATED_TOKEN) return nameOpening(instruction);
  if (program === SPL_TOKEN || program === TOKEN_2022) return nameToken(instruction);
  const route = program === JUPITER_V6 ? readRoute(instruction) : null;
  return route ? { does: 'SWAP', route } : other(instruction);
}

function nameBudget(instruction: ReadInstruction): NamedInstruction {
  const read = readBytes(instruction.data);
  const [code, { length }] = [read.u8(0), instruction.data];
  if (code === 2 && length === 5) return { does: 'LIMIT_UNITS', units: BigInt(read.u32(1)!) };
  if (code === 3 && length === 9) return { does: 'PRICE_UNITS', microLamports: read.u64(1)! };
  return (code === 1 || code === 4) && length === 5 ? { does: 'SET_BUDGET' } : other(instruction);
}

function nameSystem(instruction: ReadInstruction): NamedInstruction {
  const { accounts, data } = instruction;
  const read = readBytes(data);
  const code = read.u32(0);
  const does = code === null ? undefined : SYSTEM[code];
  if (does === 'PAY_SOL') {
    const [from, to] = [accounts[0], accounts[code === 2 ? 1 : 2]];
    if (from === undefined || to === undefined) return other(instruction);
    return { does, from, to, lamports: code === 2 && data.length === 12 ? read.u64(4) : null };
  }
  if (does === 'CREATE_ACCOUNT' || does === 'USE_NONCE' || does === 'CHANGE_AUTHORITY')
    return { does };
  return other(instruction);
}

/** Reads the associated token program: 0, or no data, creates an account; 1 creates one where there is none. */
function nameOpening(instruction: ReadInstruction): NamedInstruction {
  const { accounts, data } = instruction;
  const [payer, , owner, mint] = accounts;
  const opens = data.length === 0 || (data.length === 1 && data[0]! <= 1);
  if (!opens || payer === undefined || owner === undefined || mint === undefined)
    return other(instruction);
  return { does: 'OPEN_TOKEN_ACCOUNT', opened: { payer, owner, mint } };
}

function nameToken(instruction: ReadInstruction): NamedInstruction {
  const { accounts, data } = instruction;
  const [first, second, third] = accounts;
  const does = TOKEN[data[0] ?? -1];
  if (does === 'MOVE_TOKENS' || does === 'APPROVE' || does === 'CHANGE_AUTHORITY') return { does };
  if (data.length !== 1 || first === undefined) return other(instruction);
  if (does === 'SYNC_WRAPPED') return { does, account: first };
  if (does !== 'CLOSE' || second === undefined || third === undefined) return other(instruction);
  return { does, account: first, to: second, by: third };
}

function other({ program, data }: ReadInstruction): NamedInstruction {
  return { does: 'OTHER', program, code: data[0] ?? null };
}
