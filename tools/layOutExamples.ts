import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Engagement } from '../src/engagement/schema';
import { createHost } from '../src/host';
import { layOut } from '../src/office';

/**
 * Lays out every engagement file of a folder and saves the workbook under its name in another:
 * `tools/example-workbooks.cjs` runs it.
 */
async function main([from, to]: readonly string[]): Promise<void> {
  if (from === undefined || to === undefined) throw new Error('Two folders are needed.');
  for (const name of readdirSync(from).filter((one) => one.endsWith('.json'))) {
    const engagement = Engagement.parse(JSON.parse(readFileSync(path.join(from, name), 'utf8')));
    const host = createHost();
    await host.run((context) => layOut(context, engagement));
    writeFileSync(path.join(to, name.replace(/json$/, 'xlsx')), await host.save());
  }
}

void main(process.argv.slice(2));
