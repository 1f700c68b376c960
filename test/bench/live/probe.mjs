/**
 * A module preloaded into a server's process, which reports to the parent what the process uses.
 *
 * `reset` begins a span; `read` reports the span so far; `collect` first frees all garbage, which blocks the
 * loop for as long as it takes.
 */
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Milliseconds between two looks at the loop; each delay is counted from when the look was due. */
const RESOLUTION = 5;

setFlagsFromString('--expose-gc');
const freeAll = runInNewContext('gc');
const loop = monitorEventLoopDelay({ resolution: RESOLUTION });
loop.enable();
let began = performance.now();
let cpu = process.cpuUsage();

let longest = null;
let seen = onProcessor();
setInterval(() => {
  const now = onProcessor();
  if (now !== null) longest = Math.max(longest ?? 0, now - seen);
  seen = now;
}, RESOLUTION).unref();

/** Milliseconds for which the main thread has been on a processor; null where the system does not say. */
function onProcessor() {
  try {
    const [ns] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(ns) / 1e6;
  } catch {
    return null;
  }
}

function reset() {
  longest = null;
  loop.reset();
  began = performance.now();
  cpu = process.cpuUsage();
}

function late(nanoseconds) {
  return Math.max(0, nanoseconds / 1e6 - RESOLUTION);
}

function read() {
  const { user, system } = process.cpuUsage(cpu);
  const { rss, heapUsed } = process.memoryUsage();
  return {
    wallMs: performance.now() - began,
    cpuMs: (user + system) / 1000,
    rssBytes: rss,
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
    heapBytes: heapUsed,
    longestTurnMs: longest,
    loopMs: {
      p50: late(loop.percentile(50)),
      p99: late(loop.percentile(99)),
      p999: late(loop.percentile(99.9)),
      most: late(loop.max),
    },
  };
}

process.on('message', ({ number, what }) => {
  if (what === 'collect') freeAll();
  if (what === 'reset') reset();
  process.send({ number, reading: read() });
});
// A server whose parent was killed must end itself.
process.on('disconnect', () => process.exit(1));
// The channel must not keep a stopped server alive.
process.channel.unref();
