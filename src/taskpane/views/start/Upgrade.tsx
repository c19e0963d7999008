import {
  Body1,
  Button,
  Caption1,
  Field,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { Catalog } from '../../../catalog/schema';
import { textOf } from '../../../catalog/text';
import { compareVersions } from '../../../catalog/version';
import type { AmountChange, Decisions, Study, Upgrade as Found } from '../../../office';
import { useBook } from '../../core/book';
import { describeError } from '../../core/describeError';
import { firmCatalog, useFirm } from '../../core/firm';
import { usePane } from '../../core/paneContext';
import Amounts from '../../parts/Amounts';
import { Fold } from '../../parts/Fold';
import { Notice } from '../../parts/Notice';
import { isMoney } from '../../parts/entry';
import { SubPage } from '../../parts/SubPage';
import { Waiting } from '../../parts/Waiting';
import { useFormat } from '../../words/format';
import { useLang, useSay } from '../../words/say';
import { useRoute } from '../views';
import { OpenCatalog } from './Files';
import { Changes, type Decided } from './UpgradeChanges';

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  list: {
    margin: 0,
    paddingInlineStart: '18px',
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
  },
  apply: { alignSelf: 'flex-start' },
});

/** What a newer version of the models would change, and changing it. */
export default function Upgrade() {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const { study, busy, undertake } = useBook();
  const { onCatalog } = usePane();
  const { open } = useRoute();
  const [decisions, setDecisions] = useState<Decided>({});
  const { catalogs, found, amounts = [], error } = useUpgrade(decisions);
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
  const isUndecided = changes.some(
    ({ table, outcome }) => table === 'catalog' && outcome === 'open',
  );
  const isIdle = changes.length + links.added + links.removed + amounts.length === 0;
  return (
    <SubPage title={say('pane.upgrade')} back={say('pane.view.start')} onBack={() => open('start')}>
      <Body1 className={styles.muted}>{say('pane.upgrade.lead')}</Body1>
      <FirmVersions planned={plannedVersions(study)} opened={catalogs} onCatalog={onCatalog} />
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
      {found && !isIdle && <Figures figures={found.figures} />}
      {found && <Affected {...found.affected} />}
      <Changes changes={changes} decisions={decisions} onDecide={setDecisions} />
      {found && !isIdle && (
        <>
          {links.added + links.removed > 0 && (
            <Caption1 className={styles.muted}>{say('pane.upgrade.links', links)}</Caption1>
          )}
          {amounts.length > 0 && <Amounts amounts={amounts} />}
          <Button
            className={styles.apply}
            appearance="primary"
            disabled={busy || isUndecided}
            onClick={() =>
              void undertake('upgrade', async (context, options) => {
                const { upgrade } = await import('../../../office');
                const { laid } = await upgrade(context, { ...options, ...decisions, catalogs });
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

interface FirmVersionsProps {
  planned: ReadonlyMap<string, string>;
  opened: readonly Catalog[];
  onCatalog: (catalog: Catalog) => void;
}

/** The firm's versions of the workbook's models, side by side. */
function FirmVersions({ planned, opened, onCatalog }: FirmVersionsProps) {
  const say = useSay();
  const lang = useLang();
  const firm = useFirm();
  const [error, setError] = useState<unknown>();
  const offers = firm.filter(({ id, version }) => {
    const has = planned.get(id);
    return has !== undefined && compareVersions(version, has) >= 0;
  });
  if (offers.length === 0) return null;
  const chosen = offers.find(({ id, version }) =>
    opened.some((one) => one.id === id && one.version === version),
  );
  return (
    <>
      <Field label={say('pane.firm.versions')}>
        <Select
          value={chosen?.file ?? ''}
          onChange={(_, { value }) => {
            const offer = offers.find(({ file }) => file === value);
            setError(undefined);
            if (offer) firmCatalog(offer).then(onCatalog, setError);
          }}
        >
          <option value="">{say('pane.firm.choose')}</option>
          {offers.map(({ file, name, version }) => (
            <option key={file} value={file}>
              {say('pane.firm.version', { name: textOf(name, lang), version })}
            </option>
          ))}
        </Select>
      </Field>
      {error !== undefined && (
        <Notice intent="error" title={say('pane.error')} text={describeError(lang, error)} />
      )}
    </>
  );
}

/** What is worth most to know: unchanged as well. */
function Figures({ figures }: Pick<Found, 'figures'>) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { currency } = useBook().study.read.engagement.settings;
  const shown = (value: Found['figures'][number]['before'], { kind }: Found['figures'][number]) => {
    if (value === null || value === '') return '–';
    return isMoney(kind) ? format.money(value, currency) : format.cell(value, kind);
  };
  const told = (one: Found['figures'][number]) => {
    const figure = say(one.before === one.after ? 'upgrade.unchanged' : 'upgrade.figure', {
      label: [one.of, one.label].filter(Boolean).join(' · '),
      before: shown(one.before, one),
      after: shown(one.after, one),
    });
    return one.taken === undefined || one.taken === one.after
      ? figure
      : say('upgrade.ifTaken', { figure, taken: shown(one.taken, one) });
  };
  return (
    <Fold title={say('pane.upgrade.figures')} open>
      <ul className={styles.list}>
        {figures.map((one) => (
          <li key={`${one.id} ${one.of}`}>
            <Body1>{told(one)}</Body1>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** Signatures and terms that rest on what changes. */
function Affected({ signatures, terms }: Found['affected']) {
  const say = useSay();
  if (signatures.length + terms.length === 0) return null;
  const named = (all: readonly (string | number)[]) => all.join(', ') || '–';
  const text = say('upgrade.affected', { terms: named(terms), signatures: named(signatures) });
  return <Notice intent="warning" text={text} />;
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
function useUpgrade(decisions: Decisions) {
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
        const { previewUpgrade } = await import('../../../office');
        const { upgrade: found, amounts = [] } = await run((context) =>
          previewUpgrade(context, { ...decisions, catalogs }),
        );
        if (current) setSeen({ found, amounts });
      } catch (error) {
        if (current) setSeen({ error });
      }
    })();
    return () => {
      current = false;
    };
  }, [study, run, catalogs, decisions]);
  return { catalogs, ...seen };
}
