import {
  Body1,
  Caption1,
  Link,
  makeStyles,
  mergeClasses,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import { resultIn } from '../../../office';
import { serialOf } from '../../../rules';
import { useBook } from '../../core/book';
import { CellInput, FieldInput } from '../../parts/CellInput';
import { Heading } from '../../parts/Heading';
import { Section } from '../../parts/Section';
import { Tile } from '../../parts/Tile';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { StepCard, useStepFacts } from './StepCard';
import { isLate, microSteps, stepNow } from './steps';

const useStyles = makeStyles({
  tiles: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '8px' },
  steps: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  step: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  no: {
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusCircular,
    display: 'grid',
    placeItems: 'center',
    fontSize: '12px',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  now: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  text: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
  late: { color: tokens.colorStatusDangerForeground1 },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
});

/** The steps of the micro-consulting: what is on now, and who does what when. */
export default function Micro() {
  const say = useSay();
  const format = useFormat();
  const styles = useStyles();
  const facts = useStepFacts();
  const { study, goTo } = useBook();
  const steps = microSteps(study);
  const now = stepNow(steps);
  const done = steps.filter(({ status }) => status === 'done').length;
  const today = serialOf(new Date());
  const unplanned = study.read.engagement.settings.startDate === undefined;
  return (
    <>
      <Heading title={say('pane.micro.title')} text={say('pane.micro.lead')} />
      {now ? <StepCard step={now} /> : <Body1>{say('pane.micro.allDone')}</Body1>}
      {unplanned && (
        <FieldInput name="Engagement.StartDate" hint={say('pane.micro.startDate.hint')} />
      )}
      <div className={styles.tiles}>
        <Tile
          label={say('pane.micro.doneOf')}
          value={say('pane.count.of', { count: done, all: steps.length })}
        />
        <Tile
          label={say('pane.micro.vendorHours')}
          value={format.number(resultIn(study, 'Micro.VendorHours'))}
          of={{ name: 'Micro.VendorHours' }}
        />
        <Tile
          label={say('pane.micro.end')}
          value={format.date(resultIn(study, 'Micro.EndDate'), 'short') || '–'}
          of={{ name: 'Micro.EndDate' }}
        />
      </div>
      <ProgressBar
        aria-label={say('pane.micro.doneOf')}
        thickness="large"
        max={Math.max(1, steps.length)}
        value={done}
      />
      <Section title={say('pane.micro.steps')}>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step.id} className={styles.step}>
              <span className={mergeClasses(styles.no, step.id === now?.id && styles.now)}>
                {step.no}
              </span>
              <div className={styles.text}>
                <Body1>{step.text}</Body1>
                <Caption1 className={isLate(step, today) ? styles.late : styles.muted}>
                  {facts(step)}
                  {isLate(step, today) && ` · ${say('pane.micro.late')}`}
                </Caption1>
                <div className={styles.pair}>
                  <CellInput
                    quiet
                    table="microSteps"
                    row={step.id}
                    column="status"
                    label={say('pane.micro.status', { no: step.no })}
                  />
                  <CellInput
                    quiet
                    table="microSteps"
                    row={step.id}
                    column="owner"
                    label={say('pane.micro.owner', { no: step.no })}
                    placeholder={say('pane.owner')}
                  />
                </div>
              </div>
            </li>
          ))}
        </ol>
        <Link as="button" onClick={() => goTo({ sheet: 'micro' })}>
          {say('pane.goTo', { sheet: study.read.matching.sheets.get('micro') ?? '' })}
        </Link>
      </Section>
    </>
  );
}
