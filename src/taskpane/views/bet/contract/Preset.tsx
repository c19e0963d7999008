import {
  Body1,
  Button,
  Caption1,
  Checkbox,
  Field,
  Input,
  Link,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { textOf } from '../../../../catalog/text';
import { betsOf } from '../../../../engagement/presets';
import { stages, type Stage } from '../../../../engagement/schema';
import {
  choicesIn,
  contractTables,
  planPreset,
  rowsIn,
  type PresetPlan,
  type Study,
} from '../../../../office';
import { useBook } from '../../../core/book';
import { useProject } from '../../../core/useProject';
import { Card } from '../../../parts/Card';
import { Notice } from '../../../parts/Notice';
import { useFormat } from '../../../words/format';
import { useSay } from '../../../words/say';
import { useRoute } from '../../views';
import { bettable, mostTerms, usualDays, usualMetrics } from './presetChoice';

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  label: { display: 'flex', flexDirection: 'column' },
  muted: { color: tokens.colorNeutralForeground2 },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  field: { minWidth: 0 },
  control: { minWidth: 0, width: '100%' },
  metrics: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
  },
  legend: { padding: 0 },
  list: { margin: 0, paddingInlineStart: '20px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** The contracts that the method names, one a stage; what one would replace is told before it does. */
export function Preset({ onDone }: { onDone: () => void }) {
  const say = useSay();
  const styles = useStyles();
  const { study } = useBook();
  const [stage, setStage] = useState<Stage>();
  const group = useRef<HTMLDivElement>(null);
  const words = new Map(choicesIn(study, 'stage').map(({ id, label }) => [id, label]));
  return (
    <div className={styles.choice}>
      <RadioGroup
        ref={group}
        aria-label={say('pane.bet.preset')}
        value={stage ?? ''}
        onChange={(_, { value }) => setStage(value as Stage)}
      >
        {stages.map((id) => (
          <Radio
            key={id}
            value={id}
            label={
              <span className={styles.label}>
                <span>{words.get(id) ?? id}</span>
                <Caption1 className={styles.muted}>{say(`pane.bet.preset.${id}`)}</Caption1>
              </span>
            }
          />
        ))}
      </RadioGroup>
      {stage && (
        <Plan
          key={stage}
          stage={stage}
          onCancel={() => {
            group.current?.querySelector('input')?.focus();
            setStage(undefined);
          }}
          onDone={() => {
            setStage(undefined);
            onDone();
          }}
        />
      )}
    </div>
  );
}

interface PlanProps {
  stage: Stage;
  onCancel: () => void;
  onDone: () => void;
}

function Plan({ stage, onCancel, onDone }: PlanProps) {
  const say = useSay();
  const styles = useStyles();
  const { study, edit, busy } = useBook();
  const { open } = useRoute();
  const { lang } = study.spec;
  const catalog = useProject(
    study.read.engagement.catalogs.map(({ id }) => id).join(' '),
    lang,
    study.catalogs,
  );
  const metrics = useMemo(() => bettable(study, catalog), [study, catalog]);
  const [days, setDays] = useState(() => usualDays(study, stage));
  const [chosen, setChosen] = useState(() => usualMetrics(study, metrics));
  const [goal, setGoal] = useState('');
  const contract = catalog?.contracts.find(({ id }) => id === goal);
  const bets = useMemo(
    () =>
      catalog && contract
        ? betsOf(catalog, contract, lang).filter(({ metric }) => isThere(study, metric))
        : metrics.filter(({ metric }) => chosen.includes(metric)),
    [study, catalog, contract, lang, metrics, chosen],
  );
  const measured = stage !== 'micro-consulting';
  const lacks = !days.start || !days.end || days.end < days.start;
  const without = measured && stage !== 'consulting' && bets.length === 0;
  const many = measured && bets.length > mostTerms;
  const plan = useMemo(
    () => (lacks ? undefined : planPreset(study, stage, { ...days, bets })),
    [study, stage, days, bets, lacks],
  );
  const apply = async () => {
    if (plan && (await edit(plan.changes, 'preset'))) onDone();
  };
  const dayInput = (side: 'start' | 'end') => (
    <Field className={styles.field} label={say(`pane.bet.preset.${side}`)}>
      <Input
        className={styles.control}
        input={{ style: { minWidth: 0 } }}
        type="date"
        value={days[side]}
        onChange={(_, { value }) => setDays((now) => ({ ...now, [side]: value }))}
      />
    </Field>
  );
  return (
    <Card>
      <div className={styles.pair}>
        {dayInput('start')}
        {dayInput('end')}
      </div>
      {lacks && <Caption1 role="status">{say('pane.bet.preset.days')}</Caption1>}
      {measured && catalog && catalog.contracts.length > 0 && (
        <Field
          className={styles.field}
          label={say('pane.bet.preset.goal')}
          hint={contract && textOf(contract.explanation, lang)}
        >
          <Select
            className={styles.control}
            select={{ className: styles.control }}
            value={goal}
            onChange={(_, { value }) => setGoal(value)}
          >
            <option value="">{say('pane.bet.preset.picked')}</option>
            {catalog.contracts.map(({ id, name }) => (
              <option key={id} value={id}>
                {textOf(name, lang)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {measured && !contract && (
        <fieldset className={styles.metrics}>
          <legend className={styles.legend}>{say('pane.bet.preset.metrics')}</legend>
          {metrics.map(({ metric, name, isReady }) => (
            <Checkbox
              key={metric}
              checked={chosen.includes(metric)}
              label={isReady ? name : say('pane.bet.preset.unready', { item: name })}
              onChange={(_, { checked }) =>
                setChosen((now) =>
                  checked === true ? [...now, metric] : now.filter((one) => one !== metric),
                )
              }
            />
          ))}
          {(metrics.length === 0 || metrics.some(({ isReady }) => !isReady)) && (
            <Link as="button" onClick={() => open('value')}>
              {say('pane.bet.toValue')}
            </Link>
          )}
        </fieldset>
      )}
      {many && (
        <Caption1 role="status">{say('pane.bet.preset.many', { most: mostTerms })}</Caption1>
      )}
      {plan && measured && <Bets plan={plan} />}
      {without && <Caption1 role="status">{say('pane.bet.preset.noMetric')}</Caption1>}
      {plan && <Replaced plan={plan} />}
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabled={busy || !plan || without}
          onClick={() => void apply()}
        >
          {say('pane.bet.preset.apply')}
        </Button>
        <Button onClick={onCancel}>{say('pane.bet.keep')}</Button>
      </div>
    </Card>
  );
}

const isThere = (study: Study, metric: string) =>
  rowsIn(study, 'metrics').some(({ id }) => id === metric);

/** What would be bet on, at which weight and why. */
function Bets({ plan: { terms, scoped } }: { plan: PresetPlan }) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  return (
    <>
      <ul className={styles.list}>
        {terms.map(({ code, item, weight, comment }) => (
          <li key={code}>
            {say('pane.bet.preset.term', { item, weight: format.percent(weight) })}
            {comment !== undefined && (
              <Caption1 block className={styles.muted}>
                {comment}
              </Caption1>
            )}
          </li>
        ))}
      </ul>
      {scoped.length > 0 && (
        <Caption1>
          {say('pane.bet.preset.scoped', { metrics: scoped.join(say('pane.bet.and')) })}
        </Caption1>
      )}
    </>
  );
}

/** What goes and what comes. */
function Replaced({ plan: { rows, settings } }: { plan: PresetPlan }) {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const { study } = useBook();
  const lost = contractTables.filter((table) => rows[table].before > 0);
  const signed = rowsIn(study, 'ledger').some(({ cells }) => typeof cells.no === 'number');
  const word = (list: string | undefined, value: PresetPlan['settings'][number]['to']) => {
    if (value === null) return say('pane.bet.preset.blank');
    if (list === undefined) return format.number(value, 4);
    return choicesIn(study, list).find(({ id }) => id === value)?.label ?? String(value);
  };
  return (
    <>
      <Body1>
        {say('pane.bet.preset.comes', {
          terms: rows.terms.after,
          criteria: rows.criteria.after,
          instalments: rows.instalments.after,
          periods: rows.periods.after,
        })}
      </Body1>
      {lost.length > 0 && (
        <Notice
          intent="warning"
          title={say('pane.bet.preset.replaces')}
          text={lost
            .map((table) => say(`pane.bet.preset.rows.${table}`, { count: rows[table].before }))
            .join(say('pane.bet.and'))}
        />
      )}
      {settings.some(({ from }) => from !== null) && (
        <>
          <Caption1 className={styles.muted}>{say('pane.bet.preset.settings')}</Caption1>
          <ul className={styles.list}>
            {settings
              .filter(({ from }) => from !== null)
              .map(({ name, label, list, from, to }) => (
                <li key={name}>
                  <Caption1>
                    {say('pane.bet.preset.setting', {
                      label,
                      from: word(list, from),
                      to: word(list, to),
                    })}
                  </Caption1>
                </li>
              ))}
          </ul>
        </>
      )}
      {signed && <Notice intent="error" text={say('pane.bet.preset.signed')} />}
    </>
  );
}
