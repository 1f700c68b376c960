import type { InspectionRule } from '../../../../server/domain/swap/inspection/check.ts';
import { dec } from '../../../../server/domain/decimal.ts';
import { WIF } from '../../../venues/tokens/emulated-token.ts';
import { STRANGER } from '../tampering.ts';
import { type Case } from './case.ts';

const says = (title: string, fields: Record<string, unknown>, rule: InspectionRule): Case => ({
  ...{ title, rules: [rule] },
  tamper: ({ json }) => void Object.assign(json, fields),
});

/** Cases in which Jupiter describes the order wrongly. */
export const WORDS: readonly Case[] = [
  says('it says another input', { inputMint: WIF }, 'OFFER_MINTS'),
  says('it says another output', { outputMint: WIF }, 'OFFER_MINTS'),
  says('it says that it takes more', { inAmount: '100000001' }, 'OFFER_AMOUNT'),
  says('it takes whatever brings a fixed output', { swapMode: 'ExactOut' }, 'OFFER_AMOUNT'),
  says('it says a lower least', { otherAmountThreshold: '1' }, 'OFFER_FLOOR'),
  says('it says more slippage', { slippageBps: 101 }, 'OFFER_SLIPPAGE'),
  says('it says another taker', { taker: STRANGER }, 'OFFER_WALLET'),
  says('it says another payer', { signatureFeePayer: STRANGER }, 'OFFER_WALLET'),
  says('it says that it is gasless', { gasless: true }, 'OFFER_WALLET'),
  says('it does not say until when', { lastValidBlockHeight: null }, 'OFFER_VALIDITY'),
  says('it could land for days', { lastValidBlockHeight: '900000000' }, 'OFFER_VALIDITY'),
  says('it is over already', { lastValidBlockHeight: '9000' }, 'OFFER_VALIDITY'),
  {
    ...says(
      'its impact is beyond the limit',
      { priceImpact: -3, priceImpactPct: '-0.03' },
      'OFFER_IMPACT',
    ),
    terms: { maxImpactPct: dec(2) },
  },
  {
    ...says('it says two impacts', { priceImpact: -0.01, priceImpactPct: '-0.01' }, 'OFFER_IMPACT'),
    terms: { maxImpactPct: dec(2) },
  },
  { title: 'it is eleven seconds old', rules: ['OFFER_AGE'], then: ({ clock }) => clock.pass(11) },
  says('it is no transaction', { transaction: 'bm90aGluZw==' }, 'TRANSACTION'),
];
