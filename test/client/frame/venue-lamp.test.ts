import { expect, it } from 'vitest';
import { venueLamp } from '../../../client/frame/lamp-states.ts';
import type { DeskStatusFragment } from '../../../client/gql/graphql.ts';

const status = (some: Partial<DeskStatusFragment>) =>
  ({ venue: 'TRADIER_LIVE', simulated: false, ...some }) as DeskStatusFragment;

it('the venue of REAL is that of what is connected, and no broker where only a wallet is', () => {
  const textOf = (real: readonly string[] | null) =>
    venueLamp(status({ mode: 'REAL' }), undefined, real).text;
  expect(textOf(['Jupiter'])).toBe('Jupiter');
  expect(textOf(['Tradier production', 'Jupiter'])).toBe('Tradier production, Jupiter');
  expect(textOf([])).toBe('— unknown');
  expect(textOf(null)).toBe('not connected');
});

it('the venue of PAPER is the one where its orders go', () => {
  const paper = status({ mode: 'PAPER', venue: 'TRADIER_SANDBOX' });
  expect(venueLamp(paper, undefined, null).text).toBe('Tradier sandbox');
});
