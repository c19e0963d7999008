import {
  Body1,
  Button,
  Caption1,
  Checkbox,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { useMemo, useState } from 'react';
import { audiences, type Audience } from '../../../engagement/register';
import { askable, questionsIn, TemplateError, templateOf, type Template } from '../../../exchange';
import { crossedIn } from '../../../office';
import { isoOf, serialOf } from '../../../rules';
import { useBook } from '../../core/book';
import { describeError } from '../../core/describeError';
import { usePane } from '../../core/paneContext';
import { useSave } from '../../core/useSave';
import { Fold } from '../../parts/Fold';
import { Notice } from '../../parts/Notice';
import { Section } from '../../parts/Section';
import { Segments } from '../../parts/Segments';
import { useLang, useSay } from '../../words/say';

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  control: { minWidth: 0, width: '100%' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  choices: { border: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap' },
});

/** A workbook that asks one person only what that person knows. */
export function AskSomeone() {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const { study } = useBook();
  const { openWorkbook, canDownload } = usePane();
  const [audience, setAudience] = useState<Audience>('department');
  const [respondent, setRespondent] = useState('');
  const [due, setDue] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [prefilled, setPrefilled] = useState<boolean>();
  const [tried, setTried] = useState(false);
  const [told, setTold] = useState<{ intent: 'success' | 'error'; text: string }>();
  const { spec, read } = study;
  const usual = useMemo(() => askable(spec, audience), [spec, audience]);
  const { steps, dimensions } = usual;
  const shown = prefilled ?? usual.prefilled;
  const isWanted = ({ id }: { id: string }) => !left.has(id);
  const template = useMemo(
    () =>
      made(() =>
        templateOf(spec, read.engagement, {
          audience,
          respondent: respondent.trim(),
          due,
          sent: isoOf(serialOf(new Date())),
          prefilled: shown,
          steps: steps.filter(isWanted).map(({ id }) => id),
          ...(dimensions.some(({ id }) => left.has(id)) && {
            dimensions: dimensions.filter(isWanted).map(({ id }) => id),
          }),
        }),
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- isWanted is left
    [spec, read.engagement, audience, respondent, due, shown, steps, dimensions, left],
  );
  const crossed = crossedIn(study, template?.sent.tables.map(({ id }) => id) ?? []);
  const canMake = template !== undefined && !crossed;
  const { save, saving, disabled, making } = useSave({
    title: read.engagement.settings.client ?? 'APPFI',
  });
  const isNamed = respondent.trim() !== '';

  const make = (handOver: (file: Uint8Array) => string | Promise<string>) => {
    setTried(true);
    setTold(undefined);
    if (!template || !isNamed || due === '') return;
    void saving(async () => {
      try {
        const { templateFile } = await import('../../../exchange/page');
        setTold({ intent: 'success', text: await handOver(await templateFile(template.spec)) });
      } catch {
        setTold({ intent: 'error', text: say('pane.ask.failed') });
      }
    });
  };
  const toggle = (id: string) =>
    setLeft((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  const choices = (label: string, among: readonly { id: string; name: string }[]) => (
    <fieldset className={styles.choices}>
      <legend>
        <Caption1 className={styles.muted}>{label}</Caption1>
      </legend>
      {among.map((one) => (
        <Checkbox
          key={one.id}
          label={one.name}
          checked={isWanted(one)}
          onChange={() => toggle(one.id)}
        />
      ))}
    </fieldset>
  );
  return (
    <Section title={say('pane.ask')}>
      <Segments
        label={say('pane.ask.audience')}
        columns={2}
        options={audiences.map((id) => ({ id, label: say(`exchange.audience.${id}`) }))}
        value={audience}
        onChange={(next) => {
          setAudience(next);
          setPrefilled(undefined);
        }}
      />
      <Caption1 className={styles.muted}>{say(`pane.ask.${audience}.what`)}</Caption1>
      <div className={styles.pair}>
        <Field
          label={say('pane.ask.respondent')}
          validationMessage={tried && !isNamed ? say('pane.ask.respondent.missing') : undefined}
        >
          <Input
            className={styles.control}
            input={{ style: { minWidth: 0 } }}
            value={respondent}
            onChange={(_, { value }) => setRespondent(value)}
          />
        </Field>
        <Field
          label={say('pane.ask.due')}
          validationMessage={tried && due === '' ? say('pane.ask.due.missing') : undefined}
        >
          <Input
            className={styles.control}
            input={{ style: { minWidth: 0 } }}
            type="date"
            value={due}
            onChange={(_, { value }) => setDue(value)}
          />
        </Field>
      </div>
      <Fold title={say('pane.ask.less')}>
        {choices(say('pane.ask.sheets'), steps)}
        {dimensions.length > 1 && choices(say('pane.ask.dimensions'), dimensions)}
        <Checkbox
          label={say('pane.ask.prefilled')}
          checked={shown}
          onChange={(_, { checked }) => setPrefilled(checked === true)}
        />
      </Fold>
      <Body1 role="status">
        {template
          ? say('pane.ask.questions', {
              questions: questionsIn(template.sent),
              sheets: template.sent.tables.length,
            })
          : say('pane.ask.nothing')}
      </Body1>
      {crossed && <Notice intent="error" text={describeError(lang, crossed)} />}
      <div className={styles.buttons}>
        {canDownload && (
          <Button
            appearance="primary"
            icon={<ArrowDownloadRegular />}
            disabled={disabled || !canMake}
            onClick={() =>
              make((file) => {
                const name = save(respondent.trim(), '.xlsx', file);
                return say('pane.ask.saved', { file: name, respondent: respondent.trim() });
              })
            }
          >
            {say('pane.ask.save')}
          </Button>
        )}
        {openWorkbook && (
          <Button
            icon={<OpenRegular />}
            disabled={making || !canMake}
            onClick={() =>
              make(async (file) => {
                await openWorkbook(file);
                return say('pane.ask.opened', { respondent: respondent.trim() });
              })
            }
          >
            {say('pane.ask.open')}
          </Button>
        )}
      </div>
      {told && <Notice {...told} />}
    </Section>
  );
}

/** undefined where there is nothing to ask. */
function made(make: () => Template): Template | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof TemplateError) return undefined;
    throw error;
  }
}
