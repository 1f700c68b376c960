import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { landedAmounts, landedReport } from '../../../server/domain/swap/landed-swap.ts';
import type { LandedTransaction } from '../../../server/domain/swap/landed-transaction.ts';
import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import { anOrder, aToken } from '../../support/values/builders.ts';

const WALLET = 'wallet';
const TOKEN = aToken();
const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
const change = fc.record({ before: amount, after: amount });
const RENT = 2_039_280n;

interface Moved {
  readonly own: { before: bigint; after: bigint };
  readonly wrapped: { before: bigint; after: bigint };
  readonly tokens: { before: bigint; after: bigint };
  readonly usdc: { before: bigint; after: bigint };
  readonly stranger: { before: bigint; after: bigint };
  readonly opened: boolean;
  readonly fee: bigint;
  readonly payer: string;
}

const moved: fc.Arbitrary<Moved> = fc.record({
  ...{ own: change, wrapped: change, tokens: change, usdc: change, stranger: change },
  ...{ opened: fc.boolean(), fee: amount, payer: fc.constantFrom(WALLET, 'somebody else') },
});

function transactionOf(m: Moved): LandedTransaction {
  const account = (name: string, mint: string, units: Moved['own'], owner = WALLET) => ({
    ...{ account: name, mint, owner, ...units },
  });
  const rent = { before: m.opened ? 0n : RENT, after: RENT };
  const kept = (units: Moved['own']) => ({
    before: RENT + units.before,
    after: RENT + units.after,
  });
  return {
    ...{ signature: 's', slot: 1n, blockTime: null, error: null, errorCode: null },
    ...{ fee: m.fee, feePayer: m.payer },
    lamports: [
      { address: WALLET, ...m.own },
      { address: 'wrapped', ...kept(m.wrapped) },
      { address: 'tokens', ...rent },
      { address: 'usdc', before: RENT, after: RENT },
      { address: 'stranger', ...m.stranger },
    ],
    tokens: [
      account('wrapped', SOL_MINT, m.wrapped),
      account('tokens', TOKEN.symbol, m.tokens),
      account('usdc', USDC_MINT, m.usdc),
      account('stranger', TOKEN.symbol, m.stranger, 'stranger'),
    ],
  };
}

const delta = ({ before, after }: Moved['own']) => after - before;
const sides = (symbol: string, settlement: 'USDC' | 'SOL') => ({
  ...{ wallet: WALLET, token: { symbol, settlement } },
});

describe('what a landed transaction did to a wallet', () => {
  it('is split without a remainder, whatever it is a swap of', () => {
    fc.assert(
      fc.property(moved, (m) => {
        const transaction = transactionOf(m);
        const spendable = delta(m.own) + delta(m.wrapped);
        const forUsdc = landedAmounts(transaction, sides(TOKEN.symbol, 'USDC'));
        expect(forUsdc).toEqual({
          ...{ token: delta(m.tokens), settled: delta(m.usdc), fees: -spendable },
        });
        const forSol = landedAmounts(transaction, sides(TOKEN.symbol, 'SOL'));
        expect(forSol.token).toBe(delta(m.tokens));
        expect(forSol.settled - forSol.fees, 'each lamport is the price or a fee').toBe(spendable);
        const network = m.payer === WALLET ? m.fee : 0n;
        expect(forSol.fees).toBe(network + (m.opened ? RENT : 0n));
        const ofSol = landedAmounts(transaction, sides(SOL_MINT, 'USDC'));
        expect(ofSol).toEqual({ ...forSol, token: forSol.settled, settled: delta(m.usdc) });
      }),
    );
  });

  it('is no fill of an order that it did not carry out, but a word for a person', () => {
    const order = anOrder({ side: 'BUY' });
    const of = { wallet: WALLET, token: TOKEN, order, solPrice: dec(150) };
    fc.assert(
      fc.property(moved, (m) => {
        const { status, filledQuantity } = landedReport(transactionOf(m), of);
        const isBought = delta(m.tokens) > 0n && delta(m.usdc) < 0n;
        expect(status).toBe(isBought ? 'FILLED' : 'UNRECOGNISED');
        if (!isBought) expect(filledQuantity.isZero()).toBe(true);
      }),
    );
  });
});
