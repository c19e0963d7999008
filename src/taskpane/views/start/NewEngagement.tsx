import {
  Button,
  Caption1,
  Field,
  Input,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { bothModels, builtinModels } from '../../../catalog/models';
import type { Catalog } from '../../../catalog/schema';
import { textOf } from '../../../catalog/text';
import { emptyEngagement } from '../../../engagement/project';
import { stages, type Engagement, type Settings } from '../../../engagement/schema';
import { LANGS, type Lang } from '../../../messages';
import { numberOf } from '../../words/format';
import { autonyms } from '../../words/language';
import { describeError } from '../../core/describeError';
import { firmCatalog, lastModel, rememberModel, useFirm } from '../../core/firm';
import { Notice } from '../../parts/Notice';
import { useProject } from '../../core/useProject';
import { useLang, useSay } from '../../words/say';
import { withContract } from './withContract';

interface NewEngagementProps {
  /** Catalogs that the user opened. */
  catalogs: readonly Catalog[];
  disabled: boolean;
  onLayOut: (engagement: Engagement, lang: Lang) => Promise<unknown>;
  onCatalog: (catalog: Catalog) => void;
}

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  even: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  // A select is as wide as its longest choice unless told otherwise.
  select: { minWidth: 0, maxWidth: '100%', textOverflow: 'ellipsis' },

  field: { minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
  /** Seen without scrolling: all but the client may be filled in later. */
  submit: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    paddingBlock: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  button: { width: '100%' },
});

const both = 'both';

/** The few things worth asking before the workbook is there to be filled in. */
export function NewEngagement({ catalogs, disabled, onLayOut, onCatalog }: NewEngagementProps) {
  const say = useSay();
  const paneLang = useLang();
  const styles = useStyles();
  const { model, setModel, offers, error } = useModel(catalogs, onCatalog);
  const [lang, setLang] = useState<Lang>(paneLang);
  const [fields, setFields] = useState({
    client: '',
    vendor: '',
    stage: '',
    startDate: '',
    endDate: '',
    fee: '',
    currency: 'CNY',
  });
  // A catalog of the same id stands for the model that comes with the product.
  const isReplaced = (id: string) => catalogs.some((one) => one.id === id);
  const shipped = [...builtinModels.map(({ id }) => id), both as typeof both].filter(
    (id) => !isReplaced(id),
  );
  const ids = model === both ? [...bothModels] : [model];
  const contracts = useProject(ids.join(' '), lang, catalogs)?.contracts ?? [];
  const [goal, setGoal] = useState('');
  const isMeasured = fields.stage !== '' && fields.stage !== 'micro-consulting';
  const chosen = contracts.find(({ id }) => id === goal);
  const [feeWrong, setFeeWrong] = useState(false);
  const endsEarly = fields.endDate !== '' && fields.endDate < fields.startDate;
  const set = (change: Partial<typeof fields>) => setFields((now) => ({ ...now, ...change }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fee = feeOf(fields.fee);
    setFeeWrong(fee === 'wrong');
    if (fee === 'wrong' || endsEarly) return;
    const engagement = emptyEngagement(
      ids.map((id) => ({ id })),
      lang,
    );
    const asked = { ...engagement, settings: settingsOf(fields, fee) };
    const own = catalogs.find(({ id }) => id === model);
    rememberModel(own ? `${own.id}@${own.version}` : model);
    void withContract(asked, lang, catalogs, goal).then((planned) => onLayOut(planned, lang));
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Caption1>{say('pane.optional')}</Caption1>
      <Field label={say('pane.client')}>
        <Input value={fields.client} onChange={(_, { value }) => set({ client: value })} />
      </Field>
      <Field label={say('pane.vendor')}>
        <Input value={fields.vendor} onChange={(_, { value }) => set({ vendor: value })} />
      </Field>
      <Field label={say('pane.model')}>
        <Select
          className={styles.field}
          select={{ className: styles.select }}
          value={model}
          onChange={(_, { value }) => setModel(value)}
        >
          {shipped.map((id) => (
            <option key={id} value={id}>
              {say(`pane.model.${id}`)}
            </option>
          ))}
          {catalogs.map(({ id, name, version }) => (
            <option key={id} value={id}>
              {say('pane.firm.version', { name: textOf(name, paneLang), version })}
            </option>
          ))}
          {offers.map(({ id, name, version }) => (
            <option key={`${id}@${version}`} value={`${id}@${version}`}>
              {say('pane.firm.version', { name: textOf(name, paneLang), version })}
            </option>
          ))}
        </Select>
      </Field>
      {error !== undefined && (
        <Notice intent="error" title={say('pane.error')} text={describeError(paneLang, error)} />
      )}
      <Field label={say('pane.language')}>
        <Select
          className={styles.field}
          select={{ className: styles.select }}
          value={lang}
          onChange={(_, { value }) => setLang(value as Lang)}
        >
          {LANGS.map((one) => (
            <option key={one} value={one}>
              {autonyms[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say('pane.stage')} hint={say('pane.stage.hint')}>
        <Select
          className={styles.field}
          select={{ className: styles.select }}
          value={fields.stage}
          onChange={(_, { value }) => set({ stage: value })}
        >
          <option value="">{say('pane.stage.later')}</option>
          {stages.map((stage) => (
            <option key={stage} value={stage}>
              {say(`list.stage.${stage}`)}
            </option>
          ))}
        </Select>
      </Field>
      {isMeasured && contracts.length > 0 && (
        <Field
          label={say('pane.bet.preset.goal')}
          hint={chosen ? textOf(chosen.explanation, lang) : say('pane.goal.hint')}
        >
          <Select
            className={styles.field}
            select={{ className: styles.select }}
            value={chosen ? goal : ''}
            onChange={(_, { value }) => setGoal(value)}
          >
            <option value="">{say('pane.goal.later')}</option>
            {contracts.map(({ id, name }) => (
              <option key={id} value={id}>
                {textOf(name, lang)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className={styles.even}>
        {(['startDate', 'endDate'] as const).map((day) => (
          <Field
            key={day}
            className={styles.field}
            label={say(`pane.${day}`)}
            validationMessage={
              day === 'endDate' && endsEarly ? say('pane.endDate.early') : undefined
            }
          >
            <Input
              className={styles.input}
              input={{ className: styles.input }}
              type="date"
              value={fields[day]}
              onChange={(_, { value }) => set({ [day]: value })}
            />
          </Field>
        ))}
      </div>
      <div className={styles.pair}>
        <Field
          className={styles.field}
          label={say('pane.fee')}
          validationMessage={feeWrong ? say('pane.fee.invalid') : undefined}
        >
          <Input
            className={styles.input}
            inputMode="decimal"
            value={fields.fee}
            onChange={(_, { value }) => set({ fee: value })}
          />
        </Field>
        <Field className={styles.field} label={say('pane.currency')}>
          <Input
            className={styles.input}
            maxLength={3}
            value={fields.currency}
            onChange={(_, { value }) => set({ currency: value.toUpperCase() })}
          />
        </Field>
      </div>
      <div className={styles.submit}>
        <Button
          className={styles.button}
          type="submit"
          appearance="primary"
          size="large"
          disabled={disabled}
        >
          {say('pane.layOut')}
        </Button>
      </div>
    </form>
  );
}

/**
 * The model that is chosen: at first what this person began with last. A firm's version is fetched when it
 * is chosen, and is a catalog like one that was opened from then on.
 */
function useModel(catalogs: readonly Catalog[], onCatalog: (catalog: Catalog) => void) {
  const firm = useFirm();
  const [model, setModel] = useState<string>('key-account');
  const [error, setError] = useState<unknown>();
  const isOpened = useRef(false);
  const choose = async (value: string) => {
    isOpened.current = true;
    setError(undefined);
    const offer = firm.find(({ id, version }) => `${id}@${version}` === value);
    if (!offer) {
      setModel(value);
      return;
    }
    try {
      const catalog = await firmCatalog(offer);
      onCatalog(catalog);
      setModel(catalog.id);
    } catch (thrown) {
      setError(thrown);
    }
  };
  const last = lastModel();
  const isLast =
    last !== undefined &&
    (last === both ||
      builtinModels.some(({ id }) => id === last) ||
      firm.some(({ id, version }) => `${id}@${version}` === last));
  useEffect(() => {
    if (isLast && !isOpened.current) void choose(last);
    // Once, as soon as it can be had; what is chosen later stays chosen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isLast]);
  const offers = firm.filter(
    ({ id, version }) => !catalogs.some((one) => one.id === id && one.version === version),
  );
  return { model, setModel: (value: string) => void choose(value), offers, error };
}

/** A typed amount; undefined when nothing was typed. */
function feeOf(typed: string): number | undefined | 'wrong' {
  const fee = numberOf(typed);
  if (fee === null) return undefined;
  return fee !== undefined && fee >= 0 ? fee : 'wrong';
}

type Entered = Record<'client' | 'vendor' | 'stage' | 'startDate' | 'endDate' | 'currency', string>;

function settingsOf(fields: Entered, fee: number | undefined): Settings {
  const { client, vendor, stage, startDate, endDate, currency } = fields;
  const said = {
    client: client.trim(),
    vendor: vendor.trim(),
    stage,
    startDate,
    endDate,
    currency: currency.trim(),
  };
  return {
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')),
    ...(fee !== undefined && { fee }),
  };
}
