import type { Knex } from 'knex';
import type { DashboardRoom } from '../live/dashboard-room.ts';
import type { LiveDesk, LiveSource } from '../live/live-desk.ts';
import type { PatientClient } from './patient-client.ts';
import type { SoakServer } from './soak-server.ts';
import type { SoakTraders } from './soak-traders.ts';

/** Bytes of the heap in use: `first` a while after the kill and restart, `last` at the end. */
export interface Held {
  readonly first: number;
  readonly last: number;
}

/** What a soak leaves behind; its server still runs, without traders. */
export interface Evidence {
  readonly build: string;
  readonly source: LiveSource;
  readonly desk: LiveDesk;
  readonly server: SoakServer;
  readonly room: DashboardRoom;
  readonly traders: SoakTraders;
  readonly client: PatientClient;
  readonly held: Held;
}

/** What was checked, in words, and what breaks the promise; no faults when it was kept. */
export interface Findings {
  readonly seen: string;
  readonly faults: readonly string[];
}

/** Reads the PAPER book while the server runs. */
export async function readingBook<T>(
  { desk, source }: Pick<Evidence, 'desk' | 'source'>,
  read: (knex: Knex) => Promise<T>,
): Promise<T> {
  const knex = source.program.openDatabase.openDatabase(desk.home.book);
  return read(knex).finally(() => knex.destroy());
}
