import { useMemo } from 'react';
import { returnOf, choicesIn } from '../../../office';
import { useBook } from '../../core/book';
import { Heading } from '../../parts/Heading';
import { Notice } from '../../parts/Notice';
import { useFormat } from '../../words/format';
import { useSay } from '../../words/say';
import { CashFlow } from './CashFlow';
import { flowsOf } from './flows';
import { Headline } from './Headline';
import { Inputs } from './Inputs';
import { Scenarios } from './Scenarios';
import { scenariosOf } from './scenario';
import { Sensitivity } from './Sensitivity';
import { Years } from './Years';

/** Whether it pays: the measures by scenario, the flows, and what they hang on. */
export default function Return() {
  const say = useSay();
  const format = useFormat();
  const { study, goTo } = useBook();
  const found = useMemo(() => returnOf(study), [study]);
  const flows = useMemo(() => flowsOf(study), [study]);
  const { currency, years, sensitivity, toDate } = found;
  const scenarios = scenariosOf(found, choicesIn(study, 'scenario'), format, say);
  const chosen = scenarios.find((one) => one.chosen);
  if (found.problem !== null || !chosen) {
    return (
      <>
        <Heading title={say('pane.return.problem')} text={say('pane.return.problem.hint')} />
        {found.problem !== null && <Notice intent="warning" text={found.problem} />}
        <Inputs years={years} open />
      </>
    );
  }
  const { pvBenefits, pvCosts } = found.scenarios[chosen.no - 1] ?? {};
  const missing = !pvCosts ? 'costs' : !pvBenefits ? 'monetisation' : undefined;
  return (
    <>
      <Headline scenario={chosen} currency={currency} years={Math.max(0, years.length - 1)} />
      {missing && (
        <Notice
          intent="info"
          text={say(`pane.return.missing.${missing}`)}
          action={{
            label: say('pane.goTo', { sheet: study.read.matching.sheets.get(missing) ?? '' }),
            onClick: () => void goTo({ sheet: missing }),
          }}
        />
      )}
      <Scenarios scenarios={scenarios} currency={currency} />
      <CashFlow flows={flows} chosen={chosen} currency={currency} years={years} />
      <Years years={years} toDate={toDate} currency={currency} />
      <Sensitivity sensitivity={sensitivity} currency={currency} />
      <Inputs years={years} />
    </>
  );
}
