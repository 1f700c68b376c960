import { render } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import AskedPanel from '../../../client/strategies/AskedPanel.svelte';
import { askedName } from '../../../client/strategies/asked-names.ts';

const LIMITS = {
  ...{ maxOpenTrades: 1, maxTradesPerDay: 1, maxPerUnderlying: 1, maxPositionCost: 1 },
  ...{ maxOrderCost: 1, maxDailyLoss: 1, maxDrawdown: 1, maxConsecutiveLosses: 1 },
  ...{ lossCooldownMinutes: 1, maxExposure: 1, maxSlippagePct: 1, maxPriceImpactPct: 1 },
  minPriceConfidence: 1,
};
/** Every field that the desk stores of a run's input. */
const INPUT = {
  ...{ strategyId: '7', strategyVersion: 2, kind: 'sma-cross', kindVersion: 'a'.repeat(64) },
  ...{ parameters: { fast: 5 }, interval: 'ONE_DAY', dataHash: 'b'.repeat(64), limits: LIMITS },
  ...{ symbols: ['SPY'], from: '2024-01-02', to: '2024-02-02', fillModel: 'CALIBRATED' },
  ...{ fillFit: { buys: 1, sells: 2 }, cash: '1', dataSet: 'spy', slippagePct: '0.1', seed: 1 },
  fees: { perUnit: '1', pct: '1', minimum: '1' },
};

it('a run says all that it was made with in words, no field by its raw name', () => {
  const { container } = render(AskedPanel, {
    run: { input: INPUT, hash: 'c'.repeat(64) } as never,
  });
  const names = [...container.querySelectorAll('dt')].map(({ textContent }) => textContent);
  expect(names).toContain('Code of the kind');
  expect(names).toContain('Slippage on bars, %');
  expect(names).toContain('Parameter fast');
  expect(names).toHaveLength(34);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) {
    expect(name).toMatch(/^[A-Z]/);
    if (!name.startsWith('Parameter ')) expect(name).not.toMatch(/[a-z][A-Z]|\w\.\w/);
  }
});

it('what a newer desk adds is spaced', () => {
  expect(askedName('newField.pctOfAll')).toBe('New field, pct of all');
});
