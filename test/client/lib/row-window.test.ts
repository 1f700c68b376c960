import { expect, it } from 'vitest';
import { RowWindow } from '../../../client/lib/row-window.svelte.ts';

const linesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ key: `t${i}`, isGroup: i % 50 === 0 }));

it('draws a short list completely', () => {
  const lines = linesOf(60);
  expect(new RowWindow(() => lines).drawn).toEqual({ lines, from: 0, above: 0, below: 0 });
});

it('draws the part of a long list near the screen, and reserves space for the rest', () => {
  const lines = linesOf(500);
  const { drawn } = new RowWindow(() => lines);
  const heightOf = (some: typeof lines) =>
    some.reduce((sum, { isGroup }) => sum + (isGroup ? 21 : 37), 0);
  expect(drawn.lines.length).toBeGreaterThan(innerHeight / 37);
  expect(drawn.lines.length).toBeLessThan(100);
  expect(drawn.lines).toEqual(lines.slice(drawn.from, drawn.from + drawn.lines.length));
  expect(drawn.above + heightOf([...drawn.lines]) + drawn.below).toBe(heightOf(lines));
});
