import type { FailedTransactionMetadata } from 'litesvm';

/** An error as an RPC writes it; the errors that matter here have their names. */
export type ChainError = string | { readonly InstructionError: readonly [number, unknown] };

const TRANSACTION: Readonly<Record<number, string>> = {
  ...{ 2: 'AccountNotFound', 4: 'InsufficientFundsForFee', 6: 'AlreadyProcessed' },
  ...{ 7: 'BlockhashNotFound', 11: 'SignatureFailure', 24: 'InvalidAddressLookupTableData' },
};
const INSTRUCTION: Readonly<Record<number, string>> = {
  ...{ 1: 'InvalidArgument', 2: 'InvalidInstructionData', 3: 'InvalidAccountData' },
  ...{ 5: 'InsufficientFunds', 7: 'MissingRequiredSignature' },
};

/** `origin`: for each instruction that ran, the index of the transaction's instruction that it belongs to. */
export function chainError(
  failed: FailedTransactionMetadata,
  origin: readonly number[],
  slips: boolean,
): ChainError {
  const error = failed.err();
  if (typeof error === 'number') return TRANSACTION[error] ?? `TransactionError${error}`;
  if (!('err' in error)) return error.constructor.name;
  const at = origin[error.index] ?? error.index;
  const inner = error.err();
  if (slips && origin.indexOf(at) === error.index && isRoute(origin, at)) {
    return { InstructionError: [at, { Custom: 6001 }] };
  }
  if (typeof inner === 'number') {
    return { InstructionError: [at, INSTRUCTION[inner] ?? `InstructionError${inner}`] };
  }
  return { InstructionError: [at, 'code' in inner ? { Custom: inner.code } : 'BorshIoError'] };
}

/** Whether an instruction is a route: only a route runs as more than one instruction. */
function isRoute(origin: readonly number[], at: number): boolean {
  return origin.filter((each) => each === at).length > 1;
}
