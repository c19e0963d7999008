import { Badge, Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { Catalog } from '../../../catalog/schema';
import { compareVersions } from '../../../catalog/version';
import type { AmountChange, Study, Upgrade as Found } from '../../../office';
import { useBook } from '../../core/book';
import { describeError } from '../../core/describeError';
import { usePane } from '../../core/paneContext';
import { Amounts } from '../../parts/Amounts';
import { Fold } from '../../parts/Fold';
import { Notice } from '../../parts/Notice';
import { SubPage } from '../../parts/SubPage';
import { Waiting } from '../../parts/Waiting';
import { useLang, useSay } from '../../words/say';
import { useRoute } from '../views';
import { OpenCatalog } from './Files';

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: '18px' },
  apply: { alignSelf: 'flex-start' },
});

const kinds = ['retired', 'reworded', 'moved', 'added'] as const;

/** What a newer version of the models would change, and changing it. */
export default function Upgrade() {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const { study, busy, undertake } = useBook();
  const { onCatalog } = usePane();
  const { open } = useRoute();
  const { catalogs, found, amounts = [], error } = useUpgrade();
  const refuse = ({ id, version }: Catalog) => {
    const has = plannedVersions(study).get(id);
    if (has === undefined)
      return say('failure.catalog-other', {
        catalog: id,
        has: [...plannedVersions(study).keys()].join(', '),
      });
    return compareVersions(version, has) < 0
      ? say('failure.catalog-older', { catalog: id, version, has })
      : undefined;
  };
  const changes = found?.changes ?? [];
  const links = found?.links ?? { added: 0, removed: 0 };
  const isIdle = changes.length + links.added + links.removed + amounts.length === 0;
  return (
    <SubPage title={say('pane.upgrade')} back={say('pane.view.start')} onBack={() => open('start')}>
      <Body1 className={styles.muted}>{say('pane.upgrade.lead')}</Body1>
      <OpenCatalog disabled={busy} told={false} refuse={refuse} onCatalog={onCatalog} />
      {error !== undefined && (
        <Notice intent="error" title={say('pane.error')} text={describeError(lang, error)} />
      )}
      {!found && error === undefined && <Waiting text="pane.upgrade.looking" />}
      {found?.catalogs
        .filter(({ from, to }) => from.hash !== to.hash)
        .map(({ id, from, to }) => (
          <Body1 key={id}>
            {say('pane.upgrade.catalog', { catalog: id, from: from.version, to: to.version })}
          </Body1>
        ))}
      {found && isIdle && <Notice intent="success" text={say('pane.upgrade.none')} />}
      {kinds.map((kind) => (
        <Changes key={kind} kind={kind} changes={changes.filter((one) => one.kind === kind)} />
      ))}
      {found && !isIdle && (
        <>
          {links.added + links.removed > 0 && (
            <Caption1 className={styles.muted}>{say('pane.upgrade.links', links)}</Caption1>
          )}
          {amounts.length > 0 && <Amounts amounts={amounts} />}
          <Button
            className={styles.apply}
            appearance="primary"
            disabled={busy}
            onClick={() =>
              void undertake('upgrade', async (context, options) => {
                const { upgrade } = await import('../../../office');
                const { laid } = await upgrade(context, { ...options, catalogs });
                return { task: 'upgrade', laidOut: laid };
              })
            }
          >
            {say('pane.upgrade.apply')}
          </Button>
        </>
      )}
    </SubPage>
  );
}

function Changes({ kind, changes }: { kind: (typeof kinds)[number]; changes: Found['changes'] }) {
  const say = useSay();
  const styles = useStyles();
  if (changes.length === 0) return null;
  return (
    <Fold
      title={say(`pane.upgrade.kind.${kind}`, { count: changes.length })}
      open={kind !== 'added'}
    >
      <ul className={styles.list}>
        {changes.map(({ id, text, outcome, pick, columns }, i) => (
          <li key={`${id} ${i}`}>
            <Body1 block>
              {text}{' '}
              {pick === 'yes' && (
                <Badge appearance="tint" size="small">
                  {say('pane.upgrade.picked')}
                </Badge>
              )}
            </Body1>
            {columns.map(({ id: column, header, from, to }) => (
              <Caption1 key={column} block>
                {say('pane.answers.change', {
                  item: text,
                  column: header,
                  before: from,
                  after: to,
                })}
              </Caption1>
            ))}
            <Caption1 className={styles.muted}>{say(`pane.upgrade.outcome.${outcome}`)}</Caption1>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** Catalog id → the version that the workbook was laid out from. */
const plannedVersions = ({ inspection }: Study): Map<string, string> =>
  new Map(
    [...inspection.facts].flatMap(([key, value]) =>
      key.startsWith(factOf) ? [[key.slice(factOf.length), value.split(' ')[0] ?? '']] : [],
    ),
  );
const factOf = 'catalog.';

interface Seen {
  found?: Found;
  amounts?: readonly AmountChange[];
  error?: unknown;
}

/** Compared anew whenever the workbook or a model changes. */
function useUpgrade() {
  const { study, run } = useBook();
  const { catalogs: opened } = usePane();
  const planned = study.read.engagement.catalogs;
  const catalogs = useMemo(
    () => opened.filter(({ id }) => planned.some((one) => one.id === id)),
    [opened, planned],
  );
  const [seen, setSeen] = useState<Seen>({});
  useEffect(() => {
    let current = true;
    void (async () => {
      try {
        const { upgrade } = await import('../../../office');
        const { upgrade: found, laid } = await run((context) =>
          upgrade(context, { catalogs, dry: true }),
        );
        if (current) setSeen({ found, amounts: laid.amounts ?? [] });
      } catch (error) {
        if (current) setSeen({ error });
      }
    })();
    return () => {
      current = false;
    };
  }, [study, run, catalogs]);
  return { catalogs, ...seen };
}
