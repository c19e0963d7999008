import { makeStyles, Button, tokens } from '@fluentui/react-components';
import { PeopleChatRegular } from '@fluentui/react-icons/svg/people-chat';
import { SlideTextRegular } from '@fluentui/react-icons/svg/slide-text';
import { lazy } from 'react';
import { textOf } from '../../../catalog/text';
import { MESSAGES, type MessageKey } from '../../../messages';
import { resultIn } from '../../../office';
import { useBook } from '../../core/book';
import { isExample } from '../../core/example';
import { realisedOf } from '../../core/realised';
import { usePane } from '../../core/paneContext';
import { Heading } from '../../parts/Heading';
import { Section } from '../../parts/Section';
import { Tile } from '../../parts/Tile';
import { useFormat } from '../../words/format';
import { useLang, useSay } from '../../words/say';
import { valueChecks } from '../checks/valueChecks';
import { StepCard } from '../micro/StepCard';
import { microSteps, stepNow } from '../micro/steps';
import { NextCard } from '../next/NextCard';
import { useRoute } from '../views';
import { ExampleNote } from './ExampleNote';
import { LanguagePicker } from './LanguagePicker';
import { Progress } from './Progress';
import { WorkbookSection } from './WorkbookSection';

const Deliver = lazy(() => import('../deliver/Deliver'));
const Exchange = lazy(() => import('../exchange/Exchange'));
const Upgrade = lazy(() => import('./Upgrade'));

const useStyles = makeStyles({
  top: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  ways: { display: 'grid', gap: '8px' },
  tiles: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
});

/** The engagement at a glance: what is next, how far it is, what it is worth; and what comes of it. */
export default function Start() {
  const { part } = useRoute();
  switch (part) {
    case 'deliver':
      return <Deliver />;
    case 'exchange':
      return <Exchange />;
    case 'upgrade':
      return <Upgrade />;
    default:
      return <Overview />;
  }
}

function Overview() {
  const say = useSay();
  const lang = useLang();
  const format = useFormat();
  const styles = useStyles();
  const { study } = useBook();
  const { onLang } = usePane();
  const { open } = useRoute();
  const { settings, catalogs } = study.read.engagement;
  const now = stepNow(microSteps(study));
  const failing =
    valueChecks(study).filter((check) => check.failing > 0).length +
    study.read.findings.filter(({ severity }) => severity === 'error').length;
  const modelName = (id: string) => {
    const key = `pane.model.${id}`;
    if (key in MESSAGES[lang]) return say(key as MessageKey);
    const own = study.catalogs.find((one) => one.id === id);
    return own
      ? say('pane.firm.version', { name: textOf(own.name, lang), version: own.version })
      : id;
  };
  const realised = realisedOf(
    resultIn(study, 'Roi.Realised'),
    resultIn(study, 'Roi.PlannedToDate'),
  );
  const figure = (name: string, value: unknown = resultIn(study, name)) =>
    typeof value === 'number'
      ? { value: format.money(value, settings.currency), of: { name } }
      : { value: '–' };
  return (
    <>
      <div className={styles.top}>
        <Heading
          title={settings.client ?? say('pane.noClient')}
          text={catalogs.map(({ id }) => modelName(id)).join(' + ')}
        />
        <LanguagePicker onLang={onLang} />
      </div>
      {isExample(study.read.engagement) && <ExampleNote />}
      <NextCard />
      <div className={styles.tiles}>
        <Tile
          label={say('pane.start.due')}
          {...figure('Statement.Due')}
          onClick={() => open('bet', 'settlement')}
        />
        <Tile
          label={say('pane.start.realised')}
          {...figure('Roi.Realised', realised)}
          onClick={() => open('value')}
        />
        <Tile label={say('pane.start.npv')} {...figure('Roi.Npv')} onClick={() => open('return')} />
        <Tile
          label={say('pane.start.checks')}
          value={failing === 0 ? say('pane.start.sound') : say('pane.start.failing', { failing })}
          tone={failing === 0 ? 'good' : 'bad'}
          onClick={() => open('checks')}
        />
      </div>
      <div className={styles.ways}>
        <Button icon={<PeopleChatRegular />} onClick={() => open('start', 'exchange')}>
          {say('pane.exchange.open')}
        </Button>
        <Button icon={<SlideTextRegular />} onClick={() => open('start', 'deliver')}>
          {say('pane.deliver.open')}
        </Button>
      </div>
      {now && (
        <Section title={say('pane.micro.title')}>
          <StepCard
            step={now}
            more={
              <Button appearance="subtle" onClick={() => open('micro')}>
                {say('pane.micro.all')}
              </Button>
            }
          />
        </Section>
      )}
      <Section title={say('pane.progress')}>
        <Progress results={study.read.results} onOpen={(step) => open('steps', step)} />
      </Section>
      <WorkbookSection />
    </>
  );
}
