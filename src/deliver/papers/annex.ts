import type { MessageKey } from '../../messages';
import { blank, fieldShown, paid } from '../figures';
import { fieldOf, rowsOf, type Outline } from '../outline';
import { metricBlocks } from './annexMetrics';
import { criteriaBlocks, curveBlocks, schedule, termBlocks } from './annexTerms';
import type { Paper, PaperBlock } from './paper';
import { Parts } from './parts';
import { corrections } from './signed';

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
      parts.heading('deliver.annex.correction'),
      parts.muted('deliver.clauses.house'),
      { kind: 'text', text: parts.say('deliver.clause.correction') },
      ...corrections(parts),
      ...metricBlocks(parts, terms),
      parts.heading('bet.statement.signatures'),
      parts.signatures(),
    ],
  };
}

/** Each setting with its value – a dash where it is not agreed – and what it means. */
function agreed(parts: Parts, ids: readonly string[]): PaperBlock {
  const nameOf = (id: string) => `Contract.${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const value = (id: string) => fieldShown(parts.outline, nameOf(id), paid);
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

/** Without bands there is no gain to share, whatever its switches are set to. */
function gainBlocks(parts: Parts): PaperBlock[] {
  const rows = parts.filled('bands', 'from');
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
