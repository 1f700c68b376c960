import { describe, expect, it } from 'vitest';
import { tripsOf, type SwitchCause } from '../../../client/safety/trips.ts';

const cause = (parts: Partial<SwitchCause>): SwitchCause => ({
  ...{ kind: 'CLOCK_OFF', subject: '', words: 'The desk’s clock is 31 s behind the venue’s.' },
  ...{ since: '2026-03-10T16:00:00Z', trippedAt: '2026-03-10T16:00:00Z', endedAt: null },
  ...parts,
});
const shown = (...causes: SwitchCause[]) =>
  tripsOf('REAL', causes).map(({ kind, causes: found }) => `${kind} ${found.length}`);

describe('what trips a switch by itself', () => {
  it('is all in REAL, and a broken log alone in PAPER', () => {
    expect(tripsOf('REAL', [])).toHaveLength(8);
    expect(tripsOf('PAPER', []).map(({ kind }) => kind)).toEqual(['LOG_BROKEN']);
  });

  it('shows what lasts first, then what is over, each with all its causes', () => {
    const list = shown(
      cause({ kind: 'FAILED_SENDS', endedAt: '2026-03-10T16:05:00Z' }),
      cause({ kind: 'ORDER_UNKNOWN', subject: 'tb-1' }),
      cause({ kind: 'ORDER_UNKNOWN', subject: 'tb-2', endedAt: '2026-03-10T16:05:00Z' }),
    );
    expect(list.slice(0, 3)).toEqual(['ORDER_UNKNOWN 2', 'FAILED_SENDS 1', 'DAILY_LOSS 0']);
  });
});
