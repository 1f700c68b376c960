import type { RiskCheck } from '../../refusal.ts';
import { check } from './check.ts';
import type { SwapEvidence } from './evidence.ts';
import { feeOf, feeRule } from './fee-rules.ts';
import { messageRules, type NamedMessage } from './message-rules.ts';
import { nameInstruction } from './named-instruction.ts';
import { offerRules } from './offer-rules.ts';
import { leastByRoute, routeRules } from './route-rules.ts';
import { simulatedSwap, simulationRules } from './simulation-rules.ts';

/** What an order that passed the inspection would do. */
export interface InspectedFacts {
  /** The least raw units out, according to the transaction itself. */
  readonly leastOutAmount: bigint;
  readonly simulatedOutAmount: bigint;
  /** Lamports. */
  readonly feeLamports: bigint;
  readonly rentLamports: bigint;
}

export interface Judgement {
  /** Every rule that could be judged, in the order of `INSPECTION_RULES`. */
  readonly checks: readonly RiskCheck[];
  /** Null where a rule failed: nothing is signed then. */
  readonly facts: InspectedFacts | null;
}

/** Judges an order by all rules. A rule is left out only when one before it has failed. */
export function inspectSwap(evidence: SwapEvidence): Judgement {
  const { message, terms, own } = evidence;
  const readable = message !== null && (message.version === 0 || message.version === 'legacy');
  const transaction = check('TRANSACTION', {
    ...{ passed: readable, actual: message?.version.toString() ?? null },
    good: 'The transaction can be read.',
    bad: 'The transaction cannot be read, or there is none.',
  });
  const offered = [...offerRules(evidence), transaction];
  if (!readable) return { checks: offered, facts: null };
  const read: NamedMessage = {
    message,
    terms,
    own,
    named: message.instructions.map(nameInstruction),
  };
  const fee = feeOf(read);
  const checks = [
    ...offered,
    ...messageRules(read),
    feeRule(read),
    ...routeRules(read),
    ...simulationRules(evidence, fee),
  ];
  return { checks, facts: checks.every(({ passed }) => passed) ? factsOf(evidence, read) : null };
}

function factsOf(evidence: SwapEvidence, read: NamedMessage): InspectedFacts | null {
  const feeLamports = feeOf(read);
  const leastOutAmount = leastByRoute(read);
  const simulated = simulatedSwap(evidence, feeLamports);
  if (leastOutAmount === null || !simulated) return null;
  const { cameOut: simulatedOutAmount, rent: rentLamports } = simulated;
  return { leastOutAmount, simulatedOutAmount, feeLamports, rentLamports };
}
