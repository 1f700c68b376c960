import type { EventFeed } from '../ports/event-feed.ts';
import { Books, type Systems } from './books/books.ts';
import { actorOf, type RequestContext, type SessionCookie } from './request/context.ts';
import type { JobReports } from '../ports/job.ts';
import type { StrategyRuns } from '../ports/strategy-runs.ts';
import { createLoaders } from './request/loaders.ts';
import type { Principal } from './books/principal.ts';
import { RESOLVERS, type ResolverDeps } from './resolvers.ts';
import { Streams } from './streams/streams.ts';

/** Everything that the API needs from the desk. */
export interface DeskDeps extends Omit<ResolverDeps, 'books'> {
  readonly systems: Systems;
  readonly feed: EventFeed;
}

/** The caller of an operation, and where the operation comes from. */
export interface CallerInfo {
  readonly principal: Principal | null;
  readonly via?: 'MCP' | undefined;
  readonly prepared?: RequestContext['prepared'];
  readonly address: string;
  readonly device: string | null;
  readonly cookie: SessionCookie | null;
}

/** The resolvers over the desk, and the context of each operation. */
export class DeskApi {
  readonly resolvers: readonly object[];
  readonly #books: Books;
  readonly #jobs: JobReports;
  readonly #runs: readonly StrategyRuns[];
  readonly #streams: Streams;

  constructor(deps: DeskDeps) {
    const books = new Books(deps.systems);
    this.#books = books;
    this.#jobs = deps.jobs;
    this.#runs = deps.strategies.control.runs;
    this.#streams = new Streams(books, deps.feed, deps.clock, deps.strategies);
    this.resolvers = RESOLVERS.map(({ make }) => make({ ...deps, books }));
  }

  context(caller: CallerInfo): RequestContext {
    const actor = caller.principal && actorOf(caller);
    const newLoaders = () => createLoaders(this.#books, actor, this.#jobs, this.#runs);
    return { ...caller, newLoaders, loaders: newLoaders(), streams: this.#streams };
  }
}
