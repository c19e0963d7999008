import type { Catalog } from '../../../catalog/schema';
import { describeError } from '../../core/describeError';
import { Notice } from '../../parts/Notice';
import { useLang, useSay } from '../../words/say';
import { OpenCatalog } from './Files';
import { Section } from '../../parts/Section';

interface FailedProps {
  error: unknown;
  onTryAgain: () => void;
  onCatalog: (catalog: Catalog) => void;
}

/** The workbook could not be read: why, and the ways on. */
export default function Failed({ error, onTryAgain, onCatalog }: FailedProps) {
  const say = useSay();
  return (
    <>
      <Notice
        intent="error"
        title={say('pane.error')}
        text={describeError(useLang(), error)}
        action={{ label: say('pane.tryAgain'), onClick: onTryAgain }}
      />
      <Section title={say('pane.open')}>
        <OpenCatalog disabled={false} onCatalog={onCatalog} />
      </Section>
    </>
  );
}
