import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useMemo, useState } from 'react';
import { audiences, slidesOf, slideTitles, type Audience, type Outline } from '../../../deliver';
import { Fold } from '../../parts/Fold';
import { Section } from '../../parts/Section';
import { Segments } from '../../parts/Segments';
import { useSay } from '../../words/say';
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
  const { save, disabled, saving } = useSave(outline);
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
      <Button
        className={styles.button}
        icon={<ArrowDownloadRegular />}
        disabled={disabled}
        onClick={() =>
          void saving(async () => save('slides', '.pptx', await slidesOf(outline, { audience })))
        }
      >
        {say('pane.deliver.save', { ending: '.pptx' })}
      </Button>
    </Section>
  );
}
