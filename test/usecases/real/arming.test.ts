import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlArmings } from '../../../server/adapters/database/book/sql-armings.ts';
import { disarmForCredentials } from '../../../server/usecases/book/disarm-for-credentials.ts';
import { disarmAtStart } from '../../../server/usecases/book/disarm-at-start.ts';
import { Refusal } from '../../../server/domain/refusal.ts';
import { databases } from '../../support/databases/databases.ts';
import { BEN, codeOf, RealDesk } from '../../support/desks/real-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';
import { NOON } from '../../support/fakes/fake-clock.ts';

const HOUR_MS = 3_600_000;
const UNTIL = new Date(NOON.getTime() + 8 * HOUR_MS);

describe.each(databases())('arming, on %s', (_, open) => {
  let r: RealDesk;
  beforeEach(async () => {
    r = await RealDesk.start(open);
  });
  afterEach(() => r.stop());

  it('is by the phrase that names the account, and every server shows it until when', async () => {
    const before = { armed: false, armedUntil: null, armPhrase: r.phrase };
    expect([await r.status(), await r.status(BEN)]).toEqual([before, before]);
    await r.arm();
    const armed = { armed: true, armedUntil: UNTIL, armPhrase: r.phrase };
    for (const at of [0, 1]) {
      expect(await r.status(undefined, at)).toEqual(armed);
      expect(await r.status(BEN, at)).toEqual(before);
    }
  });

  it('names all that would be armed', async () => {
    const wallet = { venue: 'JUPITER', account: '9xQe' } as const;
    r.named = [wallet, ...r.named];
    const both = `${r.phrase} AND WALLET 9xQe`;
    expect((await r.status()).armPhrase).toBe(both);
    expect(await codeOf(r.arm())).toBe('BAD_USER_INPUT');
    await r.servers[0].account.arm({ username: 'ada', role: 'ADMIN', demo: false }, both);
    expect(r.proofs).toBe(2);
  });

  it.each(['', 'trade', 'lower case', 'space'])(
    'refuses another phrase (%s) as BAD_USER_INPUT (phrase), however often',
    async (kind) => {
      const wrong = { 'lower case': r.phrase.toLowerCase(), space: `${r.phrase} ` }[kind] ?? kind;
      for (let n = 0; n < 12; n += 1)
        await expect(r.servers[n % 2]!.account.arm({ ...BEN }, wrong)).rejects.toMatchObject({
          code: 'BAD_USER_INPUT',
          detail: { field: 'phrase' },
        });
      expect([await r.status(BEN), r.proofs]).toMatchObject([{ armed: false }, 0]);
      await r.arm(BEN);
      expect((await r.status(BEN)).armed).toBe(true);
    },
  );

  it('is REAL_MODE_DISABLED without an account, whatever is typed, and there is no phrase', async () => {
    const { phrase } = r;
    r.named = [];
    expect((await r.status()).armPhrase).toBeNull();
    for (const typed of [phrase, '', 'TRADE REAL MONEY IN '])
      expect(await codeOf(r.servers[0].account.arm(BEN, typed))).toBe('REAL_MODE_DISABLED');
  });

  it('asks the venue for each account first, and names the one that is not owned', async () => {
    const { accountId } = r.t.venue;
    r.foreign.add(accountId);
    await expect(r.arm()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(r.arm()).rejects.toThrow(accountId);
    r.foreign.clear();
    r.silent = true;
    expect(await codeOf(r.arm())).toBe('VENUE_UNAVAILABLE');
    expect((await r.status()).armed).toBe(false);
    r.silent = false;
    await r.arm();
    expect((await r.status()).armed).toBe(true);
  });

  it('lasts eight hours', async () => {
    await r.arm();
    r.t.clock.set(new Date(UNTIL.getTime() - 1));
    expect((await r.status()).armed).toBe(true);
    r.t.clock.set(UNTIL);
    expect(await r.status()).toEqual({ armed: false, armedUntil: null, armPhrase: r.phrase });
  });

  it('ends with a disarming at any server, and with the start of any server', async () => {
    await r.arm();
    await r.arm(BEN);
    await r.disarm(undefined, 1);
    expect([(await r.status()).armed, (await r.status(BEN)).armed]).toEqual([false, true]);
    await r.arm();
    await r.startServer();
    expect([(await r.status()).armed, (await r.status(BEN, 1)).armed]).toEqual([false, false]);
  });

  it('ends with other credentials, of whoever changed theirs, and the log says so', async () => {
    await r.arm();
    await r.arm(BEN);
    const logged = (await r.logged()).length;
    for (const { username } of [ADA, ADA, { username: 'nobody' }])
      await disarmForCredentials(r.t.fresh.another().book, username, r.t.clock);
    expect([(await r.status()).armed, (await r.status(BEN)).armed]).toEqual([false, true]);
    expect((await r.logged()).slice(logged)).toEqual(['REAL_DISARMED']);
  });

  it('ends once more for whoever arms anew while a server starts', async () => {
    const { fresh, clock } = r.t;
    const armings = new SqlArmings(fresh.knex);
    await r.arm();
    const armed = async () => {
      const found = await armings.armed();
      await r.arm();
      return found;
    };
    await disarmAtStart(fresh.book, { armed }, clock);
    expect((await r.status()).armed).toBe(false);
    expect((await r.logged()).at(-1)).toBe('REAL_DISARMED');
  });

  describe('that waits for the venue', () => {
    /** Arms at the second server, whose venue answers once `act` is done. */
    async function during(act: () => Promise<unknown>): Promise<string | null> {
      const prove = async () => void (await act());
      r.t.desk = r.server({}, (deps) => {
        const realMoney = deps.realMoney!;
        return {
          ...deps,
          realMoney: { ...realMoney, accounts: { ...realMoney.accounts, prove } },
        };
      });
      return codeOf(r.t.desk.account.arm(ADA, r.phrase));
    }
    const armed = async () => (await r.status()).armed;

    it('arms nobody before it answers, and then does', async () => {
      expect(
        await during(async () => {
          expect(await armed()).toBe(false);
          expect(await codeOf(r.place(await r.confirmed()))).toBe('REAL_MODE_DISABLED');
        }),
      ).toBeNull();
      expect(await armed()).toBe(true);
    });

    it('is ended by a disarming at any server', async () => {
      expect(await during(() => r.disarm(ADA, 1))).toBe('REAL_MODE_DISABLED');
      expect(await armed()).toBe(false);
      expect((await r.logged()).slice(1)).toEqual(['REAL_DISARMED', 'ARM_REAL_TRADING_REFUSED']);
    });

    it('is ended by the start of any server', async () => {
      expect(await during(() => r.startServer())).toBe('REAL_MODE_DISABLED');
      expect(await armed()).toBe(false);
      expect((await r.logged()).slice(1)).toEqual(['REAL_DISARMED', 'ARM_REAL_TRADING_REFUSED']);
    });

    it('is ended by other credentials', async () => {
      const change = () => disarmForCredentials(r.t.fresh.book, ADA.username, r.t.clock);
      expect(await during(change)).toBe('REAL_MODE_DISABLED');
      expect(await armed()).toBe(false);
    });

    it('is ended by a disarming, though REAL was armed before', async () => {
      await r.arm();
      expect(await during(() => r.disarm(ADA, 1))).toBe('REAL_MODE_DISABLED');
      expect(await armed()).toBe(false);
    });

    it('keeps what is armed while it waits, and when the venue says no', async () => {
      await r.arm();
      const { armedUntil } = await r.status();
      r.t.pass(60);
      const no = await during(async () => {
        expect(await armed()).toBe(true);
        throw new Refusal('VENUE_UNAVAILABLE', 'No answer.');
      });
      expect(no).toBe('VENUE_UNAVAILABLE');
      expect(await r.status()).toMatchObject({ armed: true, armedUntil });
    });

    it('leaves nothing to disarm when the venue says no', async () => {
      r.silent = true;
      expect(await codeOf(r.arm())).toBe('VENUE_UNAVAILABLE');
      await r.disarm();
      await r.startServer();
      expect((await r.logged()).slice(1)).toEqual(['ARM_REAL_TRADING_REFUSED']);
    });
  });

  it('ends as the log tells it, wherever a start stops', async () => {
    const { fresh, clock } = r.t;
    await r.arm();
    await r.arm(BEN);
    let left = 1;
    const stopping = new Proxy(fresh.book, {
      get: (book, name) =>
        name === 'change' && (left -= 1) < 0
          ? () => Promise.reject(new Error('The server stops.'))
          : ((Reflect.get(book, name) as () => unknown).bind(book) as unknown),
    });
    const armings = new SqlArmings(fresh.knex);
    await expect(disarmAtStart(stopping, armings, clock)).rejects.toThrow('stops');
    for (const who of [undefined, BEN]) {
      const isArmed = (await r.status(who)).armed;
      expect((await r.logged(who)).at(-1)).toBe(isArmed ? 'REAL_ARMED' : 'REAL_DISARMED');
    }
    await disarmAtStart(fresh.book, armings, clock);
    expect([(await r.status()).armed, (await r.status(BEN)).armed]).toEqual([false, false]);
  });

  it('is written down, with what was refused, in the REAL log and in no words that were typed', async () => {
    await r.disarm();
    expect(await codeOf(r.servers[0].account.arm(BEN, 'my secret words'))).toBe('BAD_USER_INPUT');
    await r.arm(BEN);
    await r.disarm(BEN);
    await r.arm(BEN);
    await r.startServer();
    expect((await r.logged(BEN)).slice(1)).toEqual([
      'ARM_REAL_TRADING_REFUSED',
      'REAL_ARMED',
      'REAL_DISARMED',
      'REAL_ARMED',
      'REAL_DISARMED',
    ]);
    expect(await r.logged()).toEqual(['DEPOSITED']);
    const lines = await r.t.fresh.knex('events').where({ username: 'ben' }).select('*');
    expect(JSON.stringify(lines)).not.toContain('my secret words');
    expect(await r.t.fresh.book.proveLog('ben')).toMatchObject({ fault: null });
  });

  it('wakes whoever watches the book', async () => {
    const { wakes } = r.t.fresh.feed;
    wakes.length = 0;
    await r.arm();
    expect(wakes).toMatchObject([{ mode: 'REAL', username: 'ada', marked: [] }]);
    await r.startServer();
    expect(wakes).toHaveLength(2);
  });
});
