import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useMemo, useRef, useState } from 'react';
import { audiences, slidesOf, slideTitles, type Audience, type Outline } from '../../../deliver';
import { describeError } from '../../core/describeError';
import { FileInput } from '../../parts/FileInput';
import { Fold } from '../../parts/Fold';
import { Notice } from '../../parts/Notice';
import { Section } from '../../parts/Section';
import { Segments } from '../../parts/Segments';
import { useLang, useSay } from '../../words/say';
import { useSave } from '../../core/useSave';

const useStyles = makeStyles({
  titles: { margin: 0, paddingInlineStart: '28px' },
  title: { paddingBlock: '3px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  button: { alignSelf: 'flex-start' },
});

/** The slides: what each will say, and the file. */
export function SlidesPart({ outline }: { outline: Outline }) {
  const say = useSay();
  const styles = useStyles();
  const [audience, setAudience] = useState<Audience>('steering');
  const lang = useLang();
  const { save, disabled, saving } = useSave(outline);
  const [template, setTemplate] = useState<{ name: string; bytes: Uint8Array }>();
  const [error, setError] = useState<unknown>();
  const input = useRef<HTMLInputElement>(null);
  const titles = useMemo(() => slideTitles(outline, { audience }), [outline, audience]);
  return (
    <Section title={say('pane.deliver.slides')}>
      <Segments
        label={say('pane.deliver.audience')}
        options={audiences.map((id) => ({ id, label: say(`deliver.${id}`) }))}
        value={audience}
        onChange={setAudience}
      />
      <Fold title={say('pane.deliver.slides.count', { count: titles.length + 1 })} open>
        <ol className={styles.titles} start={2}>
          {titles.map((title, i) => (
            <li key={i} className={styles.title}>
              <Caption1>{title}</Caption1>
            </li>
          ))}
        </ol>
      </Fold>
      <Button className={styles.button} disabled={disabled} onClick={() => input.current?.click()}>
        {say('pane.deliver.template')}
      </Button>
      <FileInput
        ref={input}
        label={say('pane.deliver.template')}
        accept=".pptx,.potx"
        onFiles={([file]) =>
          void file
            ?.arrayBuffer()
            .then((bytes) => setTemplate({ name: file.name, bytes: new Uint8Array(bytes) }))
        }
      />
      {template && (
        <Caption1>{say('pane.deliver.template.taken', { file: template.name })}</Caption1>
      )}
      {error !== undefined && <Notice intent="error" text={describeError(lang, error)} />}
      <Button
        className={styles.button}
        icon={<ArrowDownloadRegular />}
        disabled={disabled}
        onClick={() =>
          void saving(async () => {
            setError(undefined);
            const given = template && { template: template.bytes };
            try {
              save('slides', '.pptx', await slidesOf(outline, { audience, ...given }));
            } catch (problem) {
              setError(problem);
            }
          })
        }
      >
        {say('pane.deliver.save', { ending: '.pptx' })}
      </Button>
    </Section>
  );
}
