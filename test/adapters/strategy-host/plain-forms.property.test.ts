import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CsvRows } from '../../../server/adapters/strategy-host/import/csv-rows.ts';
import { instantOf } from '../../../server/adapters/strategy-host/import/instant.ts';

it('an instant in UTC is what Date makes of it, one day after the other', () => {
  const years = { min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true };
  fc.assert(
    fc.property(fc.array(fc.date(years), { minLength: 1 }), (times) => {
      for (const time of times) {
        const text = `${time.toISOString().slice(0, 19)}Z`;
        expect(instantOf(text)).toBe(Date.parse(text));
      }
    }),
  );
  const known = '2024-01-02';
  expect(instantOf(`${known}T00:00:00Z`)).toBe(Date.parse(known));
  for (const time of [
    '24:00:00',
    '12:60:00',
    '12:00:60',
    '1a:00:00',
    '12-00:00',
    '12:00-00',
    '/0:00:00',
  ])
    expect(instantOf(`${known}T${time}Z`), time).toBeNull();
  for (const date of ['2024-02-30', '2024-13-01', '1899-12-31', '2200-01-01', 'x024-01-01'])
    expect(instantOf(`${date}T00:00:00Z`), date).toBeNull();
});

it('rows are the same in whatever pieces they come, quoted ones among them', () => {
  const cell = fc.constantFrom('a', '"b,1"', '"c\nd"', '"e""f"', 'g h');
  const lines = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 8 });
  fc.assert(
    fc.property(lines, fc.array(fc.nat(100)), (rows, cuts) => {
      const text = rows.map((cells) => cells.join(',')).join('\n');
      const found: string[][] = [];
      const reader = new CsvRows((cells) => found.push([...cells]));
      let from = 0;
      for (const cut of cuts.toSorted((a, b) => a - b)) {
        reader.add(text.slice(from, Math.max(from, cut)));
        from = Math.max(from, cut);
      }
      reader.add(text.slice(from));
      reader.end();
      const plain = (of: string) => of.replace(/^"|"$/g, '').replace('""', '"');
      expect(found).toEqual(rows.map((cells) => cells.map(plain)));
    }),
  );
});
