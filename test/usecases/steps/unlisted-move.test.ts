import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyEntryFill } from '../../../server/domain/trade/apply-fill.ts';
import { UnlistedMove } from '../../../server/domain/trade/trade-draft.ts';
import { changeTrade } from '../../../server/usecases/steps/change-trade.ts';
import type { ChangeKind } from '../../../server/usecases/steps/decision.ts';
import { freshBook, type FreshBook } from '../../support/databases/fresh-book.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';
import { aClosedTrade, keep, anExecution } from '../../support/values/builders.ts';

const EXPIRED = aClosedTrade('0', '0.35', { status: 'EXPIRED_OTM', closeReason: 'EXPIRED_OTM' });
const FILL = anExecution(1, '1.10', '0.35');
const BY = { at: NOON, actor: 'venue' };

/** A defect of the desk: an unforeseen fill opens an expired trade. */
const MISBOOK: ChangeKind<object> = {
  name: 'MISBOOK',
  take: (draft) => {
    draft.set(applyEntryFill(draft.trade, FILL));
    draft.become('OPEN', { closeReason: null }).record('ENTRY_FILLED', 'Entry filled.');
  },
};

const misbook = (deps: Parameters<typeof changeTrade>[0]) =>
  changeTrade(deps, { username: 'ada', id: EXPIRED.id }, BY, MISBOOK, () => ({}));

let fresh: FreshBook;
beforeEach(async () => {
  fresh = await freshBook();
  await fresh.book.change('ada', (change) => keep(change, null, EXPIRED));
});
afterEach(() => fresh.close());

const stored = async () => (await fresh.book.read('ada').trade(EXPIRED.id))!.trade;
const alerts = async () => {
  const { items } = await fresh.book.read('ada').alerts(true, { first: 10, after: null });
  return items.map(({ item }) => `${item.severity} ${item.kind}: ${item.message}`);
};

it('by default throws and stores nothing', async () => {
  const { book } = fresh;
  await expect(misbook({ book })).rejects.toThrow(UnlistedMove);
  expect(await stored()).toMatchObject({ status: 'EXPIRED_OTM', version: 1 });
  expect(await alerts()).toEqual([]);
});

it('books the fill, asks for review and alerts, on a served desk', async () => {
  const deps = { book: fresh.book, onUnlistedMove: 'REVIEW' } as const;
  await misbook(deps);
  const trade = await stored();
  expect(trade).toMatchObject({ status: 'NEEDS_REVIEW', phase: 'OPEN' });
  expect([trade.openQuantity, trade.openCost].map(String)).toEqual(['1', '110']);
  expect(await alerts()).toEqual([
    'CRITICAL NEEDS_REVIEW: EXPIRED_OTM → OPEN is no legal move of a trade. The money stands as booked.',
  ]);
});
