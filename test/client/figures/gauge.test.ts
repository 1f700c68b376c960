import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { Exact } from '../../../client/lib/exact.ts';
import Gauge from '../../../client/figures/Gauge.svelte';
import { gaugeScale } from '../../../client/figures/trade-figures.ts';

const at = (text: string) => new Exact(text);

it('is linear from stop to target', () => {
  const scale = gaugeScale(at('8'), at('18'), at('12'), at('13'));
  expect([scale.entry, scale.mark]).toEqual([0.4, 0.5]);
});

it('puts the loss on the left for a short too: its stop is its higher price', () => {
  const scale = gaugeScale(at('3.16'), at('0.56'), at('1.6'), at('2.9'));
  expect(scale.mark).toBeLessThan(scale.entry);
  expect(scale.stopPct?.toNumber()).toBeGreaterThan(0);
});

it('stays at an end that the mark has passed, and works without a mark', () => {
  expect(gaugeScale(at('8'), at('18'), at('12'), at('25')).mark).toBe(1);
  expect(gaugeScale(at('8'), at('18'), at('12'), null)).toMatchObject({
    mark: null,
    stopPct: null,
  });
});

it('describes every level in words, and that the desk watches the stop itself', () => {
  const props = { stop: at('5.90'), target: at('13.50'), entry: at('8.45'), mark: null };
  render(Gauge, { props: { ...props, watched: true } });
  const gauge = screen.getByRole('img');
  expect(gauge.getAttribute('aria-label')).toBe(
    'stop 5.90, entry 8.45, mark unknown, target 13.50',
  );
  expect(gauge.textContent).toContain('watched');
  expect(gauge.querySelector('.needle')).toBeNull();
});
