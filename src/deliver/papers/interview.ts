import { rowsOf, type Cells, type Outline } from '../outline';
import type { Paper, PaperBlock } from './paper';
import { Parts } from './parts';
import { tablesIn } from './samples';

/** A line to write on, since a field in which nothing stands is left out. */
const room = '\u3000';

const text = (cells: Cells, column: string) => String(cells[column] ?? '');

/** What is picked or may be; all of it while nothing is. */
function chosen(outline: Outline, table: 'interview' | 'requests') {
  const rows = rowsOf(outline, table);
  const picked = rows.filter(({ cells }) => cells.chosen === 1);
  return picked.length > 0 ? picked : rows;
}

const paper = (outline: Outline, name: 'interview' | 'requests', blocks: PaperBlock[]): Paper => {
  const { say } = new Parts(outline);
  const title = say(`sheet.${name}`);
  return {
    lang: outline.lang,
    title,
    subtitle: outline.title,
    foot: [outline.title, title].filter(Boolean).join(' · '),
    blocks: [
      { kind: 'text', text: say(`deliver.${name}.lead`), look: 'muted' },
      ...(blocks.length > 0
        ? blocks
        : [{ kind: 'text' as const, text: say(`deliver.${name}.none`), look: 'alarm' as const }]),
    ],
  };
};

/** The interviewer’s sheet: question, good answer, follow-up, and room for what was said. */
export function interviewOf(outline: Outline): Paper {
  const column = (id: string) =>
    outline.tables.interview?.columns.find((one) => one.id === id)?.header ?? id;
  let step = '';
  return paper(
    outline,
    'interview',
    chosen(outline, 'interview').flatMap(({ cells }): PaperBlock[] => {
      const own = text(cells, 'step');
      const heading: PaperBlock[] = own === step ? [] : [{ kind: 'heading', text: own }];
      step = own;
      const asked = (['question', 'good', 'followUp'] as const).map((id) => ({
        name: column(id),
        value: text(cells, id),
      }));
      const said = [text(cells, 'answer'), text(cells, 'who')].filter(Boolean).join(' · ');
      return [
        ...heading,
        {
          kind: 'fields',
          title: text(cells, 'item'),
          rows: [...asked, { name: column('answer'), value: said || room }],
        },
      ];
    }),
  );
}

/** The list of data to prepare, each with a sample of the tables that are asked for. */
export function requestsOf(outline: Outline): Paper {
  const parts = new Parts(outline);
  const rows = chosen(outline, 'requests');
  return paper(outline, 'requests', [
    ...parts.section(
      ['sheet.requests'],
      parts.filledTable(
        'requests',
        [
          ['item', 3],
          ['data', 5],
          ['system', 2],
          ['owner', 2],
          ['due', 2],
        ],
        rows,
      ),
    ),
    ...(rows.length > 0 ? [parts.heading('deliver.requests.samples')] : []),
    ...rows.flatMap(({ cells }) =>
      tablesIn(text(cells, 'data')).map(({ name, columns, example }): PaperBlock => ({
        kind: 'table',
        title: name,
        columns: columns.map((one) => ({ name: one, width: 1 })),
        rows: [{ cells: example }, { cells: columns.map(() => '') }],
      })),
    ),
  ]);
}
