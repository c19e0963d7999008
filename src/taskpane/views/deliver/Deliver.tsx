import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import {
  annexOf,
  interviewOf,
  outlineOf,
  requestsOf,
  statementOf,
  type Outline,
} from '../../../deliver';
import { dueAudit } from '../../../office';
import { openProject } from '../../../engagement/project';
import { useBook } from '../../core/book';
import { describeError } from '../../core/describeError';
import { usePane } from '../../core/paneContext';
import { Notice } from '../../parts/Notice';
import { SubPage } from '../../parts/SubPage';
import { Waiting } from '../../parts/Waiting';
import { useLang, useSay } from '../../words/say';
import { useRoute } from '../views';
import { MapPart } from './MapPart';
import { PaperPart } from './PaperPart';
import { PrintPart } from './PrintPart';
import { SlidesPart } from './SlidesPart';
import { TakeOverMap } from './TakeOverMap';

const useStyles = makeStyles({ lead: { color: tokens.colorNeutralForeground2 } });

/** What ends a planning: the mind map, the slides, and the papers that both sides sign. */
export default function Deliver() {
  const say = useSay();
  const lang = useLang();
  const styles = useStyles();
  const { open } = useRoute();
  const { canDownload } = usePane();
  const { outline, error } = useOutline();
  const { study } = useBook();
  const statement = useMemo(
    () => outline && statementOf(outline, undefined, dueAudit(study)),
    [outline, study],
  );
  return (
    <SubPage title={say('pane.deliver')} back={say('pane.view.start')} onBack={() => open('start')}>
      <Body1 className={styles.lead}>{say('pane.deliver.lead')}</Body1>
      {!canDownload && <Notice intent="info" text={say('pane.deliver.noFiles')} />}
      {error !== undefined && (
        <Notice intent="error" title={say('pane.error')} text={describeError(lang, error)} />
      )}
      {outline === undefined && error === undefined && <Waiting text="pane.opening" />}
      {outline && (
        <>
          <MapPart outline={outline} />
          <SlidesPart outline={outline} />
          {statement && <PaperPart name="statement" title={outline.title} paper={statement} />}
          <PaperPart name="annex" title={outline.title} paper={annexOf(outline)} />
          <PaperPart name="interview" title={outline.title} paper={interviewOf(outline)} />
          <PaperPart name="requests" title={outline.title} paper={requestsOf(outline)} />
          <PrintPart />
          <TakeOverMap outline={outline} />
        </>
      )}
    </SubPage>
  );
}

/** The workbook's story as it stands now. */
function useOutline(): { outline?: Outline; error?: unknown } {
  const { study } = useBook();
  const [told, setTold] = useState<{ outline?: Outline; error?: unknown }>({});
  useEffect(() => {
    let current = true;
    const { spec, read, catalogs } = study;
    openProject(read.engagement.catalogs, spec.lang, catalogs).then(
      ({ catalog }) => current && setTold({ outline: outlineOf(spec, read.results, catalog) }),
      (error: unknown) => current && setTold({ error }),
    );
    return () => {
      current = false;
    };
  }, [study]);
  return told;
}
