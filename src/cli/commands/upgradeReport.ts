import { message, MESSAGES, type Lang, type MessageKey } from '../../messages';
import type { Upgrade, UpgradeChange } from '../../office';
import { shownAmount } from '../amounts';
import { textTable } from '../table';

const kinds = ['added', 'reworded', 'moved', 'retired', 'redefined'] as const;

export const isOpen = ({ outcome }: UpgradeChange) => outcome === 'open';

/** What an upgrade changes, what it comes to in money, and what is to be decided. */
export function describeUpgrade(lang: Lang, upgrade: Upgrade): string {
  const { catalogs, changes, links, figures } = upgrade;
  const say = (key: string, params = {}) => message(lang, key as MessageKey, params);
  const editions = catalogs.map(({ id, from, to }) => {
    const key = from.hash === to.hash ? 'cli.upgrade.same' : 'cli.upgrade.from';
    return say(key, { id, from: from.version, to: to.version });
  });
  const isSame = figures.every(({ before, after }) => before === after);
  if (changes.length + links.added + links.removed === 0 && isSame)
    return `${[...editions, say('cli.upgrade.nothing')].join('\n')}\n`;
  const header = ['change', 'step', 'item', 'pick', 'outcome'].map((id) =>
    say(`cli.upgrade.column.${id}`),
  );
  const rows = changes.map((change) => [
    kindIn(lang, change),
    tableIn(lang, change),
    `${change.text} (${[change.id, ...wordings(change)].join(' · ')})`,
    pickIn(lang, change),
    [outcomeIn(lang, change), change.rests && say(`upgrade.rests.${change.rests}`)]
      .filter(Boolean)
      .join(' · '),
  ]);
  const counts = Object.fromEntries(
    kinds.map((kind) => [kind, changes.filter((change) => change.kind === kind).length]),
  );
  return `${[
    ...editions,
    ...(rows.length > 0 ? ['', textTable([header, ...rows]), ''] : []),
    ...changes.filter(({ kind }) => kind === 'redefined').flatMap((one) => definition(lang, one)),
    say('cli.upgrade.counts', counts),
    say('cli.upgrade.links', links),
    ...figures.map((one) => figureIn(lang, one)),
    ...toDecide(lang, upgrade),
  ].join('\n')}\n`;
}

/** Of a redefined item the fields stand below the table, with what they said and say. */
const wordings = ({ kind, columns }: UpgradeChange) =>
  kind === 'redefined' ? [] : columns.map(({ header }) => header);

const either = (lang: Lang, keys: string[]): string => {
  const key = keys.find((one) => one in MESSAGES[lang]);
  return key === undefined ? (keys[0] ?? '') : message(lang, key as MessageKey);
};
const listed = (items: NonNullable<UpgradeChange['into']>) =>
  items.map(({ id, text }) => `${text} (${id})`).join(', ');
const kindIn = (lang: Lang, { kind }: UpgradeChange) =>
  either(lang, [`cli.upgrade.kind.${kind}`, `upgrade.kind.${kind}`]);
const tableIn = (lang: Lang, { table }: UpgradeChange) =>
  either(lang, [`sheet.${table}`, `upgrade.table.${table}`]);
const pickIn = (lang: Lang, { pick }: UpgradeChange) =>
  pick === null ? '–' : either(lang, [`list.pick.${pick}`, pick]);
const outcomeIn = (lang: Lang, { outcome, into = [] }: UpgradeChange) =>
  outcome === 'follows'
    ? message(lang, 'upgrade.outcome.follows', { into: listed(into) })
    : either(lang, [`cli.upgrade.outcome.${outcome}`, `upgrade.outcome.${outcome}`]);

function definition(lang: Lang, { text, id, columns }: UpgradeChange): string[] {
  const nothing = message(lang, 'upgrade.nothingThere');
  const lines = columns.map(({ header, from, to }) => {
    const params = { field: header, from: from || nothing, to: to || nothing };
    return `  ${message(lang, 'upgrade.change', params)}`;
  });
  return [`${text} (${id})`, ...lines, ''];
}

function figureIn(lang: Lang, figure: Upgrade['figures'][number]): string {
  const { of, label, kind, before, after, taken } = figure;
  const params = {
    label: [of, label].filter(Boolean).join(' · '),
    before: shownAmount(kind, before),
    after: shownAmount(kind, after),
  };
  const told = message(lang, before === after ? 'upgrade.unchanged' : 'upgrade.figure', params);
  return taken === undefined || taken === after
    ? told
    : message(lang, 'upgrade.ifTaken', { figure: told, taken: shownAmount(kind, taken) });
}

function toDecide(lang: Lang, { changes, affected }: Upgrade): string[] {
  const open = changes.filter(isOpen);
  const redefined = open.filter(({ kind }) => kind === 'redefined');
  const { terms, signatures } = affected;
  const named = (all: readonly (string | number)[]) => all.join(', ') || '–';
  return [
    ...(terms.length + signatures.length > 0
      ? [
          message(lang, 'upgrade.affected', {
            terms: named(terms),
            signatures: named(signatures),
          }),
        ]
      : []),
    ...redefined
      .slice(0, 1)
      .map(({ id }) => message(lang, 'upgrade.decide.take', { count: redefined.length, id })),
    ...open
      .filter(({ kind }) => kind === 'retired')
      .map(({ id, into = [] }) => message(lang, 'upgrade.decide.into', { id, into: listed(into) })),
  ];
}
