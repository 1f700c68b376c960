import {
  AccountRole,
  address,
  appendTransactionMessageInstructions,
  blockhash as asBlockhash,
  compileTransaction,
  compressTransactionMessageUsingAddressLookupTables,
  createTransactionMessage,
  getBase64EncodedWireTransaction,
  pipe,
  setTransactionMessageFeePayer,
  setTransactionMessageLifetimeUsingBlockhash,
  type Instruction,
} from '@solana/kit';
import {
  ASSOCIATED_TOKEN,
  COMPUTE_BUDGET,
  SPL_TOKEN,
  SYSTEM_PROGRAM,
} from '../../../server/domain/swap/inspection/programs.ts';
import { SOL } from '../tokens/emulated-token.ts';
import { associated, JUPITER, MAKER, named } from './accounts.ts';
import { routeData, type RouteMade } from './jupiter-program.ts';

/** An order on its way to be signed, which a test may tamper with. */
export interface OrderParts {
  /** The order in Jupiter’s own format. */
  readonly json: Record<string, unknown>;
  payer: string;
  blockhash: string;
  version: 'legacy' | 0;
  readonly instructions: Instruction[];
  /** The lookup table by which the transaction names some accounts; null without one. */
  readonly table: { readonly address: string; readonly addresses: string[] } | null;
}

export interface OrderedSwap extends RouteMade {
  readonly taker: string;
  readonly inputMint: string;
  readonly outputMint: string;
  readonly inputProgram: string;
  readonly outputProgram: string;
  readonly blockhash: string;
  readonly unitPrice: bigint;
  readonly withTable: boolean;
}

export type Role = '' | 'w' | 's' | 'ws';
const ROLES: Readonly<Record<Role, AccountRole>> = {
  ...{ '': AccountRole.READONLY, w: AccountRole.WRITABLE },
  ...{ s: AccountRole.READONLY_SIGNER, ws: AccountRole.WRITABLE_SIGNER },
};

export function instruction(
  program: string,
  accounts: readonly (readonly [at: string, role: Role])[],
  data: Uint8Array,
): Instruction {
  return {
    programAddress: address(program),
    accounts: accounts.map(([at, role]) => ({ address: address(at), role: ROLES[role] })),
    data,
  };
}

/** Little-endian numbers, each with its size in bits. */
export function bytes(...parts: readonly (readonly [8 | 16 | 32 | 64, number | bigint])[]): Buffer {
  return Buffer.concat(
    parts.map(([bits, value]) => {
      const part = Buffer.alloc(8);
      part.writeBigUInt64LE(BigInt(value));
      return part.subarray(0, bits / 8);
    }),
  );
}

export function openAccount(payer: string, owner: string, mint: string, program: string) {
  const accounts = [
    ...([
      [payer, 'ws'],
      [associated(owner, mint, program), 'w'],
      [owner, ''],
    ] as const),
    ...([
      [mint, ''],
      [SYSTEM_PROGRAM, ''],
      [program, ''],
    ] as const),
  ] as const;
  return instruction(ASSOCIATED_TOKEN, accounts, Uint8Array.of(1));
}

export function paySol(from: string, to: string, lamports: bigint) {
  return instruction(
    SYSTEM_PROGRAM,
    [
      [from, 'ws'],
      [to, 'w'],
    ],
    bytes([32, 2], [64, lamports]),
  );
}

export function closeAccount(account: string, to: string, by: string) {
  return instruction(
    SPL_TOKEN,
    [
      [account, 'w'],
      [to, 'w'],
      [by, 's'],
    ],
    Uint8Array.of(9),
  );
}

/** Pools of the two mints, as each order uses them. */
export function poolsOf(
  swap: Pick<OrderedSwap, 'inputMint' | 'outputMint' | 'inputProgram' | 'outputProgram'>,
) {
  return {
    input: associated(MAKER, swap.inputMint, swap.inputProgram),
    output: associated(MAKER, swap.outputMint, swap.outputProgram),
  };
}

export function route(swap: OrderedSwap): Instruction {
  const { taker, inputMint, outputMint, inputProgram, outputProgram } = swap;
  const source = associated(taker, inputMint, inputProgram);
  const destination = associated(taker, outputMint, outputProgram);
  const { input, output } = poolsOf(swap);
  const tail = [
    [named('event authority'), ''],
    [JUPITER, ''],
    [input, 'w'],
    [output, 'w'],
  ] as const;
  const ends = [
    [inputMint, ''],
    [outputMint, ''],
    [inputProgram, ''],
    [outputProgram, ''],
  ] as const;
  const shared = swap.form === 'shared_accounts_route_v2';
  const accounts: readonly (readonly [string, Role])[] = shared
    ? [
        ...([
          [named('authority 3'), ''],
          [taker, 's'],
          [source, 'w'],
        ] as const),
        ...([
          [named('program in'), 'w'],
          [named('program out'), 'w'],
        ] as const),
        ...([[destination, 'w'], ...ends, ...tail] as const),
      ]
    : [
        ...([[taker, 's'], [source, 'w'], [destination, 'w'], ...ends] as const),
        ...([[JUPITER, ''], ...tail.slice(0, 2), ...tail.slice(2)] as const),
      ];
  return instruction(JUPITER, accounts, routeData(swap));
}

/** An order as on mainnet: a compute budget, accounts that are opened, wrapping, the route, unwrapping. */
export function honestOrder(swap: OrderedSwap, json: Record<string, unknown>): OrderParts {
  const { taker, inputMint, outputMint, outputProgram, inAmount } = swap;
  const wrapped = associated(taker, SOL);
  const usesSol = inputMint === SOL || outputMint === SOL;
  const instructions = [
    instruction(COMPUTE_BUDGET, [], bytes([8, 2], [32, 200_000])),
    instruction(COMPUTE_BUDGET, [], bytes([8, 3], [64, swap.unitPrice])),
    ...(usesSol ? [openAccount(taker, taker, SOL, SPL_TOKEN)] : []),
    ...(inputMint === SOL
      ? [
          paySol(taker, wrapped, inAmount),
          instruction(SPL_TOKEN, [[wrapped, 'w']], Uint8Array.of(17)),
        ]
      : []),
    ...(outputMint === SOL ? [] : [openAccount(taker, taker, outputMint, outputProgram)]),
    route(swap),
    ...(usesSol ? [closeAccount(wrapped, taker, taker)] : []),
  ];
  const { input, output } = poolsOf(swap);
  const addresses = [input, output, named('event authority'), inputMint, outputMint];
  const table = swap.withTable ? { address: named('table'), addresses } : null;
  return { json, payer: taker, blockhash: swap.blockhash, version: 0, instructions, table };
}

/** The unsigned transaction in base64. */
export function compileOrder({
  payer,
  blockhash,
  version,
  instructions,
  table,
}: OrderParts): string {
  const lifetime = { blockhash: asBlockhash(blockhash), lastValidBlockHeight: 0n };
  const message = pipe(
    createTransactionMessage({ version: 0 }),
    (made) => setTransactionMessageFeePayer(address(payer), made),
    (made) => setTransactionMessageLifetimeUsingBlockhash(lifetime, made),
    (made) => appendTransactionMessageInstructions(instructions, made),
  );
  const tables = table ? { [table.address]: table.addresses.map((at) => address(at)) } : {};
  const compressed = compressTransactionMessageUsingAddressLookupTables(message, tables);
  const sent = version === 0 ? compressed : { ...message, version };
  return getBase64EncodedWireTransaction(compileTransaction(sent as typeof compressed));
}
