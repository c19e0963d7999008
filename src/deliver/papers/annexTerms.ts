import { blank, measured, share, shown } from '../figures';
import { itemsOf, rowsOf, type Cells, type Outline } from '../outline';
import { curveInWords } from './curveWords';
import type { PaperBlock } from './paper';
import type { Parts } from './parts';

/** What is paid on which days, and in which periods the rest is settled. */
export function schedule(parts: Parts): PaperBlock[] {
  return [
    ...parts.section(
      ['bet.instalments', 'bet.instalments.lead'],
      parts.table(
        'instalments',
        [
          ['item', 3],
          ['date', 1.4],
          ['share', 1.2],
          ['kind', 1.3],
          ['amount', 1.7],
        ],
        parts.filled('instalments', 'item'),
      ),
    ),
    ...parts.section(
      ['bet.periods'],
      parts.table(
        'periods',
        [
          ['no', 0.9],
          ['item', 3],
          ['date', 1.4],
          ['share', 1.3],
        ],
        parts.filled('periods', 'date'),
      ),
    ),
  ];
}

/** What is bet on, on which conditions, and where its evidence comes from. */
export function termBlocks(parts: Parts, terms: readonly { cells: Cells }[]): PaperBlock[] {
  const { outline } = parts;
  const metrics = new Map(itemsOf(outline, 'metric').map((item) => [item.id, item]));
  const target = (cells: Cells) => {
    const metric = metrics.get(String(cells.metric ?? ''));
    if (cells.kind === 'qualitative') return blank;
    return measured(outline, metric?.row.unit, cells.target ?? metric?.row.target);
  };
  return [
    ...parts.section(
      ['sheet.terms'],
      parts.table(
        'terms',
        [
          ['code', 0.8],
          ['item', 3],
          ['kind', 1.5],
          ['metric', 2.1],
          ['target', 1.2],
          ['weight', 1],
          ['curve', 1.7],
        ],
        terms,
        (column, cells) => (column === 'target' ? target(cells) : undefined),
      ),
    ),
    ...parts.section(
      ['deliver.annex.conditions'],
      parts.filledTable(
        'terms',
        [
          ['code', 0.8],
          ['rule', 1.1],
          ['window', 1],
          ['asOf', 1.35],
          ['longStop', 1.35],
          ['interimCredit', 1],
          ['gateLevel', 1],
          ['gates', 1],
          ['group', 1],
          ['guardAction', 1.2],
          ['cap', 1.2],
        ],
        terms,
      ),
    ),
    ...parts.section(
      ['deliver.annex.evidence'],
      parts.filledTable(
        'terms',
        [
          ['code', 0.8],
          ['item', 3],
          ['evidenceOwner', 2],
          ['dataSource', 2.6],
          ['comment', 2.4],
        ],
        terms,
      ),
    ),
  ];
}

/** The points of a curve (attainment, payout), ascending. */
const pointsOf = (outline: Outline, curve: string, name: Cells[string] | undefined) =>
  rowsOf(outline, 'points')
    .filter(({ cells }) => [curve, curve.replace(/^curve\./, ''), name].includes(cells.curve))
    .map(({ cells }) => [cells.attainment, cells.payout] as const)
    .filter(([attainment]) => typeof attainment === 'number')
    .sort(([a], [b]) => Number(a) - Number(b));

/** The curves that a term is paid by, as points. */
export function curveBlocks(parts: Parts, terms: readonly { cells: Cells }[]): PaperBlock[] {
  const { outline } = parts;
  const used = new Set(terms.map(({ cells }) => cells.curve).filter(Boolean));
  const rows = rowsOf(outline, 'curves').filter(
    ({ id, cells }) =>
      used.has(id.replace(/^curve\./, '')) || used.has(cells.name ?? null) || used.has(id),
  );
  if (rows.length === 0) return [];
  return [
    parts.heading('sheet.curves'),
    parts.muted('deliver.annex.curvesText'),
    {
      kind: 'table',
      columns: [
        { name: parts.say('bet.column.curve'), width: 2.4 },
        { name: parts.say('bet.column.mode'), width: 1 },
        { name: parts.say('bet.column.deadband'), width: 1 },
        { name: parts.say('deliver.annex.points'), width: 4.6 },
      ],
      rows: rows.map(({ id, cells }) => ({
        cells: [
          String(cells.name ?? ''),
          shown(outline, { kind: 'text', list: 'curveMode' }, cells.mode),
          shown(outline, { kind: 'percent' }, cells.deadband),
          pointsOf(outline, id, cells.name)
            .map(([attainment, payout]) => `${share(attainment)} → ${share(payout)}`)
            .join(';  '),
        ],
      })),
    },
    {
      kind: 'steps',
      items: rows.map(({ id, cells }) => {
        const words = curveInWords(parts, {
          mode: cells.mode === 'step' ? 'step' : 'linear',
          points: pointsOf(outline, id, cells.name).flatMap(([attainment, payout]) =>
            typeof attainment === 'number' && typeof payout === 'number'
              ? [[attainment, payout] as const]
              : [],
          ),
          ...(typeof cells.deadband === 'number' && { deadband: cells.deadband }),
        });
        return parts.say('deliver.curve.named', { name: String(cells.name ?? ''), words });
      }),
    },
  ];
}

/** What a qualitative term is judged by. */
export function criteriaBlocks(parts: Parts): PaperBlock[] {
  const rows = parts.filled('criteria', 'criterion');
  if (rows.length === 0) return [];
  return [
    parts.heading('sheet.criteria'),
    parts.muted('sheet.criteria.lead'),
    parts.table(
      'criteria',
      [
        ['term', 0.8],
        ['period', 0.8],
        ['criterion', 4.4],
        ['pass', 0.9],
        ['evidence', 2.4],
      ],
      rows,
    ),
  ];
}
