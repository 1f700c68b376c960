import { expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { takeDelivery } from '../../../server/domain/expiry/take-delivery.ts';
import { anOpenTrade } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

it('shares belong to the run of a strategy that placed their option', () => {
  const strategyRun = { runId: 'run-1', strategyId: 's1', version: 2 };
  const print = { price: dec(561), source: 'official', sourceTime: NOON };
  const delivery = { id: 'paper_shares', shares: dec(100), print, at: NOON };
  const of = (option: Parameters<typeof anOpenTrade>[0]) =>
    takeDelivery(anOpenTrade(option), delivery).trade.strategyRun;
  expect(of({ strategyRun })).toEqual(strategyRun);
  expect(of({})).toBeNull();
});
