import { once } from 'node:events';
import net from 'node:net';
import { expect, it } from 'vitest';
import { servedDesk } from '../support/desks/served-desk.ts';

const ASK = JSON.stringify({ query: '{ viewer { username } }' });
const request = (method: string, path: string, host: string, body = '') =>
  [
    `${method} ${path} HTTP/1.1`,
    `Host: ${host}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');

it('a stopping server finishes its answers, and refuses later requests on the same connection', async () => {
  let release = (): void => undefined;
  const held = new Promise<null>((resolve) => (release = () => resolve(null)));
  const slow = { name: 'slow', essential: true, check: () => held };
  const desk = await servedDesk({ readiness: [slow] });
  const { host, port } = new URL(desk.url);
  const socket = net.connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  let answers = '';
  socket.on('data', (chunk) => (answers += String(chunk)));

  socket.write(request('GET', '/readyz', host));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const closed = desk.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  socket.write(request('POST', '/graphql', host, ASK));
  await new Promise((resolve) => setTimeout(resolve, 100));
  release();
  await once(socket, 'close');
  await closed;

  expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503']);
  expect(answers).toContain('nothing was done');
});

it('a stopping server waits for no client that does not answer its close', async () => {
  const desk = await servedDesk();
  const { host, port } = new URL(desk.url);
  const socket = net.connect(Number(port), '127.0.0.1');
  const upgrade = [
    'GET /graphql HTTP/1.1',
    `Host: ${host}`,
    ...['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
  ];
  socket.write(`${upgrade.join('\r\n')}\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toContain('101 Switching Protocols');
  const began = performance.now();
  await desk.close();
  // The library itself waits for thirty seconds.
  expect(performance.now() - began).toBeLessThan(10_000);
  socket.destroy();
});
