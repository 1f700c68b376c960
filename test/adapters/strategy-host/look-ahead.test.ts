import { describe, expect, it } from 'vitest';
import { decideTask } from '../../../server/adapters/strategy-host/pool/decide-task.ts';
import { lookAheadOf } from '../../../server/adapters/strategy-host/pool/look-ahead-of.ts';
import { newCells, type DecideAnswer } from '../../../server/adapters/strategy-host/pool/tasks.ts';
import { toPlainJson } from '../../../server/adapters/database/sql/plain-json.ts';
import type { StrategyDefinition } from '../../../server/domain/strategy/definition.ts';
import { StrategyFailed } from '../../../server/ports/backtest-pool.ts';
import { barsOf, kindOf, type Row } from '../../support/values/backtests.ts';

const rows: Row[] = Array.from({ length: 120 }, (_, i) => {
  const price = 100 + Math.round(10 * Math.sin(i / 7));
  return [price, price + 1, price - 1, price];
});
const bars = barsOf(rows);

/** A strategy that trades at each turn of the price that `next` returns. */
function turning(next: (at: number) => number): StrategyDefinition {
  return kindOf(() => ({
    onBar: ({ symbol, at, close }, desk) => {
      const rises = next(at.getTime()) > close;
      if (rises && !desk.position(symbol)) desk.enter({ symbol, side: 'BUY', quantity: '1' });
      if (!rises && desk.position(symbol)) desk.exit(symbol);
    },
  }));
}

const asked = {
  code: { shipped: 'it' },
  ...{ limits: toPlainJson(null), data: { bars: [bars], quotes: null } },
  input: {
    ...{ kindVersion: 'v1', parameters: {}, symbols: ['SPY'], from: 0, to: 1e15 },
    ...{ interval: 'ONE_MINUTE' as const, fillModel: 'TOUCH' as const, cash: '100000', fees: null },
    ...{ slippagePct: '0', seed: 1, dataHash: 'd' },
  },
};

function decider(definitionAt: (cut: number | null) => StrategyDefinition) {
  return (cut: number | null) =>
    decideTask({ ...asked, cut }, newCells(), { it: definitionAt(cut) });
}

async function looked(definitionAt: (cut: number | null) => StrategyDefinition) {
  const decide = decider(definitionAt);
  return lookAheadOf(decide, (await decide(null))!.hash);
}

/** Looks only at the last closes. */
const honest = turning((at) => bars.close[bars.at.indexOf(at) - 1] ?? 0);
/** Looks at the close after the bar that it is shown, as far as the data go. */
const cheater = (until: number | null) =>
  turning((at) => {
    const next = bars.at.indexOf(at) + 1;
    return until !== null && bars.at[next]! >= until ? 0 : (bars.close[next] ?? 0);
  });

describe('a look for the future', () => {
  it('passes a run that decides by the past alone', async () => {
    const whole = await decider(() => honest)(null);
    expect(whole!.decided.length).toBeGreaterThan(4);
    expect(await looked(() => honest)).toBe('NONE');
  });

  it('finds a run that decides otherwise where the data end', async () => {
    expect(await looked(cheater)).toBe('LEAKS');
  });

  it('finds a run that fails for want of the future', async () => {
    const broken = kindOf(() => ({
      onBar: () => {
        throw new Error('no more');
      },
    }));
    const decide = (cut: number | null): Promise<DecideAnswer | null> =>
      decider(() => (cut === null ? honest : broken))(cut).catch((error: Error) => {
        throw new StrategyFailed(error.message);
      });
    expect(await lookAheadOf(decide, (await decide(null))!.hash)).toBe('LEAKS');
  });

  it('says nothing where the run is another one by now, or is ended', async () => {
    expect(
      await lookAheadOf(
        decider(() => honest),
        'another',
      ),
    ).toBeNull();
    expect(await lookAheadOf(() => Promise.resolve(null), 'any')).toBeNull();
    const whole = (await decider(() => honest)(null))!;
    const ended = (cut: number | null) => Promise.resolve(cut === null ? whole : null);
    expect(await lookAheadOf(ended, whole.hash)).toBeNull();
  });

  it('leaves it to the caller where the desk itself is at fault', async () => {
    const whole = (await decider(() => honest)(null))!;
    const failing = (cut: number | null) =>
      cut === null ? Promise.resolve(whole) : Promise.reject(new Error('no thread'));
    await expect(lookAheadOf(failing, whole.hash)).rejects.toThrow('no thread');
  });
});
