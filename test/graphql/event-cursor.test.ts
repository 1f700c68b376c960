import { describe, expect, it } from 'vitest';
import { eventCursor, placeOf } from '../../server/graphql/streams/event-cursor.ts';

const hashOf = (sequence: number) => sequence.toString(16).padStart(64, '0');
const placeAt = (sequence: number) => ({ sequence, hash: hashOf(sequence) });
const plain = (text: string) => Buffer.from(text).toString('base64url');

describe('a cursor', () => {
  const log = { end: 12, hashAt: async (sequence: number) => hashOf(sequence) };

  it('survives a round trip', async () => {
    expect(await placeOf(eventCursor('REAL', placeAt(12)), 'REAL', log)).toEqual(placeAt(12));
    expect(await placeOf(eventCursor('REAL', placeAt(0)), 'REAL', log)).toEqual(placeAt(0));
  });

  it('of an earlier version, with a number alone, continues from there', async () => {
    expect(await placeOf(plain('PAPER:7'), 'PAPER', log)).toEqual(placeAt(7));
  });

  it.each([
    ['another book’s', eventCursor('REAL', placeAt(1))],
    ['one beyond the end', eventCursor('PAPER', placeAt(13))],
    ['an old one beyond the end', plain('PAPER:13')],
    ['of a diverged log', eventCursor('PAPER', { sequence: 3, hash: hashOf(4) })],
    ['nonsense', '???'],
    ['nothing', ''],
    ['a number', '5'],
    ['one in other letters', plain('PAPER:007x')],
    ['one with a truncated hash', eventCursor('PAPER', placeAt(3)).slice(0, -4)],
    ['a padded one', `${eventCursor('PAPER', placeAt(3))}==`],
  ])('is refused when it is %s', async (_what, cursor) => {
    await expect(placeOf(cursor, 'PAPER', log)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'after is no cursor of this log',
    });
  });

  it('is refused when the log has no such event', async () => {
    const cut = { end: 12, hashAt: async () => null };
    await expect(placeOf(plain('PAPER:7'), 'PAPER', cut)).rejects.toThrow('no cursor of this log');
  });
});
