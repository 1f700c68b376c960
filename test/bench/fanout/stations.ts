import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { dec } from '../../../server/domain/decimal.ts';
import type { Wake } from '../../../server/ports/event-feed.ts';
import type { TradeAggregate } from '../../../server/domain/trade/trade.ts';
import { servedDesk } from '../../support/desks/served-desk.ts';
import { aMark, anOpenTrade, keep } from '../../support/values/builders.ts';
import type { Opening } from './listeners.ts';
import { listeningUser } from './listening-user.ts';

/** Something that sends one message to each of its clients. */
export interface Station {
  readonly name: string;
  readonly opening: Omit<Opening, 'count'>;
  /** Makes the change that a message is about; the returned function sends the message. */
  readonly prepare: () => Promise<() => void>;
  readonly close: () => Promise<void>;
}

/** The station to compare with: `ws` alone, which sends the same bytes to all. */
export async function rawStation(message: string): Promise<Station> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const bytes = Buffer.from(message);
  const send = (): void => {
    for (const client of server.clients) client.send(bytes, { binary: false });
  };
  return {
    name: 'raw ws',
    opening: { url: `ws://127.0.0.1:${port}`, greetings: [] },
    prepare: async () => send,
    close: async () => {
      for (const client of server.clients) client.terminate();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export interface DeskStation extends Station {
  /** Marks all trades instead of changing one. */
  readonly prepareTick: () => Promise<() => void>;
}

/**
 * The desk over a real book, in which each user has so many trades; the sockets are spread evenly over users.
 * The cost of a commit or a tick before its wake does not count as the fan-out's.
 */
export async function deskStation(query: string, trades: number, users = 1): Promise<DeskStation> {
  const desk = await servedDesk();
  const tokens: string[] = [];
  const kept: { readonly username: string; readonly trade: TradeAggregate }[] = [];
  for (let user = 0; user < users; user += 1) {
    const username = `ada-${user}`;
    tokens.push(await listeningUser(desk, username));
    for (let at = 0; at < trades; at += 1) {
      const trade = anOpenTrade({ id: `paper_${user}_${at}`, username });
      const stored = await desk.book.change(username, (book) => keep(book, null, trade));
      kept.push({ username, trade: stored });
    }
  }
  const held: Wake[] = [];
  const publish = desk.feed.publish.bind(desk.feed);
  desk.feed.publish = (wake) => void held.push(wake);
  const release = (): void => held.splice(0).forEach(publish);
  let ticks = 0;
  const subscribe = { id: 'a4c1b7de-0d4b-4a4e-9a65-0b6f2a3c9d10', type: 'subscribe' };
  return {
    name: 'desk',
    opening: {
      url: `${desk.url.replace('http', 'ws')}/graphql`,
      greetings: tokens.map((token) => [
        { type: 'connection_init', payload: { authorization: `Bearer ${token}` } },
        { ...subscribe, payload: { query } },
      ]),
    },
    prepare: async () => {
      const [first] = kept;
      if (!first) throw new Error('There is no trade to change');
      const { username, trade } = first;
      const stored = await desk.book.change(username, (book) => keep(book, trade, trade.trade));
      kept[0] = { username, trade: stored };
      return release;
    },
    prepareTick: async () => {
      ticks += 1;
      const price = dec(100 + ticks).div(100);
      await desk.book.writeMarks(
        kept.map(({ username, trade: { trade } }) => ({
          ...{ username, tradeId: trade.id, snapshotId: `${trade.id}_${ticks}`, kind: 'INTRADAY' },
          ...{ takenAt: desk.clock.now(), mark: aMark({ price }), excursionsComplete: true },
          ...{ maxFavorableExcursion: null, maxAdverseExcursion: null },
        })),
      );
      return release;
    },
    close: () => desk.close(),
  };
}
