import { describe, expect, it } from 'vitest';
import type { AccountFunds } from '../../../server/domain/account/account-funds.ts';
import { dec, ZERO } from '../../../server/domain/decimal.ts';
import {
  acceptedMoney,
  checksWithPaidIn,
} from '../../../server/domain/reconciliation/accepted-money.ts';
import { acceptDifferences } from '../../../server/domain/reconciliation/accept-differences.ts';
import type {
  InvariantCheck,
  InvariantName,
  InvariantState,
} from '../../../server/domain/reconciliation/invariant.ts';

const AT = new Date('2026-03-10T15:00:00Z');
const BY = { at: AT, actor: 'user:ada' };
const PLACE = { venue: 'TRADIER_LIVE', account: 'VA1' } as const;

function check(invariant: InvariantName, state: InvariantState, apart: number): InvariantCheck {
  return {
    ...PLACE,
    ...{ invariant, state, evidence: '', within: false, told: null, accepted: null },
    ...{ ours: dec(850), theirs: dec(850 + apart), tolerance: dec('0.01') },
    ...{ since: AT, checkedAt: AT, base: dec(5), baseFees: ZERO, countedFees: dec(1) },
  };
}

function funds(basedAt: Date): AccountFunds {
  const unknown = { type: null, equity: null, buyingPower: null, shareBuyingPower: null };
  return {
    ...PLACE,
    ...unknown,
    ...{ dayTradeBuyingPower: null, unsettledCash: null, marginCall: null, asOf: AT },
    ...{ cash: dec(1), deposited: dec(1000), baseCash: dec(1000) },
    ...{ baseCashFlow: ZERO, baseFees: ZERO, basedAt, baseSol: null, baseSolMoved: null },
  };
}

function accept(checks: readonly InvariantCheck[], followed: readonly AccountFunds[]) {
  const differences = [{ invariant: 'CASH', difference: dec(700) }] as const;
  const input = { mode: 'REAL', ...PLACE, differences, note: 'wire' } as const;
  const accepted = acceptDifferences(checks, input, BY);
  const booked = acceptedMoney({ mode: 'REAL', checks }, accepted, followed);
  return { booked, kept: checksWithPaidIn(checks, accepted, booked) };
}

describe('cash that a person accepts', () => {
  const apart = check('CASH', 'DIFFERS', 700);
  const before = new Date(AT.getTime() - 300_000);

  it('is paid in, and later cash is compared with that of the comparison', () => {
    const { booked, kept } = accept([apart], [funds(before)]);
    expect(booked).toMatchObject([
      {
        amount: dec(700),
        funds: { deposited: dec(1700), baseCash: dec(1555), baseCashFlow: dec(-150) },
      },
    ]);
    expect(booked[0]!.funds).toMatchObject({ baseFees: dec(1), basedAt: AT });
    expect(kept).toMatchObject([{ state: 'HOLDS', ours: dec(1550), theirs: dec(1550) }]);
    expect(kept[0]!.base).toEqual(dec(5));
  });

  it('leaves P&L that agrees agreeing', () => {
    const { kept } = accept([apart, check('PNL', 'HOLDS', 0)], [funds(before)]);
    expect(kept[1]).toMatchObject({ invariant: 'PNL', ours: dec(1550), base: dec(-695) });
  });

  it('leaves P&L that differs to the next comparison', () => {
    expect(accept([apart, check('PNL', 'DIFFERS', 700)], [funds(before)]).kept).toHaveLength(1);
  });

  it('is a CONFLICT when money was booked there since', () => {
    const after = new Date(AT.getTime() + 1);
    expect(() => accept([apart], [funds(after)])).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    );
  });

  it('moves the base alone where the book does not follow the account’s money', () => {
    const { booked, kept } = accept([apart], []);
    expect([booked, kept[0]!.base]).toEqual([[], dec(705)]);
  });
});
