import type { RiskCheck } from '../../refusal.ts';
import { check } from './check.ts';
import type { SwapEvidence } from './evidence.ts';

/** The greatest age of a quote when it is signed. */
const MOST_AGE_MS = 10_000;
/** Blocks for which a transaction can land. */
export const VALID_BLOCKS = 150n;
/** The most blocks by which Jupiter’s nodes may be ahead of ours. */
const AHEAD_BLOCKS = 50n;

/** The rules on what Jupiter itself says about the order: they alone never suffice. */
export function offerRules(evidence: SwapEvidence): readonly RiskCheck[] {
  return [
    mints(evidence),
    amount(evidence),
    floor(evidence),
    slippage(evidence),
    wallet(evidence),
    validity(evidence),
    age(evidence),
    impact(evidence),
  ];
}

function mints({ terms, offer }: SwapEvidence): RiskCheck {
  return check('OFFER_MINTS', {
    passed: offer.inputMint === terms.inputMint && offer.outputMint === terms.outputMint,
    limit: `${terms.inputMint} for ${terms.outputMint}`,
    actual: `${offer.inputMint} for ${offer.outputMint}`,
    good: 'Jupiter’s order is about the agreed mints.',
    bad: 'Jupiter’s order is about other mints.',
  });
}

function amount({ terms, offer }: SwapEvidence): RiskCheck {
  const exactIn = offer.swapMode === null || offer.swapMode === 'ExactIn';
  return check('OFFER_AMOUNT', {
    ...{ passed: exactIn && offer.inAmount === terms.inAmount },
    ...{ limit: terms.inAmount, actual: offer.inAmount },
    good: 'Jupiter’s order takes the agreed amount.',
    bad: 'Jupiter’s order takes another amount, or one that is not fixed.',
  });
}

function floor({ terms, offer }: SwapEvidence): RiskCheck {
  return check('OFFER_FLOOR', {
    ...{ passed: terms.floor > 0n && offer.leastOutAmount >= terms.floor },
    ...{ limit: terms.floor, actual: offer.leastOutAmount },
    good: 'Jupiter’s order brings the least that is agreed.',
    bad: 'Jupiter’s order may bring less than the least that is agreed.',
  });
}

function slippage({ terms, offer }: SwapEvidence): RiskCheck {
  return check('OFFER_SLIPPAGE', {
    ...{ passed: offer.slippageBps <= terms.slippageBps },
    ...{ limit: `${terms.slippageBps} bps`, actual: `${offer.slippageBps} bps` },
    good: 'Jupiter’s order has the slippage that was asked for.',
    bad: 'Jupiter’s order has more slippage than was asked for.',
  });
}

function wallet({ terms, offer }: SwapEvidence): RiskCheck {
  const named = [offer.taker, offer.feePayer].filter((address) => address !== null);
  const others = named.filter((address) => address !== terms.wallet);
  return check('OFFER_WALLET', {
    passed: others.length === 0 && offer.gasless !== true,
    limit: terms.wallet,
    actual: others[0] ?? (offer.gasless === true ? 'gasless' : terms.wallet),
    good: 'Jupiter’s order is for this wallet, which pays for it.',
    bad: 'Jupiter’s order is for another wallet, or somebody else pays for it.',
  });
}

/** Limits how long the order can land: if it could at any time, it could never be proven absent. */
function validity({ offer, blockHeight }: SwapEvidence): RiskCheck {
  const last = offer.lastValidBlockHeight;
  const most = blockHeight === null ? null : blockHeight + VALID_BLOCKS + AHEAD_BLOCKS;
  const passed =
    last !== null && blockHeight !== null && most !== null && last > blockHeight && last <= most;
  return check('OFFER_VALIDITY', {
    ...{ passed, limit: most, actual: last },
    good: 'The order can land for two minutes at most.',
    bad: 'Until when the order can land is not known, is over, or is too far away.',
  });
}

function age({ offer, now }: SwapEvidence): RiskCheck {
  const ms = now.getTime() - offer.receivedAt.getTime();
  return check('OFFER_AGE', {
    ...{ passed: ms <= MOST_AGE_MS },
    ...{ limit: `${MOST_AGE_MS / 1_000} s`, actual: `${(ms / 1_000).toFixed(1)} s` },
    good: 'The order is fresh.',
    bad: 'The order is too old.',
  });
}

function impact({ terms: { maxImpactPct: most }, offer: { impactPct } }: SwapEvidence): RiskCheck {
  return check('OFFER_IMPACT', {
    passed: most === null || (impactPct !== null && impactPct.abs().lessThanOrEqualTo(most)),
    limit: most === null ? null : `${most.toFixed()} %`,
    actual: impactPct === null ? null : `${impactPct.toDecimalPlaces(4).toFixed()} %`,
    good:
      most === null ? 'No limit of impact is set.' : 'The size moves the price within its limit.',
    bad: 'The size moves the price beyond its limit, or nobody can tell by how much.',
  });
}
