import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { docxOf, type Paper } from '../../../deliver';
import { Fold } from '../../parts/Fold';
import { Section } from '../../parts/Section';
import { useSay } from '../../words/say';
import { PaperPreview } from './PaperPreview';
import { useSave } from '../../core/useSave';

const useStyles = makeStyles({ button: { alignSelf: 'flex-start' } });

interface PaperPartProps {
  name: 'statement' | 'annex' | 'interview' | 'requests';
  /** Of the engagement. */
  title: string;
  paper: Paper;
}

/** A paper to print and sign: how it reads, and the file. */
export function PaperPart({ name, title, paper }: PaperPartProps) {
  const say = useSay();
  const styles = useStyles();
  const { save, disabled, saving } = useSave({ title });
  return (
    <Section title={say(`pane.deliver.${name}`)}>
      <Fold title={say('pane.deliver.preview')}>
        <PaperPreview paper={paper} />
      </Fold>
      <Button
        className={styles.button}
        icon={<ArrowDownloadRegular />}
        disabled={disabled}
        onClick={() => void saving(async () => save(name, '.docx', await docxOf(paper)))}
      >
        {say('pane.deliver.save', { ending: '.docx' })}
      </Button>
    </Section>
  );
}
