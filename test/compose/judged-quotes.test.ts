import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveDesk, type Mode } from '../support/desks/live-desk.ts';
import { serverDatabases } from '../support/servers/server-databases.ts';
import { SPY_CALL } from '../support/values/builders.ts';
import { MAINTENANCE } from '../venues/wire-server.ts';

interface Judged {
  readonly token: string;
  readonly price: string | null;
  readonly confidence: number;
  readonly sources: readonly {
    readonly source: string;
    readonly bid: string | null;
    readonly accepted: boolean;
    readonly reason: string | null;
  }[];
  readonly verdicts: readonly { readonly allowed: boolean; readonly reason: string | null }[];
}

const [[, open] = []] = serverDatabases();
const LIVE_OCC = 'GET /live/strikes/options';

describe('quotes of options side by side', () => {
  let t: LiveDesk;
  beforeAll(async () => {
    t = await LiveDesk.start(open!);
    await t.signUp('ada');
    await t.connect('ada');
    await t.settle('ada', { oratsToken: t.orats.token });
    orats(1.47, 1.53);
  });
  afterAll(() => t.close());

  const orats = (bid: number, ask: number) =>
    t.orats.setStrike({
      ...{ ticker: 'SPY', expiry: SPY_CALL.expiration, strike: 560, stockPrice: 558.21 },
      ...{ call: { bid, ask }, put: { bid: 4, ask: 4.1 } },
    });
  const judged = async (mode: Mode, username = 'ada') =>
    (
      await t.ask<{ priceInfo: Judged }>(
        username,
        `query($t: String!) { priceInfo(token: $t, mode: ${mode}) { token price confidence
          sources { source bid accepted reason } verdicts { allowed reason } } }`,
        { t: SPY_CALL.symbol },
      )
    ).priceInfo;
  /** Judges as a new user, of whom the server remembers nothing. */
  const afresh = async (username: string, mode: Mode) => {
    await t.signUp(username);
    await t.connect(username);
    await t.settle(username, { oratsToken: t.orats.token });
    return judged(mode, username);
  };

  it('in REAL are Tradier’s production and ORATS, which agree', async () => {
    const quote = await judged('REAL');
    expect(quote).toMatchObject({
      ...{ token: SPY_CALL.symbol, price: '1.5' },
      sources: [
        { source: 'TRADIER', bid: '1.46', accepted: true, reason: null },
        { source: 'ORATS', bid: '1.47', accepted: true, reason: null },
      ],
    });
    expect(quote.verdicts.map((each) => [each.allowed, each.reason])).toEqual(
      Array(4).fill([true, null]),
    );
  });

  it('in PAPER leave the sandbox’s, which is 15 minutes late, out of the vote', async () => {
    t.quote(t.sandbox, 2.45, 2.55);
    const quote = await judged('PAPER');
    expect(quote.price).toBe('1.5');
    expect(quote.sources).toMatchObject([
      { source: 'TRADIER', bid: '2.45', accepted: false },
      { source: 'ORATS', bid: '1.47', accepted: true },
    ]);
    expect(quote.sources[0]!.reason).toContain('15 minutes old');
  });

  it('ask ORATS once for what was just told', async () => {
    // It is remembered for fifteen seconds: what another test was told may end among these.
    await afresh('fay', 'REAL');
    const before = t.orats.count(LIVE_OCC);
    for (let n = 0; n < 5; n += 1) await judged('REAL', 'fay');
    expect(t.orats.count(LIVE_OCC)).toBe(before);
  });

  it('are no price where the two contradict each other', async () => {
    orats(1.8, 1.86);
    const quote = await afresh('bob', 'REAL');
    orats(1.47, 1.53);
    expect(quote).toMatchObject({
      price: null,
      sources: [{ accepted: false }, { accepted: false }],
    });
    expect(quote.verdicts.some(({ allowed }) => allowed)).toBe(false);
  });

  it('stand alone where ORATS does not answer, or nobody has a token for it', async () => {
    const routes = [LIVE_OCC, 'GET /live/strikes/monthly', 'GET /strikes/options'];
    for (const route of routes) t.orats.fail(route, MAINTENANCE, 20);
    const quote = await afresh('cyd', 'REAL');
    t.orats.heal();
    expect(quote.price).toBe('1.5');
    expect(quote.sources.map(({ source, accepted }) => [source, accepted])).toEqual([
      ['TRADIER', true],
      ['ORATS', false],
    ]);
    await t.settle('cyd', { oratsToken: null });
    const alone = await judged('REAL', 'cyd');
    expect(alone.sources.map(({ source }) => source)).toEqual(['TRADIER']);
    expect(alone.verdicts[1]).toEqual({ allowed: true, reason: null });
  });

  it('say so where the venue cannot be asked', async () => {
    await t.signUp('eve');
    const quote = await judged('REAL', 'eve');
    expect(quote).toMatchObject({ price: null, sources: [{ source: 'TRADIER', accepted: false }] });
    expect(quote.sources[0]!.reason).toContain('cannot be asked');
  });
}, 120_000);
