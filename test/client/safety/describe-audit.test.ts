import { expect, it } from 'vitest';
import { whoDid } from '../../../client/safety/describe-audit.ts';

it.each([
  ['user:ada', 'you'],
  ['user:ben', 'ben'],
  ['mcp:ada', 'you, by an assistant'],
  ['mcp:ben', 'ben, by an assistant'],
  ['strategy:strategy_1', 'a strategy'],
  ['desk', 'desk'],
  ['ada', 'ada'],
])('%s is %s to ada', (actor, shown) => {
  expect(whoDid(actor, 'ada')).toBe(shown);
});
