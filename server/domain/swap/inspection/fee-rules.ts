import type { RiskCheck } from '../../refusal.ts';
import { check } from './check.ts';
import { those, type NamedMessage } from './message-rules.ts';
import { COMPUTE_BUDGET, MOST_FEE_LAMPORTS, SIGNATURE_LAMPORTS } from './programs.ts';

/** Compute units of an instruction where the transaction sets no limit, and the most of a transaction. */
const DEFAULT_UNITS = 200_000n;
const MOST_UNITS = 1_400_000n;
const MICRO = 1_000_000n;

/** Lamports that the signatures and the priority cost, whether the transaction succeeds or fails. */
export function feeOf({ message, named }: Pick<NamedMessage, 'message' | 'named'>): bigint {
  const price = those(named, 'PRICE_UNITS').reduce((sum, each) => sum + each.microLamports, 0n);
  const priority = (price * unitsOf(message, named) + MICRO - 1n) / MICRO;
  return BigInt(message.signers.length) * SIGNATURE_LAMPORTS + priority;
}

export function feeRule(read: NamedMessage): RiskCheck {
  const fee = feeOf(read);
  return check('NETWORK_FEE', {
    ...{ passed: fee <= MOST_FEE_LAMPORTS, limit: MOST_FEE_LAMPORTS, actual: fee },
    good: 'Network and priority cost no more than allowed.',
    bad: 'Network and priority cost more than 0.005 SOL.',
  });
}

function unitsOf({ instructions }: NamedMessage['message'], named: NamedMessage['named']): bigint {
  const [limit] = those(named, 'LIMIT_UNITS');
  const working = instructions.filter(({ program }) => program !== COMPUTE_BUDGET).length;
  const units = limit?.units ?? BigInt(working) * DEFAULT_UNITS;
  return units < MOST_UNITS ? units : MOST_UNITS;
}
