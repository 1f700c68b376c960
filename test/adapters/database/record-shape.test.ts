import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { fromColumns, type Shape } from '../../../server/adapters/database/sql/record-shape.ts';
import { dec, type Decimal } from '../../../server/domain/decimal.ts';

interface Wide {
  readonly state: string;
  readonly id: string;
  readonly price: Decimal | null;
  readonly at: Date | null;
  readonly ratio: number | null;
  readonly isKept: boolean | null;
  readonly tags: readonly string[] | null;
}
const WIDE: Shape<Wide> = {
  ...{ state: 'text', id: 'text', price: 'decimal', at: 'time' },
  ...{ ratio: 'number', isKept: 'flag', tags: 'json' },
};
const ID = 'paper_01JQ0000000000000000000001';
const row = (parts: object = {}) => ({
  ...{ state: 'OPEN', id: ID, price: '1.50', at: 1_773_158_400_000 },
  ...{ ratio: 0.5, is_kept: 1, tags: '["a"]', ...parts },
});
const read = (parts: object = {}) => fromColumns<Wide>(row(parts), WIDE);

describe('records that are read of rows', () => {
  it('are what the columns say, and null where they are', () => {
    const [state, id] = ['OPEN', ID];
    const at = new Date(1_773_158_400_000);
    expect(read()).toEqual({
      state,
      id,
      price: dec('1.50'),
      at,
      ratio: 0.5,
      isKept: true,
      tags: ['a'],
    });
    const none = { price: null, at: null, ratio: null, is_kept: null, tags: null };
    const absent = { price: null, at: null, ratio: null, isKept: null, tags: null };
    expect(read(none)).toEqual({ state, id, ...absent });
    expect(read()).toEqual(read());
  });

  it('share decimals and times that are equal, and nothing that may be changed', () => {
    const [one, other] = [read(), read()];
    expect(one.price).toBe(other.price);
    expect(one.at).toBe(other.at);
    expect(one.tags).not.toBe(other.tags);
    expect(read({ price: '1.51' }).price).toEqual(dec('1.51'));
    expect(read({ at: 1 }).at).toEqual(new Date(1));
  });

  it('share what they know when it is forgotten, too', () => {
    for (let at = 0; at < 25_000; at += 1)
      expect(read({ price: `${at}.25` }).price?.toFixed()).toBe(`${at}.25`);
    expect(read().price).toBe(read().price);
  });

  it('share one layout in memory, whatever is in them and once they are frozen', () => {
    setFlagsFromString('--allow-natives-syntax');
    const haveSameMap = runInNewContext('(a, b) => %HaveSameMap(a, b)') as (
      ...of: object[]
    ) => boolean;
    const others = [{}, { price: null }, { at: null, ratio: 7 }, { ratio: null, tags: null }];
    const records = Array.from({ length: 20 }, () => others.map((parts) => read(parts))).flat();
    for (const each of records) Object.freeze(Object.assign(each, { rest: records.length }));
    const [first] = records;
    expect(records.every((each) => haveSameMap(first!, each))).toBe(true);
  });
});
