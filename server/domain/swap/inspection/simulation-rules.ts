import type { RiskCheck } from '../../refusal.ts';
import { SOL_MINT } from '../../token/mint.ts';
import { check } from './check.ts';
import type { SwapEvidence } from './evidence.ts';
import { KEPT_LAMPORTS, MOST_OPENED, MOST_RENT_LAMPORTS } from './programs.ts';
import { walletChanges, type WalletChanges } from './simulated-changes.ts';
import type { SwapTerms } from './swap-terms.ts';

/** What a simulation would do to the wallet. `fee` is its network and priority fee in lamports. */
export interface SimulatedSwap extends WalletChanges {
  /** Raw units that went in and came out, without fee and rent. */
  readonly wentIn: bigint;
  readonly cameOut: bigint;
}

/** The rules on the effect of the whole transaction, whatever programs it calls and its instructions say. */
export function simulationRules(evidence: SwapEvidence, fee: bigint): readonly RiskCheck[] {
  const { simulation, unsimulated, terms } = evidence;
  const ran = check('SIMULATION', {
    passed: simulation?.error === null,
    actual: simulation?.error ?? unsimulated,
    good: 'A simulation of it succeeds.',
    bad: simulation
      ? 'A simulation of it fails.'
      : `There is no simulation: ${unsimulated ?? 'nobody made one'}.`,
  });
  const swap = simulatedSwap(evidence, fee);
  return swap ? [ran, ...moved(swap, terms), ...solRules(swap, terms, fee)] : [ran];
}

/** The simulated swap; null where no simulation succeeded. */
export function simulatedSwap(
  { simulation, terms }: Pick<SwapEvidence, 'simulation' | 'terms'>,
  fee: bigint,
): SimulatedSwap | null {
  if (simulation?.error !== null) return null;
  const changes = walletChanges(simulation, terms);
  const lost = (mint: string) =>
    mint === SOL_MINT ? changes.solLost - fee : (changes.tokensLost.get(mint) ?? 0n);
  return { ...changes, wentIn: lost(terms.inputMint), cameOut: -lost(terms.outputMint) };
}

function moved(swap: SimulatedSwap, terms: SwapTerms): readonly RiskCheck[] {
  const others = [...swap.tokensLost].filter(
    ([mint, lost]) => lost > 0n && mint !== terms.inputMint && mint !== terms.outputMint,
  );
  const spoiled = [...others.map(([mint]) => mint), ...swap.spoiled];
  return [
    check('SIMULATED_INPUT', {
      ...{ passed: swap.wentIn === terms.inAmount, limit: terms.inAmount, actual: swap.wentIn },
      good: 'The agreed amount leaves the wallet.',
      bad: 'Another amount than agreed leaves the wallet.',
    }),
    check('SIMULATED_OUTPUT', {
      passed: terms.floor > 0n && swap.cameOut >= terms.floor,
      ...{ limit: terms.floor, actual: swap.cameOut },
      good: 'At least what is agreed arrives in the wallet.',
      bad: 'Less than what is agreed arrives in the wallet.',
    }),
    check('SIMULATED_HOLDINGS', {
      ...{ passed: spoiled.length === 0, actual: spoiled.join(', ') || null },
      good: 'Nothing else that the wallet holds changes.',
      bad: 'Something else that the wallet holds is taken, or somebody else may take it.',
    }),
  ];
}

function solRules(swap: SimulatedSwap, terms: SwapTerms, fee: bigint): readonly RiskCheck[] {
  const agreed = terms.inputMint === SOL_MINT ? terms.inAmount : 0n;
  const mostLost = agreed + fee;
  const mostRent = BigInt(MOST_OPENED) * MOST_RENT_LAMPORTS;
  const kept = terms.purpose === 'ENTRY' ? KEPT_LAMPORTS : 0n;
  const left = swap.lamportsLeft;
  return [
    check('SIMULATED_SOL', {
      ...{ passed: swap.solLost <= mostLost, limit: mostLost, actual: swap.solLost },
      good: 'No SOL leaves the wallet and its accounts but what is agreed and the fee.',
      bad: 'More SOL leaves the wallet and its accounts than what is agreed and the fee.',
    }),
    check('SIMULATED_RENT', {
      passed: swap.opened <= MOST_OPENED && swap.rent <= mostRent,
      ...{ limit: mostRent, actual: swap.rent },
      good: 'It pays rent for two accounts of ours at most.',
      bad: 'It pays rent for more than two accounts of ours.',
    }),
    check('SOL_RESERVE', {
      ...{ passed: left !== null && left >= kept, limit: kept, actual: left },
      good: kept > 0n ? 'Enough SOL is left for exits.' : 'An exit may use what SOL there is.',
      bad: 'Less than 0.02 SOL would be left for exits.',
    }),
    check('WRAPPED_SOL', {
      passed: !swap.wrappedLeft,
      good: 'No wrapped SOL is left behind.',
      bad: 'It leaves wrapped SOL behind.',
    }),
  ];
}
