import { betReports } from './bet';
import { collectReports } from './collect';
import { commandReports } from './command';
import { deliverReports } from './deliver';
import { explainReports } from './explain';
import { fileReports } from './files';
import { generated, growthReports, modelReports, models, type Case } from './layout';
import { mapReports } from './map';
import { mergeReports } from './merge';
import { paneReports } from './pane';
import { peersReports } from './peers';
import type { Runs } from './measure';
import { readingsReports } from './readings';
import type { Report } from './report';
import { splitReports } from './split';

/** `full` is what docs/benchmarks.md has; `quick` runs once; `smoke` shows that each part runs at all. */
export type Scale = 'full' | 'quick' | 'smoke';

const runs: Readonly<Record<Scale, Runs>> = {
  full: { warmUp: 1, measured: 5 },
  quick: { warmUp: 1, measured: 1 },
  smoke: { warmUp: 0, measured: 1 },
};
const bets = [
  { metrics: 50, months: 12 },
  { metrics: 50, months: 60 },
  { metrics: 500, months: 12 },
  { metrics: 500, months: 60 },
  { metrics: 5000, months: 12 },
];
const small = { metrics: 3, months: 12 };

const ours = async (scale: Scale): Promise<Case[]> => {
  const all = await models('zh-CN');
  return scale === 'smoke' ? all.slice(0, 1) : all;
};

export const parts: Readonly<Record<string, (scale: Scale) => Promise<Report[]>>> = {
  models: async (scale) => modelReports(await ours(scale), runs[scale]),
  growth: (scale) =>
    growthReports(scale === 'smoke' ? [50, 100] : [1000, 3000, 10_000], 'zh-CN', runs[scale]),
  bet: (scale) =>
    betReports(scale === 'smoke' ? [{ metrics: 2, months: 12 }, small] : bets, runs[scale]),
  peers: (scale) =>
    scale === 'smoke'
      ? peersReports([{ ...small, peers: ['hyperformula'] }], runs.smoke)
      : peersReports(
          [
            { metrics: 5, months: 3, peers: ['hyperformula', '@univerjs/engine-formula'] },
            { metrics: 50, months: 12, peers: ['hyperformula'] },
          ],
          scale === 'quick' ? runs.quick : { warmUp: 0, measured: 3 },
        ),
  explain: (scale) =>
    explainReports([scale === 'smoke' ? small : { metrics: 500, months: 12 }], runs[scale]),
  readings: (scale) =>
    readingsReports({ full: [1_000_000, 5_000_000], quick: [100_000], smoke: [2_000] }[scale]),
  files: async (scale) =>
    fileReports(
      [...(await ours(scale)), ...(scale === 'smoke' ? [] : [generated(3000, 'zh-CN')])],
      runs[scale],
    ),
  command: (scale) =>
    commandReports(
      scale === 'smoke' ? ['key-account'] : ['key-account', 'after-sales'],
      runs[scale],
    ),
  deliver: (scale) => deliverReports(scale === 'smoke' ? [0] : [0, 600], runs[scale]),
  merge: (scale) => mergeReports(scale === 'smoke' ? 2 : 20, runs[scale]),
  pane: (scale) =>
    scale === 'smoke'
      ? paneReports({ form: 'plain', items: [130], pasted: 40 }, runs.smoke)
      : paneReports({ form: 'minified', items: [130, 3000], pasted: 5_000 }, runs[scale]),
  map: (scale) => mapReports(scale === 'smoke' ? [100] : [100, 300, 650], runs[scale]),
  collect: (scale) => collectReports({ full: [100, 1000], quick: [100], smoke: [2] }[scale]),
  split: (scale) =>
    splitReports({ full: 1_000, quick: 100, smoke: 4 }[scale], scale === 'smoke' ? 2 : 16),
};
