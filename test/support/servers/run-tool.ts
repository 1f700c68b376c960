import { spawn } from 'node:child_process';
import path from 'node:path';
import { builtProgram } from './server-process.ts';
import { SHORT_LIVED } from './short-lived.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Runs a built tool of `cli/` like the operator; resolves to how it ended and its whole output. */
export function runTool(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const { PATH = '', HOME = '' } = process.env;
  const program = [...SHORT_LIVED, builtProgram(`cli/${name}`)];
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: ROOT,
    env: { PATH, HOME, NODE_ENV: 'production', ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}
