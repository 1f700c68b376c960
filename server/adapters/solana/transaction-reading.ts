import {
  getBase64Encoder,
  getCompiledTransactionMessageDecoder,
  getTransactionDecoder,
  type CompiledTransactionMessage,
  type CompiledTransactionMessageWithLifetime,
  type ReadonlyUint8Array,
} from '@solana/kit';
import type { ReadInstruction, ReadMessage } from '../../domain/swap/inspection/evidence.ts';

export type CompiledMessage = CompiledTransactionMessage & CompiledTransactionMessageWithLifetime;

/** The exact bytes that would be signed, and the message that they hold. */
export interface ReadTransaction {
  readonly bytes: ReadonlyUint8Array;
  readonly message: CompiledMessage;
}

/** Addresses of each lookup table, in order; null when our RPC does not know the table. */
export type Tables = ReadonlyMap<string, readonly string[] | null>;

/** An account that a message names, and whether the transaction may write to it. */
interface Named {
  readonly address: string;
  readonly writable: boolean;
}

/** Reads a transaction from base64; null when it is none. */
export function readTransaction(base64: string): ReadTransaction | null {
  try {
    const bytes = getTransactionDecoder().decode(getBase64Encoder().encode(base64)).messageBytes;
    const message = getCompiledTransactionMessageDecoder().decode(bytes);
    return message.staticAccounts.length === 0 ? null : { bytes, message };
  } catch {
    // The decoders throw a dozen kinds of errors, which all mean that this is no transaction.
    return null;
  }
}

export function tablesIn(message: CompiledMessage): readonly string[] {
  return lookupsOf(message).map(({ lookupTableAddress }) => lookupTableAddress);
}

/** Resolves accounts. One that its table does not give is not `writable`, and that table is unresolved. */
export function resolveMessage(message: CompiledMessage, tables: Tables) {
  const accounts = accountsOf(message, tables);
  const unresolvedTables = [
    ...new Set(accounts.filter(({ address }) => isUnresolved(address)).map(tableOf)),
  ];
  const read: ReadMessage = {
    version: message.version,
    feePayer: message.staticAccounts[0]!,
    signers: message.staticAccounts.slice(0, message.header.numSignerAccounts),
    blockhash: message.lifetimeToken,
    unresolvedTables,
    instructions: instructionsOf(message, accounts),
  };
  const writable = accounts.filter((each) => each.writable && !isUnresolved(each.address));
  return { read, writable: [...new Set(writable.map(({ address }) => address))] };
}

function instructionsOf(message: CompiledMessage, accounts: readonly Named[]): ReadInstruction[] {
  if (message.version === 1) return [];
  return message.instructions.map(({ programAddressIndex, accountIndices = [], data }) => ({
    program: accounts[programAddressIndex]?.address ?? '',
    accounts: accountIndices.map((index) => accounts[index]?.address ?? ''),
    data: Uint8Array.from(data ?? []),
  }));
}

function lookupsOf(message: CompiledMessage) {
  return message.version === 0 ? (message.addressTableLookups ?? []) : [];
}

/** Accounts in the order of instruction indexes: static, writable from tables, readonly from tables. */
function accountsOf(message: CompiledMessage, tables: Tables): readonly Named[] {
  const { staticAccounts, header } = message;
  const { numSignerAccounts, numReadonlySignerAccounts, numReadonlyNonSignerAccounts } = header;
  const fixed = staticAccounts.map((address, at) => ({
    address,
    writable:
      at < numSignerAccounts
        ? at < numSignerAccounts - numReadonlySignerAccounts
        : at < staticAccounts.length - numReadonlyNonSignerAccounts,
  }));
  const looked = (writable: boolean) =>
    lookupsOf(message).flatMap((lookup) =>
      (writable ? lookup.writableIndexes : lookup.readonlyIndexes).map((index) => ({
        address:
          tables.get(lookup.lookupTableAddress)?.[index] ??
          `${UNRESOLVED}${lookup.lookupTableAddress}`,
        writable,
      })),
    );
  return [...fixed, ...looked(true), ...looked(false)];
}

const UNRESOLVED = 'in ';

function isUnresolved(address: string): boolean {
  return address.startsWith(UNRESOLVED);
}

function tableOf({ address }: Named): string {
  return address.slice(UNRESOLVED.length);
}
