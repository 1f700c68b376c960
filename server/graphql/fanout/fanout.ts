import {
  execute,
  getOperationAST,
  GraphQLError,
  type ExecutionArgs,
  type GraphQLFormattedError,
} from 'graphql';
import type { LogBatch } from '../streams/log-page.ts';
import type { LogTail } from '../streams/log-tail.ts';
import type { RequestContext } from '../request/context.ts';
import { Group } from './group.ts';
import { groupKey, sharedContext, type AskedStream } from './group-key.ts';
import type { LogStream } from './log-stream.ts';
import type { Outlet } from './outlet.ts';
import { Pace } from './pace.ts';
import { Subscriber } from './subscriber.ts';

type FormatErrors = (errors: readonly GraphQLError[]) => readonly GraphQLFormattedError[];

type PayloadsOf = (batch: LogBatch) => Promise<readonly Buffer[]>;

/** A subscription as a socket has started it. */
export interface StartedStream {
  readonly asked: AskedStream;
  readonly args: ExecutionArgs;
  readonly stream: LogStream;
  readonly outlet: Outlet;
}

/** Sends messages of the log to subscribers: equal subscribers share reads, executions and payloads. */
export class Fanout {
  readonly #groups = new Map<string, Group>();
  readonly #pace = new Pace();
  #slow = 0;

  constructor(private readonly format: FormatErrors) {}

  /** How many times, since the start, a subscriber read too slowly and left its group. */
  get slowReaders(): number {
    return this.#slow;
  }

  /** Sends until the iterator is returned. It yields nothing, and it fails when the subscription fails. */
  subscribe({ asked, args, stream, outlet }: StartedStream): AsyncIterableIterator<never> {
    const { reading } = stream;
    const context = args.contextValue as RequestContext;
    const operation = getOperationAST(args.document, args.operationName);
    if (!operation) throw new GraphQLError('Unable to identify operation');
    const key = groupKey(context, asked, args.document, operation);
    const shared = { ...args, contextValue: sharedContext(context) };
    const forAll = (batch: LogBatch) => gathered(this.#payloads(shared, stream, batch));
    const subscriber = new Subscriber({
      ...{ reading, outlet, onSlow: () => void (this.#slow += 1) },
      payloadsOf: (batch) => this.#payloads(args, stream, batch),
      group: () => this.#group(key, reading.tail, forAll),
    });
    return iterated(subscriber);
  }

  #group(key: string, tail: LogTail, payloadsOf: PayloadsOf): Group {
    const known = this.#groups.get(key);
    if (known) return known;
    const group = new Group(tail, payloadsOf, () => void this.#groups.delete(key));
    this.#groups.set(key, group);
    return group;
  }

  async *#payloads(
    args: ExecutionArgs,
    stream: LogStream,
    batch: LogBatch,
  ): AsyncGenerator<Buffer> {
    stream.prepare(args.contextValue as RequestContext, batch);
    for (const rootValue of stream.messagesOf(batch)) {
      await this.#pace.turn();
      const { errors, ...result } = await execute({ ...args, rootValue });
      const payload = errors ? { ...result, errors: this.format(errors) } : result;
      yield Buffer.from(JSON.stringify(payload));
    }
  }
}

async function gathered(payloads: AsyncIterable<Buffer>): Promise<readonly Buffer[]> {
  const all: Buffer[] = [];
  for await (const payload of payloads) all.push(payload);
  return all;
}

function iterated(subscriber: Subscriber): AsyncIterableIterator<never> {
  let running: Promise<void> | null = null;
  const done = { done: true, value: undefined } as const;
  return {
    next: () => (running ??= subscriber.run()).then(() => done),
    return: async () => {
      subscriber.close();
      return done;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
