import { useMemo } from 'react';
import { returnOf, choicesIn } from '../../../office';
import { useBook } from '../../core/book';
import { Heading } from '../../parts/Heading';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { CashFlow } from './CashFlow';
import { flowsOf } from './flows';
import { Headline } from './Headline';
import { Inputs } from './Inputs';
import { Missing } from './Missing';
import { Reading } from './Reading';
import { Scenarios } from './Scenarios';
import { scenariosOf } from './scenario';
import { Sensitivity } from './Sensitivity';
import { Years } from './Years';

/** Whether it pays: the measures by scenario, the flows, and what they hang on. */
export default function Return() {
  const say = useSay();
  const format = useFormat();
  const { study } = useBook();
  const found = useMemo(() => returnOf(study), [study]);
  const flows = useMemo(() => flowsOf(study), [study]);
  const { currency, years, sensitivity, toDate } = found;
  const scenarios = scenariosOf(found, choicesIn(study, 'scenario'), format, say);
  const chosen = scenarios.find((one) => one.chosen);
  if (found.problem !== null || !chosen) {
    return (
      <>
        <Heading title={say('pane.return.problem')} text={say('pane.return.problem.hint')} />
        <Missing missing={found.missing} />
        <Inputs years={years} open />
      </>
    );
  }
  return (
    <>
      <Headline scenario={chosen} currency={currency} years={Math.max(0, years.length - 1)} />
      <Reading found={found} />
      <Scenarios scenarios={scenarios} currency={currency} />
      <CashFlow flows={flows} chosen={chosen} currency={currency} years={years} />
      <Years years={years} toDate={toDate} currency={currency} />
      <Sensitivity sensitivity={sensitivity} currency={currency} />
      <Inputs years={years} />
    </>
  );
}
