import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { TradeEvent, TradeEventType } from '../../../server/domain/trade/trade-event.ts';
import { storySteps } from '../../../server/domain/trade/trade-story.ts';
import { NO_BRACKET, type Trade } from '../../../server/domain/trade/trade.ts';
import { aClosedTrade, anEvent, anOpenTrade, aTrade } from '../../support/values/builders.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

function event(
  sequence: number,
  type: TradeEventType,
  trade: Trade,
  seconds: number,
  actor = 'desk',
): TradeEvent {
  const occurredAt = new Date(NOON.getTime() + seconds * 1000);
  return { ...anEvent(trade, type), occurredAt, actor, sequence, hash: `hash-${sequence}` };
}

const bracket = { ...NO_BRACKET, stopLoss: dec('1.20'), takeProfit: dec('2.00') };
const LIFE = [
  event(3, 'INTENT_STORED', aTrade(), 0, 'user:ada'),
  event(4, 'ENTRY_FILLED', anOpenTrade({ protection: 'WATCHED' }), 2, 'venue'),
  event(9, 'EXITS_STANDING', anOpenTrade({ bracket, protection: 'VENUE' }), 5),
  event(12, 'CLOSED', aClosedTrade('180', '1.30', { bracket, protection: 'VENUE' }), 600, 'venue'),
];

describe('the story of a trade', () => {
  it('has a step for each event: who, when, how long after, and what it changed', () => {
    const [placed, filled, guarded, closed] = storySteps(LIFE);
    expect(placed).toMatchObject({ sequence: 3, by: 'user:ada', secondsSince: null, changes: [] });
    expect(filled).toMatchObject({ type: 'ENTRY_FILLED', by: 'venue', secondsSince: 2 });
    expect(filled?.changes).toEqual([
      { field: 'status', before: 'PENDING', after: 'OPEN' },
      { field: 'filledQuantity', before: '0', after: '1' },
      { field: 'openQuantity', before: '0', after: '1' },
      { field: 'protection', before: 'NONE', after: 'WATCHED' },
    ]);
    expect(guarded?.changes).toEqual([
      { field: 'stopLoss', before: null, after: '1.2' },
      { field: 'takeProfit', before: null, after: '2' },
      { field: 'protection', before: 'WATCHED', after: 'VENUE' },
    ]);
    expect(closed).toMatchObject({ sequence: 12, secondsSince: 595 });
    expect(closed?.changes).toContainEqual({ field: 'realizedPnl', before: '0', after: '30' });
    expect(closed?.changes).toContainEqual({ field: 'fees', before: '0', after: '1.3' });
  });

  it('tells moves of a trailing stop in a row as one step', () => {
    const at = (stop: string) => anOpenTrade({ bracket: { ...bracket, stopLoss: dec(stop) } });
    const steps = storySteps([
      event(1, 'ENTRY_FILLED', at('1.20'), 0),
      event(2, 'STOP_TRAILED', at('1.30'), 10),
      event(3, 'STOP_TRAILED', at('1.40'), 20),
      event(5, 'STOP_TRAILED', at('1.50'), 30),
      event(6, 'EXITS_STANDING', at('1.50'), 40),
      event(7, 'STOP_TRAILED', at('1.60'), 50),
    ]);
    expect(steps.map(({ sequence, lines }) => [sequence, lines])).toEqual([
      [1, 1],
      [5, 3],
      [6, 1],
      [7, 1],
    ]);
    expect(steps[1]).toMatchObject({ secondsSince: 10, message: expect.any(String) as string });
    expect(steps[1]?.changes).toEqual([{ field: 'stopLoss', before: '1.2', after: '1.5' }]);
    expect(steps[2]).toMatchObject({ secondsSince: 10, changes: [] });
  });

  it('leaves out no line of the log, and its changes lead from the first to the last', () => {
    const someEvent = fc.record({
      type: fc.constantFrom<TradeEventType>('STOP_TRAILED', 'ENTRY_FILLED', 'FEE_CHARGED'),
      stop: fc.option(fc.integer({ min: 1, max: 9 })),
      fees: fc.integer({ min: 0, max: 3 }),
      held: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(someEvent, { minLength: 1, maxLength: 30 }), (drawn) => {
        const events = drawn.map(({ type, stop, fees, held }, at) => {
          const stopLoss = stop === null ? null : dec(stop);
          const parts = { bracket: { ...bracket, stopLoss }, fees: dec(fees) };
          return event(at + 1, type, anOpenTrade({ ...parts, openQuantity: dec(held) }), at);
        });
        const steps = storySteps(events);
        expect(steps.reduce((sum, { lines }) => sum + lines, 0)).toBe(events.length);
        const figures = new Map<string, string | null>();
        for (const { field, before, after } of steps.flatMap(({ changes }) => changes)) {
          if (figures.has(field)) expect(figures.get(field)).toBe(before);
          figures.set(field, after);
        }
        const last = events.at(-1)!.trade;
        const shown = { fees: last.fees, openQuantity: last.openQuantity };
        for (const [field, value] of Object.entries(shown)) {
          if (figures.has(field)) expect(figures.get(field)).toBe(value.toFixed());
        }
      }),
    );
    expect(storySteps([])).toEqual([]);
  });
});
