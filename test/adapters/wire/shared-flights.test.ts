import { describe, expect, it } from 'vitest';
import { HostFailure } from '../../../server/adapters/wire/host-failure.ts';
import { SharedFlights } from '../../../server/adapters/wire/shared-flights.ts';
import type { TokenUrgency } from '../../../server/ports/token-market.ts';

interface Flight {
  readonly urgency: TokenUrgency;
  readonly leaves: () => void;
  readonly land: (answer: string) => void;
  readonly fail: (error: Error) => void;
}

function airport() {
  const flights = new SharedFlights<string>();
  const started: Flight[] = [];
  const ask = (urgency: TokenUrgency, question = 'price') =>
    flights.join(question, urgency, (leaves) => {
      const { promise, resolve, reject } = withResolvers();
      started.push({ urgency, leaves, land: resolve, fail: reject });
      return promise;
    });
  return { started, ask };
}

function withResolvers() {
  let resolve!: (answer: string) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<string>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

const putOff = new HostFailure('OVER_QUOTA', 'too many');

describe('a question under way', () => {
  it('is asked once by all who ask it, and anew when it has been answered', async () => {
    const { started, ask } = airport();
    const answers = Promise.all([ask('POLL'), ask('POLL'), ask('POLL', 'another')]);
    expect(started).toHaveLength(2);
    for (const flight of started) flight.land('1');
    expect(await answers).toEqual(['1', '1', '1']);
    void ask('POLL');
    expect(started).toHaveLength(3);
  });

  it('fails for all who asked it', async () => {
    const { started, ask } = airport();
    const answers = Promise.allSettled([ask('POLL'), ask('POLL')]);
    started[0]!.fail(new HostFailure('LATE', 'silent'));
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(started).toHaveLength(1);
  });

  it('does not make an exit wait in a poll’s place in the queue', () => {
    const { started, ask } = airport();
    void ask('POLL');
    void ask('EXIT');
    expect(started.map(({ urgency }) => urgency)).toEqual(['POLL', 'EXIT']);
  });

  it('is joined by an exit once a poll’s request has left', async () => {
    const { started, ask } = airport();
    const poll = ask('POLL');
    started[0]!.leaves();
    const exit = ask('EXIT');
    expect(started).toHaveLength(1);
    started[0]!.land('2');
    expect(await Promise.all([poll, exit])).toEqual(['2', '2']);
  });

  it('is asked anew for an exit when the poll that it joined is put off', async () => {
    const { started, ask } = airport();
    const poll = ask('POLL');
    started[0]!.leaves();
    const exit = ask('EXIT');
    started[0]!.fail(putOff);
    await expect(poll).rejects.toBe(putOff);
    expect(started.map(({ urgency }) => urgency)).toEqual(['POLL', 'EXIT']);
    started[1]!.land('3');
    expect(await exit).toBe('3');
  });
});
