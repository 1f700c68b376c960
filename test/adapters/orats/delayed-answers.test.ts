import { expect, it } from 'vitest';
import { DelayedAnswers } from '../../../server/adapters/orats/delayed-answers.ts';

it('keeps an answer for its time, and one that there is no quote', () => {
  const answers = new DelayedAnswers(1_000);
  answers.set('KO', null, 0);
  expect(answers.get('KO', 999)).toBeNull();
  expect(answers.get('KO', 1_000)).toBeUndefined();
  expect(answers.get('PEP', 0)).toBeUndefined();
});

it('forgets all that no longer stands', () => {
  const answers = new DelayedAnswers(1_000);
  for (let at = 0; at < 10_000; at += 1) answers.set(`S${at}`, null, at);
  answers.set('S9500', null, 10_000);
  expect(answers.size).toBe(999);
  expect(answers.get('S9500', 10_999)).toBeNull();
});
