import { describe, expect, it } from 'vitest';
import { isNews, type LastAlert, type Severity } from '../../../server/domain/account/alert.ts';

const read = (parts: Partial<LastAlert> = {}): LastAlert => {
  return { severity: 'WARNING', condition: null, isRead: true, ...parts };
};
const open = (parts: Partial<LastAlert> = {}) => read({ isRead: false, ...parts });

describe('an alert is news', () => {
  it.each<[string, { condition?: string; severity?: Severity }, LastAlert | null, boolean]>([
    ['when none was raised before', {}, null, true],
    ['for a new event, once the last was read', {}, read(), true],
    ['for a new event, not before the last was read', {}, open(), false],
    ['when it is worse, read or not', { severity: 'CRITICAL' }, open(), true],
    [
      'when it is milder, not before the more severe one is read',
      { severity: 'INFO' },
      open(),
      false,
    ],
    [
      'for a lasting condition, not again once it was read',
      { condition: '1000' },
      read({ condition: '1000' }),
      false,
    ],
    [
      'for a lasting condition, not twice',
      { condition: '1000' },
      open({ condition: '1000' }),
      false,
    ],
    [
      'for a lasting condition that changed',
      { condition: '1050' },
      read({ condition: '1000' }),
      true,
    ],
    [
      'for a lasting condition that changed before it was read',
      { condition: '2' },
      open({ condition: '1' }),
      true,
    ],
    [
      'for a lasting condition that got worse',
      { condition: '1', severity: 'CRITICAL' },
      read({ condition: '1' }),
      true,
    ],
  ])('%s', (_, parts, last, news) => {
    expect(isNews({ severity: 'WARNING', ...parts }, last)).toBe(news);
  });
});
