import type { Audit, AuditFact } from '../../explain';
import { explainMessage } from '../../messages/explain';
import { holdable } from '../../xml';
import type { PaperBlock, PaperColumn } from './paper';
import type { Parts } from './parts';

/**
 * An amount down to the readings and agreements it rests on, so that whoever has a calculator and
 * this appendix can work it out again.
 */
export function auditBlocks(parts: Parts, { facts, steps }: Audit): PaperBlock[] {
  const { lang } = parts.outline;
  const say = (key: Parameters<typeof explainMessage>[1]) => explainMessage(lang, key);
  const column = (key: Parameters<typeof say>[0], width: number): PaperColumn => ({
    name: say(key),
    width,
  });
  const right = { align: 'right' } as const;
  const no = { ...column('explain.audit.no', 0.7), ...right };
  // A figure of fifteen digits stays on one line.
  const result = { ...column('explain.value', 2.7), ...right };
  return [
    // What is signed ends above.
    { kind: 'heading', text: parts.say('deliver.statement.audit'), newPage: true },
    parts.muted('deliver.statement.auditText'),
    {
      kind: 'table',
      columns: [no, column('explain.audit.fact', 2.9), column('explain.audit.source', 3.4), result],
      rows: facts.map((fact) => ({
        cells: [String(fact.no), what(fact), sourceOf(fact), fact.number].map(holdable),
      })),
    },
    parts.heading('deliver.statement.auditSteps'),
    {
      kind: 'table',
      columns: [
        no,
        column('explain.audit.step', 2.3),
        column('explain.how', 2.4),
        column('explain.audit.calculation', 2.7),
        result,
      ],
      rows: steps.map((step, i) => ({
        cells: [String(step.no), what(step), how(step), step.calculation, step.number].map(
          holdable,
        ),
        strong: i === steps.length - 1,
      })),
    },
  ];

  function what({ explained: { title, sheet, cell } }: AuditFact): string {
    return cell === undefined ? title : `${title} – ${sheet}!${cell}`;
  }

  function sourceOf({ explained }: AuditFact): string {
    const { origin, evidence } = explained;
    const from = say(origin === 'formula' ? 'explain.audit.workedOut' : `explain.origin.${origin}`);
    return [
      from,
      ...evidence.map(({ name, text }) => `${name}${say('explain.colon')}${text}`),
    ].join(' · ');
  }

  function how({ explained: { says = '', because } }: Pick<AuditFact, 'explained'>): string {
    if (because.length === 0) return says;
    const conditions = because.join(say('explain.semicolon'));
    return `${says} · ${explainMessage(lang, 'explain.because', { conditions })}`;
  }
}
