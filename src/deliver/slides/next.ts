import type { MessageKey } from '../../messages';
import { blank, shown } from '../figures';
import { fieldOf, itemsOf, rowsOf } from '../outline';
import { shorten } from '../text';
import type { Deck } from './deck';
import { tableSlides, type Row } from './table';

const mostDated = 6;

/** Most of a work item's text, in em. */
const mostText = 40;

/** What is still open, as the workbook knows it: gaps to close, then dated work. */
export function nextSlides(deck: Deck): void {
  const { outline } = deck;
  const lead = String(fieldOf(outline, 'Engagement.Consultant') ?? '');
  const business = String(fieldOf(outline, 'Engagement.BusinessLead') ?? '');
  const gap = (key: MessageKey, count: number, who: string): Row[] =>
    count > 0 ? [{ cells: [deck.say(key, { count }), who, ''] }] : [];
  const functions = itemsOf(outline, 'function');
  const metrics = itemsOf(outline, 'metric');
  const problem = (name: string) => fieldOf(outline, name);
  const checks = rowsOf(outline, 'checks').filter(({ cells }) => Number(cells.failing) > 0);
  const open = [...rowsOf(outline, 'process'), ...rowsOf(outline, 'promotion')]
    .filter(({ cells }) => cells.item && cells.status !== 'done')
    .sort((a, b) => Number(a.cells.end ?? 1e9) - Number(b.cells.end ?? 1e9));
  const first = open.slice(0, mostDated);
  const maybe = itemsOf(outline).filter(({ pick }) => pick === 'maybe').length;
  const gaps: Row[] = [
    ...gap('deliver.next.maybe', maybe, business),
    ...gap('deliver.next.owners', functions.filter(({ owner }) => owner === '').length, business),
    ...gap(
      'deliver.next.baselines',
      metrics.filter(
        ({ row }) => typeof row.baseline !== 'number' || typeof row.target !== 'number',
      ).length,
      business,
    ),
    ...(['Roi.Problem', 'Contract.Problem'] as const).flatMap((name): Row[] =>
      problem(name) === null
        ? []
        : [{ cells: [`${outline.fields[name]?.label}: ${String(problem(name))}`, lead, ''] }],
    ),
    ...checks.map(({ cells }): Row => ({
      cells: [
        deck.say('deliver.next.check', { check: String(cells.item ?? cells.check ?? '') }),
        lead,
        '',
      ],
    })),
  ];
  const work = first.map(({ cells }): Row => ({
    cells: [
      shorten(String(cells.item), mostText),
      String(cells.owner ?? ''),
      shown(outline, { kind: 'date' }, cells.end).replace(blank, ''),
    ],
  }));
  if (gaps.length + work.length === 0) return;
  const counts = { gaps: gaps.length, work: open.length };
  tableSlides(
    deck,
    deck.say(
      open.length === 0
        ? 'deliver.title.nextGaps'
        : gaps.length === 0
          ? 'deliver.title.nextWork'
          : 'deliver.title.next',
      counts,
    ),
    ['progress', 'checks', 'lifecycle'],
    [
      { name: deck.say('deliver.next.what'), width: 8, strong: true },
      { name: deck.say('column.owner'), width: 2.4 },
      { name: deck.say('deliver.next.by'), width: 1.6 },
    ],
    [...gaps, ...work],
    {
      note:
        work.length < open.length
          ? deck.say('deliver.firstOpen', {
              count: work.length,
              all: open.length,
              sheet: outline.sheets.lifecycle ?? '',
            })
          : '',
    },
  );
}
