import { expect, it } from 'vitest';
import { KeptAccounts } from '../../../server/adapters/simulated/kept-accounts.ts';
import { entry, VenueScene } from '../../support/desks/venue-scene.ts';

/** An account that counts as four: itself and its three orders. */
function account() {
  const scene = new VenueScene();
  for (let placed = 0; placed < 3; placed += 1) scene.submit('SINGLE', [entry(1, '0.01')]);
  return { version: 1, state: scene.state, ended: null, unmarked: [] };
}

it('keeps the accounts last used, up to so many orders', () => {
  const kept = new KeptAccounts(12);
  for (const name of ['ann', 'bob', 'cyd']) kept.set(name, account());
  kept.set('ann', kept.get('ann')!);
  kept.set('dan', account());
  expect(['ann', 'bob', 'cyd', 'dan'].map((name) => kept.get(name) !== null)).toEqual([
    true,
    false,
    true,
    true,
  ]);
  const over = { since: new Date(0), orders: account().state.orders };
  kept.set('dan', { ...account(), ended: over });
  expect(kept.get('cyd')).toBeNull();
});

it('keeps no account that is larger than all it may keep', () => {
  const kept = new KeptAccounts(3);
  kept.set('ann', account());
  expect(kept.get('ann')).toBeNull();
  kept.set('bob', { ...account(), state: { ...account().state, orders: [] } });
  expect(kept.get('bob')).not.toBeNull();
});
