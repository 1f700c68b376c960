import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OratsClient } from '../../../server/adapters/orats/orats-client.ts';
import { OratsSnapshots } from '../../../server/adapters/orats/orats-snapshots.ts';
import { RowReader } from '../../../server/adapters/wire/row-reader.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { ELEVEN } from '../../support/fakes/option-market.ts';
import { RecordingLog } from '../../support/fakes/recording-log.ts';
import { SandboxAccount } from '../../support/desks/sandbox-account.ts';
import { HandClock } from '../../support/desks/venue-account.ts';
import { OratsEmulator } from '../../venues/orats-emulator.ts';

const CALL = 'SPY260327C00560000';
const PUT = 'SPY260327P00560000';
const LEFT_OUT = 'warn Rows that cannot be read are left out';
const AGAIN = 'info All rows can be read again';

describe('unreadable rows of Tradier', () => {
  let desk: SandboxAccount;
  beforeEach(async () => {
    desk = await SandboxAccount.open();
    desk.venue.setQuote('SPY', { bid: '561.10', ask: '561.12', last: '561.11' });
    desk.venue.setQuote(CALL, { bid: '9.90', ask: '10.10' });
    desk.venue.setQuote(PUT, { bid: '0.90', ask: '1.10' });
  });
  afterEach(() => desk.venue.close());

  const spoilPrices = (...symbols: string[]) => {
    desk.venue.quirks.spoil = (_list, row) =>
      'symbol' in row && symbols.includes(row.symbol as string) ? { ...row, ask: 'secret' } : row;
  };
  const newLines = () => desk.log.lines.splice(0);

  it('are logged when they begin, when their number changes, and when all can be read again', async () => {
    const data = desk.marketData();
    const look = async () => {
      await data.quotes([CALL, PUT]);
      return newLines();
    };
    expect(await look()).toEqual([]);
    spoilPrices(PUT);
    const asked = { provider: 'TRADIER', asked: `quotes of ${CALL},${PUT},SPY` };
    const one = { unread: 1, of: 3, symbols: [PUT], why: 'cannot be read: ask' };
    expect(await look()).toEqual([`${LEFT_OUT} ${JSON.stringify({ ...asked, ...one })}`]);
    expect(await look()).toEqual([]);
    spoilPrices(PUT, CALL);
    const two = { ...one, unread: 2, symbols: [CALL, PUT] };
    expect(await look()).toEqual([`${LEFT_OUT} ${JSON.stringify({ ...asked, ...two })}`]);
    spoilPrices();
    expect(await look()).toEqual([`${AGAIN} ${JSON.stringify({ ...asked, of: 3 })}`]);
    expect(await look()).toEqual([]);
  });

  it('are logged for a chain, expirations, candles and a statement, once each', async () => {
    const data = desk.marketData();
    const spoilt = (list: string, row: object): unknown => {
      if (list === 'option') return { ...row, ask: 'secret' };
      if (list === 'expiration') return { ...row, date: 20 };
      if (list === 'day') return { ...row, date: 'secret' };
      return list === 'event' ? { ...row, date: 'secret' } : row;
    };
    desk.venue.quirks.spoil = spoilt;
    desk.venue.quirks.statement = 'kept';
    desk.venue.account.statement.trade('SPY', dec(1), dec(500), dec(-500));
    desk.venue.now = new Date(ELEVEN.getTime() + 24 * 3_600_000);
    const range = { from: new Date(ELEVEN.getTime() - 3 * 86_400_000), to: ELEVEN };
    desk.venue.fail('GET /markets/history', {
      json: { history: { day: [{ date: 'secret', open: 1 }] } },
    });
    const ask = async () => {
      await data.chain('SPY', '2026-03-27');
      await data.expirations('SPY');
      await desk.broker().accountHistory('2026-03-10');
    };
    await ask();
    await data.candles({ symbol: 'SPY', interval: 'ONE_DAY', ...range });
    const lines = newLines();
    expect(lines.map((line) => /"asked":"([^"]+)"/.exec(line)?.[1])).toEqual([
      'chain of SPY for 2026-03-27',
      'expirations of SPY',
      `/accounts/${desk.venue.accountId}/history`,
      'ONE_DAY candles of SPY',
    ]);
    expect(lines.join()).not.toContain('secret');
    expect(lines.join()).not.toContain(desk.venue.token);
    await ask();
    expect(newLines()).toEqual([]);
  });
});

describe('unreadable rows of ORATS', () => {
  let orats: OratsEmulator;
  beforeEach(async () => void (orats = await OratsEmulator.start(ELEVEN)));
  afterEach(() => orats.close());

  it('are logged once, with their tickers and never with the token', async () => {
    const clock = new HandClock();
    const log = new RecordingLog();
    const client = new OratsClient({ baseUrl: orats.url, token: orats.token, clock, log });
    const snapshots = new OratsSnapshots(client, { clock });
    orats.liveByOcc = null;
    const good = { ticker: 'SPY', strike: 560, expirDate: '2026-03-27', callBidPrice: 1 };
    const rows = [good, { ...good, strike: 'secret' }, { ...good, expirDate: 'secret' }];
    orats.fail('GET /live/strikes/monthly', { json: { data: rows } }, 2);
    await snapshots.quotes([CALL]);
    await snapshots.quotes([CALL]);
    expect(log.lines).toEqual([
      {
        level: 'warn',
        message: 'Rows that cannot be read are left out',
        detail: {
          ...{ provider: 'ORATS', asked: 'live strikes of SPY for 2026-03-27' },
          ...{ unread: 2, of: 3, symbols: ['SPY'], why: 'cannot be read: strike' },
        },
      },
    ]);
    expect(JSON.stringify(log.lines)).not.toContain(orats.token);
  });

  it('do not include the shares among delayed options', async () => {
    orats.tokens.set('slow-token', 'delayed');
    const log = new RecordingLog();
    const clock = new HandClock();
    const client = new OratsClient({ baseUrl: orats.url, token: 'slow-token', clock, log });
    orats.setUnderlying('SPY', { bid: 561.1, ask: 561.12, stockPrice: 561.11 });
    orats.setStrike({
      ...{ ticker: 'SPY', strike: 560, expiry: '2026-03-27', call: { bid: 1, ask: 1.1 } },
      put: { bid: 1, ask: 1.1 },
    });
    const quotes = await new OratsSnapshots(client, { clock }).quotes(['SPY', CALL]);
    expect([...quotes.keys()].sort()).toEqual(['SPY', CALL]);
    expect(log.lines.filter(({ message }) => message !== 'ORATS')).toEqual([]);
  });
});

describe('a reader of rows', () => {
  const row = z.object({ symbol: z.string().max(8), n: z.number() });

  it('names no text that is not a symbol, and no value of a row', () => {
    const log = new RecordingLog();
    const words = { symbol: 'a token: abc=def and more', n: 'x' };
    new RowReader('TRADIER', log).of('quotes', row, [words, null, { symbol: 'SPY', n: 'x' }]);
    expect(log.lines.map(({ detail }) => detail)).toMatchObject([
      { unread: 3, of: 3, symbols: ['SPY'] },
    ]);
  });

  it('learns nothing from an empty answer', () => {
    const log = new RecordingLog();
    const reader = new RowReader('TRADIER', log);
    reader.of('quotes', row, [null]);
    reader.of('quotes', row, []);
    reader.of('quotes', row, [null]);
    expect(log.lines).toHaveLength(1);
  });

  it('remembers a limited number of requests', () => {
    const log = new RecordingLog();
    const reader = new RowReader('TRADIER', log);
    for (let n = 0; n <= 500; n += 1) reader.of(`question ${n}`, row, [null]);
    reader.of('question 500', row, [null]);
    expect(log.lines).toHaveLength(501);
    reader.of('question 0', row, [null]);
    expect(log.lines).toHaveLength(502);
  });
});
