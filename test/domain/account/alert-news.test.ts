import { describe, expect, it } from 'vitest';
import { isNews, type LastAlert, type Severity } from '../../../server/domain/account/alert.ts';

const read = (parts: Partial<LastAlert> = {}): LastAlert => {
  return { severity: 'WARNING', condition: null, isRead: true, ...parts };
};
const open = (parts: Partial<LastAlert> = {}) => read({ isRead: false, ...parts });

describe('an alert is news', () => {
  it.each<[string, { condition?: string; severity?: Severity }, LastAlert | null, boolean]>([
    ['where nothing was told', {}, null, true],
    ['of another moment, once the last was read', {}, read(), true],
    ['of another moment, not before', {}, open(), false],
    ['that is worse, read or not', { severity: 'CRITICAL' }, open(), true],
    ['that is milder, not before the graver one is read', { severity: 'INFO' }, open(), false],
    ['of what lasts, not once more', { condition: '1000' }, read({ condition: '1000' }), false],
    ['of what lasts, not twice', { condition: '1000' }, open({ condition: '1000' }), false],
    ['of what lasts, changed', { condition: '1050' }, read({ condition: '1000' }), true],
    [
      'of what lasts, changed before it was read',
      { condition: '2' },
      open({ condition: '1' }),
      true,
    ],
    [
      'of what lasts, worse',
      { condition: '1', severity: 'CRITICAL' },
      read({ condition: '1' }),
      true,
    ],
  ])('%s', (_, parts, last, news) => {
    expect(isNews({ severity: 'WARNING', ...parts }, last)).toBe(news);
  });
});
