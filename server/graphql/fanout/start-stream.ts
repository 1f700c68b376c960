import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import { closable } from '../streams/closable.ts';
import { LogStream } from './log-stream.ts';

/** Like `subscribe` of graphql, except that a stream of the log is returned unread, for `Fanout` to share. */
export async function startStream(
  args: ExecutionArgs,
): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  if (source instanceof LogStream) return source as AsyncIterable<never>;
  const values = source[Symbol.asyncIterator]();
  return closable(executed(values, args), () => void values.return?.());
}

async function* executed(
  values: AsyncIterator<unknown>,
  args: ExecutionArgs,
): AsyncGenerator<ExecutionResult, void> {
  const all = { [Symbol.asyncIterator]: () => values };
  for await (const rootValue of all) yield await execute({ ...args, rootValue });
}
