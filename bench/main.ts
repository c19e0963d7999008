import { commandReports } from './command';
import { fileReports } from './files';
import { growthReports, modelReports } from './layout';
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
  files: () => fileReports('zh-CN', runs),
  command: () => commandReports(runs),
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
