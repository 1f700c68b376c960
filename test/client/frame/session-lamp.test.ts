import { expect, it } from 'vitest';
import { sessionLamp } from '../../../client/frame/lamp-states.ts';
import type { DeskStatusFragment } from '../../../client/gql/graphql.ts';

const NOW = Date.parse('2026-03-10T15:00:00Z');
const lampOf = (sessionSource: string, sessionUnconfirmed: boolean) =>
  sessionLamp(
    {
      marketSession: 'REGULAR',
      nextSessionChange: '2026-03-10T20:00:00Z',
      sessionSource,
      sessionUnconfirmed,
    } as DeskStatusFragment,
    NOW,
  );

it('names the source of the session', () => {
  const lamp = lampOf('Tradier’s clock', false);
  expect(lamp.text).toMatch(/^Regular · closes /);
  expect([lamp.tip, lamp.lit]).toEqual(['Hours by Tradier’s clock', undefined]);
});

it('is lit when the venue did not answer, or is not trusted', () => {
  const lamp = lampOf('the desk’s calendar (it does not answer)', true);
  expect([lamp.tip, lamp.lit]).toEqual([
    'Hours by the desk’s calendar (it does not answer)',
    'caution',
  ]);
});

it('is not lit when no venue reports sessions', () => {
  expect(lampOf('the desk’s calendar (Tradier has none)', false).lit).toBeUndefined();
});
