import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf, readValues } from '../../../client/strategies/grid.ts';
import {
  boundsText,
  faultOf,
  parametersOf,
  sameValue,
  shownValue,
  valueOf,
  type Parameter,
} from '../../../client/strategies/parameters.ts';

/** A strategy kind's JSON Schema with every type of parameter. */
const SCHEMA = {
  type: 'object',
  properties: {
    fast: { type: 'integer', minimum: 1, maximum: 5000, default: 20, description: 'bars' },
    delta: { type: 'number', exclusiveMinimum: 0, maximum: 0.95, default: 0.4, description: '' },
    side: { type: 'string', enum: ['BUY', 'SELL'], default: 'BUY', description: '' },
    quantity: { type: 'string', format: 'decimal', default: '1', description: '' },
    trail: { type: 'boolean', default: false, description: '' },
    note: { type: 'string', default: '', description: '' },
  },
};
const all = parametersOf(SCHEMA);
const of = (name: string): Parameter => all.find((each) => each.name === name)!;

describe('parameters of a kind', () => {
  it('are read from its schema in its order, with default and bounds', () => {
    expect(all.map(({ name, byDefault }) => [name, byDefault])).toEqual([
      ['fast', '20'],
      ['delta', '0.4'],
      ['side', 'BUY'],
      ['quantity', '1'],
      ['trail', 'false'],
      ['note', ''],
    ]);
    expect(['fast', 'delta', 'quantity', 'note'].map((name) => boundsText(of(name)))).toEqual([
      ...['1 to 5,000', 'above 0 to 0.95', 'above 0', ''],
    ]);
    expect(parametersOf(null)).toEqual([]);
    expect(parametersOf({ properties: [] })).toEqual([]);
  });

  it.each([
    ['fast', '', null],
    ['fast', '5,000', null],
    ['fast', '5001', 'Allowed: 1 to 5,000.'],
    ['fast', '0', 'Allowed: 1 to 5,000.'],
    ['fast', '2.5', 'A whole number.'],
    ['fast', 'ten', 'A whole number.'],
    ['delta', '0', 'Allowed: above 0 to 0.95.'],
    ['delta', '0.95', null],
    ['delta', '0.951', 'Allowed: above 0 to 0.95.'],
    ['side', 'HOLD', 'One of BUY, SELL.'],
    ['trail', 'yes', 'One of true, false.'],
    ['quantity', '0', 'A number above 0.'],
    ['quantity', '0.001', null],
    ['note', 'anything', null],
  ])('of %s “%s” says %s', (name, text, fault) => {
    expect(faultOf(of(name), text)).toBe(fault);
  });

  it('are sent as the schema wants them, and lose no digit', () => {
    expect(valueOf(of('fast'), '1,200')).toBe(1200);
    expect(valueOf(of('delta'), '0.30000000000000000004')).toBe('0.30000000000000000004');
    expect(valueOf(of('trail'), 'true')).toBe(true);
    expect(valueOf(of('side'), 'SELL')).toBe('SELL');
    expect(valueOf(of('quantity'), '1.50')).toBe('1.5');
  });

  it('are one value however it is written, and empty is the default', () => {
    expect(sameValue(of('delta'), '0.40', '')).toBe(true);
    expect(sameValue(of('fast'), '1,200', '1200')).toBe(true);
    expect(sameValue(of('fast'), '21', '')).toBe(false);
    expect(sameValue(of('note'), '1', '1.0')).toBe(false);
    expect([shownValue(of('fast'), 5000), shownValue(of('side'), 'BUY')]).toEqual(['5,000', 'BUY']);
  });
});

describe('a grid', () => {
  it('reads values with commas and spans with a step, each value once', () => {
    expect(readValues(of('fast'), '10, 20,30').values).toEqual(['10', '20', '30']);
    expect(readValues(of('fast'), '10 to 50 step 20').values).toEqual(['10', '30', '50']);
    expect(readValues(of('fast'), '10 to 49 step 20').values).toEqual(['10', '30']);
    expect(readValues(of('delta'), '0.1 to 0.3 step 0.1').values).toEqual(['0.1', '0.2', '0.3']);
    expect(readValues(of('delta'), '0.4, 0.40').values).toEqual(['0.4']);
  });

  it.each([
    ['10,,20', 'Values with commas between them.'],
    ['10, 6000', '6000: Allowed: 1 to 5,000.'],
    ['50 to 10 step 5', 'From, to and a step above 0, such as 10 to 50 step 5.'],
    ['10 to 50 step 0', 'From, to and a step above 0, such as 10 to 50 step 5.'],
    ['1 to 99999999999 step 1', 'At most 10,000 values.'],
  ])('says what is wrong with %s', (text, fault) => {
    expect(readValues(of('fast'), text)).toEqual({ values: [], fault });
  });

  it('counts its runs before it starts, ten thousand at most', () => {
    const grid = gridOf(all, { fast: '5, 10, 15', delta: '0.2, 0.4', side: 'BUY, SELL' });
    expect(grid.counts).toEqual([3, 2, 2]);
    expect([grid.runs.toNumber(), grid.fault]).toEqual([12, null]);
    expect(grid.values).toEqual({
      fast: [5, 10, 15],
      delta: ['0.2', '0.4'],
      side: ['BUY', 'SELL'],
    });
    const many = gridOf(all, { fast: '1 to 5000 step 1', side: 'BUY, SELL', trail: 'true,false' });
    expect([many.runs.toNumber(), many.fault]).toEqual([20_000, 'At most 10,000 runs.']);
    expect(gridOf(all, {}).fault).toBe('Give one parameter several values.');
    expect(gridOf(all, { fast: 'x' }).faults).toEqual({ fast: 'x: A whole number.' });
  });

  it('has as many runs as its lists multiply to, whatever the order of their values', () => {
    const values = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(values, fc.subarray(['BUY', 'SELL'], { minLength: 1 }), (fast, side) => {
        const grid = gridOf(all, { fast: fast.join(', '), side: side.join(',') });
        expect(grid.runs.toNumber()).toBe(fast.length * side.length);
        expect(grid.values).toEqual({ fast, side });
      }),
    );
  });
});
