import { parts, type Scale } from './parts';
import { markdown, type Report } from './report';

/**
 * `npm run bench` measures everything, `npm run bench -- models files` only those parts.
 * --json prints data; --quick takes one run instead of five.
 */

const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const scale: Scale = flags.has('--quick') ? 'quick' : 'full';

async function main() {
  const reports: Report[] = [];
  for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
    const part = parts[name];
    if (!part) throw new Error(`No part "${name}": choose of ${Object.keys(parts).join(', ')}.`);
    const made = await part(scale);
    reports.push(...made);
    if (!flags.has('--json')) for (const report of made) console.log(markdown(report));
  }
  if (flags.has('--json')) console.log(JSON.stringify(reports, null, 2));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
