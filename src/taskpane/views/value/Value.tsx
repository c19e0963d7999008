import { Button } from '@fluentui/react-components';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { lazy, useEffect, useMemo, useRef, useState } from 'react';
import { useBook } from '../../core/book';
import { GoTo } from '../../parts/GoTo';
import { Notice } from '../../parts/Notice';
import { useSay } from '../../words/say';
import { useRoute } from '../views';
import { Headline } from './Headline';
import { MetricList } from './MetricList';
import { MetricPage } from './MetricPage';
import { breachedIn, metricsOf } from './metrics';
import { OutOfScope } from './OutOfScope';

const DataReadings = lazy(() => import('./data/DataReadings'));

/** What is measured, how far it has come, and what it is worth; readings from files are a part of it. */
export default function Value() {
  const { part, open } = useRoute();
  return part === 'data' ? <DataReadings onBack={() => open('value')} /> : <Metrics />;
}

function Metrics() {
  const say = useSay();
  const route = useRoute();
  const { study } = useBook();
  const [open, setOpen] = useState<string>();
  const [last, setLast] = useState<string>();
  const metrics = useMemo(() => metricsOf(study), [study]);
  const inScope = metrics.filter((metric) => metric.inScope);
  const shown = metrics.find(({ id }) => id === open);
  const top = useRef<HTMLDivElement>(null);
  const gone = open === undefined && last !== undefined && !inScope.some(({ id }) => id === last);
  // A metric that was taken out of scope has no row to go back to.
  useEffect(() => {
    if (gone) top.current?.focus();
  }, [gone]);
  if (shown) {
    const close = () => {
      setLast(open);
      setOpen(undefined);
    };
    return <MetricPage metric={shown} metrics={metrics} onOpen={setOpen} onBack={close} />;
  }
  return (
    <>
      <div ref={top} tabIndex={-1}>
        <Headline metrics={inScope} />
      </div>
      {inScope.length === 0 ? (
        <Notice
          intent="info"
          title={say('pane.value.none')}
          text={say('pane.value.none.hint')}
          action={{ label: say('pane.value.toSteps'), onClick: () => route.open('steps') }}
        />
      ) : (
        <>
          <div>
            <Button icon={<DocumentTableRegular />} onClick={() => route.open('value', 'data')}>
              {say('pane.readings')}
            </Button>
          </div>
          <MetricList
            metrics={inScope}
            breached={breachedIn(metrics)}
            last={last}
            onOpen={setOpen}
          />
        </>
      )}
      <OutOfScope metrics={metrics.filter((metric) => !metric.inScope)} onOpen={setOpen} />
      <GoTo place={{ sheet: 'metrics' }}>
        {say('pane.goTo', { sheet: study.read.matching.sheets.get('metrics') ?? '' })}
      </GoTo>
    </>
  );
}
