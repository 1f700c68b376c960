import { existsSync } from 'node:fs';
import path from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, expect, it } from 'vitest';
import { copiedCheckout } from '../support/servers/checkout.ts';
import { ServerProcess } from '../support/servers/server-process.ts';

const checkout = copiedCheckout('npm-start');
const servers: ServerProcess[] = [];

afterAll(async () => {
  for (const server of servers) await server.close();
  checkout.remove();
});

async function start(): Promise<ServerProcess> {
  const server = await ServerProcess.start({ run: ['server/start.mjs'], root: checkout.root });
  servers.push(server);
  return server;
}

/** A library may behave differently by build or by the environment at the start. */
it('runs the build that the other tests start, and answers introspection with a token', async () => {
  const server = await start();
  expect(server.output).not.toContain('Building');
  const token = await server.api.signUp('ada');
  const { errors, data } = await server.api.ask(getIntrospectionQuery(), { token });
  expect(errors).toEqual([]);
  expect(JSON.stringify(data)).toContain('"placeTrade"');
  expect((await server.api.ask(getIntrospectionQuery())).code).toBe('UNAUTHENTICATED');
  expect(server.output).not.toContain('Warning');
}, 180_000);

it('builds once for several starts at once, and not again for an unchanged checkout', async () => {
  const began = performance.now();
  const zero = await start();
  const again = performance.now();
  const [one, two] = await Promise.all([start(), start()]);
  const ended = performance.now();
  console.log(
    `npm start: ${(again - began).toFixed(0)} ms; two more ${(ended - again).toFixed(0)} ms`,
  );
  expect(one.output + two.output).not.toContain('Building');
  expect((await one.api.get('/')).text.toLowerCase()).toContain('<title>');
  expect(existsSync(path.join(two.dataDir, 'paper.sqlite'))).toBe(true);
  const took = await Promise.all([zero, one, two].map((server) => server.stop()));
  console.log(`SIGTERM: ${took.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}`);
}, 180_000);
