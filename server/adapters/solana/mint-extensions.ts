import { getAddressDecoder, getU64Decoder, type ReadonlyUint8Array } from '@solana/kit';
import type { MintExtensions } from '../../domain/token/mint-account.ts';
import { chainUnknown } from './rpc-host.ts';

/** Numbers of the mint extensions of Token-2022. */
const EXTENSION = {
  transferFee: 1,
  closeAuthority: 3,
  confidentialTransfer: 4,
  defaultState: 6,
  nonTransferable: 9,
  interest: 10,
  permanentDelegate: 12,
  transferHook: 14,
  confidentialFee: 16,
  confidentialMintBurn: 24,
  scaledAmount: 25,
  pausable: 26,
} as const;
/** Extensions that only say what a mint is called or belongs to: they do not affect a holder. */
const HARMLESS: ReadonlySet<number> = new Set([18, 19, 20, 21, 22, 23]);
const FROZEN = 2;
/** The system program’s address means that there is no authority. */
const NOBODY = '11111111111111111111111111111111';

/** Reads what follows the kind of a Token-2022 mint. @throws {ChainUnknown} UNREADABLE when it is cut off. */
export function extensionsOf(bytes: ReadonlyUint8Array): MintExtensions {
  const found = new Map<number, ReadonlyUint8Array>();
  for (let at = 0; at + 4 <= bytes.length;) {
    const kind = u16(bytes, at);
    if (kind === 0) break;
    const end = at + 4 + u16(bytes, at + 2);
    if (end > bytes.length) throw chainUnknown('UNREADABLE', 'a mint’s extensions do not end');
    found.set(kind, bytes.slice(at + 4, end));
    at = end;
  }
  const known = new Set<number>(Object.values(EXTENSION));
  const has = (kind: number) => found.has(kind);
  return {
    transferFee: read(found, EXTENSION.transferFee, 108, transferFeeOf),
    permanentDelegate: addressIn(found, EXTENSION.permanentDelegate, 0, 32),
    startsFrozen: read(found, EXTENSION.defaultState, 1, ([state]) => state === FROZEN) ?? false,
    nonTransferable: has(EXTENSION.nonTransferable),
    transferHook: addressIn(found, EXTENSION.transferHook, 32, 64),
    pausable: read(found, EXTENSION.pausable, 33, (value) => ({
      ...{ authority: addressAt(value, 0), paused: value[32] !== 0 },
    })),
    closeAuthority: addressIn(found, EXTENSION.closeAuthority, 0, 32),
    confidentialTransfer:
      has(EXTENSION.confidentialTransfer) ||
      has(EXTENSION.confidentialFee) ||
      has(EXTENSION.confidentialMintBurn),
    scaled: has(EXTENSION.interest) || has(EXTENSION.scaledAmount),
    unknown: [...found.keys()].filter((kind) => !known.has(kind) && !HARMLESS.has(kind)),
  };
}

/** The present and the announced fee, each an epoch, a maximum and basis points: the higher of both counts. */
function transferFeeOf(value: ReadonlyUint8Array): MintExtensions['transferFee'] {
  const [older, newer] = [72, 90].map((at) => ({
    ...{ most: getU64Decoder().decode(value, at + 8), bps: u16(value, at + 16) },
  })) as [{ most: bigint; bps: number }, { most: bigint; bps: number }];
  return {
    bps: Math.max(older.bps, newer.bps),
    most: older.most > newer.most ? older.most : newer.most,
    authority: addressAt(value, 0),
  };
}

/** Null when the mint lacks the extension. @throws {ChainUnknown} UNREADABLE for one that is too short. */
function read<T>(
  found: ReadonlyMap<number, ReadonlyUint8Array>,
  kind: number,
  bytes: number,
  as: (value: ReadonlyUint8Array) => T,
): T | null {
  const value = found.get(kind);
  if (!value) return null;
  if (value.length < bytes) throw chainUnknown('UNREADABLE', `a mint’s extension ${kind} is cut`);
  return as(value);
}

function addressIn(
  found: ReadonlyMap<number, ReadonlyUint8Array>,
  kind: number,
  at: number,
  bytes: number,
): string | null {
  return read(found, kind, bytes, (value) => addressAt(value, at));
}

function addressAt(bytes: ReadonlyUint8Array, at: number): string | null {
  const address = getAddressDecoder().decode(bytes, at);
  return address === NOBODY ? null : address;
}

function u16(bytes: ReadonlyUint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8);
}
