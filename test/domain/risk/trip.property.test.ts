import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KillSwitchLevel } from '../../../server/domain/account/account.ts';
import {
  causeKey,
  judgeCauses,
  lasts,
  type KnownCause,
  type Sign,
} from '../../../server/domain/risk/trip.ts';

const SIGNS: readonly Sign[] = [
  { kind: 'DAILY_LOSS', subject: '2026-03-10', state: 'STANDS', words: 'a' },
  { kind: 'ORDER_UNKNOWN', subject: 'tb-1', state: 'STANDS', words: 'b' },
  { kind: 'ORDER_UNKNOWN', subject: 'tb-2', state: 'STANDS', words: 'c' },
];

type Act =
  | { readonly kind: 'appears' | 'ends' | 'blurs'; readonly cause: number }
  | { readonly kind: 'person'; readonly level: KillSwitchLevel }
  | { readonly kind: 'look' };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('appears', 'ends', 'blurs'),
    cause: fc.nat({ max: SIGNS.length - 1 }),
  }),
  fc.record({
    kind: fc.constant('person' as const),
    level: fc.constantFrom<KillSwitchLevel>('OFF', 'HALT_ENTRIES', 'HALT_ALL'),
  }),
  fc.constant({ kind: 'look' as const }),
);

/** A book with its switch, and what a plain reader of the rules expects of it. */
class Scene {
  known: readonly KnownCause[] = [];
  level: KillSwitchLevel = 'OFF';
  trips = 0;
  alerts = 0;
  #now = 0;
  readonly #states = new Map<number, 'STANDS' | 'UNCLEAR'>();
  /** Causes that still lasted at the last look. */
  readonly #seen = new Set<number>();
  expectedTrips = 0;
  expectedAlerts = 0;
  expectedLevel: KillSwitchLevel = 'OFF';

  do(each: Act): void {
    this.#now += 1000;
    if (each.kind === 'appears') this.#states.set(each.cause, 'STANDS');
    else if (each.kind === 'blurs') this.#states.set(each.cause, 'UNCLEAR');
    else if (each.kind === 'ends') this.#states.delete(each.cause);
    else if (each.kind === 'person') {
      this.level = this.expectedLevel = each.level;
      if (each.level === 'OFF') this.known = this.known.filter(lasts);
    } else {
      this.#expect();
      this.#look();
    }
  }

  #expect(): void {
    const fresh = [...this.#states].filter(
      ([cause, state]) => state === 'STANDS' && !this.#seen.has(cause),
    );
    this.expectedAlerts += fresh.length;
    if (fresh.length > 0 && this.expectedLevel === 'OFF') {
      this.expectedTrips += 1;
      this.expectedLevel = 'HALT_ENTRIES';
    }
    for (const [cause] of fresh) this.#seen.add(cause);
    for (const cause of [...this.#seen]) if (!this.#states.has(cause)) this.#seen.delete(cause);
  }

  #look(): void {
    const signs = [...this.#states].map(([cause, state]) => ({ ...SIGNS[cause]!, state }));
    const { known, level: killSwitch } = this;
    const { begun, ended, gone, switchTo } = judgeCauses({
      ...{ known, signs, killSwitch, at: new Date(this.#now) },
    });
    const changed = new Set([...begun, ...ended, ...gone].map(causeKey));
    this.known = [...known.filter((one) => !changed.has(causeKey(one))), ...ended, ...begun];
    this.alerts += begun.length;
    if (switchTo === null) return;
    this.level = switchTo;
    this.trips += 1;
  }
}

describe('a switch that trips itself', () => {
  it('trips once for each cause that begins, and never against a person’s word', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const scene = new Scene();
        for (const each of acts) {
          const before = scene.level;
          scene.do(each);
          expect([scene.level, scene.trips, scene.alerts]).toEqual([
            scene.expectedLevel,
            scene.expectedTrips,
            scene.expectedAlerts,
          ]);
          if (each.kind === 'look' && scene.level !== before)
            expect([before, scene.level]).toEqual(['OFF', 'HALT_ENTRIES']);
          const keys = scene.known.map(causeKey);
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps what tripped it until a person lowers it, also after its end', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const scene = new Scene();
        for (const each of acts) {
          scene.do(each);
          const over = scene.known.filter((cause) => !lasts(cause));
          if (scene.level === 'OFF') expect(over).toEqual([]);
          for (const { trippedAt } of over) expect(trippedAt).not.toBeNull();
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
