import type { MessageKey } from '../../messages';
import { blank, fieldShown, measured, share, shown } from '../figures';
import { fieldOf, itemsOf, rowsOf, type Cells, type OutlineItem, type Outline } from '../outline';
import type { Paper, PaperBlock } from './paper';
import { curveInWords } from './curveWords';
import { Parts } from './parts';

const limits = ['payFloor', 'payCap', 'limitSpan', 'limitScope', 'clawback', 'earnBackLevel'];
const gain = [
  'hurdle',
  'hurdleRate',
  'hurdleKind',
  'gainBase',
  'bandMode',
  'gainCap',
  'highWaterMark',
];
const shortfall = ['guarantee', 'shortfallFixed', 'shortfallRate', 'lossLimit'];
const rounding = ['roundingMode', 'minorDigits'];

/** The annex on value to a contract: what is bet, how it is measured, in which order it is reckoned. */
export function annexOf(outline: Outline): Paper {
  const parts = new Parts(outline);
  const terms = rowsOf(outline, 'terms').filter(({ cells }) => cells.code ?? cells.item);
  const problem = fieldOf(outline, 'Contract.Problem');
  return {
    lang: outline.lang,
    title: parts.say('deliver.annex.title'),
    subtitle: outline.title,
    foot: `${outline.title} · ${parts.say('deliver.annex.title')}`,
    blocks: [
      ...(problem === null
        ? []
        : [
            {
              kind: 'text' as const,
              text: `${parts.say('bet.field.problem')}: ${String(problem)}`,
              look: 'alarm' as const,
            },
          ]),
      parts.heading('deliver.annex.parties'),
      parts.fields([
        'Engagement.Client',
        'Engagement.Vendor',
        'Engagement.Stage',
        'Engagement.Currency',
        'Contract.Fee',
        'Contract.ShareAtRisk',
        'Contract.Pool',
      ]),
      ...schedule(parts),
      ...termBlocks(parts, terms),
      ...curveBlocks(parts, terms),
      ...criteriaBlocks(parts),
      parts.heading('bet.contract.limits'),
      agreed(parts, [...limits, ...rounding]),
      parts.heading('bet.contract.gain'),
      ...gainBlocks(parts),
      parts.heading('bet.contract.shortfall'),
      agreed(parts, shortfall),
      ...clauseBlocks(parts),
      parts.heading('bet.order'),
      parts.muted('bet.order.lead'),
      {
        kind: 'steps',
        items: Array.from({ length: 14 }, (_, i) => parts.say(`bet.order.${i + 1}` as MessageKey)),
      },
      ...metricBlocks(parts, terms),
      parts.heading('bet.statement.signatures'),
      parts.signatures(),
    ],
  };
}

/** Each setting with its value – a dash where it is not agreed – and what it means. */
function agreed(parts: Parts, ids: readonly string[]): PaperBlock {
  const nameOf = (id: string) => `Contract.${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const value = (id: string) => fieldShown(parts.outline, nameOf(id));
  if (ids.every((id) => value(id) === blank)) return parts.muted('deliver.annex.notAgreed');
  return {
    kind: 'table',
    columns: [
      { name: parts.say('deliver.agreed'), width: 2.4 },
      { name: parts.say('column.value'), width: 2 },
      { name: parts.say('deliver.meaning'), width: 4.4 },
    ],
    rows: ids.map((id) => ({
      cells: [
        parts.say(`bet.field.${id}` as MessageKey),
        value(id),
        parts.say(`bet.note.${id}` as MessageKey),
      ],
    })),
  };
}

const filled = (parts: Parts, table: string, column: string) =>
  rowsOf(parts.outline, table).filter(({ cells }) => (cells[column] ?? null) !== null);

function schedule(parts: Parts): PaperBlock[] {
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
        filled(parts, 'instalments', 'item'),
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
        filled(parts, 'periods', 'date'),
      ),
    ),
  ];
}

function termBlocks(parts: Parts, terms: readonly { cells: Cells }[]): PaperBlock[] {
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
function curveBlocks(parts: Parts, terms: readonly { cells: Cells }[]): PaperBlock[] {
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

function criteriaBlocks(parts: Parts): PaperBlock[] {
  const rows = filled(parts, 'criteria', 'criterion');
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

/** Without bands there is no gain to share, whatever its switches are set to. */
function gainBlocks(parts: Parts): PaperBlock[] {
  const rows = filled(parts, 'bands', 'from');
  if (rows.length === 0) return [parts.muted('deliver.annex.notAgreed')];
  return [
    agreed(parts, gain),
    parts.table(
      'bands',
      [
        ['from', 2],
        ['share', 2],
      ],
      rows,
    ),
  ];
}

const clauses = ['clientDuties', 'dataAccess', 'forceMajeure', 'termination', 'expert'] as const;

/** What was chosen of the clauses; house wording, and said to be. */
function clauseBlocks(parts: Parts): PaperBlock[] {
  const { outline } = parts;
  const days = fieldOf(outline, 'Clause.ObjectionDays');
  const expert = fieldOf(outline, 'Clause.ExpertName');
  const chosen = clauses.filter(
    (id) => fieldOf(outline, `Clause.${id.charAt(0).toUpperCase()}${id.slice(1)}`) === 'yes',
  );
  const items = [
    ...(typeof days === 'number' ? [parts.say('deliver.clause.objection', { days })] : []),
    ...chosen.map((id) =>
      parts.say(`deliver.clause.${id}`, {
        expert: expert === null ? parts.say('deliver.clause.anyExpert') : String(expert),
      }),
    ),
  ];
  if (items.length === 0) return [];
  return [
    parts.heading('bet.contract.clauses'),
    parts.muted('deliver.clauses.house'),
    { kind: 'steps', items },
  ];
}

/** Each metric that a term rests on: how it is measured, what is agreed, who vouches for it. */
function metricBlocks(parts: Parts, terms: readonly { cells: Cells }[]): PaperBlock[] {
  const { outline } = parts;
  const named = new Set(terms.map(({ cells }) => String(cells.metric ?? '')));
  const metrics = itemsOf(outline, 'metric').filter(({ id }) => named.has(id));
  if (metrics.length === 0) return [];
  return [
    parts.heading('deliver.annex.metrics'),
    ...metrics.flatMap((metric): PaperBlock[] => [
      { kind: 'fields', title: metric.text, rows: definition(outline, metric) },
    ]),
  ];
}

function definition(outline: Outline, { row }: OutlineItem) {
  const guards = Object.entries(row)
    .filter(([column, value]) => /^guard\d+$/.test(column) && value)
    .map(([, value]) => outline.words.metric?.[String(value)] ?? String(value));
  const column = (id: string) => outline.tables.metrics?.columns.find((one) => one.id === id);
  const line = (id: string, value?: string) => {
    const known = column(id) ?? { header: id, kind: 'text' };
    return { name: known.header, value: value ?? shown(outline, known, row[id]) };
  };
  return [
    line('explanation'),
    line('unit'),
    line('direction'),
    line('measure'),
    ...(row.measure === 'level' ? [line('levelMode')] : []),
    ...(row.measure === 'flow' ? [line('base')] : []),
    line('period'),
    line('baseline', measured(outline, row.unit, row.baseline)),
    line('adjustment', measured(outline, row.unit, row.adjustment)),
    line('target', measured(outline, row.unit, row.target)),
    ...(guards.length > 0
      ? [{ name: column('guardStatus')?.header ?? '', value: guards.join(', ') }]
      : []),
    line('evidence'),
    line('owner'),
  ].filter(({ value }) => value !== blank);
}
