import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { DRIFT_CAUSES } from '../../../server/domain/drift/drift-cause.ts';
import type { DriftTrade } from '../../../server/domain/drift/drift-trade.ts';
import { splitPair, type EndedTrade } from '../../../server/domain/drift/split-pair.ts';
import { aDriftTrade, aLeg, AT, STEP } from '../../support/values/drift.ts';

const ended = (parts: Partial<DriftTrade> = {}) => aDriftTrade(parts) as EndedTrade;

/** The causes other than 0, as text. */
function split(actual: Partial<DriftTrade>, expected: Partial<DriftTrade> = {}) {
  const all = splitPair(ended(expected), ended(actual));
  const some = DRIFT_CAUSES.filter((cause) => !all[cause].isZero());
  return Object.fromEntries(some.map((cause) => [cause, all[cause].toFixed()]));
}

const result = (parts: Partial<EndedTrade['result']>) => ({ ...ended().result, ...parts });

describe('the split of a pair', () => {
  it('has every cause, all 0 for two that are alike', () => {
    expect(Object.keys(splitPair(ended(), ended()))).toEqual([...DRIFT_CAUSES]);
    expect(split({})).toEqual({});
  });

  it('says what was paid beyond the market at either end', () => {
    expect(split({ cost: dec('1000.5') })).toEqual({ ENTRY_PRICE: '-0.5' });
    expect(split({ result: result({ proceeds: dec('1099.3') }) })).toEqual({ EXIT_PRICE: '-0.7' });
  });

  it('is TIMING as far as the market moved until the trade, and a price for the rest', () => {
    // A second late the market is at 100.20, and the spread costs 5 cents more a share.
    const late = { cost: dec('1002.5'), leg: aLeg(AT + 1000, '100.2') };
    expect(split(late)).toEqual({ TIMING: '-2', ENTRY_PRICE: '-0.5' });
    const exit = result({ leg: aLeg(AT + STEP + 1000, '110.3'), proceeds: dec('1102.8') });
    expect(split({ result: exit })).toEqual({ TIMING: '3', EXIT_PRICE: '-0.2' });
  });

  it('is FEED_DELAY for the part of the time that the source was late', () => {
    const late = (lateMs: number) => ({ cost: dec(1002), leg: aLeg(AT + 4000, '100.2', lateMs) });
    expect(split(late(1000))).toEqual({ TIMING: '-1.5', FEED_DELAY: '-0.5' });
    expect(split(late(9000))).toEqual({ FEED_DELAY: '-2' });
  });

  it('is no delay of the source for a trade that came before its reference', () => {
    const early = { cost: dec(998), leg: aLeg(AT - 1000, '99.8', 500) };
    expect(split(early)).toEqual({ TIMING: '2' });
  });

  it('is UNEXPLAINED where one side’s instant is unknown, whichever it is', () => {
    const unknown = { leg: { ...aLeg(AT, '100'), at: null } };
    const dearer = { cost: dec('1000.5') };
    expect(split({ ...dearer, ...unknown })).toEqual({ UNEXPLAINED: '-0.5' });
    expect(split(dearer, unknown)).toEqual({ UNEXPLAINED: '-0.5' });
  });

  it('turns the signs of a short', () => {
    const short: Partial<DriftTrade> = {
      ...{ side: 'SELL', cost: dec(-1000) },
      result: result({ proceeds: dec(-900) }),
    };
    // Sold a second later at 99.80, it gets 2 dollars less.
    const late = { ...short, cost: dec(-998), leg: aLeg(AT + 1000, '99.8') };
    expect(split(late, short)).toEqual({ TIMING: '-2' });
  });

  it('is SIZE by the reference’s own prices, and FEES', () => {
    const twice = { quantity: dec(20), cost: dec(2000), result: result({ proceeds: dec(2200) }) };
    expect(split(twice)).toEqual({ SIZE: '100' });
    expect(split({ result: result({ fees: dec('1.7') }) })).toEqual({ FEES: '-0.7' });
  });

  it('leaves UNEXPLAINED what moved while the market is unknown, or where no fill was seen', () => {
    const blind = { cost: dec(1002), leg: aLeg(AT + 1000, null) };
    expect(split(blind)).toEqual({ UNEXPLAINED: '-2' });
    const reviewed = result({ leg: aLeg(null, null), proceeds: dec(1000) });
    expect(split({ result: reviewed })).toEqual({ UNEXPLAINED: '-100' });
    // At the same instant nothing has moved, known or not.
    expect(split({ cost: dec(1002), leg: aLeg(AT, null) })).toEqual({ ENTRY_PRICE: '-2' });
  });
});
