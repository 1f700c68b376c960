import type { Figures } from '../term.ts';

/** What stops the desk, and what protects. */
export const SAFETY: Figures = {
  mode: {
    title: 'Book',
    fields: ['Trade.mode', 'Portfolio.mode', 'SystemStatus.mode'],
    unit: 'PAPER or REAL',
    related: ['armed', 'simulated'],
    aliases: ['book', 'paper', 'real'],
  },
  simulated: {
    title: 'Simulated',
    fields: ['SystemStatus.simulated'],
    unit: 'yes or no',
    saysNot: 'That money is involved: PAPER at a sandbox is not simulated, and no money either.',
    related: ['mode', 'fillModel'],
  },
  killSwitch: {
    title: 'Kill switch',
    fields: ['SystemStatus.killSwitch', 'SystemStatus.ownKillSwitch'],
    unit: 'a KillSwitchLevel',
    saysNot: 'That nothing moves: orders at a venue stay there.',
    related: ['switchCauses', 'deskHalt'],
    aliases: ['halt'],
  },
  deskHalt: {
    title: 'Halted for all users',
    fields: ['SystemStatus.deskHalt'],
    unit: 'a KillSwitchLevel',
    related: ['killSwitch'],
  },
  switchCauses: {
    title: 'What trips the switch',
    fields: ['SystemStatus.switchCauses'],
    unit: 'causes',
    related: ['killSwitch'],
  },
  armed: {
    title: 'Armed',
    fields: ['SystemStatus.armed', 'SystemStatus.armedUntil'],
    unit: 'yes or no',
    saysNot: 'That exits need it: closing, canceling and protecting do not.',
    related: ['mode'],
    aliases: ['arming'],
  },
  unknownOrders: {
    title: 'Orders, outcome unknown',
    fields: ['SystemStatus.unknownOrders'],
    unit: 'orders',
    related: ['status'],
  },
  unprotectedTrades: {
    title: 'Without a working stop',
    fields: ['SystemStatus.unprotectedTrades'],
    unit: 'trades',
    saysNot: 'Trades that were placed without a stop.',
    related: ['unprotectedSeconds', 'protection'],
    aliases: ['exits in place', 'naked'],
  },
  unprotectedSeconds: {
    title: 'Without stop',
    fields: ['Trade.unprotectedSeconds', 'Trade.unprotectedSince'],
    unit: 'seconds',
    related: ['protection', 'unprotectedTrades'],
    aliases: ['unprotectedSince'],
  },
  protection: {
    title: 'Protection',
    fields: ['Trade.protection'],
    unit: 'a Protection',
    saysNot: 'That an exit fills: it says who sends it.',
    related: ['stopLoss', 'unprotectedSeconds'],
  },
  dataAgeSeconds: {
    title: 'Oldest mark',
    fields: ['SystemStatus.dataAgeSeconds'],
    unit: 'seconds',
    related: ['ageSeconds', 'stale'],
  },
  snapshotCompleteness: {
    title: 'Marks taken',
    fields: ['SystemStatus.snapshotCompleteness'],
    unit: 'marks of those due',
    related: ['excursionsComplete'],
  },
};
