import type { Instruction } from '@solana/kit';
import {
  ASSOCIATED_TOKEN,
  SPL_TOKEN,
  SYSTEM_PROGRAM,
} from '../../../server/domain/swap/inspection/programs.ts';
import { associated, JUPITER, named } from '../../venues/solana/accounts.ts';
import { routeData, type RouteMade } from '../../venues/solana/jupiter-program.ts';
import {
  bytes,
  instruction,
  type OrderedSwap,
  type OrderParts,
  type Role,
} from '../../venues/solana/order-transaction.ts';

export const STRANGER = named('stranger');

export const isRoute = ({ programAddress }: Instruction) => programAddress === JUPITER;

export function routeOf(order: OrderParts): Instruction {
  return order.instructions.find(isRoute)!;
}

export function replaceRoute(order: OrderParts, ...instead: readonly Instruction[]): void {
  order.instructions.splice(order.instructions.findIndex(isRoute), 1, ...instead);
}

/** Gives the route other numbers. */
export function retell(order: OrderParts, swap: OrderedSwap, numbers: Partial<RouteMade>): void {
  replaceRoute(order, { ...routeOf(order), data: routeData({ ...swap, ...numbers }) });
}

/** Replaces one account of the route. */
export function reseat(order: OrderParts, place: number, at: string): void {
  const route = routeOf(order);
  const accounts = route.accounts!.map((each, index) =>
    index === place ? { ...each, address: at as typeof each.address } : each,
  );
  replaceRoute(order, { ...route, accounts });
}

/** Adds instructions at the end of the message, where every reader of it sees them. */
export function add(order: OrderParts, ...more: readonly Instruction[]): void {
  order.instructions.push(...more);
}

export function drop(order: OrderParts, program: string, code?: number): void {
  const at = order.instructions.findIndex(
    ({ programAddress, data }) =>
      programAddress === program && (code === undefined || data?.[0] === code),
  );
  order.instructions.splice(at, 1);
}

interface Call {
  readonly program: string;
  readonly accounts: readonly (readonly [at: string, role: Role])[];
  readonly data: Uint8Array;
}

/** Adds calls that Jupiter’s program makes by itself: no instruction of the message shows them. */
export function hide(order: OrderParts, swap: OrderedSwap, ...calls: readonly Call[]): void {
  const route = routeOf(order);
  const accounts = [...route.accounts!];
  const seat = (at: string, role: Role) => {
    accounts.push(...instruction(SYSTEM_PROGRAM, [[at, role]], new Uint8Array()).accounts!);
    return accounts.length - 1;
  };
  const hidden = calls.map((call) => ({
    program: seat(call.program, ''),
    accounts: call.accounts.map(([at, role]) => seat(at, role)),
    data: Buffer.from(call.data).toString('hex'),
  }));
  replaceRoute(order, { ...route, accounts, data: routeData({ ...swap, hidden }) });
}

const shown = ({ program, accounts, data }: Call) => instruction(program, accounts, data);

type Kind = 'shown' | 'hidden';

/** Adds a call, shown as an instruction or hidden in the route. */
export function call(kind: Kind, made: (swap: OrderedSwap) => Call) {
  return (order: OrderParts, swap: OrderedSwap): void => {
    if (kind === 'shown') add(order, shown(made(swap)));
    else hide(order, swap, made(swap));
  };
}

export const inputOf = ({ taker, inputMint, inputProgram }: OrderedSwap) =>
  associated(taker, inputMint, inputProgram);
export const outputOf = ({ taker, outputMint, outputProgram }: OrderedSwap) =>
  associated(taker, outputMint, outputProgram);

/** A call of the token program by the wallet. */
function token(swap: OrderedSwap, accounts: Call['accounts'], data: Uint8Array): Call {
  return { program: SPL_TOKEN, accounts: [...accounts, [swap.taker, 's']], data };
}

export const transfer = (from: string, to: string, amount: bigint) => (swap: OrderedSwap) =>
  token(
    swap,
    [
      [from, 'w'],
      [to, 'w'],
    ],
    bytes([8, 3], [64, amount]),
  );

export const burn = (from: string, mint: string, amount: bigint) => (swap: OrderedSwap) =>
  token(
    swap,
    [
      [from, 'w'],
      [mint, 'w'],
    ],
    bytes([8, 8], [64, amount]),
  );

export const approve = (account: string) => (swap: OrderedSwap) =>
  token(
    swap,
    [
      [account, 'w'],
      [STRANGER, ''],
    ],
    bytes([8, 4], [64, 1n]),
  );

export const revoke = (account: string) => (swap: OrderedSwap) =>
  token(swap, [[account, 'w']], bytes([8, 5]));

/** Gives a right over an account to a stranger; kind 2 is the owner, 3 who may close it. */
export const setAuthority = (account: string, kind: 2 | 3) => (swap: OrderedSwap) =>
  token(
    swap,
    [[account, 'w']],
    Buffer.concat([bytes([8, 6], [8, kind], [8, 1]), addressBytes(STRANGER)]),
  );

export const close = (account: string, to: string) => (swap: OrderedSwap) =>
  token(
    swap,
    [
      [account, 'w'],
      [to, 'w'],
    ],
    bytes([8, 9]),
  );

export const paySystem =
  (to: string, lamports: bigint) =>
  ({ taker }: OrderedSwap): Call => ({
    ...{
      program: SYSTEM_PROGRAM,
      accounts: [
        [taker, 'ws'],
        [to, 'w'],
      ],
    },
    data: bytes([32, 2], [64, lamports]),
  });

/** Assigns the wallet’s own account to another program. */
export const assign = ({ taker }: OrderedSwap): Call => ({
  ...{ program: SYSTEM_PROGRAM, accounts: [[taker, 'ws']] },
  data: Buffer.concat([bytes([32, 1]), addressBytes(STRANGER)]),
});

export const open =
  (owner: string, mint: string) =>
  ({ taker }: OrderedSwap): Call => ({
    program: ASSOCIATED_TOKEN,
    accounts: [
      ...([
        [taker, 'ws'],
        [associated(owner, mint), 'w'],
        [owner, ''],
        [mint, ''],
      ] as const),
      ...([
        [SYSTEM_PROGRAM, ''],
        [SPL_TOKEN, ''],
      ] as const),
    ],
    data: Uint8Array.of(1),
  });

function addressBytes(at: string): Uint8Array {
  const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  const value = [...at].reduce((sum, letter) => sum * 58n + BigInt(digits.indexOf(letter)), 0n);
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
}
