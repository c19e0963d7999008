import type { Engagement } from '../../engagement/schema';
import { isOrdinary, type Name, type Vocabulary } from './anonymise';

/** Columns in which somebody's name stands, and those that name a system of the client's. */
const peoples = ['owner', 'evidenceOwner', 'who', 'respondent', 'by'];
const signatories = ['vendor', 'business', 'it'];
const systems = ['system'];

/** Every name that an engagement holds: its parties, its project, whoever owns, answers or signs, systems. */
export function knownNames(engagement: Engagement, vocabulary: Vocabulary): Name[] {
  const { settings, ...parts } = engagement;
  const names: Name[] = [];
  const add = (kind: Name['kind'], value: unknown) => {
    if (typeof value === 'string' && value.trim() !== '') names.push({ kind, name: value.trim() });
  };
  add('client', settings.client);
  add('vendor', settings.vendor);
  add('project', settings.project);
  for (const person of [
    settings.consultant,
    settings.businessLead,
    settings.itLead,
    settings.expertName,
  ])
    addPeople(person);
  for (const [store, rows] of Object.entries(parts)) {
    if (typeof rows !== 'object' || rows === null) continue;
    for (const row of Object.values(rows as Record<string, Record<string, unknown>>)) {
      if (typeof row !== 'object' || row === null) continue;
      for (const column of store === 'ledger' ? [...peoples, ...signatories] : peoples)
        addPeople(row[column]);
      for (const column of systems)
        if (isName(String(row[column] ?? ''), vocabulary)) add('product', row[column]);
    }
  }
  return [...new Map(names.map((one) => [`${one.kind} ${one.name}`, one])).values()];

  function addPeople(value: unknown): void {
    if (typeof value !== 'string') return;
    for (const person of value.split(/[、,，;；/&+]|\sand\s|和/u))
      if (isName(person.trim(), vocabulary)) add('person', person);
  }
}

/** A role, such as “Service manager” or 售后经理, is nobody's name. */
function isName(text: string, vocabulary: Vocabulary): boolean {
  if (/^\p{Script=Han}+$/u.test(text))
    return (
      text.length <= 4 && !vocabulary.has(text) && !/[部处室组科门心员队理师长任管督]$/u.test(text)
    );
  const words = text.match(/\p{Script=Latin}+/gu) ?? [];
  return (
    words.some((word) => !isOrdinary(vocabulary, word)) ||
    (words.length === 2 && words.every((word) => /^\p{Lu}\p{Ll}+$/u.test(word) && !role.test(word)))
  );
}
const role =
  /^(?:manager|head|lead|leader|director|officer|owner|team|department|dept|service|services|sales|finance|quality|support|operations|it|controller|controlling|engineer|engineering|planner|analyst|office|desk|board|sponsor|champion|user|users|client|vendor|customer|business|project|product|plant|parts|key|account)$/i;
