import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { isUnsent } from '../../server/http/unsent.ts';
import { Refusal } from '../../server/domain/refusal.ts';

const wrapped = (originalError: Error) => [
  new GraphQLError(originalError.message, { originalError }),
];

it('knows the error of a message whose socket has ended, and no other', async () => {
  const server = net.createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.destroy();
  const error = await new Promise<Error>((told) =>
    socket.write('x', (failed) => told(failed ?? new Error('It was sent'))),
  );
  expect(isUnsent(wrapped(error))).toBe(true);
  expect(isUnsent(wrapped(new Refusal('NOT_FOUND', 'There is none')))).toBe(false);
  expect(isUnsent([new GraphQLError('A field is wrong')])).toBe(false);
  server.close();
});
