import type { Audit, AuditFact, AuditStep } from '../../explain';
import { explainMessage } from '../../messages/explain';
import { holdable } from '../../xml';
import type { PaperBlock, PaperColumn, PaperRow } from './paper';
import type { Parts } from './parts';

/**
 * An amount down to the readings and agreements it rests on, so that whoever has a calculator and
 * this appendix can work it out again. What is the same of many – a row's evidence, a column's rule –
 * is said once.
 */
export function auditBlocks(parts: Parts, { facts, steps }: Audit): PaperBlock[] {
  const { lang } = parts.outline;
  const say = (key: Parameters<typeof explainMessage>[1]) => explainMessage(lang, key);
  const column = (key: Parameters<typeof say>[0], width: number): PaperColumn => ({
    name: say(key),
    width,
  });
  const right = { align: 'right' } as const;
  const table = (columns: PaperColumn[], rows: PaperRow[]): PaperBlock => ({
    ...{ kind: 'table', columns, rows, dense: true },
  });
  const rules = new Map<string, number>();
  for (const step of steps) {
    const rule = ruleOf(step);
    rules.set(rule, rules.get(rule) ?? rules.size + 1);
  }
  return [
    // What is signed ends above.
    { kind: 'heading', text: parts.say('deliver.statement.audit'), newPage: true },
    parts.muted('deliver.statement.auditText'),
    table(
      [
        column('explain.audit.fact', 3),
        column('explain.audit.figures', 3),
        column('explain.audit.source', 4.6),
      ],
      runsOf(facts, sheetAndOrigin).flatMap(({ of, run }) => [
        { group: holdable(of) },
        ...runsOf(run, ({ of: { key } }) => key).flatMap((row) => factRows(row.run)),
      ]),
    ),
    parts.heading('deliver.statement.auditRules'),
    table(
      [{ ...column('explain.audit.rule', 0.6), ...right }, column('explain.how', 10)],
      [...rules].map(([rule, no]) => ({ cells: [`R${no}`, rule].map(holdable) })),
    ),
    parts.heading('deliver.statement.auditSteps'),
    table(
      [
        { ...column('explain.audit.no', 0.6), ...right },
        column('explain.audit.step', 3.3),
        column('explain.audit.rule', 0.7),
        column('explain.audit.calculation', 4.2),
        // A figure of fifteen digits stays on one line.
        { ...column('explain.value', 2), ...right },
      ],
      runsOf(steps, ({ of: { key } }) => key).flatMap(({ run }) => [
        { group: holdable(titleOf(run[0] as AuditStep)) },
        ...run.map((step) => ({
          cells: [
            String(step.no),
            placed(step.name, step.explained.cell),
            `R${rules.get(ruleOf(step)) ?? ''}`,
            step.calculation,
            step.number,
          ].map(holdable),
          strong: step === steps.at(-1),
        })),
      ]),
    ),
  ];

  function ruleOf({ name, way, explained: { sheet } }: AuditStep): string {
    return `${sheet} · ${name} = ${way}`;
  }

  function titleOf({ of: { title }, explained: { sheet } }: AuditFact): string {
    return title === '' ? sheet : `${title} – ${sheet}`;
  }

  function sheetAndOrigin({ explained: { sheet, origin } }: AuditFact): string {
    const from = say(origin === 'formula' ? 'explain.audit.workedOut' : `explain.origin.${origin}`);
    return `${sheet} · ${from}`;
  }

  /** The facts of one row in one line, with the evidence that they share; other cells each in a line. */
  function factRows(facts: readonly AuditFact[]): PaperRow[] {
    const [first] = facts;
    if (!first) return [];
    const figure = ({ no, number }: AuditFact, name = '') => `[${no}] ${name}= ${number}`;
    if (first.of.title === '')
      return facts.map((fact) => ({
        cells: [placed(fact.name, fact.explained.cell), figure(fact), evidenceOf([fact])].map(
          holdable,
        ),
      }));
    const cells = facts.map(({ explained: { cell } }) => cell).filter(Boolean);
    return [
      {
        cells: [
          placed(first.of.title, cells.join(', ')),
          facts.map((fact) => figure(fact, `${fact.name} `)).join('; '),
          evidenceOf(facts),
        ].map(holdable),
      },
    ];
  }

  function evidenceOf(facts: readonly AuditFact[]): string {
    const told = facts.flatMap(({ explained }) =>
      explained.evidence.map(({ name, text }) => `${name}${say('explain.colon')}${text}`),
    );
    return [...new Set(told)].join(' · ');
  }
}

const placed = (text: string, cell = ''): string => (cell === '' ? text : `${text} (${cell})`);

/** What follows each other with the same key. */
function runsOf<T>(items: readonly T[], key: (item: T) => string): { of: string; run: T[] }[] {
  const runs: { of: string; run: T[] }[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && last.of === key(item)) last.run.push(item);
    else runs.push({ of: key(item), run: [item] });
  }
  return runs;
}
