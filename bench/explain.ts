import { auditOf, bridgeOf, chainOf, type Ref } from '../src/explain';
import { readerOf, study, StudyExplainer, type Study } from '../src/office';
import { betOf, type Size } from './bet';
import { laidOut } from './layout';
import { stopwatch, summary, turns, type Runs, type Times } from './measure';
import type { Report } from './report';

/** An explanation in a workbook with many metrics: what a person waits for who asks how a value came about. */

const due: Ref = { kind: 'name', name: 'Statement.Due' };
/** Of a metric with readings. */
function actualIn({ spec }: Study): Ref {
  const blocks = spec.sheets.flatMap(({ blocks: all }) => all);
  const metrics = blocks.find((block) => block.kind === 'table' && block.name === 'Metrics');
  const rows = metrics?.kind === 'table' ? metrics.rows : [];
  const row = rows.findIndex(({ id }) => id === 'bench.metric.1');
  return { kind: 'cell', table: 'Metrics', row, column: 'actual' };
}
const earlier = '2026-01-31';

export async function explainReports(sizes: readonly Size[], runs: Runs): Promise<Report[]> {
  const rows: (string | Times)[][] = [];
  for (const size of sizes) {
    const one = betOf(size);
    const host = await laidOut(one);
    const studied = await host.run((context) => study(context, { catalogs: one.catalogs }));
    const actual = actualIn(studied);
    const steps: [string, () => unknown][] = [
      // As the pane does after each reading of the workbook: nothing is kept from before.
      ['one step of the amount due', () => new StudyExplainer(studied).explainer.explain(due)],
      ['one step of an actual', () => new StudyExplainer(studied).explainer.explain(actual)],
      [
        'the amount due down to readings',
        () => chainOf(new StudyExplainer(studied).explainer, due),
      ],
      ['the statement’s appendix', () => auditOf(new StudyExplainer(studied).explainer, due)],
      [
        'what changed since a day',
        () => bridgeOf(studied.spec, { day: earlier }, undefined, readerOf(studied)),
      ],
    ];
    for (const [what, act] of steps) {
      const times: number[] = [];
      for (const { counts } of turns(runs)) {
        const { ms } = await stopwatch(act);
        if (counts) times.push(ms);
      }
      rows.push([one.name, what, summary(times)]);
    }
  }
  return [
    {
      title: 'Explanations: ms, median (min–max)',
      columns: ['metrics × months', 'explained', 'time'],
      rows,
    },
  ];
}
