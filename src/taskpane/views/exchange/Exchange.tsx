import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { SubPage } from '../../parts/SubPage';
import { useSay } from '../../words/say';
import { useRoute } from '../views';
import { AskSomeone } from './AskSomeone';
import { Collected } from './Collected';
import { TakeAnswers } from './TakeAnswers';

const useStyles = makeStyles({ lead: { color: tokens.colorNeutralForeground2 } });

/** Templates go out to people without the add-in, and what they answered comes back. */
export default function Exchange() {
  const say = useSay();
  const styles = useStyles();
  const { open } = useRoute();
  return (
    <SubPage
      title={say('pane.exchange')}
      back={say('pane.view.start')}
      onBack={() => open('start')}
    >
      <Body1 className={styles.lead}>{say('pane.exchange.lead')}</Body1>
      <AskSomeone />
      <TakeAnswers />
      <Collected />
    </SubPage>
  );
}
