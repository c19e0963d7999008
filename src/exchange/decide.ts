import type { Rule } from '../engagement/register';
import { type Ballot, agreedOf, choicesOf, isAsSent, type Vote } from '../engagement/votes';
import type { ColumnSpec, ListSpec } from '../workbook';
import type { Value } from './sent';
import { understand } from './words';

/** What a cell shall hold after a merge, or that people have to decide. */
export type Decision =
  { value: Value; how: 'agreed' | 'settled' | Rule; by: Vote[] } | { open: true };

interface Question {
  column: ColumnSpec | undefined;
  list: ListSpec | undefined;
  /** What stood there before any answer. */
  origin: Value;
  /** The consultant's decision, as typed. */
  resolution: Value;
  rule: Rule | undefined;
}

/** One rule after the other: the consultant's word, agreement, the rule that was asked for. */
export function decide(ballot: Ballot, question: Question): Decision {
  const { column, list, origin, resolution, rule } = question;
  const { votes } = ballot;
  if (resolution !== null && column) {
    const asked = { ...column, fill: true };
    const words = list && {
      id: list.id,
      open: list.open ?? false,
      entries: list.entries.map(({ id, label }): [string, string] => [id, label]),
    };
    const understood = understand(asked as never, words, resolution);
    return 'value' in understood
      ? { value: understood.value, how: 'settled', by: votes }
      : { open: true };
  }
  const agreed = agreedOf(votes, origin);
  if (agreed) return { value: agreed.said, how: 'agreed', by: agreed.by };
  const choices = choicesOf(votes);
  const [first, second] = choices;
  if (!first) return { open: true };
  switch (rule) {
    case 'lead': {
      const leads = choicesOf(votes.filter(({ audience }) => audience === 'lead'));
      const [lead] = leads;
      return lead && leads.length === 1
        ? { value: lead.said, how: rule, by: lead.by }
        : { open: true };
    }
    case 'majority':
      return first.by.length > (second?.by.length ?? 1)
        ? { value: first.said, how: rule, by: first.by }
        : { open: true };
    case 'keep-both': {
      if (column?.kind !== 'text' || column.list !== undefined) return { open: true };
      const isCurrent = votes.some(({ sent }) => isAsSent(sent, origin));
      const texts = [...(isCurrent ? [] : [origin]), ...choices.map(({ said }) => said)];
      const words = texts.filter((text) => text !== null).map(String);
      return { value: [...new Set(words)].sort().join(' / '), how: rule, by: votes };
    }
    default:
      return { open: true };
  }
}
