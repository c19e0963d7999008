import { join } from 'node:path';
import { layTemplate, templateOf } from '../../src/exchange';
import { createHost } from '../../src/host';
import { expectGolden } from '../support/golden';
import { looksOf, wordsIn } from '../support/looks';
import { project, specOf } from './paper';

const said = project({
  settings: { client: 'Acme', project: 'Service', currency: 'EUR' },
  pain: { 's.pain.1': { pick: 'yes', owner: 'Sam' } },
  metrics: { 's.metric.1': { baseline: 80, evidence: 'Ticket system' } },
});

test.each(['lead', 'department', 'finance'] as const)(
  'the template for %s says and looks as it did (UPDATE_GOLDEN=1 renews)',
  async (audience) => {
    const asked = { audience, respondent: 'Li', due: '2026-03-30', sent: '2026-03-01' };
    const { spec } = templateOf(await specOf(said), said, asked);
    const host = createHost();
    await host.run((context) => layTemplate(context, spec));
    const lines = [...wordsIn(host.book), ...looksOf(host.book)];
    expectGolden(join(__dirname, 'golden', `template.${audience}.txt`), lines);
  },
);
