import express from 'express';
import { once } from 'node:events';
import type http from 'node:http';
import type { AddressInfo } from 'node:net';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import { afterEach, expect, it } from 'vitest';
import { Forwarder } from '../../server/mcp/bridge/forwarder.ts';
import { StdioBridge } from '../../server/mcp/bridge/stdio-bridge.ts';
import { VARIES } from '../../server/mcp/bridge/tool-list-watch.ts';
import { Assistant } from '../support/servers/assistant.ts';
import { until } from '../support/values/until.ts';

/** An MCP server whose list of tools the test sets. */
class ListServer {
  names = ['portfolio'];
  varies = true;
  lists = 0;
  /** Each answer waits for this. */
  slow: Promise<unknown> = Promise.resolve();
  /** If true, each connection ends before the answer. */
  broken = false;
  readonly protocols = new Set<string | undefined>();
  readonly #server: http.Server;

  constructor() {
    const app = express().use(express.json());
    app.post('/mcp', async (request, response) => {
      if (this.broken) return void request.socket.destroy();
      await this.slow;
      const { id, method } = request.body as { id: number; method: string };
      if (method !== 'initialize') this.protocols.add(request.get('mcp-protocol-version'));
      response.json({ jsonrpc: '2.0', id, result: this.#result(method) });
    });
    this.#server = app.listen(0, '127.0.0.1');
  }

  async listening(): Promise<this> {
    if (!this.#server.listening) await once(this.#server, 'listening');
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #result(method: string): object {
    if (method === 'initialize') {
      const serverInfo = { name: 'lists', version: '1' };
      return { protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo };
    }
    if (method !== 'tools/list') return { content: [{ type: 'text', text: '{}' }] };
    this.lists += 1;
    const tools = this.names.map((name) => ({ name, inputSchema: { type: 'object' } }));
    return { tools, _meta: { [VARIES]: this.varies } };
  }
}

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function bridged() {
  const server = await new ListServer().listening();
  const [host, ours] = InMemoryTransport.createLinkedPair();
  const told: string[] = [];
  const forwarder = new Forwarder({ url: server.url, token: 'x' });
  const bridge = new StdioBridge(ours, forwarder, (line) => told.push(line), 20);
  await bridge.start();
  const assistant = await Assistant.over(host);
  ends.push(
    () => bridge.end(),
    () => assistant.close(),
    () => server.close(),
  );
  return { server, assistant, told, bridge, ours };
}

it('tells the host once when the tools on offer have changed, and once when they change back', async () => {
  const { server, assistant } = await bridged();
  expect(assistant.client.getServerCapabilities()!.tools).toEqual({ listChanged: true });
  expect(await assistant.names()).toEqual(['portfolio']);
  server.names = ['portfolio', 'confirm_real'];
  await until('the news of an arming', () => assistant.listChanges === 1);
  const { lists } = server;
  await until('more looks', () => server.lists > lists + 3);
  expect(assistant.listChanges).toBe(1);
  server.names = ['portfolio'];
  await until('the news of a disarming', () => assistant.listChanges === 2);
});

it('asks nothing by itself where the list cannot change', async () => {
  const { server, assistant } = await bridged();
  server.varies = false;
  await assistant.names();
  const { lists } = server;
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(server.lists).toBe(lists);
});

it('speaks the protocol that host and server have agreed on', async () => {
  const { server, assistant } = await bridged();
  await assistant.names();
  expect([...server.protocols]).toEqual(['2025-06-18']);
});

it('says of a connection that broke that the call may have been done', async () => {
  const { server, assistant, told } = await bridged();
  server.broken = true;
  await expect(assistant.client.callTool({ name: 'confirm_paper' })).rejects.toThrow(
    /may have been done or not/,
  );
  expect(told.join()).toMatch(/broke before the answer came/);
});

it('answers what was asked before its host left, and nothing that the host has taken back', async () => {
  const { server, assistant, bridge, ours } = await bridged();
  const sent: JSONRPCMessage[] = [];
  const send = ours.send.bind(ours);
  ours.send = (message) => {
    sent.push(message);
    return send(message);
  };
  let go: (value?: unknown) => void = () => undefined;
  server.slow = new Promise((resolve) => (go = resolve));
  const kept = assistant.client.callTool({ name: 'portfolio' });
  const taken = new AbortController();
  const back = assistant.client.callTool({ name: 'trades' }, undefined, { signal: taken.signal });
  taken.abort();
  await expect(back).rejects.toThrow();
  let isOver = false;
  const ended = bridge.end().then(() => (isOver = true));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isOver).toBe(false);
  go();
  await ended;
  expect((await kept).isError).toBeFalsy();
  expect(sent).toHaveLength(1);
});
