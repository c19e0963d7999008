import { betReports } from './bet';
import { collectReports } from './collect';
import { commandReports } from './command';
import { deliverReports } from './deliver';
import { explainReports } from './explain';
import { fileReports } from './files';
import { generated, growthReports, modelReports, models } from './layout';
import { mapReports } from './map';
import { paneReports } from './pane';
import { mergeReports } from './merge';
import { peersReports } from './peers';
import { readingsReports } from './readings';
import { markdown, type Report } from './report';

/**
 * `npm run bench` measures everything, `npm run bench -- models files` only those parts.
 * --json prints data; --quick takes one run instead of five.
 */

const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const quick = flags.has('--quick');
const runs = quick ? 1 : 5;

const parts: Record<string, () => Promise<Report[]>> = {
  models: () => modelReports('zh-CN', runs),
  growth: () => growthReports([1000, 3000, 10_000], 'zh-CN', runs),
  bet: () =>
    betReports(
      [
        { metrics: 50, months: 12 },
        { metrics: 50, months: 60 },
        { metrics: 500, months: 12 },
        { metrics: 500, months: 60 },
        { metrics: 5000, months: 12 },
      ],
      runs,
    ),
  peers: () =>
    peersReports(
      [
        { metrics: 5, months: 3, peers: ['hyperformula', '@univerjs/engine-formula'] },
        { metrics: 50, months: 12, peers: ['hyperformula'] },
      ],
      quick ? 1 : 3,
    ),
  explain: () => explainReports([{ metrics: 500, months: 12 }], runs),
  readings: () => readingsReports(quick ? [100_000] : [1_000_000, 5_000_000]),
  files: async () => fileReports([...(await models('zh-CN')), generated(3000, 'zh-CN')], runs),
  command: () => commandReports(runs),
  deliver: () => deliverReports(runs),
  merge: () => mergeReports(runs),
  pane: () => paneReports(runs),
  map: () => mapReports(runs),
  collect: () => collectReports(quick ? [100] : [100, 1000]),
};

async function main() {
  const reports: Report[] = [];
  for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
    const part = parts[name];
    if (!part) throw new Error(`No part "${name}": choose of ${Object.keys(parts).join(', ')}.`);
    const made = await part();
    reports.push(...made);
    if (!flags.has('--json')) for (const report of made) console.log(markdown(report));
  }
  if (flags.has('--json')) console.log(JSON.stringify(reports, null, 2));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
