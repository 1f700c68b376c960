import { expect, it } from 'vitest';
import { rehearsalOf, shortHash, sizeName } from '../../../client/safety/describe-backup.ts';

it.each([
  [0, '0.0 kB'],
  [820, '0.8 kB'],
  [9_949, '9.9 kB'],
  [820_000, '820 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [7_400_000, '7.4 MB'],
  [148_000_000, '148 MB'],
  [1_200_000_000, '1.2 GB'],
  [5e15, '5000 TB'],
])('%d bytes are %s', (bytes, name) => {
  expect(sizeName(bytes)).toBe(name);
});

it('a hash is known by its ends', () => {
  expect(shortHash(`e41c${'0'.repeat(56)}90aa`)).toBe('e41c…90aa');
});

it('a rehearsal that failed is lit and says why; none is neither good nor bad', () => {
  const at = '2026-03-10T16:06:00Z';
  const found = (passed: boolean) =>
    rehearsalOf({ rehearsal: { at, passed, finding: 'The file is missing.' } }, 'UTC');
  expect(found(true)).toMatchObject({ glyph: 'ok', lit: false });
  expect(found(true).text).toMatch(/^restored .*16:06.*, same hash$/);
  expect(found(false)).toEqual({
    ...{ glyph: 'cross', lit: true },
    text: 'cannot be restored: The file is missing.',
  });
  expect(rehearsalOf({ rehearsal: null }, 'UTC')).toMatchObject({ glyph: 'waiting', lit: false });
});
