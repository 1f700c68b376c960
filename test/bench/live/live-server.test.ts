import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { NODE_ARGS } from './live-server.ts';

const read = (file: string) =>
  readFileSync(path.resolve(import.meta.dirname, '..', '..', '..', file), 'utf8');

it('the measured server runs on what npm start and the container run on', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  expect(scripts.start).toBe(`exec node ${NODE_ARGS.join(' ')} server/start.mjs`);
  expect(scripts.build).toBe(`node ${NODE_ARGS.join(' ')} server/start.mjs --build-only`);
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(read('Dockerfile')) ?? [];
  expect(JSON.parse(command)).toEqual(['node', ...NODE_ARGS, 'server/start.mjs']);
});
